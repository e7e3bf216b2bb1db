package sixones.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import sixones.evidence.EvidenceFile;

/**
 * Serves evidence files: always as an attachment, under the type its content has, and with a policy
 * under which a browser runs nothing of it.
 */
public final class FileResponses {
  private static final int LONGEST_PLAIN = 100;

  private FileResponses() {}

  /** Returns the ETag of a file: its digest, and so strong for good. */
  public static EntityTag tag(EvidenceFile file) {
    return new EntityTag(file.digest());
  }

  /**
   * Returns a file, or 304 if the client has it.
   *
   * @param content its bytes, whose digest was computed anew
   */
  public static Response of(EvidenceFile file, Path content, Request request) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(file));
    Response.ResponseBuilder answer =
        unchanged != null
            ? unchanged
            : Response.ok(content.toFile(), file.type().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file));
    return answer
        .tag(tag(file))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
        .header(HttpHeaders.VARY, "Authorization, Cookie")
        .build();
  }

  /** As RFC 6266 has it: a name of ASCII for old programs, and the name as it was given. */
  static String disposition(EvidenceFile file) {
    String extension = "." + file.type().extensions().get(0);
    String ascii = file.name().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("\\.[^.]*$", "");
    String plain =
        ascii.matches("[-.]*") || ascii.startsWith(".")
            ? "file-" + file.digest().substring(7, 15)
            : ascii.substring(0, Math.min(LONGEST_PLAIN, ascii.length()));
    return "attachment; filename=\""
        + plain
        + extension
        + "\"; filename*=UTF-8''"
        + encoded(file.name());
  }

  /** As RFC 8187 has it. */
  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      boolean plain =
          c >= '0' && c <= '9'
              || c >= 'A' && c <= 'Z'
              || c >= 'a' && c <= 'z'
              || c == '-'
              || c == '.'
              || c == '_';
      encoded.append(plain ? String.valueOf((char) c) : String.format(Locale.ROOT, "%%%02X", c));
    }
    return encoded.toString();
  }
}
