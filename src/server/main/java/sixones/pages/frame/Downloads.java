package sixones.pages.frame;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import sixones.bid.Draft;

/** Responses that download a file. */
public final class Downloads {
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
}
