package sixones.pages.account;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.http.SignedIn;
import sixones.http.signin.SignInMechanism;
import sixones.http.signin.SignInMode;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.people.session.Sessions;

/** Signs people out. */
@Path("/sign-out")
@Produces(MediaType.TEXT_HTML)
public class SignOutPage {
  @Inject SignInMode mode;
  @Inject SignedIn signedIn;
  @Inject Sessions sessions;
  @Inject PageFrames frames;
  @Inject Instance<OidcSession> provider;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/account")
  static class Templates {
    static native TemplateInstance signOut(PageFrame frame);
  }

  /** Shows a confirmation page, for pages whose header has no sign-out form. */
  @GET
  @Blocking
  @Operation(hidden = true)
  public TemplateInstance signOut() {
    return Templates.signOut(frames.of(request));
  }

  /** Ends the current session, and with an identity provider its session too. */
  @POST
  @Blocking
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Uni<Response> forget() {
    Response answer = Response.seeOther(URI.create("/")).build();
    signedIn
        .personIfAny()
        .ifPresent(person -> signedIn.session().ifPresent(id -> sessions.signOut(person, id)));
    if (mode.isByProvider()) {
      return provider.get().logout().replaceWith(answer);
    }
    SignInMechanism.forget(request);
    return Uni.createFrom().item(answer);
  }
}
