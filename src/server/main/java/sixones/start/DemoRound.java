package sixones.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jboss.logging.Logger;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.people.Person;
import sixones.people.account.Demo;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.submission.Submissions;

/** Opens the round of a demonstration and submits the public parts of three real bids. */
@ApplicationScoped
class DemoRound {
  /** Runs after {@link FirstStart}, which adds the people this needs. */
  private static final int LATER = 200;

  private static final Logger LOG = Logger.getLogger(DemoRound.class);
  private static final Map<String, String> BIDS =
      Map.of("deyang", "deyang-2022", "mianyang", "mianyang-2022", "yibin", "yibin-2022");

  @Inject Demo demo;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Clock clock;

  void open(@Observes @Priority(LATER) StartupEvent start) throws IOException, UnreadableDraft {
    Person officer = person("officer");
    if (!demo.on() || !rounds.list(officer, Cursor.START, 1).items().isEmpty()) {
      return;
    }
    Round round = rounds.create(officer, call(clock.instant().truncatedTo(ChronoUnit.HOURS)));
    for (Map.Entry<String, String> bid : BIDS.entrySet()) {
      submissions.accept(
          person(bid.getKey()),
          new Submissions.Handed(
              round.id(), "demonstration", bytes(bid.getValue()), Draft.Format.JSON));
    }
    LOG.infof("A round for the demonstration is open: %s", round.id());
  }

  private static Person person(String name) {
    return Demo.PEOPLE.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private static byte[] call(Instant now) {
    return """
    {"name": {"en": "Pilot competitive manufacturing cities 2022 (demonstration)", "zh": "2022年制造强市试点（演示）"},
     "ruleSet": "sichuan-2022-cities", "opensAt": "%s", "deadline": "%s",
     "evaluationDay": "2022-06-17", "submissionsPerApplicant": 10, "state": "open",
     "reason": "demonstration 演示"}
    """
        .formatted(now, now.plus(30, ChronoUnit.DAYS))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String bid) throws IOException {
    String path = "/examples/sichuan-2022-cities/bids/" + bid + "/bid.json";
    try (InputStream in = DemoRound.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }
}
