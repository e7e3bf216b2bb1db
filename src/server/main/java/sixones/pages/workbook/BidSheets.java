package sixones.pages.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.report.Column;
import sixones.ruleset.RuleSet;

/**
 * Writes a bid as an Excel workbook, or a blank one to fill in. Every cell is text, so that no
 * program changes a code, day or amount, or runs what begins like a formula.
 */
final class BidSheets {
  /** The name of the hidden sheet with the choices; its first cell is the format. */
  static final String HIDDEN = "sixones";

  static final String FORMAT = "sixones/workbook/1";

  private static final int HEADING = 1;
  private static final int HINT = 2;
  private static final int FIRST = 3;
  private static final int RULED = 12;
  private static final double GUIDE_WIDTH = 86;
  private static final double LINE_HEIGHT = 15;
  private static final double HIGHEST = 300;
  private static final String TEXT = "@";
  private static final String LINE = "C9D2E0";
  private static final List<String> HOW =
      List.of(
          "workbook.how.fill",
          "workbook.how.rows",
          "workbook.how.lists",
          "workbook.how.blank",
          "workbook.how.keys",
          "workbook.how.load");
  private static final Map<String, ?> LIMITS =
      Map.of("most", Shape.MOST_CHARACTERS, "entries", Shape.MOST_ENTRIES);

  private final RuleSet ruleSet;
  private final CellWords words;
  private final JsonNode bid;
  private final BidContract contract;
  private final List<PlannedSheet> sheets;
  private final List<BidWorkbook.Loss> losses = new ArrayList<>();
  private final Map<List<String>, String> lists = new LinkedHashMap<>();

  private BidSheets(RuleSet ruleSet, CellWords words, JsonNode bid) {
    this.ruleSet = ruleSet;
    this.words = words;
    this.bid = bid;
    this.contract = ruleSet.contract();
    this.sheets = PlannedSheet.of(contract);
  }

  /**
   * Writes a bid; the same bid gives the same bytes.
   *
   * @param bid a tree in the structure of the contract; an empty object for a blank workbook
   */
  static BidWorkbook write(RuleSet ruleSet, CellWords words, JsonNode bid) {
    BidSheets sheets = new BidSheets(ruleSet, words, bid);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
    try (Workbook book = new Workbook(bytes, "SixOnes", "1.0")) {
      book.setCompressionLevel(1);
      sheets.guide(book.newWorksheet(words.text("workbook.guide")));
      for (PlannedSheet sheet : sheets.sheets) {
        sheets.write(sheet, book.newWorksheet(words.name(sheet)));
      }
      sheets.lists(book.newWorksheet(HIDDEN));
      sheets.loseDeepLists("", sheets.contract.whole(), bid);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return new BidWorkbook(SameBytes.of(bytes.toByteArray()), List.copyOf(sheets.losses));
  }

  private void guide(Worksheet sheet) {
    sheet.value(0, 0, FORMAT);
    sheet.hideRow(0);
    sheet.value(1, 0, words.title(ruleSet));
    sheet.style(1, 0).bold().fontSize(14).set();
    int row = 2;
    for (String key : HOW) {
      sheet.value(++row, 0, words.text("workbook.step", Map.of("number", row - 2)));
      sheet.value(row, 1, words.text(key, LIMITS));
      sheet.range(row, 0, row, 1).style().wrapText(true).verticalAlignment("top").set();
      sheet.rowHeight(row, height(words.text(key, LIMITS), GUIDE_WIDTH));
    }
    row += 2;
    sheet.value(row, 0, words.text("workbook.guide.sheet"));
    sheet.value(row, 1, words.text("workbook.guide.holds"));
    sheet.range(row, 0, row, 1).style().bold().fillColor("EEF1F6").set();
    for (PlannedSheet planned : sheets) {
      sheet.value(++row, 0, words.name(planned));
      sheet.value(row, 1, holds(planned));
      sheet.rowHeight(row, height(holds(planned), GUIDE_WIDTH));
      sheet.range(row, 0, row, 1).style().wrapText(true).verticalAlignment("top").set();
    }
    sheet.width(0, 34);
    sheet.width(1, GUIDE_WIDTH);
    onOnePageWide(sheet);
  }

  private String holds(PlannedSheet sheet) {
    String columns =
        words.ordered(sheet).stream()
            .filter(column -> !column.isNumber())
            .map(column -> words.heading(sheet, column))
            .reduce((one, other) -> one + words.text("workbook.guide.between") + other)
            .orElse("");
    String key = sheet.isList() ? "workbook.guide.list" : "workbook.guide.section";
    return words.text(key, Map.of("columns", columns));
  }

  private void write(PlannedSheet planned, Worksheet sheet) {
    List<PlannedColumn> columns = words.ordered(planned);
    int last = columns.size() - 1;
    double[] widths = new double[columns.size()];
    List<List<String>> rows = rows(planned, columns);
    int end = FIRST + (planned.isList() ? Math.max(rows.size(), RULED) : 1) - 1;
    for (int at = 0; at <= last; at++) {
      PlannedColumn column = columns.get(at);
      sheet.value(0, at, column.key());
      String heading = words.heading(planned, column);
      sheet.value(HEADING, at, heading);
      boolean offered = offer(planned, column, sheet, at);
      sheet.value(HINT, at, words.hint(planned, column, offered));
      sheet.style(at).format(TEXT).wrapText(true).verticalAlignment("top").set();
      widths[at] = width(column, heading);
      sheet.width(at, widths[at]);
    }
    for (int row = 0; row < rows.size(); row++) {
      double height = LINE_HEIGHT;
      for (int at = 0; at <= last; at++) {
        String text = rows.get(row).get(at);
        if (text != null) {
          sheet.value(FIRST + row, at, CellText.encoded(text));
          height = Math.max(height, height(text, widths[at]));
        }
      }
      sheet.rowHeight(FIRST + row, height);
    }
    sheet.hideRow(0);
    sheet
        .range(HEADING, 0, HEADING, last)
        .style()
        .bold()
        .fillColor("DCE6F5")
        .wrapText(true)
        .verticalAlignment("top")
        .borderStyle(BorderStyle.THIN)
        .borderColor(LINE)
        .set();
    sheet
        .range(HINT, 0, HINT, last)
        .style()
        .fontColor("555555")
        .fontSize(9)
        .fillColor("F4F7FB")
        .wrapText(true)
        .verticalAlignment("top")
        .borderStyle(BorderStyle.THIN)
        .borderColor(LINE)
        .set();
    sheet
        .range(FIRST, 0, end, last)
        .style()
        .format(TEXT)
        .wrapText(true)
        .verticalAlignment("top")
        .borderStyle(BorderStyle.THIN)
        .borderColor(LINE)
        .set();
    sheet.rowHeight(HEADING, 30);
    sheet.rowHeight(HINT, 50);
    sheet.freezePane(planned.parent() != null ? 2 : planned.isList() ? 1 : 0, FIRST);
    sheet.repeatRows(HEADING, HEADING);
    onOnePageWide(sheet);
  }

  private static void onOnePageWide(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  /** Returns the height of a row in points: not every program fits it to wrapped text by itself. */
  private static double height(String text, double width) {
    double lines = 0;
    for (String line : text.split("\n", -1)) {
      lines += Math.max(1, Math.ceil(Column.width(line) / (width - 2)));
    }
    return Math.min(HIGHEST, lines * LINE_HEIGHT + 2);
  }

  private static double width(PlannedColumn column, String heading) {
    double least =
        column.isNumber()
            ? 10
            : column.isDivision() || column.isList() ? 26 : column.isText() ? 32 : 18;
    return Math.max(least, Math.min(40, Column.width(heading) + 2));
  }

  /**
   * Offers the choices of a column, if it has any; another text may still be written and is told on
   * loading.
   */
  private boolean offer(PlannedSheet planned, PlannedColumn column, Worksheet sheet, int at) {
    String from = column.isList() ? null : from(column);
    if (from == null) {
      return false;
    }
    int end = FIRST + (planned.isList() ? Shape.MOST_ENTRIES : 1) - 1;
    Range cells = sheet.range(FIRST, at, end, at);
    cells
        .validateWithListByFormula(from)
        .allowBlank(true)
        .showErrorMessage(false)
        .errorStyle(DataValidationErrorStyle.INFORMATION);
    return true;
  }

  /** Returns the cells with the choices of a column; null if it has none. */
  private String from(PlannedColumn column) {
    List<String> options = column.isDivision() ? words.divisions() : words.options(column);
    if (!options.isEmpty()) {
      return lists.computeIfAbsent(
          options,
          each -> {
            String letter = letter(lists.size() + 1);
            return HIDDEN + "!$" + letter + "$1:$" + letter + "$" + each.size();
          });
    }
    return contract
        .reference(column.key())
        .map(to -> cells(to.list() + "/*/" + to.by()))
        .orElse(null);
  }

  /** Returns the cells of a column of this workbook, by its place. */
  private String cells(String place) {
    for (PlannedSheet sheet : sheets) {
      List<PlannedColumn> columns = words.ordered(sheet);
      for (int at = 0; at < columns.size(); at++) {
        String key = columns.get(at).key();
        if (key.equals(place) || key.startsWith(place + "/")) {
          String letter = letter(at);
          return "'%s'!$%s$%d:$%s$%d"
              .formatted(
                  words.name(sheet).replace("'", "''"),
                  letter,
                  FIRST + 1,
                  letter,
                  FIRST + Shape.MOST_ENTRIES);
        }
      }
    }
    throw new IllegalStateException(place + " is no place of a bid");
  }

  /** Returns the letters of a column, such as AB for 27. */
  static String letter(int column) {
    String letters = "";
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }

  private void lists(Worksheet sheet) {
    sheet.value(0, 0, FORMAT);
    sheet.value(1, 0, ruleSet.id());
    int column = 0;
    for (List<String> options : lists.keySet()) {
      column++;
      for (int row = 0; row < options.size(); row++) {
        sheet.value(row, column, options.get(row));
      }
    }
    sheet.setVisibilityState(VisibilityState.HIDDEN);
  }

  private List<List<String>> rows(PlannedSheet sheet, List<PlannedColumn> columns) {
    List<List<String>> rows = new ArrayList<>();
    if (!sheet.isList()) {
      JsonNode section = bid.at(sheet.place());
      if (section.isObject()) {
        rows.add(row(columns, sheet.place(), section, 0, 0));
      }
    } else if (sheet.parent() == null) {
      add(rows, columns, sheet.place(), bid.at(sheet.place()), 0);
    } else {
      JsonNode parents = bid.at(sheet.parent());
      for (int i = 0; i < parents.size(); i++) {
        String place = sheet.place().replaceFirst("\\*", "" + i);
        add(rows, columns, place, bid.at(place), i + 1);
      }
    }
    return rows;
  }

  private void add(
      List<List<String>> rows,
      List<PlannedColumn> columns,
      String place,
      JsonNode list,
      int parent) {
    if (list.isArray() && list.isEmpty()) {
      rows.add(row(columns, place, list, parent, 0));
    }
    for (int i = 0; i < list.size(); i++) {
      rows.add(row(columns, place + "/" + i, list.get(i), parent, i + 1));
    }
  }

  private List<String> row(
      List<PlannedColumn> columns, String at, JsonNode entry, int parent, int number) {
    List<String> row = new ArrayList<>();
    int depth = at.split("/").length;
    for (PlannedColumn column : columns) {
      if (column.isNumber()) {
        row.add("" + (column.key().startsWith(PlannedColumn.OF) ? parent : number));
        continue;
      }
      String[] steps = column.key().split("/");
      JsonNode value = entry;
      String pointer = at;
      for (int i = depth; i < steps.length; i++) {
        value = value.path(steps[i]);
        pointer += "/" + steps[i];
      }
      row.add(fitting(words.shown(column, value), pointer));
    }
    return row;
  }

  /** A workbook has lists and lists within their entries, and none that lie deeper. */
  private void loseDeepLists(String pointer, Shape shape, JsonNode node) {
    if (shape instanceof Shape.Members members) {
      members
          .members()
          .forEach((name, below) -> loseDeepLists(pointer + "/" + name, below, node.path(name)));
    } else if (shape instanceof Shape.Entries list && list.of() instanceof Shape.Members) {
      boolean isDeep = BidContract.place(pointer).split("\\*", -1).length > 2;
      if (isDeep && !node.isEmpty()) {
        losses.add(new BidWorkbook.Loss(words.place(pointer), words.text("workbook.loss.deep")));
      }
      for (int i = 0; !isDeep && i < node.size(); i++) {
        loseDeepLists(pointer + "/" + i, list.of(), node.get(i));
      }
    }
  }

  private String fitting(String text, String pointer) {
    if (text == null || CellText.holds(text)) {
      return text;
    }
    losses.add(
        new BidWorkbook.Loss(
            words.place(pointer),
            words.text(
                text.length() > CellText.LONGEST ? "workbook.loss.long" : "workbook.loss.sign",
                Map.of("most", CellText.LONGEST))));
    return null;
  }
}
