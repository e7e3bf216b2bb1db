package sixones.proceeding.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import sixones.finding.Finding;
import sixones.proceeding.CaseFold;
import sixones.proceeding.CaseInTests;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.Determination;
import sixones.proceeding.act.Reply;
import sixones.proceeding.permission.Asking;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/**
 * A case to which everything happens that can happen to determinations, chosen by a random source.
 * Most acts go through the door, as in the application; some are put on record past it.
 */
final class WalkedCase {
  private static final CaseSettings[] SETTINGS = {settings(1), settings(2)};

  private static CaseSettings settings(int persons) {
    String json =
        "{'corrections':{'value':3,'citation':'a test'},"
            + "'unlisted':{'value':'mark','citation':'a test'},"
            + "'persons':{'value':{'determine':"
            + persons
            + "},'citation':'a test'}}";
    return CaseSettings.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  /** What took place, by its name. */
  static final Map<String, Integer> DONE = new java.util.TreeMap<>();

  final CaseInTests of;
  final int persons;
  final List<Instant> instants = new ArrayList<>();
  private final Random random;
  private final List<Examined> replies;
  private final List<String[]> places = new ArrayList<>();

  WalkedCase(Examined first, List<Examined> replies, Random random) {
    this.random = random;
    this.replies = replies;
    persons = random.nextInt(6) == 0 ? 2 : 1;
    of = CaseInTests.of(first, SETTINGS[persons - 1]);
    of.give(2, 1L);
    of.give(4, 3L);
    of.take(1);
    choose(first);
  }

  /** A few places are enough for determinations to meet each other. */
  private void choose(Examined first) {
    List<Finding> all = first.evaluation().findings();
    while (places.size() < 5) {
      Finding finding = all.get(random.nextInt(all.size()));
      boolean isDull =
          finding.outcome() == Outcome.PASS || finding.rule().severity() != Severity.REQUIRED;
      if (isDull && random.nextInt(4) > 0) {
        continue;
      }
      places.add(new String[] {finding.rule().id(), null});
      for (Finding.At place : finding.places()) {
        places.add(new String[] {finding.rule().id(), place.pointer()});
      }
    }
  }

  PlainConclusion plain(Instant at) {
    return PlainConclusion.at(
        of.bidCase, persons, of.acts, of.declarations, id -> evaluation(id), at);
  }

  private sixones.evaluation.Evaluation evaluation(UUID id) {
    return of.evaluations.get(id).evaluation();
  }

  /** Does one thing; it may be refused. */
  void step() {
    of.later(Duration.ofMillis(1 + random.nextInt(1000)));
    List<Integer> free = new ArrayList<>(List.of(1, 2, 3, 4));
    free.removeIf(one -> random.nextInt(8) > 0 && of.view().recusals().isRecused(one));
    int person = free.isEmpty() ? 1 : free.get(random.nextInt(free.size()));
    Long principal = random.nextInt(5) == 0 && person % 2 == 0 ? Long.valueOf(person - 1) : null;
    Asking officer = of.officer(person, principal);
    switch (random.nextInt(40)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 -> determine(officer);
      case 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22 -> answer(officer);
      case 23 -> done("withdraw", of.attempt(officer, withdraw(some())));
      case 24, 25 -> recuse(officer, person);
      case 26, 27 -> wait(random.nextInt(3));
      case 28, 29, 30 -> toAnEnd();
      case 31, 32 -> {
        ActBody notice = of.notice(10);
        if (of.attempt(officer, notice) == null) {
          answer(of.officer(person % 4 + 1));
        }
      }
      case 33, 34, 35 -> reply();
      case 36 -> lapse(officer);
      default -> past(person);
    }
    instants.add(of.now);
  }

  private void done(String what, String refused) {
    DONE.merge(refused == null ? what : what + " refused", 1, Integer::sum);
  }

  private void determine(Asking officer) {
    String[] place = places.get(random.nextInt(places.size()));
    Outcome to = Outcome.values()[random.nextInt(5)];
    Outcome found = machine(of.examined().finding(place[0]), place[1]);
    if (random.nextInt(4) > 0 && found != null) {
      to = found == Outcome.PASS || random.nextInt(5) == 0 ? Outcome.FAIL : Outcome.PASS;
    }
    boolean seen = random.nextInt(5) > 0;
    boolean cites = random.nextInt(3) == 0;
    Finding finding = of.examined().finding(place[0]);
    List<IssuedNotice> lapsed =
        of.view().notices().stream()
            .filter(one -> one.progress() == IssuedNotice.Progress.LAPSED)
            .toList();
    boolean names = !lapsed.isEmpty() && random.nextInt(4) > 0;
    StringBuilder more = new StringBuilder(seen ? CaseInTests.SEEN : "");
    if (cites && finding != null) {
      more.append(",'citations':['").append(finding.rule().citation()).append("']");
    }
    if (names) {
      more.append(",'notice':'").append(lapsed.get(0).id()).append("'");
    }
    Instant expires = expires(more);
    ActBody asked = of.determination(place[0], place[1], to.name(), more.toString());
    if (of.mayAct(officer, asked).isPresent()) {
      return;
    }
    Outcome machine = machine(finding, place[1]);
    // "A determination by two is superseded by two", taken back or not, while it is of one finding.
    List<KnownDetermination> stood =
        of.view().determinations().stream()
            .filter(KnownDetermination::wasInForce)
            .filter(
                one -> one.standing() != Standing.REOPENED || CaseFold.RECUSAL.equals(one.cause()))
            .filter(one -> one.made().rule().equals(place[0]))
            .filter(one -> java.util.Objects.equals(one.pointer(), place[1]))
            .toList();
    String refused = of.attempt(officer, asked);
    if (refused != null && refused.equals(stands(place[0], place[1]))) {
      return;
    }
    int needed =
        machine == null
            ? 0
            : needed(finding, place[1], machine, to, seen, cites, names ? lapsed.get(0) : null);
    assertThat(refused == null)
        .as(machine + " to " + to + " of " + place[0] + " " + place[1] + more + ": " + refused)
        .isEqualTo(needed > 0);
    if (refused == null) {
      Determination made = (Determination) of.acts.get(of.acts.size() - 1).body();
      int before =
          stood.stream()
              .filter(one -> one.basis().isOfSameFinding(made.basis()))
              .mapToInt(one -> one.made().persons())
              .max()
              .orElse(0);
      assertThat(made.persons()).isEqualTo(Math.max(Math.max(needed, persons), before));
      assertThat(made.machineOutcome()).isEqualTo(machine);
      assertThat(made.expires()).isEqualTo(expires);
      done(finding.rule().severity() + " " + machine + " to " + to, null);
    } else {
      done("determine", refused);
    }
  }

  /**
   * Why a place is not determined because of another determination: one waits for its second person
   * there, or one stands of the whole finding and this is of a place, or the other way round. The
   * design is silent on it; null if there is none.
   */
  private String stands(String rule, String pointer) {
    PlainConclusion now = plain(of.now);
    for (KnownDetermination one : of.view().determinations()) {
      Standing standing = now.standings.get(one.id());
      boolean stands = standing == Standing.PROPOSED || standing == Standing.IN_FORCE;
      if (!stands || !one.made().rule().equals(rule)) {
        continue;
      }
      boolean same = Objects.equals(one.pointer(), pointer);
      if (same && standing == Standing.PROPOSED) {
        return "pending";
      }
      if (!same && (one.pointer() == null || pointer == null)) {
        return "overlap";
      }
    }
    return null;
  }

  /** "A date given as expiry means 24:00 of that day in Asia/Shanghai." */
  private Instant expires(StringBuilder more) {
    if (random.nextInt(3) > 0) {
      return null;
    }
    if (random.nextBoolean()) {
      Instant at = of.now.plusSeconds(3600L * (1 + random.nextInt(100)));
      more.append(",'expires':'").append(at).append("'");
      return at;
    }
    LocalDate day = LocalDate.ofInstant(of.now, ZoneOffset.ofHours(8)).plusDays(random.nextInt(9));
    more.append(",'expires':'").append(day).append("'");
    return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(8));
  }

  private static Outcome machine(Finding finding, String pointer) {
    if (finding == null) {
      return null;
    }
    if (pointer == null) {
      return finding.outcome();
    }
    for (Finding.At place : finding.places()) {
      if (place.pointer().equals(pointer)) {
        return place.outcome();
      }
    }
    return null;
  }

  private int needed(
      Finding finding,
      String pointer,
      Outcome machine,
      Outcome to,
      boolean seen,
      boolean cites,
      IssuedNotice lapsed) {
    boolean names =
        switch (machine) {
          case INCOMPLETE ->
              // "evidence seen with sha256 or address", "the lapsed notice that listed it"
              to == Outcome.PASS
                  ? seen
                  : to != Outcome.FAIL
                      || lapsed != null && lapsed.tells(finding.rule().id(), pointer);
          // "reason code and citation or evidence", "evidence that the statement is untrue, or a
          // citation"
          case FAIL, PASS -> to == machine || seen || cites;
          default -> true;
        };
    // "A blank stays a blank in the bid": what is said of a whole finding passes no place that
    // needs
    // something else than the others. The design is silent on it.
    if (pointer == null && to == Outcome.PASS && to != machine) {
      for (Finding.At place : finding.places()) {
        names &= place.outcome() == machine || place.outcome() == Outcome.PASS;
      }
    }
    return names ? PlainConclusion.persons(finding.rule().severity(), machine, to) : 0;
  }

  private UUID some() {
    List<KnownDetermination> all = of.view().determinations();
    return all.isEmpty() ? new UUID(9, 9) : all.get(random.nextInt(all.size())).id();
  }

  private boolean isInForce(UUID id) {
    return of.view().determination(id).orElseThrow().standing() == Standing.IN_FORCE;
  }

  private static ActBody withdraw(UUID id) {
    return new ActBody.Withdraw(id, CaseInTests.REASONS);
  }

  private void answer(Asking officer) {
    List<UUID> pending = of.view().pending();
    UUID id = pending.isEmpty() ? some() : pending.get(random.nextInt(pending.size()));
    Instant expires =
        random.nextInt(4) == 0 ? of.now.plusSeconds(3600L * (1 + random.nextInt(100))) : null;
    boolean yes = random.nextInt(5) > 0;
    done(
        yes ? "confirm" : "decline",
        of.attempt(
            officer, new ActBody.Confirm(id, yes, CaseInTests.REASONS, yes ? expires : null)));
  }

  private void recuse(Asking officer, int person) {
    switch (random.nextInt(7)) {
      case 0 -> done("recuse", of.attempt(of.officer(person), recused(person)));
      case 1 -> of.attempt(of.applicant(), recused(1 + random.nextInt(4)));
      case 2 -> {
        if (random.nextInt(3) > 0) {
          return;
        }
        of.later(Duration.ofMillis(1));
        of.declare(person, of.bidCase.id());
        of.later(Duration.ofMillis(1));
        done("declare", null);
      }
      case 3 ->
          done(
              "lift",
              of.attempt(officer, new ActBody.LiftRecusal(person % 4 + 1, CaseInTests.REASONS)));
      default -> {
        List<CaseAct> asked = of.view().recusals().asked();
        if (!asked.isEmpty()) {
          done(
              "decide recusal",
              of.attempt(
                  officer,
                  new ActBody.DecideRecusal(
                      asked.get(0).id(), random.nextInt(3) > 0, CaseInTests.REASONS)));
        }
      }
    }
  }

  private static ActBody recused(long person) {
    return new ActBody.Recuse(person, "kin", CaseInTests.REASONS);
  }

  private void wait(int days) {
    of.later(Duration.ofDays(days));
  }

  /** Goes to the instant at which a determination ends, or one millisecond beside it. */
  private void toAnEnd() {
    List<Instant> ends = new ArrayList<>();
    for (KnownDetermination one : of.view().determinations()) {
      if (one.expires() != null && one.expires().isAfter(of.now.plusMillis(2))) {
        ends.add(one.expires());
      }
    }
    if (!ends.isEmpty()) {
      of.now = ends.get(random.nextInt(ends.size())).plusMillis(random.nextInt(3) - 1);
      done("went to an end", null);
    }
  }

  private void lapse(Asking officer) {
    for (IssuedNotice notice : of.view().notices()) {
      if (notice.progress() == IssuedNotice.Progress.WAITING) {
        of.now = notice.due().plusMillis(random.nextInt(2));
      }
      done("lapse", of.attempt(officer, new ActBody.Lapse(notice.id())));
    }
  }

  private void reply() {
    if (of.view().state() != CaseState.RETURNED || replies.isEmpty()) {
      return;
    }
    CaseView before = of.view();
    Examined was = of.examined();
    Examined after = replies.get(random.nextInt(replies.size()));
    String refused = of.reply(after);
    done("reply", refused);
    if (refused != null) {
      return;
    }
    Reply reply = (Reply) of.acts.get(of.acts.size() - 1).body();
    Map<UUID, Reply.Carried> carried = new HashMap<>();
    reply.carried().forEach(one -> carried.put(one.of(), one));
    Map<UUID, Reply.Reopened> reopened = new HashMap<>();
    reply.reopened().forEach(one -> reopened.put(one.of(), one));
    for (KnownDetermination one : before.determinations()) {
      boolean isAlive = one.standing() == Standing.PROPOSED || one.standing() == Standing.IN_FORCE;
      if (!isAlive) {
        assertThat(carried).doesNotContainKey(one.id());
        continue;
      }
      assertThat(carried.containsKey(one.id()))
          .as("a reply carries or reopens every determination")
          .isNotEqualTo(reopened.containsKey(one.id()));
      if (carried.containsKey(one.id())) {
        String pointer = carried.get(one.id()).pointer();
        assertThat(machine(after.finding(one.made().rule()), pointer))
            .as("a determination that is carried is about the same outcome")
            .isEqualTo(machine(was.finding(one.made().rule()), one.pointer()));
        done("carried", null);
      } else {
        assertThat(reopened.get(one.id()).cause()).isIn("facts", "rule");
        done("reopened", null);
      }
    }
  }

  /** Puts an act on record that could not take effect, or that nobody asked for. */
  private void past(int person) {
    CaseView view = of.view();
    if (view.state() != CaseState.IN_REVIEW || view.recusals().isRecused(person)) {
      return;
    }
    UUID id = some();
    if (view.determination(id).isEmpty() || isInForce(id) && random.nextInt(4) > 0) {
      return;
    }
    ActBody body =
        random.nextInt(3) == 0
            ? withdraw(id)
            : new ActBody.Confirm(id, random.nextInt(4) > 0, CaseInTests.REASONS, null);
    of.acts.add(CaseAct.of(of.acts.size() + 1, of.id(), body, person, null, null, of.now, null));
    done("past the door: " + body.kind() + " of " + view.determination(id).get().standing(), null);
  }
}
