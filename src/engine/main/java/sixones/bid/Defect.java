package sixones.bid;

import java.util.Map;

/**
 * One reason why a place of a draft cannot be read. The room {@code report} holds the message for
 * each kind.
 *
 * @param pointer the place as a JSON Pointer (RFC 6901); empty for the whole document
 * @param kind the kind of defect, in kebab-case
 * @param values the message arguments; {@code found} is the shortened value at the place
 */
public record Defect(String pointer, String kind, Map<String, Object> values) {

  /**
   * Returns whether a place is the defective one, lies within it or contains it.
   *
   * @param place a JSON Pointer (RFC 6901)
   */
  public boolean touches(String place) {
    return holds(pointer, place) || holds(place, pointer);
  }

  private static boolean holds(String place, String other) {
    return other.startsWith(place)
        && (other.length() == place.length() || other.charAt(place.length()) == '/');
  }
}
