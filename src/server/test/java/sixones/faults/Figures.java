package sixones.faults;

/** What a run came to, in a table for the note. */
final class Figures {
  private Figures() {}

  static String of(Killer killer, Book book, Reckoning.Result result) {
    StringBuilder table = new StringBuilder();
    killer
        .kills()
        .forEach((kind, times) -> row(table, "killed " + kind.name().toLowerCase(), times));
    row(table, "service gave up and was started again", killer.endedByItself());
    row(table, "submissions accepted", result.accepted());
    row(table, "lost", result.lost());
    row(table, "accepted twice", result.twice());
    row(table, "without evaluation", result.withoutEvaluation());
    row(table, "otherwise wrong", result.wrong().size());
    row(table, "unclear answers", book.faults().size());
    row(table, "clear 503", book.refused());
    row(table, "connections broken", book.broken().size());
    row(table, "sent again", book.retries());
    row(table, "longest outage, s", book.longestOutage().toMillis() / 1000.0);
    return table.toString();
  }

  private static void row(StringBuilder table, String what, Object figure) {
    table.append("faults: %-40s %10s%n".formatted(what, figure));
  }
}
