package sixones.pages.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.casework.RoundConclusions;
import sixones.evaluation.Verdict;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.VerdictStyle;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.act.GivenReasons;
import sixones.proceeding.conclusion.Conclusion;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;

/**
 * What follows for a bid beside what the rules found, for officials alone.
 *
 * @param bid verdict and conclusion on the whole bid
 * @param changed the same for each requirement on which they differ
 * @param determinations the determinations in force
 * @param bidCase the address of the case
 */
public record ConcludedBidView(
    Both bid, List<Both> changed, List<Determined> determinations, String bidCase) {

  /** A verdict with the conclusion beside it. */
  public record Both(String about, Badge verdict, Badge conclusion, boolean differs) {}

  /** A verdict or conclusion in words, with its tone and sign. */
  public record Badge(String tone, String sign, String word) {}

  /**
   * A determination in force.
   *
   * @param place its place as the form names it; null for the whole finding
   */
  public record Determined(
      String rule, String place, String from, String to, String code, String reasons) {}

  /**
   * Returns the view.
   *
   * @param verdict the machine's on the bid
   * @param of what follows in the case of the bid; null if it has none
   */
  public static ConcludedBidView of(Verdict verdict, RoundConclusions.OfBid of, Messages messages) {
    if (of == null) {
      return null;
    }
    RoundConclusions.Followed conclusion = of.conclusion();
    List<Both> changed = new ArrayList<>();
    if (conclusion != null) {
      for (Conclusion.OnRequirement each : conclusion.requirements()) {
        if (each.verdict() != each.conclusion()) {
          changed.add(both(messages.title(each.id()), each.verdict(), each.conclusion(), messages));
        }
      }
    }
    return new ConcludedBidView(
        both(null, verdict, conclusion == null ? verdict : conclusion.conclusion(), messages),
        changed,
        of.inForce().stream().map(one -> determined(one, messages)).toList(),
        "/cases/" + of.bidCase());
  }

  private static Both both(String about, Verdict verdict, Verdict conclusion, Messages messages) {
    return new Both(
        about, badge(verdict, messages), badge(conclusion, messages), verdict != conclusion);
  }

  private static Badge badge(Verdict verdict, Messages messages) {
    return new Badge(
        VerdictStyle.tone(verdict),
        VerdictStyle.of(verdict),
        messages.text("verdict." + verdict, Map.of()));
  }

  private static Determined determined(KnownDetermination one, Messages messages) {
    return new Determined(
        messages.title(one.made().rule()),
        place(one.pointer(), messages),
        messages.text("outcome." + one.made().machineOutcome()),
        messages.text("outcome." + one.made().to()),
        PageWords.in(messages.language()).text("casework.code." + one.made().reasonCode().id()),
        reasons(one.made().reasons(), messages.language()));
  }

  private static String place(String pointer, Messages messages) {
    if (pointer == null) {
      return null;
    }
    String label = new FieldWords(messages).place(pointer);
    return label.isEmpty() ? Column.harmless(pointer) : label;
  }

  private static String reasons(GivenReasons reasons, Language language) {
    boolean inEnglish = language == Language.EN && reasons.en() != null || reasons.zh() == null;
    return Column.harmless(inEnglish ? reasons.en() : reasons.zh());
  }
}
