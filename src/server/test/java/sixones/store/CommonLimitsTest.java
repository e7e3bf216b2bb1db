package sixones.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;

/** Two instances of one service on one database count as one does. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class CommonLimitsTest {
  private static final String KIND = "of this test";

  @Inject DataSource source;

  private CommonLimits one;
  private CommonLimits other;

  @BeforeEach
  void nobody_was_counted() throws SQLException {
    one = new CommonLimits(source);
    other = new CommonLimits(source);
    administer("delete from limit_use; delete from wrong_password");
  }

  @Test
  void a_minutes_worth_goes_at_once_on_both_together_and_then_one_drips_in_after_another()
      throws SQLException {
    for (int i = 0; i < 5; i++) {
      assertThat(one.take(KIND, "a", 10)).isEmpty();
      assertThat(other.take(KIND, "a", 10)).isEmpty();
    }

    assertThat(one.take(KIND, "a", 10)).hasValueSatisfying(CommonLimitsTest::isUpToSixSeconds);
    assertThat(other.take(KIND, "a", 10)).hasValueSatisfying(CommonLimitsTest::isUpToSixSeconds);
    later("6 seconds");
    assertThat(other.take(KIND, "a", 10)).isEmpty();
    assertThat(one.take(KIND, "a", 10)).isPresent();
    assertThat(one.take(KIND, "b", 10)).isEmpty();
    assertThat(one.take("of another", "a", 10)).isEmpty();
  }

  private static void isUpToSixSeconds(Duration wait) {
    assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(6));
  }

  @Test
  void to_look_takes_nothing_and_what_is_given_back_is_no_more_than_was_taken() {
    assertThat(one.waitFor(KIND, "a", 1)).isEmpty();
    assertThat(one.take(KIND, "a", 1)).isEmpty();
    assertThat(other.waitFor(KIND, "a", 1)).isPresent();

    other.giveBack(KIND, "a", 1);
    one.giveBack(KIND, "a", 1);

    assertThat(other.waitFor(KIND, "a", 1)).isEmpty();
    assertThat(one.take(KIND, "a", 1)).isEmpty();
    assertThat(other.take(KIND, "a", 1)).isPresent();
  }

  @Test
  void of_many_at_once_on_both_no_more_are_let_through() throws Exception {
    ExecutorService all = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Optional<Duration>>> takes = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        CommonLimits instance = i % 2 == 0 ? one : other;
        takes.add(() -> instance.take(KIND, "a", 7));
      }

      int taken = 0;
      for (Future<Optional<Duration>> take : all.invokeAll(takes)) {
        taken += take.get().isEmpty() ? 1 : 0;
      }

      assertThat(taken).isEqualTo(7);
    } finally {
      all.shutdownNow();
    }
  }

  @Test
  void each_pause_is_twice_the_one_before_on_both_up_to_a_quarter_of_an_hour() throws SQLException {
    for (int i = 0; i < 3; i++) {
      assertThat(one.countWrong("li.wei", 3, false)).isEmpty();
    }

    for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
      assertThat(other.countWrong("li.wei", 3, false))
          .hasValueSatisfying(
              pause ->
                  assertThat(pause)
                      .isBetween(
                          Duration.ofSeconds(seconds).dividedBy(2), Duration.ofSeconds(seconds)));
      later(seconds + " seconds");
      assertThat(one.countWrong("li.wei", 3, false)).isEmpty();
    }
    assertThat(other.countWrong("li.wei", 3, true)).as("where it is known").isEmpty();
    assertThat(other.countWrong("wang.fang", 3, false)).isEmpty();
  }

  @Test
  void a_right_one_was_never_wrong_and_after_a_day_a_name_begins_anew() throws SQLException {
    for (int i = 0; i < 5; i++) {
      assertThat(one.countWrong("li.wei", 1, false)).isEmpty();
      other.wasRight("li.wei");
    }
    assertThat(one.countWrong("li.wei", 1, false)).isEmpty();
    assertThat(one.countWrong("li.wei", 1, false)).isPresent();

    later("25 hours");

    assertThat(one.countWrong("li.wei", 1, false)).isEmpty();
    assertThat(one.countWrong("li.wei", 1, false)).isPresent();
  }

  @Test
  void a_jump_of_the_clock_locks_nobody_out() throws SQLException {
    one.take(KIND, "a", 1);
    one.countWrong("li.wei", 1, false);

    later("-400 days");

    assertThat(one.waitFor(KIND, "a", 1)).isEmpty();
    assertThat(one.take(KIND, "a", 1)).isEmpty();
    assertThat(one.take(KIND, "a", 1)).isPresent();
    assertThat(one.countWrong("li.wei", 1, false))
        .hasValueSatisfying(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  void what_is_over_is_swept_and_the_most_recent_names_stay() throws SQLException {
    one.take(KIND, "over", 1);
    one.countWrong("over", 1, false);
    later("25 hours");
    one.take(KIND, "a", 1);
    for (String name : List.of("first", "second", "third")) {
      one.countWrong(name, 1, false);
    }

    one.sweep(2);

    assertThat(count("limit_use")).isEqualTo(1);
    assertThat(count("wrong_password")).isEqualTo(2);
    assertThat(one.countWrong("first", 1, false)).isEmpty();
    assertThat(one.countWrong("third", 1, false)).isPresent();
  }

  /** Lets time go by for what was counted. */
  private static void later(String interval) throws SQLException {
    administer(
        "update limit_use set full_at = full_at - interval '%s'".formatted(interval)
            + "; update wrong_password set last_at = last_at - interval '%s'".formatted(interval));
  }

  private static int count(String table) throws SQLException {
    return Integer.parseInt(text("select count(*) from " + table));
  }

  private static void administer(String sql) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
