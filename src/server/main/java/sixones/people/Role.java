package sixones.people;

import java.util.Locale;
import java.util.Optional;

/** The role of a person; each person has exactly one. */
public enum Role {
  /** Prepares and submits the bids of one applicant. */
  APPLICANT,
  /** Runs rounds and reads all submissions. */
  OFFICER,
  /** Reads all submissions and replays evaluations. */
  AUDITOR,
  /** Manages accounts and cannot read bids. */
  ADMIN;

  /** Returns the role as written in data and addresses: {@code applicant}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the role with this id, if there is one. */
  public static Optional<Role> of(String id) {
    for (Role role : values()) {
      if (role.id().equals(id)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
