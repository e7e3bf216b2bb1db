package sixones.overview;

import sixones.report.Column;

/** Texts as a spreadsheet shows them: never as a formula, whoever wrote them. */
final class Cells {
  /** What a spreadsheet takes for the beginning of a formula, in both widths. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private Cells() {}

  /** The text, with an apostrophe before what a spreadsheet would run. */
  static String shown(String text) {
    boolean runs = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String harmless = Column.harmless(text);
    return runs ? "'" + harmless : harmless;
  }
}
