package sixones.pages.frame;

import jakarta.ws.rs.NotFoundException;
import java.util.UUID;
import java.util.regex.Pattern;
import sixones.store.Cursor;

/** Parses path and query parameters of pages; a malformed one is a 404. */
public final class PathParameters {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private PathParameters() {}

  /**
   * Parses a UUID.
   *
   * @throws NotFoundException if the text is no UUID
   */
  public static UUID id(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new NotFoundException();
    }
    return UUID.fromString(text);
  }

  /**
   * Parses a cursor.
   *
   * @param text the parameter, or null for the start of the list
   * @throws NotFoundException if the text is no cursor
   */
  public static Cursor cursor(String text) {
    return text == null ? Cursor.START : Cursor.of(text).orElseThrow(NotFoundException::new);
  }
}
