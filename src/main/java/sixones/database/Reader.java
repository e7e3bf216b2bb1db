package sixones.database;

/**
 * For whom a transaction is: the walls between cities look at nothing else.
 *
 * @param role city, officer, auditor, admin or sign-in
 * @param city a city's code, or empty
 */
public record Reader(String role, String city) {
  /** Reads who may sign in, and keeps who has. */
  public static final Reader SIGN_IN = new Reader("sign-in", "");
}
