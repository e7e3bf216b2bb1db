package sixones.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a run came to, in a table for the note. */
final class Figures {
  private Figures() {}

  static String of(Killer killer, Book book, Reckoning.Result result) {
    Map<String, Object> came = new LinkedHashMap<>();
    came.put("submissions accepted", result.accepted());
    came.put("lost", result.lost());
    came.put("accepted twice", result.twice());
    came.put("without evaluation", result.withoutEvaluation());
    came.put("otherwise wrong", result.wrong().size());
    return of(killer, book, came);
  }

  static String of(Killer killer, Tally tally, Map<String, Object> came) {
    StringBuilder table = new StringBuilder();
    killer
        .kills()
        .forEach((kind, times) -> row(table, "killed " + kind.name().toLowerCase(), times));
    row(table, "service gave up and was started again", killer.endedByItself());
    came.forEach((what, figure) -> row(table, what, figure));
    row(table, "unclear answers", tally.faults().size());
    row(table, "clear 503", tally.refused());
    row(table, "connections broken", tally.broken().size());
    row(table, "sent again", tally.retries());
    row(table, "longest outage, s", tally.longestOutage().toMillis() / 1000.0);
    return table.toString();
  }

  private static void row(StringBuilder table, String what, Object figure) {
    table.append("faults: %-40s %10s%n".formatted(what, figure));
  }
}
