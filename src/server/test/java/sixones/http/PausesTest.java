package sixones.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {
  private long now = 1;

  private final TimeMeter time =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return now;
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };

  private final Pauses pauses = new Pauses(3, CommonCounts.ofThisInstance(time));

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(pauses.count("li.wei", false)).as("wrong one " + i).isEmpty();
    }
  }

  private void goOn(Duration pause) {
    now += pause.toNanos();
  }

  @Test
  void after_some_wrong_ones_each_pause_is_twice_the_one_before_up_to_a_quarter_of_an_hour() {
    wrong(3);

    for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
      assertThat(pauses.count("li.wei", false)).contains(Duration.ofSeconds(seconds));
      goOn(Duration.ofSeconds(seconds));
      wrong(1);
    }
  }

  @Test
  void where_somebody_works_they_never_wait_but_what_is_wrong_there_counts() {
    wrong(3);

    for (int i = 0; i < 20; i++) {
      assertThat(pauses.count("li.wei", true)).isEmpty();
    }

    assertThat(pauses.count("li.wei", false)).contains(Duration.ofMinutes(15));
  }

  @Test
  void a_name_alone_waits_and_no_other() {
    wrong(3);

    assertThat(pauses.count("li.wei", false)).isPresent();
    assertThat(pauses.count("wang.fang", false)).isEmpty();
  }

  @Test
  void a_right_one_was_never_wrong() {
    for (int i = 0; i < 10; i++) {
      wrong(1);
      pauses.wasRight("li.wei");
    }

    wrong(3);
    assertThat(pauses.count("li.wei", false)).contains(Duration.ofSeconds(1));
  }

  @Test
  void after_a_day_without_a_wrong_one_a_name_begins_anew() {
    wrong(3);
    assertThat(pauses.count("li.wei", false)).isPresent();

    goOn(Duration.ofHours(25));

    wrong(3);
  }

  @Test
  void without_a_limit_nobody_waits() {
    Pauses none = new Pauses(0, CommonCounts.ofThisInstance(time));

    for (int i = 0; i < 50; i++) {
      assertThat(none.count("li.wei", false)).isEmpty();
    }
  }
}
