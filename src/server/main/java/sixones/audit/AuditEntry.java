package sixones.audit;

import java.time.Instant;

/**
 * Who did what, to what, and when.
 *
 * @param number the sequence number, which increases with every entry
 * @param act the id of the {@link Act}
 * @param person the number of the person who acted; null for the service itself
 * @param name the name of that person, # and the number once it was erased; null for the service
 *     itself
 * @param address the client address of the request; null for the service itself
 * @param kind the kind of {@link Thing} the act was done to
 * @param thing the id of that thing
 * @param applicant the code of the applicant the thing belongs to; null if it belongs to none
 * @param before the old values as a JSON object; null if none were recorded
 * @param after the new values as a JSON object; null if none were recorded
 */
public record AuditEntry(
    long number,
    Instant at,
    String act,
    Long person,
    String name,
    String role,
    String address,
    String kind,
    String thing,
    String applicant,
    String before,
    String after) {}
