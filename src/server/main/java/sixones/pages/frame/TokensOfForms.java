package sixones.pages.frame;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.http.Addresses;
import sixones.http.DoorLog;
import sixones.http.signin.FormTokens;

/** Lets a page's resource do nothing for a form without a token; {@link ExpiredForm} answers it. */
class TokensOfForms {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject FormTokens tokens;

  /** Whatever is no reading needs one, and what is no form has none. */
  @ServerRequestFilter
  @WithFormRead
  Response look(RoutingContext request) {
    if (READING.contains(request.request().method().name())
        || Addresses.isApi(request)
        || tokens.fits(request, SentForm.fields().get(FormTokens.FIELD))) {
      return null;
    }
    DoorLog.refused(request, 400, "form-expired");
    ExpiredForm.mark(request);
    return Response.status(400).build();
  }
}
