package sixones.pages.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.bid.Shape;

/**
 * A sheet of a workbook: a section of the bid in one row, or a list with a row for each entry. The
 * sheets follow from the contract. What stands beside the sections has a sheet of its own. Lists
 * more than two deep have none.
 *
 * @param place the pointer to the section or list, with an asterisk for each index; empty for what
 *     stands beside the sections
 * @param parent the list whose entries hold this list; null for a section or list of the bid
 * @param columns in the order of the contract
 */
record PlannedSheet(String place, String parent, boolean isList, List<PlannedColumn> columns) {
  private static final Set<String> GIVEN = Set.of("schema", "rule-set");

  /** Returns the sheets of a bid, in the order of the contract. */
  static List<PlannedSheet> of(BidContract contract) {
    return new Plan(contract).all();
  }

  /** Plans the sheets of one contract. */
  private record Plan(BidContract contract, List<PlannedSheet> sheets) {
    Plan(BidContract contract) {
      this(contract, new ArrayList<>());
    }

    List<PlannedSheet> all() {
      List<PlannedColumn> beside = new ArrayList<>();
      contract
          .whole()
          .members()
          .forEach(
              (name, shape) -> {
                if (isColumn(shape) && !GIVEN.contains(contract.kind("/" + name))) {
                  beside.add(column("/" + name, shape));
                }
              });
      if (!beside.isEmpty()) {
        sheets.add(new PlannedSheet("", null, false, List.copyOf(beside)));
      }
      contract
          .whole()
          .members()
          .forEach(
              (name, shape) -> {
                String place = "/" + name;
                if (shape instanceof Shape.Members section) {
                  add(place, null, section);
                } else if (shape instanceof Shape.Entries list
                    && list.of() instanceof Shape.Members entry) {
                  add(place + "/*", null, entry);
                }
              });
      return List.copyOf(sheets);
    }

    /** Adds a sheet, and one for each list of objects within it. */
    private void add(String entry, String parent, Shape.Members members) {
      boolean isList = entry.endsWith("/*");
      String place = isList ? entry.substring(0, entry.length() - 2) : entry;
      List<PlannedColumn> columns = new ArrayList<>();
      if (parent != null) {
        columns.add(PlannedColumn.ofNumbers(PlannedColumn.OF + place));
      }
      if (isList) {
        columns.add(PlannedColumn.ofNumbers(PlannedColumn.NUMBER + place));
      }
      Map<String, Shape.Members> nested = new LinkedHashMap<>();
      columns(entry, members, columns, nested);
      // A section that holds nothing but lists has sheets for these alone.
      if (!columns.isEmpty()) {
        sheets.add(new PlannedSheet(place, parent, isList, List.copyOf(columns)));
      }
      if (parent == null) {
        nested.forEach((list, of) -> add(list + "/*", isList ? place : null, of));
      }
    }

    private void columns(
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
                } else if (isColumn(shape)) {
                  columns.add(column(place, shape));
                }
              });
    }

    /** Returns whether one cell takes it: a value, or a list of values. */
    private static boolean isColumn(Shape shape) {
      Shape value = shape instanceof Shape.Entries list ? list.of() : shape;
      return !(value instanceof Shape.Members) && !(value instanceof Shape.Entries);
    }

    private PlannedColumn column(String place, Shape shape) {
      String value = shape instanceof Shape.Entries ? place + "/*" : place;
      return new PlannedColumn(place, shape, contract.isDivision(value));
    }
  }
}
