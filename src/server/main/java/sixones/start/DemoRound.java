package sixones.start;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDrafts;
import sixones.people.Person;
import sixones.people.account.Demo;
import sixones.people.account.DemoScript;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** Opens the rounds of a demonstration with the bids that its scripts have. */
@ApplicationScoped
class DemoRound {
  /** Runs after {@link FirstStart}, which adds the people this needs. */
  private static final int LATER = 200;

  private static final Logger LOG = Logger.getLogger(DemoRound.class);

  @Inject Demo demo;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;
  @Inject DemoCases cases;
  @Inject Clock clock;

  void open(@Observes @Priority(LATER) StartupEvent start) throws UnreadableDraft {
    Person officer = person("officer");
    if (!demo.on() || !rounds.list(officer, Cursor.START, 1).items().isEmpty()) {
      return;
    }
    DemoScript closed = Demo.SCRIPTS.get(0);
    cases.add(
        closed,
        closed.bids().stream().filter(bid -> bid.state() == DemoScript.State.SUBMITTED).toList(),
        clock);
    for (DemoScript script : Demo.SCRIPTS) {
      Round round = rounds.create(officer, call(script));
      for (DemoScript.Bid bid : script.bids()) {
        add(round, bid);
      }
      LOG.infof("A round for the demonstration is open: %s", round.id());
    }
  }

  private void add(Round round, DemoScript.Bid bid) throws UnreadableDraft {
    Person person = person(bid.person());
    if (bid.state() == DemoScript.State.DRAFT) {
      WorkingDrafts.Text text = new WorkingDrafts.Text(Draft.Format.JSON, bid.bytes());
      drafts.create(person, bid.name(), text, round.id());
      return;
    }
    Submission accepted =
        submissions.accept(
            person,
            new Submissions.Handed(
                round.id(), "demonstration-" + bid.name(), bid.bytes(), Draft.Format.JSON));
    if (bid.state() == DemoScript.State.WITHDRAWN) {
      submissions.withdraw(person, accepted.id());
    }
  }

  static Person person(String name) {
    return Demo.PEOPLE.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private byte[] call(DemoScript script) {
    DemoScript.Call round = script.round();
    Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    call.putObject("name").put("en", round.nameEn()).put("zh", round.nameZh());
    return call.put("ruleSet", script.ruleSet())
        .put("opensAt", now.toString())
        .put("deadline", now.plus(round.days(), ChronoUnit.DAYS).toString())
        .put("evaluationDay", round.evaluationDay().toString())
        .put("submissionsPerApplicant", round.submissionsPerApplicant())
        .put("state", "open")
        .put("reason", "demonstration 演示")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
