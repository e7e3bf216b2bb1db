package sixones.pages.evaluations;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import sixones.overview.BidSearch;
import sixones.overview.FoundBid;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageFrame;
import sixones.report.Column;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.round.Round;

/**
 * What was found by a text.
 *
 * @param text what was searched for; blank before anything was
 * @param more whether more was found than is listed
 * @param erased that what the text is of was erased, in words; null unless it was
 */
public record FindView(String text, List<Row> rows, boolean more, String erased) {

  /**
   * A submission that was found.
   *
   * @param matched what the text is of it, in words
   * @param withdrawn when it was withdrawn; null if it was not
   */
  public record Row(
      String matched,
      String applicant,
      String code,
      String round,
      String ruleSet,
      int version,
      String at,
      String by,
      String withdrawn,
      UUID submission,
      String evaluation,
      String bid) {}

  static FindView of(
      String text,
      List<FoundBid> found,
      Map<UUID, Round> rounds,
      BiFunction<String, Language, String> applicant,
      PageFrame frame) {
    return new FindView(
        Column.harmless(text),
        found.stream()
            .limit(BidSearch.MOST)
            .map(
                bid -> {
                  String name = applicant.apply(bid.applicant(), frame.language());
                  return row(bid, rounds.get(bid.round()), name, frame);
                })
            .toList(),
        found.size() > BidSearch.MOST,
        null);
  }

  /** Returns a copy that says that what was searched for was erased. */
  FindView erased(String words) {
    return new FindView(text, rows, more, words);
  }

  private static Row row(FoundBid bid, Round round, String applicant, PageFrame frame) {
    Language language = frame.language();
    return new Row(
        frame.text("find.by." + bid.matched()),
        applicant,
        bid.applicant(),
        StoredJson.name(round, language),
        round.ruleSet(),
        bid.version(),
        Moments.exact(bid.submittedAt(), language),
        bid.by(),
        bid.withdrawnAt() == null ? null : Moments.exact(bid.withdrawnAt(), language),
        bid.submission(),
        PageAddresses.evaluation(bid.evaluation()),
        PageAddresses.round(bid.round()) + "/applicants/" + bid.applicant());
  }
}
