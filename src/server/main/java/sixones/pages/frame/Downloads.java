package sixones.pages.frame;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import sixones.bid.Draft;
import sixones.report.Column;
import sixones.text.Text;

/** Responses that download a file. */
public final class Downloads {
  private static final String NOT_IN_NAMES = "[\\p{Cc}\\p{Cf}\\p{Cs}/\\\\:*?\"<>|%;\uFFFD]+";
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_ROUND = 80;

  private Downloads() {}

  /**
   * Returns the response for a bid file.
   *
   * @param name the file name without extension
   */
  public static Response of(byte[] bytes, Draft.Format form, String name) {
    boolean json = form == Draft.Format.JSON;
    return of(
        bytes, json ? "application/json" : "application/yaml", name + (json ? ".json" : ".yaml"));
  }

  public static Response of(byte[] bytes, String type, String fileName) {
    return response(bytes, type, "attachment; filename=\"" + fileName + "\"");
  }

  /**
   * Returns the response for a file whose name has words of any language (RFC 6266).
   *
   * @param content bytes or a file
   * @param plain the name for programs that read ASCII alone, with extension
   * @param name the name without extension
   */
  public static Response named(
      Object content, String type, String plain, String name, String extension) {
    return response(
        content,
        type,
        "attachment; filename=\""
            + plain.replaceAll("[^A-Za-z0-9._-]", "-")
            + "\"; filename*=UTF-8''"
            + encoded(fileName(name) + extension));
  }

  /** Returns a text as the name of a file, without what systems do not allow in one. */
  public static String fileName(String name) {
    return Text.shortened(name.replaceAll(NOT_IN_NAMES, "-").strip(), LONGEST_NAME);
  }

  /** Encodes a name as RFC 8187 demands. */
  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_');
      encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return encoded.toString();
  }

  private static Response response(Object content, String type, String disposition) {
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /**
   * Returns the response for a file of a round, named by the round and a day.
   *
   * @param round the name of the round, in any language
   * @param plain what the file is, in ASCII, for a program that reads no other name
   */
  public static Response ofRound(
      byte[] bytes, String type, String round, String plain, LocalDate day, String ending) {
    String name = Text.shortened(fileName(Column.harmless(round)), LONGEST_ROUND);
    return named(bytes, type, plain + "-" + day + "." + ending, name + "-" + day, "." + ending);
  }
}
