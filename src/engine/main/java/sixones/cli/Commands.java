package sixones.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The command line. The engine runs {@code check}; the commands of the service are listed here and
 * run by the service, which hands them in.
 */
@Command(
    name = "sixones",
    description = "Checks a bid against the requirements of the programme it is for.",
    mixinStandardHelpOptions = true,
    version = Commands.VERSION,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 met, 1 not met, 2 inconclusive, 64 wrong usage, 65 unreadable draft,",
      "66 no such file, round or person, 69 the database cannot be used, 70 our fault, 73 the file"
          + " cannot be written, 77 it may not be done, or not yet.",
      "Of several files the worst counts.",
      "./sixones verify builds and tests everything; dev/bench measures it."
    })
public final class Commands {
  /** The name and version of this release. */
  public static final String VERSION = "Six Ones 1.0.0-SNAPSHOT";

  public static final String SERVE = "serve";
  public static final String PASSWORD = "password";
  public static final String BACKUP = "backup";
  public static final String RESTORE = "restore";
  public static final String EXPORT_ROUND = "export-round";
  public static final String CHECK_EXPORT = "check-export";
  public static final String ERASE_ROUND = "erase-round";
  public static final String ERASE_PERSON = "erase-person";

  /** What the list of commands says of {@link #SERVE}. */
  public static final String SERVE_DESCRIPTION =
      "Serves /api and Swagger UI on QUARKUS_HTTP_PORT, by default 8080; metrics and the details of"
          + " health on QUARKUS_MANAGEMENT_PORT, by default 9000.";

  /** What the list of commands says of {@link #PASSWORD}. */
  public static final String PASSWORD_DESCRIPTION =
      "Gives an administrator who is locked out a new password, which is printed this once and has"
          + " to be changed at the next sign-in. A closed account is open again, and a second"
          + " factor is taken away.";

  /** What the list of commands says of {@link #BACKUP}. */
  public static final String BACKUP_DESCRIPTION =
      "Writes a backup of the database, the evidence files and the keys into one file, also while"
          + " the service runs. Keep the file as you keep the keys.";

  /** What the list of commands says of {@link #RESTORE}. */
  public static final String RESTORE_DESCRIPTION =
      "Restores a backup into an empty database, compares every table, and evaluates some official"
          + " evaluations again.";

  /** What the list of commands says of {@link #EXPORT_ROUND}. */
  public static final String EXPORT_ROUND_DESCRIPTION =
      "Writes everything of a decided round into one file with a manifest of digests, also while"
          + " the service runs, and records the digest of the file.";

  /** What the list of commands says of {@link #CHECK_EXPORT}. */
  public static final String CHECK_EXPORT_DESCRIPTION =
      "Reads the archive of a round from beginning to end and compares every part with its"
          + " manifest.";

  /** What the list of commands says of {@link #ERASE_ROUND}. */
  public static final String ERASE_ROUND_DESCRIPTION =
      "Erases a decided round, whole, once the set time has passed and its archive is at hand.";

  /** What the list of commands says of {@link #ERASE_PERSON}. */
  public static final String ERASE_PERSON_DESCRIPTION =
      "Erases the name of a person once the set time has passed; what they did stays, under their"
          + " number.";

  private static final int WRONG_USAGE = ExitCode.WRONG_USAGE.code();

  private Commands() {}

  /** Runs a command that needs no service and exits with its exit code. */
  public static void main(String[] arguments) {
    // No library of the engine has anything to log that a person at a terminal wants.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Streams streams = Streams.standard();
    int code = run(streams, arguments);
    streams.out().flush();
    System.exit(code);
  }

  /** Runs a command where the service is not there. */
  static int run(Streams streams, String... arguments) {
    return run(
        streams,
        arguments,
        () ->
            List.of(
                ofTheService(SERVE, SERVE_DESCRIPTION, streams),
                ofTheService(PASSWORD, PASSWORD_DESCRIPTION, streams),
                ofTheService(BACKUP, BACKUP_DESCRIPTION, streams),
                ofTheService(RESTORE, RESTORE_DESCRIPTION, streams),
                ofTheService(EXPORT_ROUND, EXPORT_ROUND_DESCRIPTION, streams),
                ofTheService(CHECK_EXPORT, CHECK_EXPORT_DESCRIPTION, streams),
                ofTheService(ERASE_ROUND, ERASE_ROUND_DESCRIPTION, streams),
                ofTheService(ERASE_PERSON, ERASE_PERSON_DESCRIPTION, streams)));
  }

  /**
   * Runs a command.
   *
   * @param ofTheService the commands of the service, as picocli takes them; not asked for by a
   *     check, which starts sooner without them
   * @return the exit code
   */
  public static int run(Streams streams, String[] arguments, Supplier<List<Object>> ofTheService) {
    CommandLine commands = new CommandLine(new Commands());
    commands.addSubcommand(new CheckCommand(streams));
    if (arguments.length == 0 || !arguments[0].equals(CheckCommand.NAME)) {
      ofTheService.get().forEach(commands::addSubcommand);
    }
    commands
        .setExpandAtFiles(false)
        .setExecutionExceptionHandler(Commands::ourFault)
        .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
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

  /** A command that is listed but cannot run, as the service is not there. */
  private static CommandSpec ofTheService(String name, String description, Streams streams) {
    Callable<Integer> absent =
        () -> {
          streams.err().println(name + " is a command of the service: ./sixones " + name);
          return WRONG_USAGE;
        };
    CommandSpec spec = CommandSpec.wrapWithoutInspection(absent).name(name);
    spec.usageMessage().description(description);
    return spec;
  }

  /**
   * Reports an internal fault, such as a broken rule set, with an exit code that does not blame the
   * draft.
   */
  private static int ourFault(Exception fault, CommandLine command, CommandLine.ParseResult what) {
    command.getErr().println("Six Ones failed, through no fault of the draft: " + fault);
    return ExitCode.OUR_FAULT.code();
  }
}
