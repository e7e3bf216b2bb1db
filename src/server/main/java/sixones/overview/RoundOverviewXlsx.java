package sixones.overview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import sixones.evaluation.Verdict;
import sixones.report.Column;
import sixones.representation.StoredJson;

/**
 * Renders a round overview as an Excel workbook: the rows on the first sheet, the counts on the
 * second.
 */
public final class RoundOverviewXlsx {
  private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
  private static final List<Verdict> VERDICTS = List.of(Verdict.MET, Verdict.NOT_MET, Verdict.OPEN);
  private static final int WIDEST = 60;

  /**
   * The widest each column of the table gets, so that paper holds all of them; a longer text takes
   * several lines. The first seven, then the counts, the verdicts and the names.
   */
  private static final int[] WIDEST_FIRST = {8, 20, 18, 8, 20, 18, 14};

  private static final int WIDEST_COUNT = 9;
  private static final int WIDEST_VERDICT = 15;
  private static final int WIDEST_NAME = 20;

  /** The height of a line, in points, and the width an arrow of the filter takes, in columns. */
  private static final int LINE = 15;

  private static final int ARROW = 3;

  private static final int COUNTS = 7;
  private static final int REQUIREMENTS = COUNTS + Turn.values().length;

  /** Background colours as on the pages. Colour is redundant: the cell's text names the verdict. */
  private static final Map<Verdict, String> COLOURS =
      Map.of(Verdict.MET, "E6F4EB", Verdict.NOT_MET, "FCECEB", Verdict.OPEN, "FDF2DC");

  private final RoundExport export;
  private final RoundOverview matrix;

  private RoundOverviewXlsx(RoundExport export) {
    this.export = export;
    this.matrix = export.overview();
  }

  public static byte[] render(RoundExport export) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
    try (Workbook book = new Workbook(bytes, "SixOnes", "1.0")) {
      RoundOverviewXlsx writer = new RoundOverviewXlsx(export);
      writer.table(book.newWorksheet(writer.text("overview.sheet")));
      writer.counts(book.newWorksheet(writer.text("overview.sheet.counts")));
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private String text(String key) {
    return export.text(key);
  }

  private void table(Worksheet sheet) {
    List<String> heads = export.heads();
    int[] widths = new int[heads.size()];
    int line = 0;
    for (RoundOverview.Row row : matrix.rows()) {
      line++;
      applicant(sheet, line, row.applicant(), export.state(row), widths);
      sheet.value(line, 3, row.version());
      moment(sheet, line, row, widths);
      verdict(sheet, line, 6, row.verdict(), verdictWords(row), widths);
      for (Turn turn : Turn.values()) {
        sheet.value(line, COUNTS + turn.ordinal(), row.count(turn));
      }
      for (int i = 0; i < row.verdicts().size(); i++) {
        Verdict verdict = row.verdicts().get(i);
        String told = matrix.words(verdict, row.left().get(i)).whole();
        verdict(sheet, line, REQUIREMENTS + i, verdict, told, widths);
        RoundOverview.Requirement requirement = matrix.requirements().get(i);
        int column = REQUIREMENTS + row.verdicts().size() + i;
        text(sheet, line, column, export.named(row, requirement), widths);
      }
      conclusions(sheet, line, row, widths);
    }
    for (RoundOverview.Applicant silent : export.silent()) {
      line++;
      applicant(sheet, line, silent, export.state(silent), widths);
    }
    if (line > 0) {
      StyleSetter style = sheet.range(1, 0, line, heads.size() - 1).style();
      style.wrapText(true).verticalAlignment("top").set();
    }
    for (int column = 0; column < heads.size(); column++) {
      sheet.value(0, column, Cells.shown(heads.get(column)));
      widths[column] = Math.max(widths[column], Column.width(heads.get(column)) + ARROW);
      widths[column] = Math.min(widths[column], widest(column));
      sheet.width(column, widths[column] + 1);
    }
    heights(sheet, line, widths);
    head(sheet, heads.size());
    sheet.freezePane(3, 1);
    sheet.setAutoFilter(0, 0, line, heads.size() - 1);
    sheet.repeatCols(0, 1);
    print(sheet, PaperSize.A3_PAPER);
  }

  /** Writes the conclusions after everything else, so that no other column moves. */
  private void conclusions(Worksheet sheet, int line, RoundOverview.Row row, int[] widths) {
    List<String> told = export.conclusions(row);
    int first = REQUIREMENTS + 2 * row.verdicts().size();
    for (int i = 0; i < told.size() - 1; i++) {
      Verdict on = i == 0 ? row.concluded().conclusion() : row.concluded().on().get(i - 1);
      verdict(sheet, line, first + i, on, told.get(i), widths);
    }
    if (!told.isEmpty()) {
      sheet.value(line, first + told.size() - 1, row.concluded().determinations());
    }
  }

  private int widest(int column) {
    if (column < COUNTS) {
      return WIDEST_FIRST[column];
    }
    if (column < REQUIREMENTS) {
      return WIDEST_COUNT;
    }
    return column < REQUIREMENTS + matrix.requirements().size() ? WIDEST_VERDICT : WIDEST_NAME;
  }

  /** Not every program makes a row as high as its wrapped texts, so each row is told. */
  private static void heights(Worksheet sheet, int last, int[] widths) {
    for (int line = 0; line <= last; line++) {
      int lines = 1;
      for (int column = 0; column < widths.length; column++) {
        if (sheet.value(line, column) instanceof String text) {
          int room = line == 0 ? widths[column] - ARROW : widths[column];
          int wide = Column.width(text);
          // Half a word is left over at the end of a line that is broken.
          int taken = wide <= room ? 1 : (wide + wide / 6 + room - 1) / room;
          lines = Math.max(lines, taken);
        }
      }
      sheet.rowHeight(line, (double) Math.min(lines * LINE, 400));
    }
  }

  private static void applicant(
      Worksheet sheet, int line, RoundOverview.Applicant applicant, String state, int[] widths) {
    text(sheet, line, 0, applicant.code(), widths);
    text(sheet, line, 1, applicant.zh(), widths);
    text(sheet, line, 2, applicant.en(), widths);
    text(sheet, line, 5, state, widths);
  }

  /** Lays a sheet out for paper: landscape, all columns on one page, its head on each. */
  private void print(Worksheet sheet, PaperSize paper) {
    sheet.paperSize(paper);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
    sheet.footer(code(matrix.round()), Position.LEFT);
    sheet.footer(code(export.made()), Position.CENTER);
    sheet.footer("&P / &N", Position.RIGHT);
  }

  /** Returns a text in which no character begins a code of a header or footer. */
  private static String code(String text) {
    return Cells.shown(text).replace("&", "&&");
  }

  private void moment(Worksheet sheet, int line, RoundOverview.Row row, int[] widths) {
    LocalDateTime there = LocalDateTime.ofInstant(row.submittedAt(), StoredJson.ZONE);
    sheet.value(line, 4, there);
    sheet.style(line, 4).format(MOMENT).set();
    widths[4] = Math.max(widths[4], MOMENT.length());
  }

  private String verdictWords(RoundOverview.Row row) {
    return matrix.words(row.verdict(), row.remaining()).verdict();
  }

  private static void verdict(
      Worksheet sheet, int line, int column, Verdict verdict, String told, int[] widths) {
    text(sheet, line, column, told, widths);
    sheet.style(line, column).fillColor(COLOURS.get(verdict)).set();
  }

  private void counts(Worksheet sheet) {
    int[] widths = new int[8];
    String[] heads = {
      text("overview.requirement"),
      matrix.words(Verdict.MET),
      matrix.words(Verdict.NOT_MET),
      matrix.words(Verdict.OPEN),
      text("overview.total"),
      text("overview.to-supply"),
      text("overview.to-review"),
      text("overview.to-judge")
    };
    for (int column = 0; column < heads.length; column++) {
      text(sheet, 0, column, heads[column], widths);
    }
    int line = 0;
    for (RoundOverview.Requirement requirement : matrix.requirements()) {
      line++;
      text(sheet, line, 0, requirement.title(), widths);
      for (int i = 0; i < VERDICTS.size(); i++) {
        sheet.value(line, 1 + i, requirement.count(VERDICTS.get(i)));
      }
      sheet.value(line, 4, matrix.rows().size());
      for (Turn turn : Turn.values()) {
        int at = line - 1;
        int left = matrix.rows().stream().mapToInt(row -> turn.of(row.left().get(at))).sum();
        sheet.value(line, 5 + turn.ordinal(), left);
      }
    }
    line++;
    text(sheet, line, 0, text("overview.bid"), widths);
    for (int i = 0; i < VERDICTS.size(); i++) {
      sheet.value(line, 1 + i, matrix.count(VERDICTS.get(i)));
    }
    sheet.value(line, 4, matrix.rows().size());
    for (Turn turn : Turn.values()) {
      sheet.value(line, 5 + turn.ordinal(), matrix.count(turn));
    }
    text(sheet, line + 2, 0, text("overview.round"), widths);
    text(sheet, line + 2, 1, matrix.round(), widths);
    text(sheet, line + 3, 0, text("overview.all"), widths);
    sheet.value(line + 3, 1, matrix.all());
    text(sheet, line + 4, 0, text("overview.silent"), widths);
    sheet.value(line + 4, 1, matrix.silent().size());
    text(sheet, line + 5, 0, export.made(), new int[8]);
    text(sheet, line + 6, 0, text("overview.rules"), widths);
    text(sheet, line + 6, 1, export.rules(), widths);
    if (export.leftOut() != null) {
      text(sheet, line + 7, 0, export.leftOut(), new int[8]);
    }
    head(sheet, heads.length);
    sheet.freezePane(0, 1);
    fit(sheet, widths);
    print(sheet, PaperSize.A4_PAPER);
  }

  private static void text(Worksheet sheet, int line, int column, String text, int[] widths) {
    String shown = Cells.shown(text);
    sheet.value(line, column, shown);
    widths[column] = Math.max(widths[column], Column.width(shown));
  }

  private static void head(Worksheet sheet, int columns) {
    sheet.range(0, 0, 0, columns - 1).style().bold().fillColor("EEF1F6").wrapText(true).set();
  }

  /**
   * Sets the column widths. {@link Column#width} counts a Chinese character as two columns; the
   * margin leaves room for the arrow of the filter.
   */
  private static void fit(Worksheet sheet, int[] widths) {
    for (int column = 0; column < widths.length; column++) {
      sheet.width(column, Math.min(widths[column], WIDEST) + 4);
    }
  }
}
