package sixones.pages.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.text.WrittenText;

/**
 * Finds the values of a bid in the sheets of a workbook, by the row of keys of each sheet: sheets
 * may be renamed, columns moved, rows left blank or without a number.
 */
final class SheetCells {
  private static final int MOST_ROWS_ABOVE = 30;

  /** Stands for the entries that have one number together. */
  private static final int SEVERAL = -1;

  /** A cell of the workbook. */
  record At(String sheet, String cell) {}

  private final List<CellWords> languages;
  private final CellWords words;
  private final List<PlannedSheet> planned;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, At> cells = new HashMap<>();
  private final List<CellFault> faults = new ArrayList<>();

  /** The entries of each list of the bid by the number people gave them. */
  private final Map<String, Map<String, Integer>> entries = new HashMap<>();

  /** A sheet whose row of keys was found. */
  private record Keyed(
      ReadSheet sheet,
      PlannedSheet plan,
      Map<Integer, PlannedColumn> columns,
      List<ReadSheet.Row> rows) {
    Integer column(String kind) {
      return columns.entrySet().stream()
          .filter(each -> each.getValue().key().startsWith(kind))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * Creates the finder.
   *
   * @param languages the words of each language, that of the reader first
   */
  SheetCells(List<CellWords> languages) {
    this.languages = languages;
    this.words = languages.get(0);
    this.planned = PlannedSheet.of(words.contract());
  }

  /** Returns the fields of the form by JSON Pointer. */
  Map<String, String> fields() {
    return fields;
  }

  /** Returns what the sheets alone show to be wrong. */
  List<CellFault> faults() {
    return faults;
  }

  /** Returns the cell that holds a place, or that of the nearest place around it; null if none. */
  At at(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      if (cells.containsKey(at)) {
        return cells.get(at);
      }
    }
    return null;
  }

  void read(List<ReadSheet> sheets) {
    Map<String, PlannedSheet> plans = new HashMap<>();
    for (PlannedSheet plan : planned) {
      plan.columns().forEach(column -> plans.put(column.key(), plan));
    }
    Map<PlannedSheet, Keyed> found = new HashMap<>();
    for (ReadSheet sheet : sheets) {
      if (sheet.rows().isEmpty() || isOurs(sheet)) {
        continue;
      }
      Keyed keyed = keyed(sheet, plans);
      if (keyed == null) {
        fault(sheet.name(), null, null, "workbook.fault.sheet", Map.of());
      } else if (found.containsKey(keyed.plan())) {
        Map<String, ?> other = Map.of("other", found.get(keyed.plan()).sheet().name());
        fault(sheet.name(), null, null, "workbook.fault.twice", other);
      } else {
        found.put(keyed.plan(), keyed);
      }
    }
    for (PlannedSheet plan : planned) {
      if (found.containsKey(plan)) {
        read(found.get(plan));
      }
    }
  }

  private boolean isOurs(ReadSheet sheet) {
    return sheet.rows().get(0).at(0).equals(BidSheets.FORMAT);
  }

  /** Returns how many cells hold a key of a workbook of a contract. */
  static long keys(List<ReadSheet> sheets, BidContract contract) {
    Set<String> keys = new HashSet<>();
    PlannedSheet.of(contract)
        .forEach(plan -> plan.columns().forEach(column -> keys.add(column.key())));
    return sheets.stream()
        .flatMap(sheet -> sheet.rows().stream().limit(MOST_ROWS_ABOVE))
        .flatMap(row -> row.cells().values().stream())
        .filter(cell -> keys.contains(cell.text().strip()))
        .count();
  }

  private Keyed keyed(ReadSheet sheet, Map<String, PlannedSheet> plans) {
    for (int i = 0; i < Math.min(MOST_ROWS_ABOVE, sheet.rows().size()); i++) {
      ReadSheet.Row row = sheet.rows().get(i);
      PlannedSheet plan = null;
      Map<Integer, PlannedColumn> columns = new LinkedHashMap<>();
      for (Map.Entry<Integer, ReadSheet.Cell> each : row.cells().entrySet()) {
        String key = each.getValue().text().strip();
        PlannedSheet of = plans.get(key);
        plan = plan == null ? of : plan;
        if (of != null && of == plan) {
          PlannedColumn column =
              of.columns().stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
          if (!columns.containsValue(column)) {
            columns.put(each.getKey(), column);
          }
        }
      }
      if (plan != null) {
        Keyed all = new Keyed(sheet, plan, columns, List.of());
        List<ReadSheet.Row> rows =
            sheet.rows().subList(i + 1, sheet.rows().size()).stream()
                .filter(each -> !isHeading(all, each))
                .toList();
        return new Keyed(sheet, plan, columns, rows);
      }
    }
    return null;
  }

  /** Returns whether a row holds nothing but headings, or nothing but hints. */
  private boolean isHeading(Keyed sheet, ReadSheet.Row row) {
    boolean any = false;
    for (Map.Entry<Integer, ReadSheet.Cell> cell : row.cells().entrySet()) {
      PlannedColumn column = sheet.columns().get(cell.getKey());
      String text = cell.getValue().text();
      boolean ours =
          column != null
              && languages.stream()
                  .anyMatch(
                      each ->
                          text.equals(each.heading(sheet.plan(), column))
                              || text.equals(each.hint(sheet.plan(), column, true))
                              || text.equals(each.hint(sheet.plan(), column, false)));
      if (column != null && !ours) {
        return false;
      }
      any |= ours;
    }
    return any;
  }

  private void read(Keyed sheet) {
    Set<Integer> unknown = new HashSet<>();
    for (ReadSheet.Row row : sheet.rows()) {
      row.cells().keySet().stream()
          .filter(column -> !sheet.columns().containsKey(column) && unknown.add(column))
          .forEach(
              column ->
                  fault(
                      sheet.sheet().name(),
                      BidSheets.letter(column),
                      null,
                      "workbook.fault.column",
                      Map.of()));
    }
    List<ReadSheet.Row> rows =
        sheet.rows().stream()
            .filter(row -> row.cells().keySet().stream().anyMatch(sheet.columns()::containsKey))
            .toList();
    if (!sheet.plan().isList()) {
      section(sheet, rows);
    } else if (sheet.plan().parent() == null) {
      list(sheet, rows);
    } else {
      nested(sheet, rows);
    }
  }

  private void section(Keyed sheet, List<ReadSheet.Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (i == 0) {
        values(sheet, rows.get(0), sheet.plan().place());
      } else {
        fault(sheet, rows.get(i), "workbook.fault.one-row", Map.of());
      }
    }
  }

  private void list(Keyed sheet, List<ReadSheet.Row> rows) {
    String list = sheet.plan().place();
    Integer column = sheet.column(PlannedColumn.NUMBER);
    Map<String, Integer> known = entries.computeIfAbsent(list, k -> new HashMap<>());
    List<Integer> unnumbered = new ArrayList<>();
    int entry = 0;
    for (ReadSheet.Row row : rows) {
      String number = column == null ? "" : number(row.at(column));
      if (isNone(sheet, row, number)) {
        fields.put(list, CellList.EMPTY);
        continue;
      }
      if (isFull(sheet, row, entry)) {
        return;
      }
      if (number.isEmpty()) {
        unnumbered.add(entry);
      } else {
        known.merge(number, entry, (one, other) -> SEVERAL);
      }
      entry(sheet, row, list + "/" + entry++);
    }
    // An entry without a number is known by its place among the others.
    unnumbered.forEach(each -> known.putIfAbsent("" + (each + 1), each));
  }

  private void nested(Keyed sheet, List<ReadSheet.Row> rows) {
    Map<String, Integer> parents = entries.getOrDefault(sheet.plan().parent(), Map.of());
    Integer of = sheet.column(PlannedColumn.OF);
    Integer column = sheet.column(PlannedColumn.NUMBER);
    Map<String, Integer> counts = new HashMap<>();
    for (ReadSheet.Row row : rows) {
      String number = of == null ? "" : number(row.at(of));
      Integer parent = parents.get(number);
      if (number.isEmpty() && parents.size() == 1) {
        parent = parents.values().iterator().next();
      }
      if (parent == null || parent == SEVERAL) {
        String key = parent != null ? "workbook.fault.same" : "workbook.fault.of";
        String label = words.heading(sheet.plan(), PlannedColumn.ofNumbers(PlannedColumn.OF));
        fault(sheet, row, key, Map.of("number", number.isEmpty() ? "–" : number, "of", label));
        continue;
      }
      String list = sheet.plan().place().replaceFirst("\\*", "" + parent);
      if (isNone(sheet, row, column == null ? "" : number(row.at(column)))) {
        fields.put(list, CellList.EMPTY);
        continue;
      }
      int entry = counts.merge(list, 1, Integer::sum) - 1;
      if (!isFull(sheet, row, entry)) {
        entry(sheet, row, list + "/" + entry);
      }
    }
  }

  /** Returns a number as people write it in plain digits; any other text as it is. */
  private static String number(String text) {
    String plain = WrittenText.plain(text);
    return plain.matches("[0-9]{1,4}") ? "" + Integer.parseInt(plain) : plain;
  }

  /** A row with the number 0 and nothing else says that a list has no entries. */
  private static boolean isNone(Keyed sheet, ReadSheet.Row row, String number) {
    return number.equals("0")
        && row.cells().keySet().stream()
            .map(sheet.columns()::get)
            .allMatch(column -> column == null || column.isNumber());
  }

  private boolean isFull(Keyed sheet, ReadSheet.Row row, int entries) {
    if (entries < Shape.MOST_ENTRIES) {
      return false;
    }
    if (entries == Shape.MOST_ENTRIES) {
      fault(sheet, row, "workbook.fault.full", Map.of("most", Shape.MOST_ENTRIES));
    }
    return true;
  }

  private void entry(Keyed sheet, ReadSheet.Row row, String pointer) {
    // Even an entry of which nothing is stated is an entry.
    fields.put(pointer, "");
    cells.put(pointer, new At(sheet.sheet().name(), "" + row.number()));
    values(sheet, row, pointer);
  }

  private void values(Keyed sheet, ReadSheet.Row row, String entry) {
    int depth = entry.split("/").length;
    row.cells()
        .forEach(
            (at, cell) -> {
              PlannedColumn column = sheet.columns().get(at);
              if (column == null || column.isNumber()) {
                return;
              }
              String[] steps = column.key().split("/");
              StringBuilder pointer = new StringBuilder(entry);
              for (int i = depth; i < steps.length; i++) {
                pointer.append('/').append(steps[i]);
              }
              At there = new At(sheet.sheet().name(), BidSheets.letter(at) + row.number());
              value(column, cell, pointer.toString(), there);
            });
  }

  private void value(PlannedColumn column, ReadSheet.Cell cell, String pointer, At there) {
    cells.put(pointer, there);
    if (cell.state() != ReadSheet.State.VALUE) {
      boolean error = cell.state() == ReadSheet.State.ERROR;
      String key = error ? "workbook.fault.error" : "workbook.fault.uncalculated";
      fault(there.sheet(), there.cell(), words.place(pointer), key, Map.of("found", cell.text()));
    } else if (!column.isList()) {
      fields.put(pointer, read(column, cell.text()));
    } else if (cell.text().strip().equals(CellList.EMPTY)) {
      fields.put(pointer, CellList.EMPTY);
    } else {
      List<String> values = CellList.split(cell.text());
      for (int i = 0; i < values.size(); i++) {
        fields.put(pointer + "/" + i, read(column, values.get(i)));
      }
    }
  }

  /** A choice by name may be written in either language. */
  private String read(PlannedColumn column, String text) {
    for (CellWords each : languages) {
      String read = each.read(column, text);
      if (!read.equals(text)) {
        return read;
      }
    }
    return text;
  }

  private void fault(Keyed sheet, ReadSheet.Row row, String key, Map<String, ?> values) {
    fault(sheet.sheet().name(), "" + row.number(), null, key, values);
  }

  private void fault(String sheet, String cell, String place, String key, Map<String, ?> values) {
    faults.add(new CellFault(sheet, cell, place, words.text(key, values)));
  }
}
