package sixones.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;
import sixones.http.CommonCounts;

/** Three wrong passwords a name, five an address, and no time goes by. */
class FailedSignInsTest {
  private static final TimeMeter STOPPED =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return 0;
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };

  private final FailedSignIns failed =
      new FailedSignIns(3, 5, 0, CommonCounts.ofThisInstance(STOPPED));

  @Test
  void a_right_password_is_given_back_to_name_and_address() {
    for (int i = 0; i < 20; i++) {
      assertThat(failed.count("a", "one", false)).isEmpty();
      failed.wasRight("a", "one");
    }

    assertThat(failed.waitBefore("a", "one")).isEmpty();
    count("a", "one", 3);
    count("a", "two", 2);
  }

  @Test
  void what_is_refused_for_its_name_costs_the_address_nothing() {
    count("a", "one", 3);
    for (int i = 0; i < 20; i++) {
      assertThat(failed.count("a", "one", false)).isPresent();
    }

    count("a", "two", 2);
    assertThat(failed.count("a", "two", false)).as("the sixth of the address").isPresent();
  }

  @Test
  void what_is_refused_for_its_address_costs_the_name_nothing() {
    FailedSignIns two = new FailedSignIns(3, 2, 0, CommonCounts.ofThisInstance(STOPPED));
    two.count("a", "other", false);
    two.count("a", "other", false);
    for (int i = 0; i < 20; i++) {
      assertThat(two.count("a", "one", false)).isPresent();
    }

    two.wasRight("a", "other");
    assertThat(two.waitBefore("a", "one")).isEmpty();
  }

  @Test
  void a_name_is_counted_by_address_and_names_too_long_are_one() {
    count("a", "one", 3);
    assertThat(failed.waitBefore("a", "one")).isPresent();
    assertThat(failed.waitBefore("b", "one")).isEmpty();

    for (int i = 0; i < 3; i++) {
      assertThat(failed.count("b", i + "x".repeat(64), false)).isEmpty();
    }
    assertThat(failed.count("b", "3" + "x".repeat(64), false)).isPresent();
  }

  @Test
  void from_many_addresses_together_a_name_has_to_pause_but_not_where_it_is_known() {
    FailedSignIns pausing = new FailedSignIns(3, 5, 4, CommonCounts.ofThisInstance(STOPPED));
    for (int i = 0; i < 4; i++) {
      assertThat(pausing.count("address " + i, "one", false)).isEmpty();
    }

    assertThat(pausing.count("a new address", "one", false)).isPresent();
    assertThat(pausing.waitBefore("a new address", "one")).as("nothing was counted").isEmpty();
    assertThat(pausing.count("a known address", "one", true)).isEmpty();
    assertThat(pausing.count("a new address", "another", false)).isEmpty();
  }

  private void count(String address, String name, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(failed.count(address, name, false)).isEmpty();
    }
    assertThat(failed.count(address, name, false)).isPresent();
  }
}
