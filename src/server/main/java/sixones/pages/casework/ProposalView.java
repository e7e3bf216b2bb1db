package sixones.pages.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sixones.pages.frame.Option;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Determination;
import sixones.report.Problem;
import sixones.round.Refused;

/**
 * A proposal, or a determination, on a page of its own.
 *
 * @param about what it is about, shown before its content is
 * @param effect what would follow if it were confirmed; null if that does not change
 * @param letter where the letter it would issue is shown; null if it issues none
 * @param blind the form that asks what one would say; null if that is not asked
 * @param confirmation the form that answers it; null if this reader cannot
 * @param barred why she cannot; null if she can, or nothing waits
 * @param trouble a refusal that no form shows any more; null if there is none
 * @param typed what was typed into a form that cannot be sent any more
 * @param withdrawal the form that withdraws it; null if she cannot
 */
record ProposalView(
    ActView act,
    String about,
    Effect effect,
    String letter,
    ActForm blind,
    ActForm confirmation,
    Problem barred,
    Problem trouble,
    List<String> typed,
    ActForm withdrawal) {

  /** What is told to the applicant by a letter. */
  private static final Set<ActKind> LETTERS =
      Set.of(ActKind.NOTICE, ActKind.ACCEPT, ActKind.REFUSE, ActKind.CLOSE, ActKind.DECIDE);

  /** Returns whether something was refused. */
  public boolean isRefused() {
    return trouble != null || isRefused(blind) || isRefused(confirmation) || isRefused(withdrawal);
  }

  private static boolean isRefused(ActForm form) {
    return form != null && form.refusal() != null;
  }

  /** The conclusion now, and if a determination were confirmed. */
  record Effect(CaseChip now, CaseChip then) {}

  /** A refusal of what was sent. */
  record Refusal(ActKind kind, Refused refused, ActFields sent, List<ActView> since) {}

  /** Returns whether a confirmer said what she would say. */
  static boolean saysSomething(Map<String, String> fields) {
    return !fields.getOrDefault("/reasons/zh", "").isBlank()
        || !fields.getOrDefault("/reasons/en", "").isBlank();
  }

  /**
   * Returns the view.
   *
   * @param why why the reader cannot answer it; empty if she can
   * @param mayWithdraw why she can withdraw nothing at all; empty if she can
   */
  static ProposalView of(
      ReadCase of,
      CaseAct act,
      Optional<Refused> why,
      Optional<Refused> mayWithdraw,
      Map<String, String> sent,
      Refusal refusal) {
    boolean waits = of.view().pending().contains(act.id());
    boolean shown = !act.isCovered();
    boolean asksFirst = waits && !shown && why.isEmpty();
    boolean answers = waits && shown && why.isEmpty();
    boolean withdraws = isWithdrawable(of, act) && mayWithdraw.isEmpty();
    return new ProposalView(
        new ActWords(of).view(act),
        about(of, act),
        shown && waits ? effect(of, act) : null,
        shown && waits && LETTERS.contains(act.kind())
            ? of.address() + "/letters/" + act.id()
            : null,
        asksFirst ? blind(of, act, sent) : null,
        answers ? confirmation(of, act, sent, refusal) : null,
        waits ? why.map(one -> FormRefusals.problem(one, of.language())).orElse(null) : null,
        trouble(of, refusal, answers, withdraws),
        refusal == null ? List.of() : typed(sent, refusal.kind(), answers, withdraws),
        withdraws ? withdrawal(of, act, sent, refusal) : null);
  }

  /** A refusal that no form shows any more is shown at the top. */
  private static Problem trouble(ReadCase of, Refusal refusal, boolean answers, boolean withdraws) {
    boolean isShown = refusal == null || (refusal.kind() == ActKind.CONFIRM ? answers : withdraws);
    return isShown ? null : FormRefusals.problem(refusal.refused(), of.language());
  }

  /** What was typed into a form that is there no more. */
  private static List<String> typed(
      Map<String, String> sent, ActKind kind, boolean answers, boolean withdraws) {
    boolean isShown = kind == ActKind.CONFIRM ? answers : withdraws;
    return isShown
        ? List.of()
        : Stream.of("/reasons/zh", "/reasons/en", "/expires")
            .map(name -> sent.getOrDefault(name, ""))
            .filter(text -> !text.isBlank())
            .toList();
  }

  private static String about(ReadCase of, CaseAct act) {
    if (act.body() instanceof ActBody.Covered covered && covered.rule() != null) {
      return of.rule(covered.rule()) + " – " + of.place(covered.pointer());
    }
    return act.body() instanceof Determination made
        ? of.rule(made.rule()) + " – " + of.place(made.pointer())
        : null;
  }

  private static Effect effect(ReadCase of, CaseAct act) {
    Optional<KnownDetermination> known = of.view().determination(act.id());
    return known
        .map(
            one ->
                new Effect(
                    CaseChip.of(of.conclusion().conclusion(), of.language()),
                    CaseChip.of(
                        of.view().ifConfirmed(of.examined().evaluation(), one).conclusion(),
                        of.language())))
        .orElse(null);
  }

  private static boolean isWithdrawable(ReadCase of, CaseAct act) {
    Standing standing =
        of.view().determination(act.id()).map(KnownDetermination::standing).orElse(null);
    boolean isOwn = act.by() == of.self();
    return isOwn && (of.view().pending().contains(act.id()) || standing == Standing.IN_FORCE)
        || standing == Standing.REOPENED;
  }

  private static ActForm blind(ReadCase of, CaseAct act, Map<String, String> sent) {
    FormFields fields = new FormFields(of.language(), sent);
    String fault = sent.containsKey("open") ? of.text("casework.blind.missing") : null;
    List<ActForm.Field> reasons = fields.reasons("/reasons");
    List<ActForm.Field> faulty =
        fault == null ? reasons : List.of(reasons.get(0).faulty(fault), reasons.get(1));
    ActForm.Refusal refusal =
        fault == null
            ? null
            : new ActForm.Refusal(
                422,
                of.text("casework.blind"),
                fault,
                List.of(new ActForm.Refusal.Link(faulty.get(0).id(), faulty.get(0).label(), fault)),
                List.of());
    return new ActForm(
        "blind",
        of.address() + "/proposals/" + act.id(),
        of.text("casework.blind"),
        of.text("casework.blind.how"),
        "",
        String.valueOf(of.view().revision()),
        Map.of("open", "yes"),
        List.of(new ActForm.Group(null, List.of(), null, false, false, faulty)),
        List.of(new Option("", of.text("casework.blind.do"), true)),
        refusal);
  }

  private static ActForm confirmation(
      ReadCase of, CaseAct act, Map<String, String> sent, Refusal refusal) {
    boolean isOf = refusal == null || refusal.kind() == ActKind.CONFIRM;
    ActForms forms = new ActForms(of, isOf ? sent : Map.of());
    ActForm form = forms.confirmation(act.id(), act.kind() == ActKind.DETERMINE);
    return refused(form, refusal, ActKind.CONFIRM, of);
  }

  private static ActForm withdrawal(
      ReadCase of, CaseAct act, Map<String, String> sent, Refusal refusal) {
    boolean isOf = refusal != null && refusal.kind() == ActKind.WITHDRAW;
    ActForm form = new ActForms(of, isOf ? sent : Map.of()).withdrawal(act.id());
    return refused(form, refusal, ActKind.WITHDRAW, of);
  }

  private static ActForm refused(ActForm form, Refusal refusal, ActKind kind, ReadCase of) {
    return refusal == null || refusal.kind() != kind
        ? form
        : FormRefusals.of(form, refusal.refused(), refusal.sent(), refusal.since(), of.language());
  }
}
