package sixones.proceeding.permission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import sixones.finding.Finding;
import sixones.proceeding.CaseFold;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.Standing;
import sixones.proceeding.Terms;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Basis;
import sixones.proceeding.act.Decision;
import sixones.proceeding.act.Determination;
import sixones.proceeding.act.DueTerm;
import sixones.proceeding.act.Extension;
import sixones.proceeding.act.Notice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.act.ReasonCode;
import sixones.proceeding.act.Reply;
import sixones.proceeding.act.RestsOn;
import sixones.proceeding.act.Widening;
import sixones.proceeding.conclusion.Bases;
import sixones.proceeding.conclusion.Candidate;
import sixones.proceeding.conclusion.Carrying;
import sixones.proceeding.conclusion.Conclusion;
import sixones.proceeding.conclusion.Determinable;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.conclusion.Replying;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.Severity;

/**
 * Looks at what an act says against the case and its evaluation, and completes it with what the
 * office computes.
 */
public final class Preparation {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final CaseView view;
  private final Function<UUID, Examined> evaluations;
  private final Terms terms;
  private final Instant now;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * Creates an instance for one act.
   *
   * @param view the case at the instant of acting
   * @param evaluations the case's evaluations by id
   */
  public Preparation(
      CaseView view, Function<UUID, Examined> evaluations, Terms terms, Instant now) {
    this.view = view;
    this.evaluations = evaluations;
    this.terms = terms;
    this.now = now;
  }

  /**
   * Returns what is to be kept.
   *
   * @throws Refused if the act cannot be done so, with all faults
   */
  public ActBody prepared(ActBody asked) {
    ActBody body =
        asked instanceof Determination one
            ? determination(one)
            : asked instanceof Notice one
                ? notice(one)
                : asked instanceof Widening one
                    ? widening(one)
                    : asked instanceof Extension one
                        ? extension(one)
                        : asked instanceof Decision one ? decision(one) : asked;
    if (asked instanceof ActBody.Confirm confirm && confirm.yes()) {
      confirmed(confirm);
    } else if (asked instanceof ActBody.Lapse lapse) {
      lapsed(lapse.notice());
    } else if (asked instanceof ActBody.Close close) {
      lapsed(close.notice());
    }
    if (!faults.isEmpty()) {
      throw Refused.wrong(faults);
    }
    return body;
  }

  /**
   * Returns the reply that a bid is, with what becomes of the determinations.
   *
   * @param after the evaluation of the bid handed in
   * @param addsFiles whether evidence files come with it that were not there before
   * @throws Refused if it changes what it may not, or nothing
   */
  public Reply reply(Examined after, boolean addsFiles) {
    IssuedNotice notice = view.waiting().orElseThrow();
    Carrying carrying = new Carrying(examined(), after);
    List<Reply.Changed> changes =
        Replying.changes(
            examined(), after, notice.mayChange(), view.settings().marksUnlisted(), addsFiles);
    for (KnownDetermination one : view.determinations()) {
      if (one.standing() == Standing.IN_FORCE || one.standing() == Standing.PROPOSED) {
        carrying.look(one.id(), one.made(), one.pointer(), one.lookedAt(), one.basis());
      }
    }
    return new Reply(
        notice.id(),
        after.submission(),
        after.evaluation().draft().digest(),
        after.id(),
        changes,
        carrying.carried(),
        carrying.reopened());
  }

  /** What tells that a term passed tells so of the last notice, and of no other. */
  private void lapsed(UUID notice) {
    List<IssuedNotice> all = view.notices();
    IssuedNotice last = all.isEmpty() ? null : all.get(all.size() - 1);
    if (last == null
        || !last.id().equals(notice)
        || last.progress() != IssuedNotice.Progress.LAPSED) {
      fault("/notice", "not-lapsed", Map.of());
    }
  }

  private void fault(String pointer, String kind, Map<String, ?> values) {
    faults.add(new Fault(pointer, kind, values));
  }

  /** Reads the evaluation that counts only when an act needs it: not everybody may see it. */
  private Examined examined() {
    return evaluations.apply(view.evaluation());
  }

  private Conclusion conclusion() {
    return view.conclusion(examined().evaluation());
  }

  private Determination determination(Determination asked) {
    Finding finding = examined().finding(asked.rule());
    if (finding == null) {
      fault(
          "/rule",
          "no-such-rule",
          Map.of("possible", String.join(", ", examined().ruleSet().rules().keySet())));
      return asked;
    }
    Finding.At place =
        asked.pointer() == null ? null : examined().place(asked.rule(), asked.pointer());
    if (asked.pointer() != null && place == null) {
      List<String> places = finding.places().stream().map(Finding.At::pointer).toList();
      fault("/pointer", "no-such-place", Map.of("possible", String.join(", ", places)));
      return asked;
    }
    Severity severity = finding.rule().severity();
    Outcome machine = place == null ? finding.outcome() : place.outcome();
    int persons = Determinable.persons(severity, machine, asked.to());
    if (persons == 0) {
      fault(
          "/to",
          "not-determinable",
          Map.of("possible", joined(Determinable.possible(severity, machine))));
      return asked;
    }
    if (place == null && asked.to() == Outcome.PASS && machine != Outcome.PASS) {
      wholeFinding(finding);
    }
    mustName(asked, machine);
    citations(asked.restsOn().citations());
    List<String> lookedAt = lookedAt(asked);
    overlapping(asked);
    Basis basis = Bases.of(examined(), asked.rule(), asked.pointer(), lookedAt);
    RestsOn on =
        new RestsOn(
            asked.restsOn().citations(),
            asked.restsOn().evidence(),
            lookedAt,
            asked.restsOn().notice());
    Determination complete =
        new Determination(
            asked.rule(),
            asked.pointer(),
            machine,
            asked.to(),
            asked.reasonCode(),
            asked.reasons(),
            on,
            basis,
            asked.expires(),
            Math.max(persons, personsBefore(asked, basis)));
    return complete.completed(machine, basis, view.settings().persons(complete));
  }

  /**
   * What two persons determined is not superseded by one: neither while it counts, nor after one of
   * them took it back or keeps away. It takes one again if what it rested on is another.
   */
  private int personsBefore(Determination asked, Basis basis) {
    return view.determinations().stream()
        .filter(KnownDetermination::wasInForce)
        .filter(one -> one.standing() != Standing.REOPENED || CaseFold.RECUSAL.equals(one.cause()))
        .filter(one -> one.made().rule().equals(asked.rule()))
        .filter(one -> Objects.equals(one.pointer(), asked.pointer()))
        .filter(one -> one.basis().isOfSameFinding(basis))
        .mapToInt(one -> one.made().persons())
        .max()
        .orElse(0);
  }

  private static String joined(List<?> words) {
    return words.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** What holds for the whole finding must not pass places that differ. */
  private void wholeFinding(Finding finding) {
    boolean mixed =
        finding.places().stream()
            .anyMatch(one -> one.outcome() != finding.outcome() && one.outcome() != Outcome.PASS);
    if (mixed) {
      List<String> places = finding.places().stream().map(Finding.At::pointer).toList();
      fault("/pointer", "mixed-places", Map.of("possible", String.join(", ", places)));
    }
  }

  private void mustName(Determination asked, Outcome machine) {
    RestsOn on = asked.restsOn();
    boolean named = !on.citations().isEmpty() || !on.evidence().isEmpty();
    if (machine == Outcome.INCOMPLETE && asked.to() == Outcome.PASS && on.evidence().isEmpty()) {
      fault("/evidence", "missing", Map.of());
    }
    boolean turned =
        machine == Outcome.FAIL && asked.to() == Outcome.PASS
            || machine == Outcome.PASS && asked.to() == Outcome.FAIL;
    if (turned && !named) {
      fault("/citations", "citation-or-evidence", Map.of());
    }
    if (asked.reasonCode() == ReasonCode.READING_OF_THE_TEXT && on.citations().isEmpty()) {
      fault("/citations", "missing", Map.of());
    }
    if (machine == Outcome.INCOMPLETE && asked.to() == Outcome.FAIL) {
      boolean listed =
          view.notices().stream()
              .filter(one -> one.id().equals(on.notice()))
              .filter(one -> one.progress() == IssuedNotice.Progress.LAPSED)
              .anyMatch(one -> listed(one, asked));
      if (!listed) {
        fault("/notice", "no-lapsed-notice", Map.of());
      }
    }
  }

  /** Of a whole finding, each place it fails for has to be listed. */
  private boolean listed(IssuedNotice notice, Determination asked) {
    return asked.pointer() != null
        ? notice.tells(asked.rule(), asked.pointer())
        : examined().finding(asked.rule()).places().stream()
            .filter(place -> place.outcome() == Outcome.INCOMPLETE)
            .allMatch(place -> notice.tells(asked.rule(), place.pointer()));
  }

  private void citations(List<String> citations) {
    for (int i = 0; i < citations.size(); i++) {
      if (!examined().ruleSet().citations().containsKey(citations.get(i))) {
        fault("/citations/" + i, "no-such-citation", Map.of("found", citations.get(i)));
      }
    }
  }

  private List<String> lookedAt(Determination asked) {
    List<String> named = asked.restsOn().lookedAt();
    for (int i = 0; i < named.size(); i++) {
      String parent = named.get(i).substring(0, named.get(i).lastIndexOf('/'));
      if (examined().bid().at(named.get(i)).isMissingNode()
          && !examined().bid().at(parent).isObject()) {
        fault("/lookedAt/" + i, "not-in-bid", Map.of("found", named.get(i)));
      }
    }
    return named.isEmpty() ? Bases.lookedAt(examined(), asked.rule(), asked.pointer()) : named;
  }

  /** Of one finding, either the whole is determined or places of it. */
  private void overlapping(Determination asked) {
    for (KnownDetermination one : view.determinations()) {
      boolean stands = one.standing() == Standing.IN_FORCE || one.standing() == Standing.PROPOSED;
      if (stands && one.made().rule().equals(asked.rule())) {
        boolean same = Objects.equals(one.pointer(), asked.pointer());
        if (same && one.standing() == Standing.PROPOSED) {
          throw conflict("pending", Map.of("acts", List.of(one.id())));
        }
        if (!same && (one.pointer() == null || asked.pointer() == null)) {
          throw conflict("overlap", Map.of("acts", List.of(one.id())));
        }
      }
    }
  }

  private static Refused conflict(String kind, Map<String, ?> values) {
    return new Refused(Refused.Why.CONFLICT, kind, values);
  }

  private Notice notice(Notice asked) {
    long issued = view.notices().size();
    if (issued >= view.settings().corrections()) {
      throw conflict("no-more-notices", Map.of("most", view.settings().corrections()));
    }
    Map<String, List<String>> open = open();
    List<NoticeItem> items = new ArrayList<>();
    for (NoticeItem item : asked.items()) {
      items.add(item(item, open));
    }
    accounts(asked, open);
    DueTerm term = counted(asked.term(), null);
    return new Notice(examined().id(), items, asked.dropped(), term, asked.letter());
  }

  /** Returns the places of the candidates, by rule. */
  private Map<String, List<String>> open() {
    Map<String, List<String>> open = new LinkedHashMap<>();
    for (Candidate candidate : Candidate.of(examined(), conclusion())) {
      open.computeIfAbsent(candidate.rule().id(), rule -> new ArrayList<>())
          .addAll(candidate.pointers());
    }
    return open;
  }

  /** Each candidate is told or dropped, and nothing else is. */
  private void accounts(Notice asked, Map<String, List<String>> open) {
    Map<String, List<String>> left = new LinkedHashMap<>();
    open.forEach((rule, places) -> left.put(rule, new ArrayList<>(places)));
    for (NoticeItem item : asked.items()) {
      if (item.rule() != null && left.containsKey(item.rule())) {
        left.get(item.rule()).removeAll(item.pointers());
      }
    }
    for (int i = 0; i < asked.dropped().size(); i++) {
      Notice.Dropped one = asked.dropped().get(i);
      List<String> places = open.getOrDefault(one.rule(), List.of());
      if (places.isEmpty() || one.pointer() != null && !places.contains(one.pointer())) {
        fault("/dropped/" + i, "no-such-candidate", Map.of("rule", one.rule()));
      } else if (one.pointer() == null) {
        left.get(one.rule()).clear();
      } else {
        left.get(one.rule()).remove(one.pointer());
      }
    }
    left.forEach(
        (rule, places) -> {
          if (!places.isEmpty()) {
            fault(
                "/items",
                "candidate-not-told",
                Map.of("rule", rule, "places", String.join(", ", places)));
          }
        });
  }

  private NoticeItem item(NoticeItem item, Map<String, List<String>> open) {
    String at = "/items/" + (item.n() - 1);
    Rule rule = item.rule() == null ? null : examined().ruleSet().rules().get(item.rule());
    if (item.rule() != null && !open.containsKey(item.rule())) {
      fault(at + "/rule", "no-such-candidate", Map.of("rule", item.rule()));
      return item;
    }
    if (rule != null && item.pointers().isEmpty()) {
      fault(at + "/pointers", "missing", Map.of());
    }
    for (int i = 0; rule != null && i < item.pointers().size(); i++) {
      if (!open.get(item.rule()).contains(item.pointers().get(i))) {
        fault(at + "/pointers/" + i, "no-such-candidate", Map.of("rule", item.rule()));
      }
    }
    if (item.citation() != null && !examined().ruleSet().citations().containsKey(item.citation())) {
      fault(at + "/citation", "no-such-citation", Map.of("found", item.citation()));
    }
    List<String> changes =
        !item.mayChange().isEmpty()
            ? item.mayChange()
            : rule == null
                ? item.pointers()
                : Candidate.mayChange(examined(), rule.id(), item.pointers());
    return new NoticeItem(
        item.n(),
        item.kind(),
        rule == null ? item.requirement() : rule.requirement(),
        item.rule(),
        item.pointers(),
        rule == null ? item.found() : found(rule, item.pointers()),
        item.citation() == null && rule != null ? rule.citation() : item.citation(),
        item.demand(),
        item.mend(),
        changes);
  }

  private String found(Rule rule, List<String> pointers) {
    Outcome worst = Outcome.INAPPLICABLE;
    for (Finding.At place : conclusion().finding(rule.id()).places()) {
      if (pointers.contains(place.pointer())) {
        worst = worst.worse(place.outcome());
      }
    }
    return worst.name();
  }

  /**
   * Counts a term.
   *
   * @param after its end must lie after this one; null for none
   */
  private DueTerm counted(DueTerm asked, Instant after) {
    if (asked == null) {
      return null;
    }
    Terms.Counted counted = terms.count(asked);
    if (counted.due() == null) {
      fault("/term", "due-unknown", Map.of("lastCovered", counted.lastCovered().toString()));
      return asked;
    }
    if (after == null && asked.start().isBefore(LocalDate.ofInstant(now, ZONE))) {
      fault("/term/start", "start-past", Map.of("found", asked.start().toString()));
    } else if (!counted.due().isAfter(now)) {
      fault("/term", "due-past", Map.of("due", counted.due()));
    } else if (after != null && !counted.due().isAfter(after)) {
      fault("/term", "not-later", Map.of("due", after));
    }
    return asked.counted(counted.calendar(), counted.days(), counted.due());
  }

  private IssuedNotice waiting(UUID notice) {
    return view.waiting()
        .filter(one -> one.id().equals(notice))
        .orElseThrow(() -> conflict("no-such-notice", Map.of()));
  }

  private Widening widening(Widening asked) {
    IssuedNotice notice = waiting(asked.notice());
    Map<String, List<String>> open = open();
    List<NoticeItem> items = new ArrayList<>();
    int told = notice.items().size();
    asked.items().forEach(item -> items.add(item(item, open).numbered(told + item.n())));
    return new Widening(
        asked.notice(),
        asked.mayChange(),
        items,
        counted(asked.term(), notice.due()),
        asked.reasons());
  }

  private Extension extension(Extension asked) {
    return asked.counted(counted(asked.term(), waiting(asked.notice()).due()));
  }

  private void confirmed(ActBody.Confirm confirm) {
    ActBody of =
        view.determination(confirm.of())
            .map(one -> (ActBody) one.made())
            .or(() -> view.proposal(confirm.of()).map(one -> one.act().body()))
            .orElse(null);
    if (confirm.expires() != null && !(of instanceof Determination)) {
      fault("/expires", "unknown-member", Map.of("known", ActKind.DETERMINE.id()));
    }
    if (of instanceof Determination made
        && made.expires() != null
        && confirm.expires() != null
        && confirm.expires().isAfter(made.expires())) {
      fault("/expires", "not-earlier", Map.of("expires", made.expires()));
    }
    if (faults.isEmpty() && of != null) {
      holdsStill(of);
    }
  }

  /** What was proposed must still be right: others may have acted in the case since. */
  private void holdsStill(ActBody of) {
    if (of instanceof Notice notice) {
      if (notice.term().start().isBefore(LocalDate.ofInstant(now, ZONE))) {
        // The applicant's time must not run before it is told.
        throw conflict("term-started", Map.of("start", notice.term().start().toString()));
      }
      if (view.notices().size() >= view.settings().corrections()) {
        throw conflict("no-more-notices", Map.of("most", view.settings().corrections()));
      }
      Map<String, List<String>> open = open();
      notice.items().forEach(item -> item(item, open));
      accounts(notice, open);
    }
    if (of instanceof Widening widening) {
      Map<String, List<String>> open = open();
      widening.items().forEach(item -> item(item, open));
    }
    if (of instanceof ActBody.Close close) {
      lapsed(close.notice());
    }
    if (of instanceof Decision decision) {
      decision(decision);
    }
    if (!faults.isEmpty()) {
      throw new Refused(Refused.Why.CONFLICT, "holds-no-more", Map.of(), faults);
    }
  }

  private Decision decision(Decision asked) {
    switch (asked.kind()) {
      case ACCEPT -> despite(asked, Set.of());
      case REFUSE -> grounds(asked);
      case PROPOSE -> proposal(asked);
      default -> leaders(asked);
    }
    return asked;
  }

  /** Each finding in the way has to be named, with a reason. */
  private void despite(Decision asked, Set<String> named) {
    Set<String> way = new HashSet<>();
    conclusion().inTheWay().forEach(finding -> way.add(finding.rule().id()));
    List<String> missing = new ArrayList<>();
    Set<String> all = new HashSet<>(named);
    asked.despite().forEach(one -> all.add(one.rule()));
    way.stream().filter(rule -> !all.contains(rule)).sorted().forEach(missing::add);
    if (!missing.isEmpty()) {
      fault("/despite", "despite-missing", Map.of("rules", String.join(", ", missing)));
    }
    for (int i = 0; i < asked.despite().size(); i++) {
      if (!way.contains(asked.despite().get(i).rule())) {
        fault("/despite/" + i + "/rule", "not-in-the-way", Map.of());
      }
    }
  }

  private void grounds(Decision asked) {
    Conclusion conclusion = conclusion();
    for (int i = 0; i < asked.grounds().size(); i++) {
      Decision.Ground ground = asked.grounds().get(i);
      String at = "/grounds/" + i;
      if (!fails(conclusion, ground)) {
        fault(at, "does-not-fail", Map.of("rule", ground.rule()));
      } else {
        isTold(at, ground);
      }
    }
  }

  private static boolean fails(Conclusion conclusion, Decision.Ground ground) {
    Finding finding = conclusion.finding(ground.rule());
    return finding != null
        && finding.rule().severity() == Severity.REQUIRED
        && !failing(finding, ground).isEmpty();
  }

  /** Returns the places a ground rests on: without one of its own, all that fail. */
  private List<String> failing(Decision.Ground ground) {
    return failing(conclusion().finding(ground.rule()), ground);
  }

  private static List<String> failing(Finding finding, Decision.Ground ground) {
    return finding.places().stream()
        .filter(one -> ground.pointer() == null || ground.pointer().equals(one.pointer()))
        .filter(one -> one.outcome() == Outcome.FAIL)
        .map(Finding.At::pointer)
        .toList();
  }

  /** A ground was told, or could not be mended; one that was there and not told is late. */
  private void isTold(String at, Decision.Ground ground) {
    List<String> untold =
        failing(ground).stream()
            .filter(
                place ->
                    PossibleGround.toldIn(view, examined(), ground.rule(), place, evaluations)
                        == null)
            .toList();
    boolean told = untold.isEmpty();
    boolean late =
        untold.stream()
            .anyMatch(
                place ->
                    PossibleGround.isLate(view, examined(), ground.rule(), place, evaluations));
    if (late && ground.late() == null) {
      fault(at + "/late", "late", Map.of("rule", ground.rule()));
    } else if (!late && ground.late() != null) {
      fault(at + "/late", "not-late", Map.of("rule", ground.rule()));
    } else if (!told && !late && ground.notMendable() == null) {
      fault(at, "never-told", Map.of("rule", ground.rule()));
    }
  }

  private void proposal(Decision asked) {
    if (view.settings().judgesBeforeProposal()) {
      List<String> open = toJudge();
      if (!open.isEmpty()) {
        throw conflict("to-judge", Map.of("rules", String.join(", ", open)));
      }
    }
    if (Boolean.TRUE.equals(asked.listed())) {
      Set<String> named = new HashSet<>();
      view.decisions().stream()
          .filter(one -> !one.superseded())
          .forEach(one -> one.decision().despite().forEach(rule -> named.add(rule.rule())));
      despite(asked, named);
    }
  }

  /** Returns the judged rules that wait for a person. */
  private List<String> toJudge() {
    List<String> open = new ArrayList<>();
    for (Finding finding : examined().evaluation().findings()) {
      if (finding.rule().severity() == Severity.JUDGED && finding.outcome() == Outcome.REVIEW) {
        boolean judged =
            finding.places().stream()
                .filter(place -> place.outcome() == Outcome.REVIEW)
                .allMatch(place -> isJudged(finding.rule().id(), place.pointer()));
        if (!judged) {
          open.add(finding.rule().id());
        }
      }
    }
    return open;
  }

  private boolean isJudged(String rule, String pointer) {
    return view.inForce().stream()
        .filter(one -> !one.made().isRemark())
        .filter(one -> one.made().rule().equals(rule))
        .anyMatch(one -> one.pointer() == null || one.pointer().equals(pointer));
  }

  private void leaders(Decision asked) {
    if (view.state() == CaseState.NOT_PROPOSED && Boolean.TRUE.equals(asked.listed())) {
      throw conflict("not-proposed", Map.of());
    }
    if (asked.leaders() != null && asked.leaders().day().isAfter(LocalDate.ofInstant(now, ZONE))) {
      fault("/leaders/day", "day-ahead", Map.of("found", asked.leaders().day().toString()));
    }
  }
}
