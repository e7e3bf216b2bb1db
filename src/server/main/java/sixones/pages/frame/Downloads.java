package sixones.pages.frame;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import sixones.bid.Draft;
import sixones.report.Column;

/** Responses that download a file. */
public final class Downloads {
  /** Characters that no file name has on some system, and the sign of Column for what none has. */
  private static final Pattern UNFIT = Pattern.compile("[\\\\/:*?\"<>|%;\uFFFD]+");

  private static final int MOST_CHARACTERS = 80;

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
    return Response.ok(bytes, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
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
    String end = "-" + day + "." + ending;
    String name = UNFIT.matcher(Column.harmless(round)).replaceAll("-").strip();
    String whole = first(name) + end;
    String encoded = URLEncoder.encode(whole, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(bytes, type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + plain + end + "\"; filename*=UTF-8''" + encoded)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static String first(String name) {
    int characters = Math.min(MOST_CHARACTERS, name.codePointCount(0, name.length()));
    return name.substring(0, name.offsetByCodePoints(0, characters));
  }
}
