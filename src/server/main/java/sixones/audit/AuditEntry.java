package sixones.audit;

import java.time.Instant;

/**
 * Who did what to what, and when.
 *
 * @param number goes up with every entry
 * @param act its id; see {@link Act}
 * @param person the number of who acted; null for the service itself
 * @param name the name of that person; null once it was erased
 * @param address the address the request was from; null for the service itself
 * @param kind what kind of thing it was done to; see {@link Thing}
 * @param before a JSON object of what was; null if nothing is said
 * @param after a JSON object of what is; null if nothing is said
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
    String city,
    String before,
    String after) {}
