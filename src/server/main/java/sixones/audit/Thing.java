package sixones.audit;

import java.util.UUID;

/**
 * What something was done to.
 *
 * @param kind {@code round}, {@code submission}, {@code evaluation}, {@code person} or {@code
 *     address}
 * @param id its id, of a person the number; null for whoever acts
 * @param city the code of the city it is of, or null: that city reads the entry
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

  /** A person by number. */
  public static Thing person(long number, String city) {
    return new Thing("person", Long.toString(number), city);
  }

  /** Whoever acts. */
  public static Thing self(String city) {
    return new Thing("person", null, city);
  }

  /**
   * An address somebody asked for.
   *
   * @param operation method and path, with places for ids: {@code PATCH /api/rounds/{id}}
   * @param city that of who asked, or null
   */
  public static Thing address(String operation, String city) {
    return new Thing("address", operation, city);
  }
}
