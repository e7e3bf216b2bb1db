package sixones.people;

import java.time.Instant;

/** A person of the embedded user table, as an admin sees them. */
public record Account(Person person, boolean disabled, Instant createdAt) {}
