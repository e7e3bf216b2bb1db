package sixones.pages.workbook;

import java.util.List;
import java.util.SortedMap;
import sixones.text.WhiteSpace;

/**
 * A sheet as it was read.
 *
 * @param rows those with a cell that is not blank, in order
 */
record ReadSheet(String name, List<Row> rows) {
  /**
   * A row.
   *
   * @param number as Excel shows it, from 1
   * @param cells those that are not blank, by column from 0
   */
  record Row(int number, SortedMap<Integer, Cell> cells) {
    String at(int column) {
      Cell cell = cells.get(column);
      return cell == null ? "" : cell.text();
    }
  }

  /** Whether a cell has its value, or why not. */
  enum State {
    VALUE,
    /** A formula that was never calculated. */
    UNCALCULATED,
    /** A formula whose result is an error. */
    ERROR
  }

  /** A cell with its text, or the result of its formula as text. */
  record Cell(String text, State state) {
    boolean isBlank() {
      return state == State.VALUE && WhiteSpace.fills(text);
    }
  }
}
