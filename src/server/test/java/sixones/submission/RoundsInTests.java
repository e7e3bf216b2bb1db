package sixones.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.Transactions;

/** People and rounds as tests of this room need them. */
public final class RoundsInTests {
  public static final Person OFFICER = new Person("officer", Role.OFFICER, null);
  public static final Person AUDITOR = new Person("auditor", Role.AUDITOR, null);
  public static final Person ADMIN = new Person("admin", Role.ADMIN, null);
  public static final Person CHENGDU = new Person("chengdu", Role.APPLICANT, "510100");
  public static final Person DEYANG = new Person("deyang", Role.APPLICANT, "510600");

  /** Somebody who hands in for whichever applicant a test needs. */
  public static final String SOMEONE = "someone";

  private RoundsInTests() {}

  /** Sees to it that they have rows, for what they do is recorded by number. */
  public static void there(Transactions transactions) {
    PeopleInTests people = new PeopleInTests(transactions);
    List.of(OFFICER, AUDITOR, ADMIN, CHENGDU, DEYANG).forEach(people::there);
    people.there(new Person(SOMEONE, Role.AUDITOR, null));
  }

  public static byte[] call(String state, Instant opensAt, Instant deadline, int submissions) {
    return """
    {"name": {"en": "A round", "zh": "一个批次"}, "ruleSet": "sichuan-2022-cities",
     "opensAt": "%s", "deadline": "%s", "evaluationDay": "2022-06-13",
     "submissionsPerApplicant": %d, "state": "%s", "reason": "as called"}
    """
        .formatted(opensAt, deadline, submissions, state)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A round that is open now and for a day. */
  public static Round open(Rounds rounds, int submissions) {
    return open(rounds, submissions, Fixtures.BID_DAY);
  }

  /** The same, whose bids are evaluated as of a day. */
  public static Round open(Rounds rounds, int submissions, LocalDate evaluationDay) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    byte[] call = call("open", now.minusSeconds(60), now.plus(1, ChronoUnit.DAYS), submissions);
    String as = new String(call, StandardCharsets.UTF_8);
    return rounds.create(
        OFFICER,
        as.replace(Fixtures.BID_DAY.toString(), evaluationDay.toString())
            .getBytes(StandardCharsets.UTF_8));
  }

  public static Submissions.Handed handed(Round round, String key, byte[] bytes) {
    return new Submissions.Handed(
        round.id(), key, bytes, Draft.Format.JSON, declaresItselfUntruthful(bytes), null);
  }

  private static boolean declaresItselfUntruthful(byte[] bytes) {
    try {
      return Draft.read(bytes, Draft.Format.JSON, RuleSetsInTests.SICHUAN.contract())
          .declaredUntruthful();
    } catch (UnreadableDraft e) {
      return false;
    }
  }

  public static Submissions.Handed handed(Round round) {
    return handed(round, UUID.randomUUID().toString(), bid());
  }

  /** A bid that declares itself untruthful. */
  static byte[] untruthful() {
    ObjectNode bid = Fixtures.readable();
    bid.withObject("/declarations").put("truthful", false);
    return bid.toString().getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bid() {
    return Fixtures.readable().toString().getBytes(StandardCharsets.UTF_8);
  }
}
