package sixones.audit;

import java.util.UUID;

/**
 * What an act was done to.
 *
 * @param kind {@code round}, {@code submission}, {@code evaluation}, {@code person} or {@code
 *     address}
 * @param id the id of the thing, for a person the number; null if it is the person who acts
 * @param city the code of the city the thing belongs to, which may then read the entry; null if
 *     none
 */
public record Thing(String kind, String id, String city) {
  public static Thing round(UUID id) {
    return new Thing("round", id.toString(), null);
  }

  public static Thing submission(UUID id, String city) {
    return new Thing("submission", id.toString(), city);
  }

  public static Thing evaluation(UUID id, String city) {
    return new Thing("evaluation", id.toString(), city);
  }

  /** Returns a person, identified by number. */
  public static Thing person(long number, String city) {
    return new Thing("person", Long.toString(number), city);
  }

  /** Returns the person who acts. */
  public static Thing self(String city) {
    return new Thing("person", null, city);
  }

  /**
   * Returns the address of a request.
   *
   * @param operation the method and the path template, such as {@code PATCH /api/rounds/{id}}
   * @param city the code of the requesting person's city, or null
   */
  public static Thing address(String operation, String city) {
    return new Thing("address", operation, city);
  }
}
