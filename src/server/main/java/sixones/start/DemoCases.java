package sixones.start;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import sixones.audit.Audit;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.calendar.adoption.Calendars;
import sixones.casework.ActRequest;
import sixones.casework.CaseRecords;
import sixones.casework.CaseRounds;
import sixones.casework.Cases;
import sixones.casework.Declarations;
import sixones.casework.ExaminedBids;
import sixones.casework.OfficePowers;
import sixones.casework.SeenCase;
import sixones.casework.letter.CaseLetters;
import sixones.draft.Quota;
import sixones.evaluation.Evaluations;
import sixones.finding.Finding;
import sixones.library.PinnedEvaluators;
import sixones.official.OfficialEvaluations;
import sixones.people.Person;
import sixones.people.account.DemoScript;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.conclusion.Candidate;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.store.Transactions;
import sixones.submission.Submissions;

/**
 * Rounds of a demonstration that were closed some weeks ago, with a case in every state. What two
 * officers did in them is done here anew, by a clock that stands at the day it was done.
 */
@ApplicationScoped
class DemoCases {
  private static final Logger LOG = Logger.getLogger(DemoCases.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String REASON = "demonstration 演示";

  /** A round in which silence upon a notice may close a case. */
  private static final String GIVING_UP =
      "{\"noReply\": {\"value\": \"give-up\", \"citation\": \"demonstration 演示\"}}";

  /** What the demonstration shows of a case. */
  private enum Shown {
    RECEIVED,
    IN_REVIEW,
    RETURNED,
    ACCEPTED,
    REFUSED,
    PROPOSED,
    NOT_PROPOSED,
    SELECTED,
    NOT_SELECTED,
    GIVEN_UP,
    WITHDRAWN
  }

  @Inject Transactions transactions;
  @Inject Evaluations evaluations;
  @Inject PinnedEvaluators pinned;
  @Inject OfficialEvaluations official;
  @Inject Quota quota;
  @Inject Calendars calendars;
  @Inject CaseLetters letters;
  @Inject ExaminedBids examined;

  /** A clock that stands where it is put. */
  private static final class Past extends Clock {
    private Instant at;

    private Past(Instant at) {
      this.at = at;
    }

    private void later(Duration by) {
      at = at.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(at, zone);
    }

    @Override
    public Instant instant() {
      return at;
    }
  }

  /**
   * Adds the rounds.
   *
   * @param bids the bids of each round, of different applicants; at least three
   */
  void add(DemoScript script, List<DemoScript.Bid> bids, Clock present) throws UnreadableDraft {
    Instant today = present.instant().truncatedTo(ChronoUnit.HOURS);
    Office office = new Office(new Past(today.minus(Duration.ofDays(80))), script);
    office.empower();
    office.round(1, null, bids, Shown.SELECTED, Shown.NOT_SELECTED, Shown.REFUSED);
    office.clock.at = today.minus(Duration.ofDays(60));
    office.round(2, GIVING_UP, bids, Shown.GIVEN_UP, Shown.WITHDRAWN, Shown.SELECTED);
    office.clock.at = today.minus(Duration.ofDays(40));
    office.round(3, null, bids, Shown.PROPOSED, Shown.NOT_PROPOSED, Shown.ACCEPTED);
    office.clock.at = today.minus(Duration.ofDays(8));
    office.round(4, null, bids, Shown.RETURNED, Shown.IN_REVIEW, Shown.RECEIVED);
  }

  /** The two officers, and everything by the clock of the past. */
  private final class Office {
    private final Past clock;
    private final DemoScript script;
    private final Person first = DemoRound.person("officer");
    private final Person second = DemoRound.person("officer2");
    private final Rounds rounds;
    private final Submissions submissions;
    private final OfficePowers powers;
    private final Declarations declarations;
    private final Cases cases;
    private final CaseRecords records;

    Office(Past clock, DemoScript script) {
      this.clock = clock;
      this.script = script;
      Audit audit = new Audit(clock, () -> null);
      rounds = new Rounds(transactions, audit, evaluations, pinned, new CaseRounds(clock), clock);
      submissions =
          new Submissions(transactions, audit, official, quota, StoredJson::receiptDigests, clock);
      powers = new OfficePowers(transactions, audit, clock);
      declarations = new Declarations(transactions, audit, clock);
      cases = new Cases(transactions, audit, examined, submissions, calendars, letters, clock);
      records = new CaseRecords(transactions, audit, examined, clock);
    }

    private ActRequest request(ActKind kind, ObjectNode body) {
      return new ActRequest(kind, bytes(body), null, UUID.randomUUID().toString(), null);
    }

    /** An administrator proposes, and the other officer confirms. */
    void empower() {
      Person admin = DemoRound.person("admin");
      for (Person officer : List.of(first, second)) {
        ObjectNode given = object().put("person", records.numberOf(officer));
        given.putArray("acts").add("handle").add("confirm").add("recuse");
        given.put("from", day().toString()).put("document", REASON);
        UUID act = powers.act(admin, request(ActKind.GIVE_AUTHORITY, given)).id();
        Person other = officer == first ? second : first;
        powers.act(
            other,
            request(ActKind.CONFIRM, object().put("of", act.toString()).put("answer", "yes")));
      }
    }

    private LocalDate day() {
      return LocalDate.ofInstant(clock.at, ZONE);
    }

    void round(int number, String procedure, List<DemoScript.Bid> bids, Shown... shown)
        throws UnreadableDraft {
      Round round = rounds.create(first, call(number, procedure));
      for (int i = 0; i < shown.length; i++) {
        DemoScript.Bid bid = bids.get(i);
        submissions.accept(
            DemoRound.person(bid.person()),
            new Submissions.Handed(
                round.id(),
                "demonstration-" + number + "-" + bid.name(),
                bid.bytes(),
                Draft.Format.JSON));
      }
      clock.later(Duration.ofDays(1));
      ObjectNode close = object().put("state", "closed").put("reason", REASON);
      rounds.change(first, round.id(), bytes(close), null);
      declare(round, shown);
      for (int i = 0; i < shown.length; i++) {
        SeenCase one = find(round, bids.get(i));
        try {
          show(one, shown[i], DemoRound.person(bids.get(i).person()));
        } catch (Refused refused) {
          // A term that the calendar does not cover, say: the case stays as far as it came.
          LOG.warnf("a case of the demonstration stays behind: %s %s", shown[i], refused);
        }
      }
      if (number == 1) {
        ObjectNode decide = object().put("state", "decided").put("reason", REASON);
        rounds.change(first, round.id(), bytes(decide), null);
      }
      LOG.infof("A closed round for the demonstration: %s", round.id());
    }

    /** The second officer keeps away from a case that nobody has taken. */
    private void declare(Round round, Shown... shown) {
      declarations.declare(first, round.id(), request(ActKind.DECLARE, except()));
      ObjectNode second = except();
      List<SeenCase> all = records.ofRound(first, round.id(), null);
      if (List.of(shown).contains(Shown.RECEIVED)) {
        ObjectNode one = ((ArrayNode) second.get("except")).addObject();
        one.put("case", received(all, shown).bidCase().id().toString());
        one.put("ground", "other").set("reasons", reasons());
      }
      declarations.declare(this.second, round.id(), request(ActKind.DECLARE, second));
    }

    private SeenCase received(List<SeenCase> all, Shown... shown) {
      String applicant =
          DemoRound.person(script.bids().get(List.of(shown).indexOf(Shown.RECEIVED)).person())
              .applicant();
      return all.stream()
          .filter(one -> one.bidCase().applicant().equals(applicant))
          .findFirst()
          .orElseThrow();
    }

    private ObjectNode except() {
      ObjectNode body = object();
      body.putArray("except");
      return body;
    }

    private SeenCase find(Round round, DemoScript.Bid bid) {
      String applicant = DemoRound.person(bid.person()).applicant();
      return records.ofRound(first, round.id(), null).stream()
          .filter(one -> one.bidCase().applicant().equals(applicant))
          .findFirst()
          .orElseThrow();
    }

    private byte[] call(int number, String procedure) {
      DemoScript.Call round = script.round();
      ObjectNode call = object();
      call.putObject("name")
          .put("en", round.nameEn() + ", closed round " + number)
          .put("zh", round.nameZh() + "已截止批次" + number);
      call.put("ruleSet", script.ruleSet())
          .put("opensAt", clock.at.toString())
          .put("deadline", clock.at.plus(Duration.ofDays(1)).toString())
          .put("evaluationDay", round.evaluationDay().toString())
          .put("submissionsPerApplicant", round.submissionsPerApplicant())
          .put("state", "open")
          .put("reason", REASON);
      if (procedure != null) {
        call.putRawValue("procedure", new com.fasterxml.jackson.databind.util.RawValue(procedure));
      }
      return bytes(call);
    }

    private void show(SeenCase one, Shown shown, Person applicant) {
      if (shown == Shown.RECEIVED) {
        return;
      }
      act(first, one, ActKind.TAKE, object());
      clock.later(Duration.ofHours(2));
      switch (shown) {
        case IN_REVIEW -> judgeOne(one);
        case RETURNED -> notice(one, 15);
        case WITHDRAWN -> act(applicant, one, ActKind.GIVE_UP, object());
        case GIVEN_UP -> giveUp(one);
        case REFUSED -> refuse(one);
        default -> decide(one, shown);
      }
    }

    private void decide(SeenCase one, Shown shown) {
      judgeAll(one);
      byTwo(one, ActKind.ACCEPT, despite(one));
      if (shown == Shown.ACCEPTED) {
        return;
      }
      clock.later(Duration.ofDays(1));
      boolean isListed = shown == Shown.PROPOSED || shown == Shown.SELECTED;
      ObjectNode proposal = object().put("listed", isListed);
      proposal.set("reasons", reasons());
      byTwo(one, ActKind.PROPOSE, proposal);
      if (shown == Shown.PROPOSED || shown == Shown.NOT_PROPOSED) {
        return;
      }
      clock.later(Duration.ofDays(1));
      ObjectNode decision = object().put("listed", shown == Shown.SELECTED);
      decision
          .putObject("leaders")
          .put("body", REASON)
          .put("day", day().toString())
          .put("minutes", REASON);
      decision.set("reasons", reasons());
      byTwo(one, ActKind.DECIDE, decision);
    }

    private ObjectNode despite(SeenCase one) {
      ObjectNode decision = object();
      ArrayNode despite = decision.putArray("despite");
      for (Finding finding : records.conclusion(first, again(one)).inTheWay()) {
        despite.addObject().put("rule", finding.rule().id()).set("reasons", reasons());
      }
      return decision;
    }

    private SeenCase again(SeenCase one) {
      return records.find(first, one.bidCase().id(), null);
    }

    private void judgeOne(SeenCase one) {
      judge(one, 1);
    }

    private void judgeAll(SeenCase one) {
      judge(one, Integer.MAX_VALUE);
    }

    private void judge(SeenCase one, int most) {
      int left = most;
      for (Finding finding : records.examined(first, one).evaluation().findings()) {
        boolean isJudged =
            finding.rule().severity() == Severity.JUDGED && finding.outcome() == Outcome.REVIEW;
        for (Finding.At place : isJudged ? finding.places() : List.<Finding.At>of()) {
          if (place.outcome() == Outcome.REVIEW && left-- > 0) {
            act(
                first,
                one,
                ActKind.DETERMINE,
                determination(finding.rule().id(), place.pointer(), Outcome.PASS));
          }
        }
      }
    }

    private ObjectNode determination(String rule, String pointer, Outcome to) {
      ObjectNode body = object().put("rule", rule).put("pointer", pointer);
      body.put("to", to.name()).put("reasonCode", "judged-on-merits");
      body.set("reasons", reasons());
      return body;
    }

    private UUID notice(SeenCase one, int days) {
      ObjectNode body = object();
      ArrayNode items = body.putArray("items");
      for (Candidate candidate : records.candidates(first, again(one))) {
        ObjectNode item = items.addObject().put("kind", candidate.kind());
        ArrayNode pointers = item.put("rule", candidate.rule().id()).putArray("pointers");
        candidate.pointers().forEach(pointers::add);
      }
      body.putObject("term")
          .put("start", day().toString())
          .put("amount", days)
          .put("unit", "working-day")
          .put("firstDayCounts", false);
      return byTwo(one, ActKind.NOTICE, body);
    }

    private UUID lapsed(SeenCase one) {
      UUID notice = notice(one, 3);
      Instant due = again(one).view().waiting().orElseThrow().due();
      clock.later(Duration.between(clock.at, due).plusHours(10));
      return notice;
    }

    private void giveUp(SeenCase one) {
      UUID notice = lapsed(one);
      ObjectNode body = object().put("notice", notice.toString());
      body.set("reasons", reasons());
      byTwo(one, ActKind.CLOSE, body);
    }

    /** What was told to be missing, and stayed so, is determined to fail by two. */
    private void refuse(SeenCase one) {
      Candidate missing =
          records.candidates(first, again(one)).stream()
              .filter(each -> each.outcome() == Outcome.INCOMPLETE)
              .filter(each -> each.rule().severity() == Severity.REQUIRED)
              .findFirst()
              .orElseThrow();
      UUID notice = lapsed(one);
      String pointer = missing.pointers().get(0);
      ObjectNode fails = determination(missing.rule().id(), pointer, Outcome.FAIL);
      fails.put("reasonCode", "other").put("notice", notice.toString());
      byTwo(one, ActKind.DETERMINE, fails);
      ObjectNode refusal = object();
      refusal
          .putArray("grounds")
          .addObject()
          .put("rule", missing.rule().id())
          .put("pointer", pointer);
      refusal.set("reasons", reasons());
      byTwo(one, ActKind.REFUSE, refusal);
    }

    private UUID act(Person person, SeenCase one, ActKind kind, ObjectNode body) {
      return cases.act(person, one.bidCase().id(), request(kind, body)).act().id();
    }

    private UUID byTwo(SeenCase one, ActKind kind, ObjectNode body) {
      UUID proposal = act(first, one, kind, body);
      clock.later(Duration.ofHours(1));
      act(
          second,
          one,
          ActKind.CONFIRM,
          object().put("of", proposal.toString()).put("answer", "yes"));
      return proposal;
    }
  }

  private static ObjectNode reasons() {
    return object()
        .put("en", "Only for the demonstration; nobody decided this.")
        .put("zh", "仅供演示，并非真实的审查意见。");
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
