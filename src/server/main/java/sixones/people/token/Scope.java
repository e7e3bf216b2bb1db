package sixones.people.token;

import java.util.Locale;
import java.util.Optional;

/** What a program may do with a token. */
public enum Scope {
  /** Read whatever its person may read. */
  READING,
  /** Do whatever its person may do. */
  ALL;

  /** Returns the scope as written in data and forms: {@code reading}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the scope with this id, if there is one. */
  public static Optional<Scope> of(String id) {
    for (Scope scope : values()) {
      if (scope.id().equals(id)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
