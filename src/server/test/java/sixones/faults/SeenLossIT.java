package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.faults.Killer.Kind.ALL_POSTGRES;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lost, taken twice or left without evaluation: the harness must see each. */
class SeenLossIT {
  private static final int ENOUGH = 60;

  @TempDir Path temporary;

  private Path data;
  private Random random;

  @BeforeEach
  void starts_with_a_seed() throws Exception {
    random = Seed.random();
    data = UsedData.copyTo(temporary.resolve("data"));
  }

  @Test
  void a_database_that_says_done_before_it_is_on_disk_is_seen_to_lose() throws Exception {
    Reckoning.Result result =
        run(
            database ->
                database.administer(
                    // The service switches it on in each transaction; this is after that.
                    """
                    create function hurry() returns trigger language plpgsql as $$
                    begin perform set_config('synchronous_commit', 'off', true); return new; end $$
                    """,
                    """
                    create trigger hurry before insert on submission
                    for each row execute function hurry()
                    """,
                    "alter system set wal_writer_delay = '10s'",
                    "alter system set wal_writer_flush_after = '1GB'",
                    "select pg_reload_conf()"),
            killer -> killer.kill(Form.asked().of(1, 5), ALL_POSTGRES));

    assertThat(result.lost()).as("lost").isPositive();
  }

  @Test
  void a_database_without_the_unique_key_is_seen_to_accept_twice() throws Exception {
    Reckoning.Result result =
        run(
            database ->
                database.own(
                    "alter table submission drop constraint submission_once",
                    """
                    create function forget_key() returns trigger language plpgsql as $$
                    begin new.idempotency_key := gen_random_uuid()::text; return new; end $$
                    """,
                    """
                    create trigger forget_key before insert on submission
                    for each row execute function forget_key()
                    """),
            killer -> killer.awaitWork(ENOUGH));

    assertThat(result.twice()).as("accepted twice").isPositive();
  }

  @Test
  void a_submission_whose_evaluation_is_gone_is_seen() throws Exception {
    Reckoning.Result result =
        run(
            database -> {},
            killer -> killer.awaitWork(ENOUGH),
            database ->
                database.administer(
                    "delete from evaluation where id in (select id from evaluation"
                        + " order by evaluated_at desc limit 1)"));

    assertThat(result.withoutEvaluation()).as("without evaluation").isEqualTo(1);
  }

  private interface Spoil {
    void spoil(Database database) throws SQLException;
  }

  private interface Harm {
    void by(Killer killer);
  }

  private Reckoning.Result run(Spoil spoil, Harm harm) throws Exception {
    return run(spoil, harm, database -> {});
  }

  private Reckoning.Result run(Spoil before, Harm harm, Spoil after) throws Exception {
    try (Service service = new Service(data, Map.of()).started();
        Crowd crowd = new Crowd(service.root(), random)) {
      Database database = Database.of(data);
      before.spoil(database);
      crowd.started();
      Killer killer = new Killer(service, crowd.book(), random);
      harm.by(killer);
      crowd.end();
      after.spoil(database);
      Reckoning.Result result = Reckoning.of(crowd.book(), service.root(), database);
      System.out.println(Figures.of(killer, crowd.book(), result));
      return result;
    }
  }
}
