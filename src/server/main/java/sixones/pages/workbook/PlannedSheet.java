package sixones.pages.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.BidContract;
import sixones.bid.Shape;

/**
 * A sheet of a workbook: a section of the bid in one row, or a list with a row for each entry. The
 * sheets follow from the contract.
 *
 * @param place the pointer to the section or list, with an asterisk for each index
 * @param parent the list whose entries hold this list; null for a section or list of the bid
 * @param columns in the order of the contract
 */
record PlannedSheet(String place, String parent, boolean isList, List<PlannedColumn> columns) {
  /** Returns the sheets of a bid, in the order of the contract. */
  static List<PlannedSheet> all() {
    List<PlannedSheet> all = new ArrayList<>();
    BidContract.whole()
        .members()
        .forEach(
            (name, shape) -> {
              String place = "/" + name;
              if (shape instanceof Shape.Members section) {
                add(all, place, null, section);
              } else if (shape instanceof Shape.Entries list) {
                add(all, place + "/*", null, (Shape.Members) list.of());
              }
            });
    return List.copyOf(all);
  }

  /** Adds a sheet, and one for each list of objects within it. */
  private static void add(
      List<PlannedSheet> all, String entry, String parent, Shape.Members members) {
    boolean isList = entry.endsWith("/*");
    String place = isList ? entry.substring(0, entry.length() - 2) : entry;
    List<PlannedColumn> columns = new ArrayList<>();
    if (parent != null) {
      columns.add(new PlannedColumn(PlannedColumn.OF + place, null));
    }
    if (isList) {
      columns.add(new PlannedColumn(PlannedColumn.NUMBER + place, null));
    }
    Map<String, Shape.Members> nested = new LinkedHashMap<>();
    columns(entry, members, columns, nested);
    all.add(new PlannedSheet(place, parent, isList, List.copyOf(columns)));
    nested.forEach((list, of) -> add(all, list + "/*", place, of));
  }

  private static void columns(
      String at,
      Shape.Members members,
      List<PlannedColumn> columns,
      Map<String, Shape.Members> nested) {
    members
        .members()
        .forEach(
            (name, shape) -> {
              String place = at + "/" + name;
              if (shape instanceof Shape.Members below) {
                columns(place, below, columns, nested);
              } else if (shape instanceof Shape.Entries list
                  && list.of() instanceof Shape.Members of) {
                nested.put(place, of);
              } else {
                columns.add(new PlannedColumn(place, shape));
              }
            });
  }
}
