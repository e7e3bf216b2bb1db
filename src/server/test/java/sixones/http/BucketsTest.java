package sixones.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private final Turned time = new Turned();

  @Test
  void a_minutes_worth_goes_at_once_and_then_one_drips_in_after_another() {
    Buckets buckets = new Buckets("request", 60, CommonCounts.ofThisInstance(time));
    for (int i = 0; i < 60; i++) {
      assertThat(buckets.take("a")).isEmpty();
    }

    assertThat(buckets.take("a")).contains(Duration.ofSeconds(1));
    time.passed = time.passed.plusSeconds(1);
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isPresent();
    assertThat(buckets.take("b")).isEmpty();
  }

  @Test
  void to_look_takes_nothing() {
    Buckets buckets = new Buckets("request", 1, CommonCounts.ofThisInstance(time));

    assertThat(buckets.waitFor("a")).isEmpty();
    assertThat(buckets.waitFor("a")).isEmpty();
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.waitFor("a")).contains(Duration.ofMinutes(1));
    assertThat(buckets.waitFor("b")).isEmpty();
    assertThat(buckets.size()).isEqualTo(1);
  }

  @Test
  void what_is_given_back_can_be_taken_again_and_is_no_more_than_was_taken() {
    Buckets buckets = new Buckets("request", 1, CommonCounts.ofThisInstance(time));
    buckets.take("a");

    buckets.giveBack("a");
    buckets.giveBack("a");

    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isPresent();
  }

  @Test
  void nought_is_no_limit() {
    Buckets buckets = new Buckets("request", 0, CommonCounts.ofThisInstance(time));

    for (int i = 0; i < 1000; i++) {
      assertThat(buckets.take("a")).isEmpty();
    }
    assertThat(buckets.size()).isZero();
  }

  @Test
  void many_names_do_not_fill_the_memory_and_do_not_free_who_asks_on() {
    Buckets buckets = new Buckets("request", 1, CommonCounts.ofThisInstance(time));
    buckets.take("a");

    for (int i = 0; i < 3 * Buckets.MOST; i++) {
      buckets.take("name-" + i);
      assertThat(buckets.take("a")).isPresent();
    }

    assertThat(buckets.size()).isEqualTo(Buckets.MOST);
  }

  @Test
  void addresses_of_one_network_of_ipv6_count_as_one() {
    assertThat(Limits.network("2001:db8:1:2::1")).isEqualTo(Limits.network("2001:db8:1:2:f::9"));
    assertThat(Limits.network("2001:db8:1:2::1")).isNotEqualTo(Limits.network("2001:db8:1:3::1"));
    assertThat(Limits.network("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  private static final class Turned implements TimeMeter {
    private Duration passed = Duration.ZERO;

    @Override
    public long currentTimeNanos() {
      return passed.toNanos();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
