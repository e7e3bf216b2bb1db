package sixones.bid;

import java.util.Map;

/**
 * One reason why a draft cannot be read: where, what kind, and the values its sentence needs;
 * {@code found}, shortened, is what stands at a place. The sentences themselves are words of {@code
 * report}.
 */
public record Defect(String pointer, String kind, Map<String, Object> values) {

  /** Whether a place is the unreadable one, within it, or holds it. */
  public boolean touches(String place) {
    return holds(pointer, place) || holds(place, pointer);
  }

  private static boolean holds(String place, String other) {
    return other.startsWith(place)
        && (other.length() == place.length() || other.charAt(place.length()) == '/');
  }
}
