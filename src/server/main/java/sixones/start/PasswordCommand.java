package sixones.start;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sixones.cli.Commands;
import sixones.cli.ExitCode;
import sixones.cli.Streams;
import sixones.people.account.LockedOut;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.DatabaseUnusable;
import sixones.report.Language;
import sixones.report.Messages;

/**
 * Restores access for an administrator who cannot sign in. Access to the machine is the
 * authorisation.
 */
@Command(
    name = Commands.PASSWORD,
    mixinStandardHelpOptions = true,
    description = {
      Commands.PASSWORD_DESCRIPTION,
      "The database is the one serve uses, whether serve runs or not."
    })
final class PasswordCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The name of an administrator.")
  private String name;

  private final Streams streams;

  PasswordCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (DatabaseAccess database = DatabaseSettings.configured().application()) {
      Optional<LockedOut.LetIn> made = LockedOut.letIn(name, database, Clock.systemUTC());
      for (Language language : Language.values()) {
        made.ifPresentOrElse(
            letIn -> print(letIn, language),
            () -> streams.err().println(message("cli.password.nobody", language, "")));
      }
      return made.isPresent() ? 0 : ExitCode.NO_SUCH_FILE.code();
    } catch (DatabaseUnusable e) {
      return new CommandWords(streams).unusable(e);
    } catch (SQLException e) {
      return new CommandWords(streams).unusable(DatabaseUnusable.behind(e).orElseThrow());
    }
  }

  private void print(LockedOut.LetIn letIn, Language language) {
    streams.out().println(message("cli.password.made", language, letIn.password()));
    if (letIn.hadFactor()) {
      streams.out().println(message("cli.password.factor", language, ""));
    }
  }

  private String message(String key, Language language, String password) {
    return Messages.text(language, key, Map.of("name", name, "password", password));
  }
}
