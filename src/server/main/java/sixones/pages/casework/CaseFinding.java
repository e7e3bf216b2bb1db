package sixones.pages.casework;

import java.util.List;
import sixones.pages.bid.EvidenceBeside;
import sixones.pages.bid.Quote;
import sixones.report.Passage;

/**
 * A finding of a case: what was found on the left, what people made of it on the right.
 *
 * @param address the page of its rule; null if this release does not carry it
 * @param severity what its outcome counts for, in words
 * @param concluded the outcome with determinations counted; null if it is the machine's
 * @param quotes what the bid says there, with the evidence it names
 * @param more how many places are not laid out; 0 if all are
 * @param whole what is determined of the whole finding
 */
record CaseFinding(
    String id,
    String title,
    String address,
    String severity,
    CaseChip machine,
    CaseChip concluded,
    Passage demand,
    List<Quote> quotes,
    List<At> places,
    int more,
    At whole) {

  /**
   * A place, or the whole finding.
   *
   * @param where the place as the form names it
   * @param concluded null if it is the machine's
   * @param says what was found
   * @param determinations those on record, the newest first
   * @param address where it can be determined; null if it cannot
   * @param remark whether nothing but a remark is possible
   * @param form the form to determine it, if it was asked for; else null
   * @param evidence what it rests on; null if it rests on no document
   */
  record At(
      String where,
      CaseChip machine,
      CaseChip concluded,
      String says,
      List<ActView> determinations,
      String address,
      boolean remark,
      ActForm form,
      EvidenceBeside.At evidence) {
    /** Returns whether there is anything to show or to do. */
    public boolean isAny() {
      return !determinations.isEmpty() || address != null || form != null;
    }
  }
}
