package sixones.people;

import java.time.Instant;

/**
 * An account of the embedded user table, as an administrator sees it.
 *
 * @param secondFactor whether a second factor is set up
 */
public record Account(
    Person person,
    Particulars particulars,
    boolean disabled,
    boolean secondFactor,
    Instant createdAt) {}
