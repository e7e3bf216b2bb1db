package sixones.pages.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** The fields of the form the present request has sent. */
public final class SentForm {
  private SentForm() {}

  /** The first text of each field, by its name. */
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
   * The revision a form was made from, or the one it is to go over all the same; -1, which no
   * revision is, where it says none this service gave.
   */
  public static int revision(Map<String, String> sent) {
    String revision = sent.getOrDefault("over", sent.getOrDefault("revision", ""));
    return revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : -1;
  }
}
