package sixones.pages.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import sixones.http.signin.FormTokens;

/** Answers a form that came too late for its token with all that was typed, to be sent again. */
@ApplicationScoped
public class ExpiredForm {
  private static final String WITH_FILES = "multipart/form-data";

  /** Where a request says that its form had no token that fits. */
  private static final String EXPIRED = "form-expired";

  @Inject PageFrames frames;

  /**
   * A form that can be sent again.
   *
   * @param address where it is sent to
   * @param encoding how, as the form was sent
   * @param fields all that was typed
   */
  record Again(String address, String encoding, Map<String, String> fields) {
    /** Whether a file was perhaps chosen, which no page can choose again. */
    public boolean perhapsWithFile() {
      return encoding.equals(WITH_FILES);
    }
  }

  @CheckedTemplate(basePath = "pages/frame")
  static class Templates {
    static native TemplateInstance expired(PageFrame frame, Again again);
  }

  /** Says of a request that its form had no token that fits. */
  static void mark(RoutingContext request) {
    request.put(EXPIRED, true);
  }

  /**
   * The page in place of a refusal; empty if the form was refused for something else. What another
   * site sent never comes this far, so nobody is made to press a button for it.
   */
  Optional<String> page(RoutingContext request) {
    if (request.get(EXPIRED) == null) {
      return Optional.empty();
    }
    Map<String, String> fields = SentForm.fields();
    fields.remove(FormTokens.FIELD);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    String type = request.request().getHeader("Content-Type");
    Again again =
        new Again(
            address(request),
            type.startsWith(WITH_FILES) ? WITH_FILES : "application/x-www-form-urlencoded",
            fields);
    return Optional.of(Templates.expired(frames.of(request), again).render());
  }

  private static String address(RoutingContext request) {
    String query = request.request().query();
    return query == null ? request.normalizedPath() : request.normalizedPath() + "?" + query;
  }
}
