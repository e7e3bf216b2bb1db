package sixones.start;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sixones.backup.BackedUp;
import sixones.backup.BackupRefused;
import sixones.backup.Restore;
import sixones.cli.Commands;
import sixones.cli.ExitCode;
import sixones.cli.Streams;
import sixones.postgres.DatabaseUnusable;

/** Restores a backup into an empty place. */
@Command(
    name = Commands.RESTORE,
    mixinStandardHelpOptions = true,
    description = {
      Commands.RESTORE_DESCRIPTION,
      "The database is the one serve would use: that of QUARKUS_DATASOURCE_JDBC_URL, which must be"
          + " empty, or else one that is made in SIXONES_DATA, which must have none. Restore only"
          + " files you know the origin of: a backup holds programs and keys."
    })
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file;

  @Option(
      names = "--sha256",
      paramLabel = "DIGEST",
      description = "What was printed when the backup was made; any other file is refused.")
  private String sha256;

  private final Streams streams;

  RestoreCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    CommandWords words = new CommandWords(streams);
    DatabaseSettings settings = DatabaseSettings.configured();
    Restore any = new Restore(settings.folder(), settings.files());
    Restore restore = sha256 == null ? any : any.only(sha256);
    try {
      Restore.Restored restored =
          settings.url().isPresent()
              ? restore.into(
                  new Restore.Target(
                      settings.url().get(),
                      settings.ownerRole(),
                      settings.applicationRole().username()),
                  file)
              : restore.intoFolder(file);
      return print(restored, words);
    } catch (BackupRefused e) {
      return words.refused(e);
    } catch (DatabaseUnusable e) {
      return words.unusable(e);
    } catch (RuntimeException e) {
      return words.unusable(DatabaseUnusable.behind(e).orElseThrow(() -> e));
    }
  }

  private int print(Restore.Restored restored, CommandWords words) {
    BackedUp backup = restored.backup();
    words.out(
        "cli.restore.made",
        Map.of(
            "file", file.toString(),
            "at", backup.madeAt(),
            "application", backup.application(),
            "postgresql", backup.postgresql(),
            "tables", backup.tables(),
            "rows", backup.rows(),
            "files", backup.files(),
            "keys", backup.keys().size()));
    if (restored.differing().isEmpty()) {
      words.out("cli.restore.replayed", Map.of("count", restored.replayed()));
    } else {
      words.err(
          "cli.restore.differing",
          Map.of(
              "count", restored.replayed(),
              "differing", restored.differing().size(),
              "ids", String.join(", ", restored.differing())));
    }
    if (restored.filesMissing() > 0) {
      words.err("cli.restore.files-missing", Map.of("count", restored.filesMissing()));
    }
    return restored.differing().isEmpty() && restored.filesMissing() == 0
        ? 0
        : ExitCode.OPEN.code();
  }
}
