package sixones.proceeding.act;

import java.util.Locale;
import java.util.Optional;

/** What an authority lets an officer do. */
public enum Power {
  /** Take cases, determine, tell, propose. */
  HANDLE,
  /** Answer what another proposes. */
  CONFIRM,
  /** Decide who keeps away from a case. */
  RECUSE;

  /** Returns the power as written in data: {@code handle}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the power with this id, if there is one. */
  public static Optional<Power> of(String id) {
    for (Power power : values()) {
      if (power.id().equals(id)) {
        return Optional.of(power);
      }
    }
    return Optional.empty();
  }
}
