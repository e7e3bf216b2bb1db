package sixones.overview;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sixones.report.Messages;
import sixones.representation.StoredJson;

/**
 * Renders a round overview as CSV (RFC 4180). The text is UTF-8 with a byte order mark, without
 * which Excel shows garbled Chinese.
 */
public final class RoundOverviewCsv {
  private RoundOverviewCsv() {}

  public static byte[] render(RoundOverview matrix) {
    StringBuilder csv = new StringBuilder("\uFEFF");
    append(csv, heads(matrix));
    for (RoundOverview.Row row : matrix.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.applicant().code());
      cells.add(row.applicant().zh());
      cells.add(row.applicant().en());
      cells.add(String.valueOf(row.version()));
      cells.add(StoredJson.moment(row.submittedAt()));
      cells.add(matrix.words(row.verdict(), row.remaining()).verdict());
      for (Turn turn : Turn.values()) {
        cells.add(String.valueOf(row.count(turn)));
      }
      for (int i = 0; i < row.verdicts().size(); i++) {
        cells.add(matrix.words(row.verdicts().get(i), row.left().get(i)).whole());
      }
      append(csv, cells);
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the column headings shared by all file formats. */
  static List<String> heads(RoundOverview matrix) {
    List<String> heads = new ArrayList<>();
    for (String key :
        List.of(
            "overview.code",
            "overview.name.zh",
            "overview.name.en",
            "overview.version",
            "overview.handed-in",
            "overview.bid",
            "overview.to-supply",
            "overview.to-review",
            "overview.to-judge")) {
      heads.add(Messages.text(matrix.language(), key, Map.of()));
    }
    matrix.requirements().forEach(requirement -> heads.add(requirement.title()));
    return heads;
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
