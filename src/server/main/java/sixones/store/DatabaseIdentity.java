package sixones.store;

/**
 * The identity of a transaction. Row-level security policies evaluate role and applicant only;
 * audit entries record the person.
 *
 * @param role applicant, officer, auditor, admin, sign-in or service
 * @param applicant an applicant's code, or empty
 * @param person the sign-in name or, for people of an identity provider, the key of the subject;
 *     empty for the service itself
 * @param called the display name given by an identity provider; empty for people of the embedded
 *     table
 */
public record DatabaseIdentity(String role, String applicant, String person, String called) {
  /** The identity that reads accounts and writes sessions during authentication. */
  public static final DatabaseIdentity SIGN_IN = new DatabaseIdentity("sign-in", "");

  /** The identity of the service's own evaluations: reads drafts and inserts evaluations. */
  public static final DatabaseIdentity SERVICE = new DatabaseIdentity("service", "");

  /** Creates an identity without a person. */
  public DatabaseIdentity(String role, String applicant) {
    this(role, applicant, "", "");
  }
}
