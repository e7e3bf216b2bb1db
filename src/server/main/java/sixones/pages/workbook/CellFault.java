package sixones.pages.workbook;

import java.util.Map;
import sixones.pages.frame.PageWords;
import sixones.report.Language;

/**
 * Something in a workbook that has to be corrected.
 *
 * @param sheet the name of the sheet; null for the workbook as a whole
 * @param cell the cell, row or column as Excel names it, such as C4; null for the sheet as a whole
 * @param place the labels of the form for what the cell holds; null if it holds none
 */
public record CellFault(String sheet, String cell, String place, String says) {
  /** Returns the sheet and cell in words; empty for the workbook as a whole. */
  public String where(Language language) {
    PageWords words = PageWords.in(language);
    return sheet == null
        ? ""
        : cell == null
            ? words.text("workbook.sheet", Map.of("sheet", sheet))
            : words.text("workbook.cell", Map.of("sheet", sheet, "cell", cell));
  }
}
