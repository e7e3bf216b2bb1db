package sixones.people;

/**
 * Somebody who has shown that they are who they say.
 *
 * @param duty what they have to do first
 * @param number what logs name them by; what stands for the subject with an identity provider
 * @param admission what they are let in by
 */
public record Proven(Person person, Duty duty, String number, Admission admission) {
  /** Let in by something else than the password. */
  public Proven by(Admission other) {
    return new Proven(person, duty, number, other);
  }
}
