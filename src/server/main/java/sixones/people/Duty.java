package sixones.people;

/** What a person has to do before anything else. */
public enum Duty {
  NONE,
  /** Show the second factor, for they have shown the password alone. */
  CODE,
  /** Choose a password, for somebody else knows the present one. */
  PASSWORD,
  /** Set up a second factor, for their role demands one. */
  FACTOR,
  /** Let their programs ask by a token: a password alone is not taken of them. */
  TOKEN
}
