package sixones.postgres;

/** User name and password of a database role. {@code toString} omits the password. */
public record Credentials(String username, String password) {
  @Override
  public String toString() {
    return username;
  }
}
