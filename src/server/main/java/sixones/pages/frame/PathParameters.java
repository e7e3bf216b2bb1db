package sixones.pages.frame;

import jakarta.ws.rs.NotFoundException;
import java.util.UUID;
import java.util.regex.Pattern;
import sixones.store.Cursor;

/** Parses path and query parameters of pages; anything malformed is a 404. */
public final class PathParameters {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private PathParameters() {}

  /**
   * A UUID path parameter.
   *
   * @throws NotFoundException if it is none
   */
  public static UUID id(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new NotFoundException();
    }
    return UUID.fromString(text);
  }

  /**
   * The place in a list a page continues at, the start without a parameter.
   *
   * @throws NotFoundException if it is no cursor
   */
  public static Cursor cursor(String text) {
    return text == null ? Cursor.START : Cursor.of(text).orElseThrow(NotFoundException::new);
  }
}
