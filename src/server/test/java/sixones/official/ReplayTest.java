package sixones.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
  @Test
  void the_same_bytes_are_identical() {
    assertThat(replay("{\"a\":1}", "{\"a\":1}").identical()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":[1,{\"b\":2}],\"c\":3} | {\"a\":[1,{\"b\":9}],\"c\":4} | /a/1/b",
        "{\"a\":[1]} | {\"a\":[1,2]} | /a/1",
        "{\"a\":1,\"b\":2} | {\"b\":2} | /a",
        "{\"b\":2} | {\"a\":1,\"b\":2} | /a",
        "{\"a/b~c\":1} | {\"a/b~c\":2} | /a~1b~0c",
        "{\"a\":{}} | {\"a\":[]} | /a"
      })
  void the_first_place_that_differs_is_named(String kept, String now, String pointer) {
    Replay replay = replay(kept, now);

    assertThat(replay.identical()).isFalse();
    assertThat(replay.pointer()).isEqualTo(pointer);
    assertThat(replay.keptDigest()).isNotEqualTo(replay.nowDigest());
  }

  @Test
  void what_was_changed_counts_before_what_is_answered() {
    byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
    byte[] other = "[]".getBytes(StandardCharsets.UTF_8);

    assertThat(Replay.of(answer, answer, List.of()).result()).isEqualTo(Replay.Result.IDENTICAL);
    assertThat(Replay.of(answer, other, List.of()).result()).isEqualTo(Replay.Result.OTHER_PROGRAM);
    assertThat(Replay.of(answer, null, List.of()).result()).isEqualTo(Replay.Result.OTHER_PROGRAM);
    assertThat(Replay.of(answer, answer, List.of("finding")).result())
        .isEqualTo(Replay.Result.CHANGED);
  }

  @Test
  void the_same_value_written_differently_is_not_identical() {
    Replay replay = replay("{\"a\":1}", "{ \"a\":1}");

    assertThat(replay.identical()).isFalse();
    assertThat(replay.pointer()).isEmpty();
  }

  private static Replay replay(String kept, String now) {
    return Replay.of(
        kept.getBytes(StandardCharsets.UTF_8), now.getBytes(StandardCharsets.UTF_8), List.of());
  }
}
