package sixones.pages.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import sixones.http.signin.FormTokens;

/**
 * Answers a form whose CSRF token has expired with a page that holds the submitted fields, so that
 * the user can submit them again.
 */
@ApplicationScoped
public class ExpiredForm {
  private static final String WITH_FILES = "multipart/form-data";

  /** The key in the routing context that marks a request without a valid CSRF token. */
  private static final String EXPIRED = "form-expired";

  @Inject PageFrames frames;

  /**
   * The form as its template renders it.
   *
   * @param address the address it is submitted to
   * @param encoding the content type of the original request
   * @param fields the submitted fields, without the token
   */
  record Again(String address, String encoding, Map<String, String> fields) {
    /** Returns whether the request may have included a file, which the user must choose again. */
    public boolean perhapsWithFile() {
      return encoding.equals(WITH_FILES);
    }
  }

  @CheckedTemplate(basePath = "pages/frame")
  static class Templates {
    static native TemplateInstance expired(PageFrame frame, Again again);
  }

  /** Marks a request as one without a valid CSRF token. */
  static void mark(RoutingContext request) {
    request.put(EXPIRED, true);
  }

  /**
   * Returns the page that replaces the refusal; empty if the form was refused for another reason.
   * Cross-site requests are rejected earlier, so this page never invites a user to confirm one.
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
