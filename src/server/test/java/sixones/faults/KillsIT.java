package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.faults.Killer.Kind.ALL_POSTGRES;
import static sixones.faults.Killer.Kind.BOTH;
import static sixones.faults.Killer.Kind.POSTMASTER;
import static sixones.faults.Killer.Kind.SERVICE;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;

/** Whatever is killed, and when: what was accepted is there, once, with its evaluation. */
@InTurns(
    value = 8,
    at = {2, 6})
class KillsIT {
  private static final int KILLS = Integer.getInteger("faults.kills", Form.asked().of(2, 104));

  @TempDir Path temporary;

  @Test
  void what_was_accepted_outlasts_every_kill() throws Exception {
    Random random = Seed.random();
    try (Service service =
            new Service(UsedData.copyTo(temporary.resolve("data")), Map.of()).started();
        Crowd crowd = new Crowd(service.root(), random).started()) {
      Killer killer = new Killer(service, crowd.book(), random);

      killer.kill(KILLS, SERVICE, POSTMASTER, BOTH, ALL_POSTGRES);
      crowd.end();
      service.stop();
      service.started();

      Reckoning.Result result =
          Reckoning.of(crowd.book(), service.root(), Database.of(service.data()));
      System.out.println(Figures.of(killer, crowd.book(), result));
      assertThat(crowd.book().faults()).isEmpty();
      assertThat(killer.killed()).as("killed while alive").isEqualTo(KILLS);
      assertThat(result.wrong()).isEmpty();
      assertThat(result.accepted()).isGreaterThan(KILLS);
      assertThat(result.lost()).as("lost").isZero();
      assertThat(result.twice()).as("accepted twice").isZero();
      assertThat(result.withoutEvaluation()).as("without evaluation").isZero();
    }
  }
}
