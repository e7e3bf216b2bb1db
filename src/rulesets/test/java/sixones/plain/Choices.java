package sixones.plain;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple.Tuple2;

/**
 * One of several arbitraries, at random. What was chosen shrinks as ever, but never to another
 * choice: jqwik's own choices do that by making the generators of what they chose anew for each
 * value, which took more time than all else.
 */
public final class Choices {
  private static final int TRIES = 1000;

  private Choices() {}

  /** Each as often as its weight says. */
  @SafeVarargs
  public static <T> Arbitrary<T> frequencyOf(Tuple2<Integer, Arbitrary<T>>... weighted) {
    List<RandomGenerator<T>> slots = new ArrayList<>();
    return Arbitraries.fromGenerator(
        random -> {
          if (slots.isEmpty()) {
            for (Tuple2<Integer, Arbitrary<T>> one : weighted) {
              RandomGenerator<T> generator = one.get2().generator(TRIES, false);
              for (int i = 0; i < one.get1(); i++) {
                slots.add(generator);
              }
            }
          }
          return slots.get(random.nextInt(slots.size())).next(random);
        });
  }
}
