package sixones.evidence;

import java.util.Locale;
import java.util.UUID;

/** What files are added to: something that an applicant writes and later hands in. */
public record FileOwner(Kind kind, UUID id) {
  /** The kinds of owners; the database holds that a draft is there and the applicant's. */
  public enum Kind {
    DRAFT,
    /** The reply to a notice in a case. */
    CASE;

    /** Returns the id in the database: {@code draft}. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static FileOwner draft(UUID id) {
    return new FileOwner(Kind.DRAFT, id);
  }

  public static FileOwner ofCase(UUID id) {
    return new FileOwner(Kind.CASE, id);
  }
}
