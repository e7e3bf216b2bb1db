package sixones.people;

/** What a signed-in person must do before anything else. */
public enum Duty {
  NONE,
  /** Enter a second factor: only the password was verified so far. */
  CODE,
  /** Choose a new password, because somebody else knows the present one. */
  PASSWORD,
  /** Set up a second factor, because the role requires one. */
  FACTOR,
  /** Use a token for programs: name and password are not accepted from them. */
  TOKEN
}
