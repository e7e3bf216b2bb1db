package sixones;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void a_test_that_says_nothing_goes_always() throws Exception {
    Method method = Object.class.getMethod("toString");

    assertThat(InTurnsFilter.goes(Object.class, method, of -> 2)).isTrue();
  }
}
