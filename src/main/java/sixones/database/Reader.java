package sixones.database;

/**
 * For whom a transaction is: the walls between cities look at nothing else.
 *
 * @param role city, officer, auditor, admin or sign-in
 * @param city a city's code, or empty
 */
public record Reader(String role, String city) {
  /** Reads a person's password hash, and nothing else. */
  public static final Reader SIGN_IN = new Reader("sign-in", "");
}
