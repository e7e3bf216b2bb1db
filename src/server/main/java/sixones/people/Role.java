package sixones.people;

import java.util.Locale;
import java.util.Optional;

/** What a person is to the programme; nobody has two roles. */
public enum Role {
  /** Prepares and hands in the bids of one applicant. */
  APPLICANT,
  /** Runs rounds and looks at all that is handed in. */
  OFFICER,
  /** Looks at all that is handed in and runs evaluations again. */
  AUDITOR,
  /** Looks after the people, and sees no bid. */
  ADMIN;

  /** The role as written in data and addresses: {@code applicant}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of an id, if it is one. */
  public static Optional<Role> of(String id) {
    for (Role role : values()) {
      if (role.id().equals(id)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
