package sixones.start;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sixones.backup.BackupRefused;
import sixones.cli.Commands;
import sixones.cli.ExitCode;
import sixones.cli.Streams;
import sixones.retention.RoundArchive;

/** Checks the archive of a round; needs no database. */
@Command(
    name = Commands.CHECK_EXPORT,
    mixinStandardHelpOptions = true,
    description = {Commands.CHECK_EXPORT_DESCRIPTION, "It needs no database, and changes nothing."})
final class CheckExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The archive.")
  private Path file;

  @Option(
      names = "--sha256",
      paramLabel = "DIGEST",
      description = "What was printed when the archive was made; any other file is refused.")
  private String sha256;

  private final Streams streams;

  CheckExportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    CommandWords words = new CommandWords(streams);
    try {
      RoundArchive.Archived read = RoundArchive.read(file);
      if (sha256 != null && !sha256.toLowerCase(Locale.ROOT).equals(read.sha256())) {
        words.err("archive.other-file", Map.of("file", file.toString(), "found", read.sha256()));
        return ExitCode.UNREADABLE.code();
      }
      words.out("cli.check-export.whole", ExportRoundCommand.told(read, file));
      return 0;
    } catch (BackupRefused e) {
      return words.refusedArchive(e);
    }
  }
}
