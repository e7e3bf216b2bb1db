package sixones.pages.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.http.SignedIn;
import sixones.http.signin.OwnSecondFactor;
import sixones.http.signin.SignInMechanism;
import sixones.http.signin.SignInMode;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Duty;
import sixones.people.Person;
import sixones.people.factor.SecondFactors;

/** The second step of sign-in: verifies the second factor after the password. */
@Path("/sign-in/code")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CodePage {
  @Inject OwnSecondFactor own;
  @Inject SecondFactors factors;
  @Inject SignInMode mode;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /**
   * The form as its template renders it.
   *
   * @param wrong whether the last code was rejected
   * @param unknown whether codes of an authenticator app cannot be verified at all
   */
  record CodeView(boolean wrong, boolean unknown) {}

  @CheckedTemplate(basePath = "pages/account")
  static class Templates {
    static native TemplateInstance code(PageFrame frame, CodeView code);
  }

  /** Shows the form; redirects to the start page if no code is due. */
  @GET
  @Operation(hidden = true)
  public Response show() {
    person();
    return awaited() ? page(200, new CodeView(false, false)) : to("/start");
  }

  /** Verifies the submitted code. Too many wrong codes end the session. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response take() {
    Person person = person();
    if (!awaited()) {
      return to("/start");
    }
    UUID session = signedIn.session().orElseThrow(NotFoundException::new);
    String code = SentForm.fields().getOrDefault("code", "");
    SecondFactors.Shown shown = own.show(person, session, code, request);
    return switch (shown) {
      case RIGHT -> to(factors.of(person).isRunningOut() ? "/account/second-factor" : "/start");
      case WRONG -> page(422, new CodeView(true, false));
      case UNKNOWN -> page(422, new CodeView(true, true));
      case OUT -> {
        SignInMechanism.forget(request);
        yield to("/sign-in?ended=true");
      }
    };
  }

  private boolean awaited() {
    return signedIn.duty() == Duty.CODE;
  }

  private Person person() {
    if (mode.isByProvider()) {
      throw new NotFoundException();
    }
    return signedIn.personWith(signedIn.duty());
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }

  private Response page(int status, CodeView view) {
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .entity(Templates.code(frames.of(request), view).render())
        .build();
  }
}
