package sixones.people;

/**
 * Somebody who signed in.
 *
 * @param ticket what a signed-in browser keeps to come back with; it is worth nothing any more once
 *     the person is disabled or has a new password, and it cannot be told from the name alone
 * @param number the person's number, which logs name them by
 */
public record Session(Person person, String ticket, long number) {}
