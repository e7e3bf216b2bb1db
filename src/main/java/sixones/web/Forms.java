package sixones.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.core.multipart.FormDataParser;
import org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition;
import sixones.report.Problem;

/**
 * Reads the fields of every form sent to a page, before the REST library would: that one reads at
 * most a thousand, and fails on more. A bid with all lists full has some 14,000.
 */
class Forms {
  private static final int MOST_FIELDS = 20_000;

  static final String UNREADABLE = "unreadable-form";

  private static final FormEncodedDataDefinition FORMS =
      new FormEncodedDataDefinition()
          .setForceCreation(true)
          .setMaxParams(MOST_FIELDS)
          .setMaxAttributeSize(Bodies.FORM);

  @ServerRequestFilter(preMatching = true)
  Response read(RoutingContext request) throws Exception {
    Buffer body = request.body().buffer();
    if (body == null || Addresses.isApi(request) || !isForm(request)) {
      return null;
    }
    if (fields(body) > MOST_FIELDS) {
      return refused(request, "too-many-fields", 413);
    }
    ResteasyReactiveRequestContext context = CurrentRequestManager.get();
    try (FormDataParser parser = FORMS.create(context, Set.of())) {
      parser.setCharacterEncoding(StandardCharsets.UTF_8.name());
      return isText(parser.parseBlocking()) ? null : refused(request, UNREADABLE, 400);
    } catch (IllegalArgumentException e) {
      return refused(request, UNREADABLE, 400);
    }
  }

  private static boolean isForm(RoutingContext request) {
    return MediaType.APPLICATION_FORM_URLENCODED.equals(
        request.request().getHeader(HttpHeaders.CONTENT_TYPE));
  }

  private static int fields(Buffer body) {
    int fields = 1;
    for (int i = 0; i < body.length(); i++) {
      fields += body.getByte(i) == '&' ? 1 : 0;
    }
    return fields;
  }

  /** No browser sends NUL, and nothing behind keeps it. */
  private static boolean isText(FormData form) {
    for (String name : form) {
      boolean holdsNul =
          form.get(name).stream().anyMatch(value -> value.getValue().indexOf('\0') >= 0);
      if (holdsNul || name.indexOf('\0') >= 0) {
        return false;
      }
    }
    return true;
  }

  static Response refused(RoutingContext request, String kind, int status) {
    Map<String, Object> values = Map.of("most", MOST_FIELDS);
    return Answers.response(Problem.of(kind, status, Answers.language(request), values)).build();
  }
}
