package sixones.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import sixones.store.CommonLimits;

/** While the database does not answer, an instance counts by itself. */
class CommonCountsTest {
  private final AtomicInteger asked = new AtomicInteger();
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

  private final Buckets buckets =
      new Buckets("request", 2, new CommonCounts(new CommonLimits(away()), time));

  /** A database that is away, and counts how often it is asked. */
  private DataSource away() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              asked.incrementAndGet();
              throw new SQLException("away", "08001");
            });
  }

  @Test
  void without_the_database_requests_are_counted_all_the_same() {
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isPresent();
    assertThat(buckets.waitFor("a")).isPresent();
    assertThat(buckets.take("b")).isEmpty();
  }

  @Test
  void the_database_is_asked_again_after_five_seconds_and_nobody_waits_for_it_meanwhile() {
    for (int i = 0; i < 10; i++) {
      buckets.take("a");
    }
    assertThat(asked).hasValue(1);

    now += Duration.ofSeconds(6).toNanos();
    buckets.take("a");

    assertThat(asked).hasValue(2);
  }
}
