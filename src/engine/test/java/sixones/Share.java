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
  /**
   * The number of a build has three parts, so that none binds another: whose turn it is, what
   * dev/verify chooses before a test is asked, and which shares are looked at.
   */
  private static final int TURNS = 24;

  private static final int CHOICES = 8;
  private static final int SHARES = 144;

  /** How many different builds there are. */
  static final int BUILDS = TURNS * CHOICES * SHARES;

  private static final int FROM =
      Integer.getInteger("shares.from", new Random().nextInt(BUILDS)) % BUILDS;

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
    return turn(FROM, of);
  }

  /** Returns whose turn it is in a build, of so many: a divisor of 24. */
  static int turn(int build, int of) {
    return build % TURNS % of(of, TURNS);
  }

  /** Returns which share is looked at in a build, of so many: a divisor of 144. */
  static int share(int build, int of) {
    return build / (TURNS * CHOICES) % of(of, SHARES);
  }

  private static int of(int of, int all) {
    if (all % of != 0) {
      throw new IllegalArgumentException(of + " does not divide " + all + ": some come more often");
    }
    return of;
  }

  /**
   * One of every few, in their order.
   *
   * @param few how many stand for one: a divisor of 144, so that each has its turn
   * @return all of them in the long form
   */
  public static <T> List<T> ofEvery(int few, Collection<T> all) {
    if (Length.asked() == Length.LONG) {
      return List.copyOf(all);
    }
    List<T> share = new ArrayList<>();
    int next = share(FROM, few);
    for (T each : all) {
      if (next++ % few == 0) {
        share.add(each);
      }
    }
    return share;
  }
}
