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

/** Rejects form requests without a valid CSRF token; {@link ExpiredForm} renders the answer. */
class TokensOfForms {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject FormTokens tokens;

  /**
   * Requires a token for every method except the safe ones (RFC 9110, section 9.2.1). A body that
   * is no form cannot contain one and is rejected.
   */
  @ServerRequestFilter
  @WithFormRead
  Response filter(RoutingContext request) {
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
