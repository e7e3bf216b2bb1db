package sixones.store;

/**
 * For whom a transaction is: the walls between applicants look at role and applicant alone, what is
 * recorded says which person.
 *
 * @param role applicant, officer, auditor, admin or sign-in
 * @param applicant an applicant's code, or empty
 * @param person the name to sign in with or, of people of an identity provider, what stands for
 *     them; empty for the service itself
 * @param called what an identity provider calls the person; empty for people of the embedded table
 */
public record DatabaseIdentity(String role, String applicant, String person, String called) {
  /** Reads who may sign in, and keeps who has. */
  public static final DatabaseIdentity SIGN_IN = new DatabaseIdentity("sign-in", "");

  /** The service's own runs: reads what it evaluates and adds evaluations. */
  public static final DatabaseIdentity SERVICE = new DatabaseIdentity("service", "");

  /** The service itself, or nobody in particular. */
  public DatabaseIdentity(String role, String applicant) {
    this(role, applicant, "", "");
  }
}
