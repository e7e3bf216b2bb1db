package sixones.start;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sixones.cli.Commands;
import sixones.cli.Streams;
import sixones.postgres.DatabaseAccess;
import sixones.retention.PersonErasure;
import sixones.retention.RoundErasure;

/** Erases the name of a person. Access to the machine is the authorisation. */
@Command(
    name = Commands.ERASE_PERSON,
    mixinStandardHelpOptions = true,
    description = {
      Commands.ERASE_PERSON_DESCRIPTION,
      "The set time is SIXONES_RETENTION_PEOPLE, counted from the last audit entry of or about the"
          + " person; without it nothing is erased. An account has to be closed before. Reasons,"
          + " letters, bids and backups may still have the name."
    })
final class ErasePersonCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "The name they sign in with, or # and their number.")
  private String name;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "The basis on which it is erased, for the record; without the name.")
  private String reason;

  @Option(
      names = "--confirm",
      paramLabel = "NUMBER",
      description = "The number of the person, to confirm without being asked.")
  private String confirm;

  private final Streams streams;

  ErasePersonCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    CommandWords words = new CommandWords(streams);
    return words.onKept(settings -> erase(settings, words));
  }

  private int erase(DatabaseSettings settings, CommandWords words) {
    RoundErasure.Basis basis = new RoundErasure.Basis(System.getProperty("user.name"), reason);
    try (DatabaseAccess owner = settings.owner()) {
      PersonErasure.Erased erased =
          new PersonErasure(owner, settings.keepsPeople(), Clock.systemUTC())
              .erase(name, basis, planned -> isMeant(planned, words));
      words.out("cli.erase-person.done", Map.of("number", String.valueOf(erased.number())));
      return 0;
    }
  }

  private boolean isMeant(PersonErasure.Planned planned, CommandWords words) {
    String number = String.valueOf(planned.number());
    words.out(
        "cli.erase-person.planned",
        Map.of(
            "number", number,
            "name", planned.name(),
            "since", planned.term().since().toString(),
            "allowed", planned.term().allowed().toString()));
    return new Confirmation(streams, confirm).is(number);
  }
}
