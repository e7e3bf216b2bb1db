package sixones.overview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sixones.representation.StoredJson;

/**
 * Renders a round overview as CSV (RFC 4180). The text is UTF-8 with a byte order mark, without
 * which Excel shows garbled Chinese.
 */
public final class RoundOverviewCsv {
  private RoundOverviewCsv() {}

  public static byte[] render(RoundExport export) {
    RoundOverview matrix = export.overview();
    StringBuilder csv = new StringBuilder("\uFEFF");
    List<String> heads = export.heads();
    append(csv, heads);
    for (RoundOverview.Row row : matrix.rows()) {
      List<String> cells = applicant(row.applicant());
      cells.add(String.valueOf(row.version()));
      cells.add(StoredJson.moment(row.submittedAt()));
      cells.add(export.state(row));
      cells.add(matrix.words(row.verdict(), row.remaining()).verdict());
      for (Turn turn : Turn.values()) {
        cells.add(String.valueOf(row.count(turn)));
      }
      for (int i = 0; i < row.verdicts().size(); i++) {
        cells.add(matrix.words(row.verdicts().get(i), row.left().get(i)).whole());
      }
      matrix.requirements().forEach(requirement -> cells.add(export.named(row, requirement)));
      cells.addAll(export.conclusions(row));
      append(csv, cells);
    }
    for (RoundOverview.Applicant silent : export.silent()) {
      List<String> cells = applicant(silent);
      cells.addAll(List.of("", "", export.state(silent)));
      while (cells.size() < heads.size()) {
        cells.add("");
      }
      append(csv, cells);
    }
    if (export.leftOut() != null) {
      append(csv, List.of(export.leftOut()));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> applicant(RoundOverview.Applicant applicant) {
    return new ArrayList<>(List.of(applicant.code(), applicant.zh(), applicant.en()));
  }

  private static void append(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(RoundOverviewCsv::cell).collect(Collectors.joining(",")));
    csv.append("\r\n");
  }

  private static String cell(String text) {
    String shown = Cells.shown(text);
    boolean plain = shown.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? shown : '"' + shown.replace("\"", "\"\"") + '"';
  }
}
