package sixones.pages.evaluations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import sixones.official.Replay;
import sixones.report.Column;
import sixones.text.Text;

/**
 * The result of a replay as its template renders it.
 *
 * @param state {@code identical}, {@code other-program}, {@code changed}, or {@code broken} if the
 *     rules or the engine cannot be used
 * @param changed what was changed, as {@code table.column}
 * @param differs whether the answers differ
 * @param place the JSON Pointer of the first difference; null if there is none
 * @param kept the stored answer's value at that pointer; null if it has none
 * @param now the new answer's value at that pointer; null if it has none
 */
public record ReplayView(
    String state,
    List<String> changed,
    boolean differs,
    String keptDigest,
    String nowDigest,
    String place,
    String kept,
    String now) {
  private static final int SHOWN = 2000;

  static final ReplayView BROKEN =
      new ReplayView("broken", List.of(), false, null, null, null, null, null);

  static ReplayView of(Replay replay) {
    return new ReplayView(
        replay.result().word(),
        replay.changed(),
        replay.pointer() != null,
        replay.keptDigest(),
        replay.nowDigest(),
        replay.pointer(),
        shown(replay.kept()),
        shown(replay.now()));
  }

  private static String shown(JsonNode value) {
    return value == null ? null : Text.shortened(Column.harmless(value.toString()), SHOWN);
  }
}
