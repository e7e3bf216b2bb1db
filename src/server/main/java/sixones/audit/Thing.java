package sixones.audit;

import java.util.UUID;

/**
 * What an act was done to.
 *
 * @param kind {@code round}, {@code submission}, {@code evaluation}, {@code person}, {@code
 *     address}, {@code calendar}, {@code case} or {@code authority}
 * @param id the id of the thing, for a person the number; null if it is the person who acts
 * @param applicant the code of the applicant the thing belongs to, which may then read the entry;
 *     null if none
 */
public record Thing(String kind, String id, String applicant) {
  public static Thing round(UUID id) {
    return new Thing("round", id.toString(), null);
  }

  public static Thing submission(UUID id, String applicant) {
    return new Thing("submission", id.toString(), applicant);
  }

  public static Thing evaluation(UUID id, String applicant) {
    return new Thing("evaluation", id.toString(), applicant);
  }

  public static Thing calendar(String digest) {
    return new Thing("calendar", digest, null);
  }

  /**
   * Returns the case of a bid.
   *
   * @param applicant null for what the applicant is not told
   */
  public static Thing bidCase(UUID id, String applicant) {
    return new Thing("case", id.toString(), applicant);
  }

  public static Thing authority(UUID id) {
    return new Thing("authority", id.toString(), null);
  }

  /** Returns a person, identified by number. */
  public static Thing person(long number, String applicant) {
    return new Thing("person", Long.toString(number), applicant);
  }

  /** Returns the person who acts. */
  public static Thing self(String applicant) {
    return new Thing("person", null, applicant);
  }

  /**
   * Returns the address of a request.
   *
   * @param operation the method and the path template, such as {@code PATCH /api/rounds/{id}}
   * @param applicant the code of the requesting person's applicant, or null
   */
  public static Thing address(String operation, String applicant) {
    return new Thing("address", operation, applicant);
  }
}
