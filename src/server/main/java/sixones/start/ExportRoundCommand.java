package sixones.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sixones.backup.Backup;
import sixones.cli.Commands;
import sixones.cli.ExitCode;
import sixones.cli.Streams;
import sixones.postgres.DatabaseAccess;
import sixones.retention.RoundArchive;

/** Writes the archive of a decided round. */
@Command(
    name = Commands.EXPORT_ROUND,
    mixinStandardHelpOptions = true,
    description = {
      Commands.EXPORT_ROUND_DESCRIPTION,
      "The database is the one serve uses, as its owner. The file has what applicants handed in and"
          + " the names of people: keep it as you keep backups."
    })
final class ExportRoundCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "ROUND",
      description = "The number of a decided round, or its id.")
  private String round;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The file to write; there must be none yet.")
  private Path file;

  private final Streams streams;

  ExportRoundCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    CommandWords words = new CommandWords(streams);
    return words.onKept(settings -> export(settings, words));
  }

  private int export(DatabaseSettings settings, CommandWords words) {
    Backup.refuseExisting(file);
    Optional<byte[]> publicKey =
        settings.signer().exists() ? Optional.of(settings.signer().publicKey()) : Optional.empty();
    try (DatabaseAccess owner = settings.owner()) {
      return print(
          new RoundArchive(owner, settings.files(), publicKey, Clock.systemUTC())
              .writeTo(file, round, Commands.VERSION),
          words);
    }
  }

  private int print(RoundArchive.Archived made, CommandWords words) {
    words.out("cli.export-round.made", told(made, file));
    made.lost().forEach(lost -> words.err("cli.export-round.lost", Map.of("lost", lost)));
    return made.lost().isEmpty() ? 0 : ExitCode.OPEN.code();
  }

  /** Returns what is told of an archive. */
  static Map<String, Object> told(RoundArchive.Archived archived, Path file) {
    return Map.of(
        "file", file.toString(),
        "round", String.valueOf(archived.round()),
        "at", archived.madeAt(),
        "parts", archived.parts(),
        "submissions", archived.counts().get("submission"),
        "evaluations", archived.counts().get("evaluation"),
        "cases", archived.counts().get("bid_case"),
        "files", archived.files(),
        "lost", archived.lost().size(),
        "sha256", archived.sha256());
  }
}
