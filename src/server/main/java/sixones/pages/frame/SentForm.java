package sixones.pages.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Reads the form of the current request. */
public final class SentForm {
  private SentForm() {}

  /** Returns the first value of each field by name, without files. */
  public static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    FormData sent = CurrentRequestManager.get().getFormData();
    if (sent != null) {
      for (String name : sent) {
        if (!sent.getFirst(name).isFileItem()) {
          fields.put(name, sent.getFirst(name).getValue());
        }
      }
    }
    return fields;
  }

  /**
   * Returns the revision the form was edited from, or the one the user chose to overwrite. Returns
   * -1, which matches no revision, if the field is missing or malformed.
   */
  public static int revision(Map<String, String> sent) {
    String revision = sent.getOrDefault("over", sent.getOrDefault("revision", ""));
    return revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1;
  }
}
