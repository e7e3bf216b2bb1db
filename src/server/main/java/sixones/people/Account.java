package sixones.people;

import java.time.Instant;

/**
 * A person of the embedded user table, as an admin sees them.
 *
 * @param secondFactor whether they have set one up
 */
public record Account(Person person, boolean disabled, boolean secondFactor, Instant createdAt) {}
