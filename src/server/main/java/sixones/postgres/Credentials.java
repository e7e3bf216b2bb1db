package sixones.postgres;

/** Who connects to a database, and with which password. It never shows the password. */
public record Credentials(String username, String password) {
  @Override
  public String toString() {
    return username;
  }
}
