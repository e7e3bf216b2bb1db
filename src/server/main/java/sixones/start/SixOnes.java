package sixones.start;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import sixones.cli.Commands;
import sixones.cli.Streams;

/** The entry point of the commands that need the service. */
public final class SixOnes {
  private SixOnes() {}

  /** Runs a command and exits with its exit code. */
  public static void main(String[] arguments) {
    // Until Quarkus sets its levels, everything down to TRACE would be formatted for nobody.
    Logger.getLogger("").setLevel(Level.WARNING);
    Streams streams = Streams.standard();
    int code = run(streams, arguments);
    streams.out().flush();
    System.exit(code);
  }

  static int run(Streams streams, String... arguments) {
    return Commands.run(
        streams,
        arguments,
        () ->
            List.of(
                new ServeCommand(streams),
                new PasswordCommand(streams),
                new BackupCommand(streams),
                new RestoreCommand(streams),
                new ExportRoundCommand(streams),
                new CheckExportCommand(streams),
                new EraseRoundCommand(streams),
                new ErasePersonCommand(streams)));
  }
}
