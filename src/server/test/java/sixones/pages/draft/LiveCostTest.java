package sixones.pages.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.pages.Session;

/** What the answer while one types costs the server. */
@QuarkusTest
class LiveCostTest {
  private static final int WARM = 100;
  private static final int MEASURED = 21;
  private static final long MOST = 30_000_000;

  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** The client runs in the same process, and is counted, too. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void the_live_answer_on_a_complete_bid_takes_less_than_30_ms_of_cpu(String language)
      throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest live = Session.open("/?example=sample-met", language).form("/live");
    for (int i = 0; i < WARM; i++) {
      assertThat(client.send(live, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < MEASURED; i++) {
      long before = machine.getProcessCpuTime();
      String answer = client.send(live, BodyHandlers.ofString()).body();
      taken.add(machine.getProcessCpuTime() - before);
      assertThat(answer).contains("id=\"summary\"", "id=\"found-parks-0-level\"");
    }

    taken.sort(null);
    long median = taken.get(MEASURED / 2);
    System.out.printf(
        "live answer, %s: %.1f ms CPU, median of %d%n", language, median / 1e6, MEASURED);
    assertThat(median).isLessThan(MOST);
  }
}
