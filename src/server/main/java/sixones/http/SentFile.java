package sixones.http;

import java.nio.file.Path;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import sixones.round.Refused;

/**
 * The one file of the form of the current request, with the name its sender gave it. It is deleted
 * at the end of the request.
 */
public record SentFile(String name, Path file) {
  private static final String FIELD = "file";

  /**
   * Reads the form.
   *
   * @throws Refused if there is no file or more than one
   */
  public static SentFile one() {
    FormData form = CurrentRequestManager.get().getFormData();
    SentFile found = null;
    if (form != null) {
      for (String name : form) {
        for (FormValue value : form.get(name)) {
          boolean chosen = value.isFileItem() && !isEmptyField(value);
          if (chosen && (found != null || !name.equals(FIELD))) {
            throw Refused.wrong("/file", "file-two", Map.of());
          }
          found = chosen ? new SentFile(value.getFileName(), value.getFileItem().getFile()) : found;
        }
      }
    }
    if (found == null) {
      throw Refused.wrong("/file", "file-missing", Map.of());
    }
    return found;
  }

  /** A browser sends a field in which no file was chosen without a name. */
  private static boolean isEmptyField(FormValue value) {
    return value.getFileName() == null || value.getFileName().isEmpty();
  }

  /** Returns the first value of a field of text; null if there is none. */
  public static String field(String name) {
    FormData form = CurrentRequestManager.get().getFormData();
    FormValue value = form == null ? null : form.getFirst(name);
    return value == null || value.isFileItem() ? null : value.getValue();
  }

  /** Returns whether the request has a form of parts at all. */
  public static boolean isThere() {
    return CurrentRequestManager.get().getFormData() != null;
  }
}
