package sixones.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sixones.backup.BackedUp;
import sixones.backup.Backup;
import sixones.backup.BackupRefused;
import sixones.backup.LastBackup;
import sixones.cli.Commands;
import sixones.cli.ExitCode;
import sixones.cli.Streams;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.DatabaseUnusable;
import sixones.postgres.UnfinishedRestore;

/** Writes a backup of the database, the evidence files and the keys. */
@Command(
    name = Commands.BACKUP,
    mixinStandardHelpOptions = true,
    description = {
      Commands.BACKUP_DESCRIPTION,
      "The database is the one serve uses, whether serve runs or not. With a server of your own,"
          + " SIXONES_BACKUP_USERNAME and SIXONES_BACKUP_PASSWORD name a role that sees every row;"
          + " backup.md of the documentation has its SQL."
    })
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file to write; there must be none yet.")
  private Path file;

  private final Streams streams;

  BackupCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    CommandWords words = new CommandWords(streams);
    DatabaseSettings settings = DatabaseSettings.configured();
    try {
      UnfinishedRestore.refuse(settings.folder());
      Backup.refuseExisting(file);
      try (DatabaseAccess database =
          settings.administrator().orElseThrow(BackupRefused::roleMissing)) {
        BackedUp made =
            new Backup(
                    database, settings.folder(), Optional.of(settings.files()), Clock.systemUTC())
                .writeTo(file, Commands.VERSION);
        note(made, settings.folder(), words);
        return print(made, words);
      }
    } catch (BackupRefused e) {
      return words.refused(e);
    } catch (DatabaseUnusable e) {
      return words.unusable(e);
    }
  }

  /** Lets the service tell how old the last whole backup is. */
  private static void note(BackedUp made, Path folder, CommandWords words) {
    if (!made.lost().isEmpty()) {
      return;
    }
    try {
      new LastBackup(folder).note(Instant.parse(made.madeAt()));
    } catch (IOException e) {
      words.err("cli.backup.not-noted", Map.of("folder", folder.toString()));
    }
  }

  private int print(BackedUp made, CommandWords words) {
    words.out(
        "cli.backup.made",
        Map.of(
            "file", file.toString(),
            "tables", made.tables(),
            "rows", made.rows(),
            "files", made.files(),
            "keys", made.keys().size(),
            "sha256", made.sha256()));
    made.lost().forEach(lost -> words.err("cli.backup.lost", Map.of("lost", lost)));
    return made.lost().isEmpty() ? 0 : ExitCode.OPEN.code();
  }
}
