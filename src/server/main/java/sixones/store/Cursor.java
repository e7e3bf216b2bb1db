package sixones.store;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A position in a list ordered by time, newest first, then by id. */
public record Cursor(Instant at, UUID id) {
  /** The position before the first item of any list. */
  public static final Cursor START =
      new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  /** Returns the cursor as a query parameter. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + "/" + id).getBytes(StandardCharsets.UTF_8));
  }

  /** Parses a cursor; empty if the text is none. */
  public static Optional<Cursor> of(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int slash = plain.indexOf('/');
      Instant at = Instant.parse(plain.substring(0, slash));
      UUID id = UUID.fromString(plain.substring(slash + 1));
      boolean isOurs = at.isAfter(Instant.EPOCH) && !at.isAfter(START.at());
      return isOurs ? Optional.of(new Cursor(at, id)) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
