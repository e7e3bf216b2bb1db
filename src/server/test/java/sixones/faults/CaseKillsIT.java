package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.faults.Killer.Kind.ALL_POSTGRES;
import static sixones.faults.Killer.Kind.BOTH;
import static sixones.faults.Killer.Kind.POSTMASTER;
import static sixones.faults.Killer.Kind.SERVICE;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;

/**
 * Whatever is killed, and when, while cases are worked: what was answered is there, once, with all
 * that belongs to it.
 */
@InTurns(
    value = 8,
    at = {4, 7})
class CaseKillsIT {
  private static final int KILLS = Integer.getInteger("faults.kills", Form.asked().of(2, 100));
  private static final int CLIENTS = Form.asked().of(3, 6);

  @TempDir Path temporary;

  private final CaseBook book = new CaseBook();
  private final List<CaseClient> clients = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void end() {
    threads.forEach(Thread::interrupt);
  }

  @Test
  void what_was_done_in_a_case_outlasts_every_kill() throws Exception {
    Random random = Seed.random();
    try (Service service =
        new Service(UsedData.copyTo(temporary.resolve("data")), Map.of()).started()) {
      ClosedRounds rounds = new ClosedRounds(service.root(), book);
      for (int i = 0; i < CLIENTS; i++) {
        CaseClient client = new CaseClient(service.root(), rounds, book, random.nextLong());
        clients.add(client);
        threads.add(new Thread(client, "case client " + i));
      }
      threads.forEach(Thread::start);
      Killer killer = new Killer(service, book, random);

      killer.kill(KILLS, SERVICE, POSTMASTER, BOTH, ALL_POSTGRES);
      clients.forEach(CaseClient::end);
      for (Thread thread : threads) {
        Waiting.until("each case is decided", Duration.ofSeconds(120), () -> !thread.isAlive());
      }

      assertThat(book.faults()).as(service::said).isEmpty();
      assertThat(killer.killed()).as("killed while alive").isEqualTo(KILLS);
      Map<UUID, JsonNode> before = CaseReckoning.cases(book, service.root());
      service.kill();
      service.started();
      assertThat(CaseReckoning.cases(book, service.root())).isEqualTo(before);
      List<String> wrong = CaseReckoning.of(book, service.root(), Database.of(service.data()));
      System.out.println(Figures.of(killer, book, figures(wrong)));
      assertThat(wrong).isEmpty();
      assertThat(kinds())
          .containsKeys("take", "determine", "confirm", "withdraw")
          .containsKeys("refuse", "reopen", "accept", "propose", "decide");
      if (CaseClient.isCovered()) {
        assertThat(kinds()).containsKeys("notice", "reply");
      }
    }
  }

  private Map<String, Object> figures(List<String> wrong) {
    Map<String, Object> figures = new TreeMap<>();
    figures.put("cases", book.last().size());
    figures.put("acts answered", book.accepted());
    figures.put("not as it was told", wrong.size());
    kinds().forEach((kind, times) -> figures.put("acts: " + kind, times));
    return figures;
  }

  private Map<String, Integer> kinds() {
    Map<String, Integer> kinds = new TreeMap<>();
    book.told().forEach(told -> kinds.merge(told.sent().kind(), 1, Integer::sum));
    return kinds;
  }
}
