package sixones.overview;

import sixones.report.Column;

/** Escapes cell texts against formula injection. */
final class Cells {
  /** Characters that start a formula, in ASCII and full width. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private Cells() {}

  /** Returns the text; with a leading apostrophe if a spreadsheet would run it as a formula. */
  static String shown(String text) {
    boolean runs = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String harmless = Column.harmless(text);
    return runs ? "'" + harmless : harmless;
  }
}
