package sixones.people.token;

import java.util.Locale;
import java.util.Optional;

/** What a program may do with a token. */
public enum Scope {
  /** Whatever its person may read. */
  READING,
  /** Whatever its person may do. */
  ALL;

  /** The scope as written in data and forms: {@code reading}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of an id, if it is one. */
  public static Optional<Scope> of(String id) {
    for (Scope scope : values()) {
      if (scope.id().equals(id)) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
