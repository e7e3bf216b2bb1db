package sixones.pages.evaluations;

import com.fasterxml.jackson.databind.JsonNode;
import sixones.official.Replay;
import sixones.report.Column;
import sixones.text.Text;

/**
 * What came of running an evaluation again, as the page shows it.
 *
 * @param state identical, different, or broken if its rules cannot be used
 * @param place the first place that differs
 * @param kept what the kept answer has there; null for nothing
 * @param now what the new one has there; null for nothing
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
