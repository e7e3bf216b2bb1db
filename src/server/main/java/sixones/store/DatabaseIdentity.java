package sixones.store;

/**
 * For whom a transaction is: the walls between cities look at role and city alone, what is recorded
 * says which person.
 *
 * @param role city, officer, auditor, admin or sign-in
 * @param city a city's code, or empty
 * @param person the name to sign in with or, of people of an identity provider, what stands for
 *     them; empty for the service itself
 * @param called what an identity provider calls the person; empty for people of the embedded table
 */
public record DatabaseIdentity(String role, String city, String person, String called) {
  /** Reads who may sign in, and keeps who has. */
  public static final DatabaseIdentity SIGN_IN = new DatabaseIdentity("sign-in", "");

  /** The service's own runs: reads what it evaluates and adds evaluations. */
  public static final DatabaseIdentity SERVICE = new DatabaseIdentity("service", "");

  /** The service itself, or nobody in particular. */
  public DatabaseIdentity(String role, String city) {
    this(role, city, "", "");
  }
}
