package sixones.people;

/**
 * Somebody who has shown that they are who they say.
 *
 * @param duty what they have to do first
 * @param number what logs name them by; what stands for the subject with an identity provider
 */
public record Proven(Person person, Duty duty, String number) {}
