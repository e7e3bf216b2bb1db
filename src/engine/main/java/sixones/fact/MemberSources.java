package sixones.fact;

import java.util.List;

/**
 * The places of a bid that the members of its facts rest on. A place is written from the fact
 * ({@code level}; "" is the fact's own place), from the entry that holds the fact's list ({@code
 * ../figures}) or from the bid ({@code /city/code}); {@code *} stands for each entry of a list.
 */
public interface MemberSources {
  /**
   * Returns the places that a member rests on, the one it is first of all about first; empty if it
   * rests on none, as the day of evaluation does.
   */
  List<String> of(String kind, String member);

  /** Returns the places of the facts of a kind, from the bid; "" is the bid itself. */
  List<String> facts(String kind);

  /** Returns a place as a JSON Pointer into the bid, for a fact with the given pointer. */
  static String resolved(String place, String fact) {
    if (place.endsWith("/")) {
      return resolved(place.substring(0, place.length() - 1), fact);
    }
    if (place.startsWith("/")) {
      return place;
    }
    if (place.startsWith("../")) {
      String list = fact.substring(0, fact.lastIndexOf('/'));
      return list.substring(0, list.lastIndexOf('/')) + place.substring(2);
    }
    return place.isEmpty() ? fact : fact + "/" + place;
  }
}
