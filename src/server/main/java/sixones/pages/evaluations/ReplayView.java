package sixones.pages.evaluations;

import com.fasterxml.jackson.databind.JsonNode;
import sixones.official.Replay;
import sixones.report.Column;
import sixones.text.Text;

/**
 * The result of a replay as its template renders it.
 *
 * @param state {@code identical}, {@code different}, or {@code broken} if the rules cannot be used
 * @param place the JSON Pointer of the first difference; null if there is none
 * @param kept the stored answer's value at that pointer; null if it has none
 * @param now the new answer's value at that pointer; null if it has none
 */
public record ReplayView(
    String state, String keptDigest, String nowDigest, String place, String kept, String now) {
  private static final int SHOWN = 2000;

  static final ReplayView BROKEN = new ReplayView("broken", null, null, null, null, null);

  static ReplayView of(Replay replay) {
    return new ReplayView(
        replay.identical() ? "identical" : "different",
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
