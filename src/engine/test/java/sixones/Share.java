package sixones;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/**
 * Which of many things a build looks at: all of them in the long form of the tests, one of every
 * few in the short form, others in each build. {@code -Dshares.from=NUMBER} repeats a build's
 * choice; {@code ./sixones verify} prints it.
 */
public final class Share {
  private static final int FROM = Integer.getInteger("shares.from", new Random().nextInt(5040));

  static {
    if (Length.asked() == Length.SHORT) {
      System.out.println("shares: from " + FROM + ", -Dshares.from=" + FROM + " to repeat it");
    }
  }

  private Share() {}

  /** Tells whether a build was given its number, as {@code ./sixones verify} does. */
  static boolean isNumbered() {
    return Length.asked() == Length.SHORT && System.getProperty("shares.from") != null;
  }

  /** Returns whose turn it is in this build, of so many: from 0 on. */
  static int turn(int of) {
    return FROM % of;
  }

  /**
   * One of every few, in their order.
   *
   * @param few how many stand for one: a divisor of 5040, so that each has its turn
   * @return all of them in the long form
   */
  public static <T> List<T> ofEvery(int few, Collection<T> all) {
    if (Length.asked() == Length.LONG) {
      return List.copyOf(all);
    }
    List<T> share = new ArrayList<>();
    int next = FROM;
    for (T each : all) {
      if (next++ % few == 0) {
        share.add(each);
      }
    }
    return share;
  }
}
