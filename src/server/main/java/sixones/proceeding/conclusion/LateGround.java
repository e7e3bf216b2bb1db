package sixones.proceeding.conclusion;

/** Tells whether a defect was there when a notice was issued that did not tell it. */
public final class LateGround {
  private LateGround() {}

  /**
   * Returns where a place is in the bid that a notice told of; null if it was not there.
   *
   * @param pointer the place in the present bid; null for the whole finding
   */
  public static String then(Examined told, Examined now, String pointer) {
    return pointer == null || told == now
        ? pointer
        : BidPlaces.mapped(pointer, now.bid(), told.bid());
  }

  /**
   * Returns whether what a rule reads at a place is unchanged since a notice.
   *
   * @param pointer the place in the present bid; null for the whole finding
   */
  public static boolean isUnchanged(Examined told, Examined now, String rule, String pointer) {
    String then = then(told, now, pointer);
    if (told == now) {
      return true;
    }
    if (pointer != null && (then == null || told.place(rule, then) == null)) {
      return false;
    }
    return reads(told, rule, then).equals(reads(now, rule, pointer));
  }

  private static Object reads(Examined of, String rule, String pointer) {
    ReadPlaces places = new ReadPlaces(of, of.ruleSet().rules().get(rule));
    return places.values(places.of(pointer));
  }
}
