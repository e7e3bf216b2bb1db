package sixones.finding;

import sixones.bid.Shape;

/**
 * What an explanation is asked for: everything, one finding, or what is said of one place.
 *
 * @param rule the id of the rule whose finding is explained in full; null for none in particular
 * @param pointer a place of the bid; of that finding, or of each if no rule is named, only what is
 *     at, below or around it is explained; null for all
 * @param others the maximum number of facts that are explained of each other finding; 0 for none
 */
public record Focus(String rule, String pointer, int others) {
  /**
   * The maximum number of facts of one finding that are explained: as many as one list of a bid may
   * hold. Lists within lists may hold more; those of one entry never do.
   */
  public static final int MOST_FACTS = Shape.MOST_ENTRIES;

  /** Everything. */
  public static final Focus WHOLE = new Focus(null, null, MOST_FACTS);

  /** Refuses numbers that are out of bounds. */
  public Focus {
    if (others < 0 || others > MOST_FACTS) {
      throw new IllegalArgumentException("at most " + MOST_FACTS + " facts, not " + others);
    }
  }

  /**
   * Returns what a rule, a place or both are the subject of.
   *
   * @param rule null for every rule
   * @param pointer null for every place
   */
  public static Focus of(String rule, String pointer) {
    return new Focus(rule, pointer, rule == null ? MOST_FACTS : 0);
  }

  /** Returns the maximum number of facts of a rule's finding that are explained. */
  public int most(String of) {
    return of.equals(rule) ? MOST_FACTS : others;
  }

  /** Returns whether a rule or a place is asked for. */
  public boolean isOfOne() {
    return rule != null || pointer != null;
  }

  /** Returns whether only a part of a rule's finding is explained. */
  boolean isPartOf(String of) {
    return pointer != null && (rule == null || rule.equals(of));
  }

  /** Returns whether a place is at, below or around the one asked for. */
  boolean touches(String place) {
    return isWithin(place, pointer) || isWithin(pointer, place);
  }

  private static boolean isWithin(String place, String around) {
    return place.startsWith(around)
        && (place.length() == around.length() || place.charAt(around.length()) == '/');
  }
}
