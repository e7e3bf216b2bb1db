package sixones.pages.workbook;

import java.util.List;

/**
 * A bid as an Excel workbook.
 *
 * @param losses what the workbook cannot hold; those cells are blank
 */
public record BidWorkbook(byte[] bytes, List<Loss> losses) {
  /** The media type of a workbook. */
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** A place of the bid, by its labels, and why a cell cannot hold it. */
  public record Loss(String place, String why) {}
}
