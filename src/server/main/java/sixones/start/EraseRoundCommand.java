package sixones.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sixones.cli.Commands;
import sixones.cli.Streams;
import sixones.postgres.DatabaseAccess;
import sixones.retention.RoundErasure;

/** Erases a decided round, whole. Access to the machine is the authorisation. */
@Command(
    name = Commands.ERASE_ROUND,
    mixinStandardHelpOptions = true,
    description = {
      Commands.ERASE_ROUND_DESCRIPTION,
      "The set time is SIXONES_RETENTION_ROUNDS, counted from the decision of the round; without it"
          + " nothing is erased. The database is the one serve uses, whether serve runs or not."
          + " Backups made before still have everything."
    })
final class EraseRoundCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "ROUND",
      description = "The number of a decided round, or its id.")
  private String round;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The archive of the round, which export-round wrote; it is read in full.")
  private Path file;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "The basis on which it is erased, for the record: a rule, a decision.")
  private String reason;

  @Option(
      names = "--confirm",
      paramLabel = "NUMBER",
      description = "The number of the round, to confirm without being asked.")
  private String confirm;

  private final Streams streams;

  EraseRoundCommand(Streams streams) {
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
      RoundErasure.Erased erased =
          new RoundErasure(owner, settings.files(), settings.keepsRounds(), Clock.systemUTC())
              .erase(round, file, basis, planned -> isMeant(planned, words));
      words.out(
          "cli.erase-round.done",
          Map.of(
              "round", String.valueOf(erased.round()),
              "submissions", erased.counts().get("submission"),
              "evaluations", erased.counts().get("evaluation"),
              "cases", erased.counts().get("bid_case"),
              "files", erased.files()));
      return 0;
    }
  }

  private boolean isMeant(RoundErasure.Planned planned, CommandWords words) {
    String number = String.valueOf(planned.round());
    words.out(
        "cli.erase-round.planned",
        Map.of(
            "round", number,
            "name", planned.name(),
            "since", planned.term().since().toString(),
            "allowed", planned.term().allowed().toString(),
            "submissions", planned.counts().get("submission"),
            "evaluations", planned.counts().get("evaluation"),
            "cases", planned.counts().get("bid_case"),
            "files", planned.counts().get("evidence_file"),
            "drafts", planned.drafts()));
    return new Confirmation(streams, confirm).is(number);
  }
}
