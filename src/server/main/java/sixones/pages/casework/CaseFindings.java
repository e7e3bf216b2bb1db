package sixones.pages.casework;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import sixones.bid.Draft;
import sixones.finding.Finding;
import sixones.pages.bid.EvidenceBeside;
import sixones.pages.bid.Quote;
import sixones.pages.bid.Quotes;
import sixones.pages.bid.ReadableBid;
import sixones.pages.form.FieldWords;
import sixones.pages.report.RuleLinks;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.Standing;
import sixones.proceeding.conclusion.Determinable;
import sixones.report.Messages;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportPlace;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/** Lays out the findings of a case: what is open first, the rest folded. */
final class CaseFindings {
  /** How many places of one finding are laid out; the evaluation has all. */
  static final int MOST_PLACES = 40;

  /** A place whose form is open. */
  record Asked(String rule, String pointer, ActForm form) {
    boolean isAt(String aRule, String place) {
      return rule.equals(aRule) && Objects.equals(pointer, place);
    }
  }

  private final ReadCase of;
  private final RuleLinks links;
  private final boolean determines;
  private final Asked asked;
  private final FieldWords fields;
  private final Quotes quotes;
  private final ActWords acts;
  private final EvidenceBeside evidence;

  /**
   * Creates an instance.
   *
   * @param determines whether the reader may determine now
   * @param asked the place whose form is open; null for none
   */
  CaseFindings(ReadCase of, RuleLinks links, boolean determines, Asked asked) {
    this.of = of;
    this.links = links;
    this.determines = determines;
    this.asked = asked;
    Messages messages = of.messages();
    this.fields = new FieldWords(messages);
    byte[] bytes = of.examined().bid().toString().getBytes(StandardCharsets.UTF_8);
    this.quotes = new Quotes(ReadableBid.of(bytes, Draft.Format.JSON, messages), messages);
    this.acts = new ActWords(of);
    this.evidence =
        new EvidenceBeside(
            of.examined().bid(),
            of.examined().ruleSet().contract(),
            of.files(),
            of.view().seenDocuments(),
            of.language());
  }

  /** The findings, those open first. */
  record Parts(List<CaseFinding> open, List<CaseFinding> rest) {}

  Parts parts() {
    List<CaseFinding> open = new ArrayList<>();
    List<CaseFinding> rest = new ArrayList<>();
    for (ReportFinding finding : Report.of(of.examined().evaluation(), of.language()).findings()) {
      boolean isOpen = isOpen(finding);
      (isOpen ? open : rest).add(finding(finding, isOpen));
    }
    return new Parts(open, rest);
  }

  /** What holds the bid up, waits for a judgement or has to be made again is open. */
  private boolean isOpen(ReportFinding finding) {
    String rule = finding.rule().id();
    boolean isAsked = asked != null && asked.rule().equals(rule);
    boolean holdsUp =
        of.conclusion().inTheWay().stream().anyMatch(one -> one.rule().id().equals(rule));
    boolean isJudged =
        finding.rule().severity() == Severity.JUDGED && finding.outcome() == Outcome.REVIEW;
    boolean waits =
        of.view().determinations().stream()
            .filter(one -> one.made().rule().equals(rule))
            .anyMatch(
                one ->
                    one.standing() == Standing.PROPOSED || of.view().toMakeAgain().contains(one));
    return isAsked || holdsUp || waits || isJudged && !isAllJudged(finding);
  }

  private boolean isAllJudged(ReportFinding finding) {
    return finding.places().stream()
        .filter(place -> place.at().outcome() == Outcome.REVIEW)
        .allMatch(
            place ->
                of.view().inForce().stream()
                    .filter(one -> !one.made().isRemark())
                    .filter(one -> one.made().rule().equals(finding.rule().id()))
                    .anyMatch(
                        one -> one.pointer() == null || one.pointer().equals(place.pointer())));
  }

  private CaseFinding finding(ReportFinding finding, boolean isOpen) {
    Finding now = of.conclusion().finding(finding.rule().id());
    List<ReportPlace> places = finding.places();
    List<CaseFinding.At> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(places.size(), MOST_PLACES); i++) {
      ReportPlace place = places.get(i);
      shown.add(
          place(
              finding,
              place,
              now == null ? null : now.places().get(i),
              evidence.of(place.pointer(), isOpen)));
    }
    CaseChip machine = CaseChip.of(finding.rule(), finding.outcome(), of.language());
    CaseChip concluded =
        now == null || now.outcome() == finding.outcome()
            ? null
            : CaseChip.of(finding.rule(), now.outcome(), of.language());
    List<Quote> quoted = isOpen ? quotes.ofAny(finding) : List.of();
    return new CaseFinding(
        "r-" + finding.rule().id(),
        finding.title(),
        links == null ? null : links.of(finding.rule()),
        of.messages().text("severity." + finding.rule().severity().word()),
        machine,
        concluded,
        finding.demand(),
        quoted,
        shown,
        places.size() - shown.size(),
        whole(finding, machine, concluded));
  }

  private CaseFinding.At place(
      ReportFinding finding, ReportPlace place, Finding.At now, EvidenceBeside.At restsOn) {
    String rule = finding.rule().id();
    Outcome machine = place.at().outcome();
    boolean same = now == null || now.outcome() == machine;
    return at(
        finding,
        place.pointer(),
        of.place(place.pointer()),
        CaseChip.of(finding.rule(), machine, of.language()),
        same ? null : CaseChip.of(finding.rule(), now.outcome(), of.language()),
        fields.says(place),
        Determinable.possible(finding.rule().severity(), machine),
        determinations(rule, place.pointer()),
        restsOn);
  }

  /** What is about the whole finding; of one place alone, the place is determined instead. */
  private CaseFinding.At whole(ReportFinding finding, CaseChip machine, CaseChip concluded) {
    List<ActView> made = determinations(finding.rule().id(), null);
    boolean several = finding.places().size() != 1;
    List<Outcome> possible =
        several ? Determinable.possible(finding.rule().severity(), finding.outcome()) : List.of();
    String says = finding.places().isEmpty() ? finding.message() : null;
    return at(finding, null, of.place(null), machine, concluded, says, possible, made, null);
  }

  private CaseFinding.At at(
      ReportFinding finding,
      String pointer,
      String where,
      CaseChip machine,
      CaseChip concluded,
      String says,
      List<Outcome> possible,
      List<ActView> made,
      EvidenceBeside.At restsOn) {
    String rule = finding.rule().id();
    boolean isAsked = asked != null && asked.isAt(rule, pointer);
    boolean determined = determines && !possible.isEmpty();
    return new CaseFinding.At(
        where,
        machine,
        concluded,
        says,
        made,
        determined && !isAsked ? address(rule, pointer) : null,
        possible.size() == 1,
        isAsked ? asked.form() : null,
        restsOn);
  }

  /** Returns the address of the form that determines a place. */
  private String address(String rule, String pointer) {
    String place = pointer == null ? "" : "&pointer=" + encoded(pointer);
    return of.address() + "/acts/determine?rule=" + encoded(rule) + place + "#determine";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<ActView> determinations(String rule, String pointer) {
    List<ActView> views = new ArrayList<>();
    for (KnownDetermination one : of.view().determinations()) {
      if (one.made().rule().equals(rule) && Objects.equals(one.pointer(), pointer)) {
        views.add(0, acts.view(one.act()));
      }
    }
    return views;
  }
}
