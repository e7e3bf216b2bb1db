package sixones.overview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import sixones.evaluation.Verdict;
import sixones.report.Column;
import sixones.report.Messages;
import sixones.representation.StoredJson;

/**
 * Renders a round overview as an Excel workbook: the rows on the first sheet, the counts on the
 * second.
 */
public final class RoundOverviewXlsx {
  private static final String MOMENT = "yyyy-mm-dd hh:mm";
  private static final List<Verdict> VERDICTS = List.of(Verdict.MET, Verdict.NOT_MET, Verdict.OPEN);
  private static final int WIDEST = 60;
  private static final int REQUIREMENTS = 6 + Turn.values().length;

  /** Background colours as on the pages. Colour is redundant: the cell's text names the verdict. */
  private static final Map<Verdict, String> COLOURS =
      Map.of(Verdict.MET, "E6F4EB", Verdict.NOT_MET, "FCECEB", Verdict.OPEN, "FDF2DC");

  private final RoundOverview matrix;

  private RoundOverviewXlsx(RoundOverview matrix) {
    this.matrix = matrix;
  }

  public static byte[] render(RoundOverview matrix) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);
    try (Workbook book = new Workbook(bytes, "SixOnes", "1.0")) {
      RoundOverviewXlsx writer = new RoundOverviewXlsx(matrix);
      writer.table(book.newWorksheet(writer.text("overview.sheet")));
      writer.counts(book.newWorksheet(writer.text("overview.sheet.counts")));
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private String text(String key) {
    return Messages.text(matrix.language(), key, Map.of());
  }

  private void table(Worksheet sheet) {
    List<String> heads = RoundOverviewCsv.heads(matrix);
    int[] widths = new int[heads.size()];
    for (int column = 0; column < heads.size(); column++) {
      text(sheet, 0, column, heads.get(column), widths);
    }
    int line = 0;
    for (RoundOverview.Row row : matrix.rows()) {
      line++;
      text(sheet, line, 0, row.applicant().code(), widths);
      text(sheet, line, 1, row.applicant().zh(), widths);
      text(sheet, line, 2, row.applicant().en(), widths);
      sheet.value(line, 3, row.version());
      moment(sheet, line, row, widths);
      verdict(sheet, line, 5, row.verdict(), verdictWords(row), widths);
      for (Turn turn : Turn.values()) {
        sheet.value(line, 6 + turn.ordinal(), row.count(turn));
      }
      for (int i = 0; i < row.verdicts().size(); i++) {
        Verdict verdict = row.verdicts().get(i);
        String told = matrix.words(verdict, row.left().get(i)).whole();
        verdict(sheet, line, REQUIREMENTS + i, verdict, told, widths);
      }
    }
    head(sheet, heads.size());
    sheet.freezePane(3, 1);
    sheet.setAutoFilter(0, 0, line, heads.size() - 1);
    fit(sheet, widths);
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
    int[] widths = new int[5];
    String[] heads = {
      text("overview.requirement"),
      matrix.words(Verdict.MET),
      matrix.words(Verdict.NOT_MET),
      matrix.words(Verdict.OPEN),
      text("overview.total")
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
    }
    line++;
    text(sheet, line, 0, text("overview.bid"), widths);
    for (int i = 0; i < VERDICTS.size(); i++) {
      sheet.value(line, 1 + i, matrix.count(VERDICTS.get(i)));
    }
    sheet.value(line, 4, matrix.rows().size());
    text(sheet, line + 2, 0, text("overview.round"), widths);
    text(sheet, line + 2, 1, matrix.round(), widths);
    text(sheet, line + 3, 0, text("overview.all"), widths);
    sheet.value(line + 3, 1, matrix.all());
    text(sheet, line + 4, 0, text("overview.silent"), widths);
    sheet.value(line + 4, 1, matrix.silent().size());
    head(sheet, heads.length);
    sheet.freezePane(0, 1);
    fit(sheet, widths);
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
