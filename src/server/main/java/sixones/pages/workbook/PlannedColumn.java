package sixones.pages.workbook;

import sixones.bid.Shape;

/**
 * A column of a sheet.
 *
 * @param key the pointer to what it holds, with an asterisk for each index; for the columns of
 *     numbers, {@code number:} or {@code of:} and the pointer to the list
 * @param shape the shape of the place; null for a column of numbers
 * @param isDivision whether it holds codes of divisions, or ids of applicants
 */
record PlannedColumn(String key, Shape shape, boolean isDivision) {
  /** Marks the column with the number of each entry. */
  static final String NUMBER = "number:";

  /** Marks the column with the number of the entry that an entry belongs to. */
  static final String OF = "of:";

  /** Returns whether it holds a list of values in one cell. */
  boolean isList() {
    return shape instanceof Shape.Entries;
  }

  /** Returns the shape of the value, or of each value of a list in one cell. */
  Shape value() {
    return shape instanceof Shape.Entries list ? list.of() : shape;
  }

  boolean isNumber() {
    return shape == null;
  }

  /** Returns whether it holds text of any form. */
  boolean isText() {
    return value() instanceof Shape.Form form && form.body() == null;
  }

  /** Returns a column of numbers. */
  static PlannedColumn ofNumbers(String key) {
    return new PlannedColumn(key, null, false);
  }
}
