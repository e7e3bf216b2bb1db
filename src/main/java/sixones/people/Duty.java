package sixones.people;

/** What a person has to do before anything else. */
public enum Duty {
  NONE,
  /** Choose a password, for somebody else knows the present one. */
  PASSWORD
}
