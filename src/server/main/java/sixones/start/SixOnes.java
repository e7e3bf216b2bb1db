package sixones.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import sixones.cli.CheckCommand;
import sixones.cli.ExitCode;
import sixones.cli.Streams;

/** The entry point of the command line. */
@Command(
    name = "sixones",
    description = "Checks a city's bid against the six requirements of a pilot manufacturing city.",
    mixinStandardHelpOptions = true,
    version = "Six Ones 1.0.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CheckCommand.class, ServeCommand.class, PasswordCommand.class},
    footer = {
      "",
      "Exit codes: 0 met, 1 not met, 2 open, 64 wrong usage, 65 unreadable draft,",
      "66 no such file, 69 the database cannot be used, 70 our fault. Of several files the worst",
      "counts.",
      "./sixones verify builds and tests everything; dev/bench measures it."
    })
public final class SixOnes {
  private static final int WRONG_USAGE = ExitCode.WRONG_USAGE.code();

  private SixOnes() {}

  /** Runs a command and exits with its exit code. */
  public static void main(String[] arguments) {
    // A command without a service has nobody to read its log, and logging at the lowest level takes
    // longer than the evaluation itself.
    Logger.getLogger("").setLevel(Level.WARNING);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(out, err, arguments);
    out.flush();
    System.exit(code);
  }

  /**
   * Runs a command.
   *
   * @param out receives the output, in UTF-8
   * @param err receives errors, in UTF-8
   * @return the exit code
   */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    CommandLine commands =
        new CommandLine(new SixOnes(), new Commands(new Streams(out, err)))
            .setExpandAtFiles(false)
            .setExecutionExceptionHandler(SixOnes::ourFault)
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    commands.getCommandSpec().exitCodeOnInvalidInput(WRONG_USAGE);
    commands
        .getSubcommands()
        .values()
        .forEach(c -> c.getCommandSpec().exitCodeOnInvalidInput(WRONG_USAGE));
    if (arguments.length == 0) {
      commands.usage(commands.getErr());
      return WRONG_USAGE;
    }
    return commands.execute(arguments);
  }

  /**
   * Reports an internal fault, such as a broken rule set, with an exit code that does not blame the
   * draft.
   */
  private static int ourFault(Exception fault, CommandLine command, CommandLine.ParseResult what) {
    command.getErr().println("Six Ones failed, through no fault of the draft: " + fault);
    return ExitCode.OUR_FAULT.code();
  }

  /** Creates the commands with their output streams. */
  private record Commands(Streams streams) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> kind) throws Exception {
      if (kind == CheckCommand.class) {
        return kind.cast(new CheckCommand(streams));
      }
      if (kind == ServeCommand.class) {
        return kind.cast(new ServeCommand(streams));
      }
      if (kind == PasswordCommand.class) {
        return kind.cast(new PasswordCommand(streams));
      }
      return CommandLine.defaultFactory().create(kind);
    }
  }
}
