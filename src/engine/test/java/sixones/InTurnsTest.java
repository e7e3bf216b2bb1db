package sixones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each test has its turn, once in as many builds as its annotation says. */
class InTurnsTest {
  /** Tests by turns. */
  @InTurns(4)
  @SuppressWarnings("unused")
  private static final class Spread {
    void one() {}

    @InTurns(
        value = 4,
        at = {0, 3})
    void two() {}
  }

  private static List<Integer> turns(String name) throws Exception {
    Method method = Spread.class.getDeclaredMethod(name);
    return IntStream.range(0, 4)
        .filter(turn -> InTurnsFilter.goes(Spread.class, method, of -> turn))
        .boxed()
        .toList();
  }

  @Test
  void a_test_of_a_class_has_one_turn_and_a_method_those_it_names() throws Exception {
    assertThat(turns("one")).hasSize(1);
    assertThat(turns("two")).containsExactly(0, 3);
  }

  /** Else a test whose turn it is would always look at the same share. */
  @Test
  void every_turn_meets_every_share_and_every_choice() {
    for (int turns : List.of(3, 4, 6, 8)) {
      for (int shares : List.of(2, 4, 6, 8, 16, 24, 36)) {
        assertThat(
                IntStream.range(0, Share.BUILDS)
                    .mapToObj(
                        build ->
                            List.of(
                                Share.turn(build, turns),
                                build / 24 % 8,
                                Share.share(build, shares)))
                    .distinct())
            .hasSize(turns * 8 * shares);
      }
    }
    assertThatThrownBy(() -> Share.turn(0, 5)).hasMessageContaining("does not divide 24");
  }

  @Test
  void a_test_that_says_nothing_goes_always() throws Exception {
    Method method = Object.class.getMethod("toString");

    assertThat(InTurnsFilter.goes(Object.class, method, of -> 2)).isTrue();
  }
}
