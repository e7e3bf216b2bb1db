package sixones.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import sixones.Fixtures;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.finding.Finding;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.Authorities;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Power;
import sixones.proceeding.conclusion.Candidate;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;
import sixones.submission.Submissions;

/**
 * Rounds with cases in the database, worked by three officers. The clock is set to a day that the
 * bundled calendar covers, whatever day it is; a test that uses this resets the clock at its end.
 */
public final class CaseworkInTests {
  public static final Person FIRST = new Person("first-officer", Role.OFFICER, null);
  public static final Person SECOND = new Person("second-officer", Role.OFFICER, null);
  public static final Person THIRD = new Person("third-officer", Role.OFFICER, null);

  /** An officer without any authority. */
  public static final Person IDLE = new Person("idle-officer", Role.OFFICER, null);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
  private static final AtomicInteger BEGUN = new AtomicInteger();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Rounds rounds = CDI.current().select(Rounds.class).get();
  private final Submissions submissions = CDI.current().select(Submissions.class).get();
  private final Declarations declarations = CDI.current().select(Declarations.class).get();
  private final OfficePowers powers = CDI.current().select(OfficePowers.class).get();
  private final Cases cases = CDI.current().select(Cases.class).get();
  private final CaseRecords records = CDI.current().select(CaseRecords.class).get();

  private Instant now;

  /** Sets the clock, and sees to it that officers have their authorities. */
  public CaseworkInTests() {
    Transactions transactions = CDI.current().select(Transactions.class).get();
    now = BEGIN.plus(Duration.ofHours(BEGUN.incrementAndGet()));
    MovableClock.moveTo(now);
    RoundsInTests.there(transactions);
    PeopleInTests people = new PeopleInTests(transactions);
    List.of(FIRST, SECOND, THIRD, IDLE).forEach(people::there);
    if (!hasPowers(FIRST)) {
      empower(FIRST, SECOND, THIRD);
      empower(SECOND, THIRD, FIRST);
      empower(THIRD, FIRST, SECOND);
    }
  }

  private boolean hasPowers(Person officer) {
    Authorities all = powers.list(FIRST, null).authorities();
    return all.own(records.numberOf(officer), Power.HANDLE, null).isPresent();
  }

  private void empower(Person officer, Person by, Person confirmer) {
    CaseAct given =
        powers.act(
            by,
            request(
                ActKind.GIVE_AUTHORITY,
                "{'person': %d, 'acts': ['handle', 'confirm', 'recuse'], 'from': '2026-01-01',"
                        .formatted(records.numberOf(officer))
                    + " 'document': 'Office order 1'}"));
    powers.act(
        confirmer, request(ActKind.CONFIRM, "{'of': '%s', 'answer': 'yes'}".formatted(given.id())));
  }

  /** Moves the clock on. */
  public void later(Duration by) {
    now = now.plus(by);
    MovableClock.moveTo(now);
  }

  public Instant now() {
    return now;
  }

  /** An applicant that acts by a person of its own. */
  public static Person applicant(String code) {
    return code.equals(RoundsInTests.CHENGDU.applicant())
        ? RoundsInTests.CHENGDU
        : code.equals(RoundsInTests.DEYANG.applicant())
            ? RoundsInTests.DEYANG
            : new Person(RoundsInTests.SOMEONE, Role.APPLICANT, code);
  }

  /**
   * The complete made-up bid of an applicant with changes: a pointer, then its value, and so on.
   */
  public static ObjectNode bid(String applicant, Object... changes) {
    ObjectNode bid = Fixtures.readable();
    Fixtures.change(
        bid, Fixtures.CONTRACT.applicant().toString(), JSON.getNodeFactory().textNode(applicant));
    for (int i = 0; i < changes.length; i += 2) {
      Fixtures.change(bid, (String) changes[i], JSON.valueToTree(changes[i + 1]));
    }
    return bid;
  }

  /** A round that was closed with these bids, for which the officers but the last declared. */
  public Round closed(ObjectNode... bids) {
    return closed(null, bids);
  }

  /**
   * A round that was closed with these bids.
   *
   * @param procedure its settings, with single quotes; null for none
   */
  public Round closed(String procedure, ObjectNode... bids) {
    Round round = closedUndeclared(procedure, bids);
    declare(round);
    return round;
  }

  /** The officers but the last declare for a round that was closed. */
  public void declare(Round round) {
    for (Person officer : List.of(FIRST, SECOND, THIRD)) {
      declarations.declare(officer, round.id(), request(ActKind.DECLARE, "{'except': []}"));
    }
  }

  /** The same, before anybody declared. */
  public Round closedUndeclared(String procedure, ObjectNode... bids) {
    Round round = open(procedure);
    List.of(bids).forEach(bid -> handIn(round, bid));
    later(Duration.ofHours(2));
    return change(round, "{'state': 'closed', 'reason': 'as called'}");
  }

  /** Hands in a bid as the applicant it names. */
  public void handIn(Round round, ObjectNode bid) {
    Person applicant = applicant(bid.at(Fixtures.CONTRACT.applicant().toString()).asText());
    try {
      submissions.accept(
          applicant, RoundsInTests.handed(round, UUID.randomUUID().toString(), bytes(bid)));
    } catch (UnreadableDraft e) {
      throw new AssertionError(e);
    }
  }

  /** A round that is open for an hour. */
  public Round open(String procedure) {
    ObjectNode call =
        json(
            new String(
                RoundsInTests.call("draft", now.minusSeconds(60), now.plus(Duration.ofHours(1)), 3),
                StandardCharsets.UTF_8));
    if (procedure != null) {
      call.set("procedure", json(procedure));
    }
    Round round = rounds.create(FIRST, bytes(call));
    return change(round, "{'state': 'open', 'reason': 'as called'}");
  }

  public Round change(Round round, String json) {
    return rounds.change(FIRST, round.id(), bytes(json(json)), null);
  }

  /** The case of an applicant, as the first officer sees it. */
  public SeenCase of(Round round, String applicant) {
    SeenCase listed =
        records.ofRound(FIRST, round.id(), null).stream()
            .filter(one -> one.bidCase().applicant().equals(applicant))
            .findFirst()
            .orElseThrow();
    return records.withBids(FIRST, List.of(listed)).get(0);
  }

  /** A case as it is now. */
  public SeenCase again(SeenCase seen) {
    return records.find(FIRST, seen.bidCase().id(), null);
  }

  public static ActRequest request(ActKind kind, String json) {
    return new ActRequest(kind, bytes(json(json)), null, UUID.randomUUID().toString(), null);
  }

  /** Does an act; its body has single quotes. */
  public DoneAct act(Person person, SeenCase seen, ActKind kind, String json) {
    return cases.act(person, seen.bidCase().id(), request(kind, json));
  }

  /** Does an act of two, by the first and the second officer. */
  public DoneAct byTwo(SeenCase seen, ActKind kind, String json) {
    DoneAct proposed = act(FIRST, seen, kind, json);
    return confirm(SECOND, seen, proposed.act().id());
  }

  public DoneAct confirm(Person person, SeenCase seen, UUID of) {
    return act(person, seen, ActKind.CONFIRM, "{'of': '%s', 'answer': 'yes'}".formatted(of));
  }

  /** The body of a notice of all candidates, with a term of so many days. */
  public String notice(SeenCase seen, int days) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode items = body.putArray("items");
    for (Candidate one : records.candidates(FIRST, seen)) {
      ObjectNode item = items.addObject().put("kind", one.kind()).put("rule", one.rule().id());
      item.set("pointers", JSON.valueToTree(one.pointers()));
    }
    body.set("term", JSON.valueToTree(term(days)));
    return body.toString();
  }

  /** What stands against an acceptance, each with a reason, as the member of a decision. */
  public String despite(SeenCase seen) {
    ArrayNode despite = JSON.createArrayNode();
    records
        .conclusion(FIRST, seen)
        .inTheWay()
        .forEach(
            finding ->
                despite
                    .addObject()
                    .put("rule", finding.rule().id())
                    .putObject("reasons")
                    .put("en", "accepted all the same, as the leaders asked"));
    return despite.toString();
  }

  /** Judges what the rules leave to people: everything passes. */
  public void judge(SeenCase seen) {
    for (Finding finding : records.examined(FIRST, seen).evaluation().findings()) {
      if (finding.outcome() == Outcome.REVIEW && finding.rule().severity() == Severity.JUDGED) {
        for (Finding.At place : finding.places()) {
          if (place.outcome() == Outcome.REVIEW) {
            act(FIRST, seen, ActKind.DETERMINE, determination(finding, place, "PASS"));
          }
        }
      }
    }
  }

  /** A determination of a place. */
  public static String determination(Finding finding, Finding.At place, String to) {
    return ("{'rule': '%s', 'pointer': '%s', 'to': '%s', 'reasonCode': 'judged-on-merits',"
            + " 'reasons': {'en': 'compared with what the others state'}}")
        .formatted(finding.rule().id(), place.pointer(), to);
  }

  /** Leaves out a place, which a required rule then finds to be missing. */
  public static void blank(ObjectNode bid) {
    ((ObjectNode) bid.at("/parks/0")).remove("manufacturing");
  }

  /** A term that starts today. */
  public Map<String, Object> term(int days) {
    return Map.of(
        "start",
        LocalDate.ofInstant(now, ZONE).toString(),
        "amount",
        days,
        "unit",
        "day",
        "firstDayCounts",
        false);
  }

  /** Hands in a reply. */
  public DoneAct reply(SeenCase seen, ObjectNode bid, String key) throws UnreadableDraft {
    return cases.reply(
        applicant(seen.bidCase().applicant()), seen.bidCase().id(), handed(seen, bid, key), null);
  }

  public static Submissions.Handed handed(SeenCase seen, ObjectNode bid, String key) {
    return new Submissions.Handed(
        seen.bidCase().round(), key, bytes(bid), Draft.Format.JSON, false, null);
  }

  public static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** JSON with single quotes around names and texts. */
  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
