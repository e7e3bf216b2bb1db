package sixones.people;

/**
 * The result of a successful authentication.
 *
 * @param duty what the person must do first
 * @param number the identifier used in logs; for an identity provider, the key of the subject
 * @param admission the credential
 */
public record Proven(Person person, Duty duty, String number, Admission admission) {
  /** Returns the same person, authenticated by another credential. */
  public Proven by(Admission other) {
    return new Proven(person, duty, number, other);
  }
}
