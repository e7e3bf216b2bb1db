package sixones.pages.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.pages.Session;

/** What the answer while one types costs the server. */
@QuarkusTest
@InTurns(6)
class LiveCostTest {
  private static final int WARM = 100;
  private static final int MEASURED = 21;
  private static final long MOST = 30_000_000;

  /** On a machine that is slow or busy: so many times what a check through the API costs there. */
  private static final int MOST_CHECKS = 6;

  @TestHTTPResource("/api/checks")
  URI checks;

  private final HttpClient client = HttpClient.newHttpClient();
  private final OperatingSystemMXBean machine =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** The client runs in the same process, and is counted, too. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void the_live_answer_on_a_complete_bid_takes_less_than_30_ms_of_cpu(String language)
      throws Exception {
    HttpRequest live = Session.open("/?example=sample-met", language).form("/live");
    HttpRequest check =
        HttpRequest.newBuilder(checks)
            .header("Content-Type", "application/json")
            .header("Accept-Language", language)
            .POST(BodyPublishers.ofString(Fixtures.compliant().toString()))
            .build();

    long answered = cost(live);
    long checked = cost(check);

    System.out.printf(
        "live answer, %s: %.1f ms CPU, %.1f of a check%n",
        language, answered / 1e6, (double) answered / checked);
    assertThat(client.send(live, BodyHandlers.ofString()).body())
        .contains("id=\"summary\"", "id=\"found-parks-0-level\"");
    assertThat(answered).isLessThan(Math.max(MOST, MOST_CHECKS * checked));
  }

  /** Returns the mean, in nanoseconds, since the clock of a process can be as coarse as 10 ms. */
  private long cost(HttpRequest asked) throws Exception {
    for (int i = 0; i < WARM; i++) {
      assertThat(client.send(asked, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
    long before = machine.getProcessCpuTime();
    for (int i = 0; i < MEASURED; i++) {
      client.send(asked, BodyHandlers.ofString());
    }
    return (machine.getProcessCpuTime() - before) / MEASURED;
  }
}
