package sixones.pages.casework;

import java.util.List;
import sixones.pages.bid.KeptFiles;

/**
 * The page of a case.
 *
 * @param applicant its name
 * @param withheld the code of why the rest is not shown; null if it is
 * @param files the evidence files of the bid
 * @param done what was just put on record; null if nothing was
 * @param refused whether the form that is open was refused
 */
record CasePageView(
    String address,
    String applicant,
    Round round,
    String withheld,
    Head head,
    List<OnRequirement> requirements,
    CaseFindings.Parts findings,
    KeptFiles files,
    Work work,
    Record record,
    String done,
    boolean refused) {

  /** Returns the key of why the rest is not shown. */
  public String withheldKey() {
    return "casework.withheld." + withheld;
  }

  /** Returns whether a declaration would show it. */
  public boolean isUndeclared() {
    return "undeclared".equals(withheld);
  }

  /** The round: its name, its address, and that of the declaration for it. */
  record Round(String name, String address, String declaration) {}

  /**
   * How the case stands.
   *
   * @param at the instant it is shown as of; null for the present
   * @param bid the address of the bid, evaluation that of its evaluation
   * @param lapsed whether a term passed and no act says so yet
   */
  record Head(
      CaseChip state,
      String next,
      CaseChip verdict,
      CaseChip conclusion,
      boolean differs,
      long revision,
      String handler,
      String at,
      String bid,
      String evaluation,
      boolean lapsed) {}

  /** Both values of a requirement, and how many determinations changed it. */
  record OnRequirement(
      String title, CaseChip verdict, CaseChip conclusion, boolean differs, String changedBy) {}

  /**
   * What can be done.
   *
   * @param waiting what waits for the second person
   * @param ways what this reader can do now
   * @param barred what she cannot do, and why
   * @param recusals who keeps away, or is asked to
   */
  record Work(
      boolean officer,
      List<Waiting> waiting,
      List<Way> ways,
      List<Way> barred,
      List<Kept> recusals) {}

  /**
   * A proposal that waits.
   *
   * @param why why this reader cannot answer it; null if she can
   */
  record Waiting(ActView act, String why) {}

  /**
   * An act.
   *
   * @param address the address of its form; null if it cannot be done
   * @param why why it cannot be done; null if it can
   */
  record Way(String does, String address, String why) {}

  /**
   * Somebody who keeps away or is asked to.
   *
   * @param address where that is decided or lifted; null if this reader cannot
   */
  record Kept(String says, String address, String does) {}

  /**
   * What is on record.
   *
   * @param could who could do which act at that instant; empty unless an auditor asks
   */
  record Record(List<Told> notices, List<ActView> acts, List<Could> could) {}

  /** A notice and its term. */
  record Told(
      String title,
      CaseChip progress,
      String issued,
      String due,
      String days,
      List<String> items) {}

  /** An act, and who could do it. */
  record Could(String act, String who) {}

  /**
   * The head of a page beside that of a case: whose case it is, in which round, how it stands.
   *
   * @param differs whether the conclusion is not the machine's verdict
   */
  record Line(
      String address,
      String applicant,
      Round round,
      CaseChip state,
      CaseChip verdict,
      CaseChip conclusion,
      boolean differs) {
    static Line of(ReadCase of) {
      Head head = new CaseViews(of).head(false);
      return new Line(
          of.address(),
          of.messages().applicant(of.seen().bidCase().applicant()),
          CaseViews.round(of),
          head.state(),
          head.verdict(),
          head.conclusion(),
          head.differs());
    }
  }
}
