package sixones.pages.frame;

import io.quarkus.arc.Arc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** Reads the form of the current request. */
public final class SentForm {
  /** What somebody typed is at least as long, or could be typed again at once. */
  private static final int LEAST_TYPED = 10;

  private static final int MOST_TYPED = 50;

  /** Passwords, and what a page puts into its own form. */
  private static final Set<String> NOT_TYPED = Set.of("password", "present", "csrf-token");

  /** Ids, digests and keys. */
  private static final Pattern MADE = Pattern.compile("(sha256:)?[0-9a-fA-F-]{32,}");

  private SentForm() {}

  /** Returns the first value of each field that has a name, without files. */
  public static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    FormData sent = CurrentRequestManager.get().getFormData();
    if (sent != null) {
      for (String name : sent) {
        if (name != null && !sent.getFirst(name).isFileItem()) {
          fields.put(name, sent.getFirst(name).getValue());
        }
      }
    }
    return fields;
  }

  /**
   * Returns the texts of the form that somebody may have typed, the first of many; none before the
   * form of a request was read.
   */
  static List<String> typed() {
    if (!Arc.container().requestContext().isActive() || CurrentRequestManager.get() == null) {
      return List.of();
    }
    return fields().entrySet().stream()
        .filter(field -> !NOT_TYPED.contains(field.getKey()))
        .map(Map.Entry::getValue)
        .filter(text -> text.strip().length() >= LEAST_TYPED && !MADE.matcher(text).matches())
        .distinct()
        .limit(MOST_TYPED)
        .toList();
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
