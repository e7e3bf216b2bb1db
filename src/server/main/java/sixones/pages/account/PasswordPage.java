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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.http.SignedIn;
import sixones.http.signin.OwnPassword;
import sixones.http.signin.SignInMode;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Duty;
import sixones.people.Person;
import sixones.people.UnfitPerson;

/** The page on which a person changes their own password. */
@Path("/account/password")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PasswordPage {
  @Inject OwnPassword passwords;
  @Inject SignInMode mode;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /**
   * The form as its template renders it.
   *
   * @param must whether the change is mandatory because somebody else set the present password
   * @param trouble why the new password was rejected, or null
   */
  record PasswordView(boolean must, ErrorSummary trouble) {}

  @CheckedTemplate(basePath = "pages/account")
  static class Templates {
    static native TemplateInstance password(PageFrame frame, PasswordView password);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    person();
    return Templates.password(frames.of(request), new PasswordView(must(), null));
  }

  /** Changes the password and ends the person's other sessions. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response choose() {
    Person person = person();
    UUID session = signedIn.session().orElseThrow(NotFoundException::new);
    Map<String, String> sent = SentForm.fields();
    try {
      passwords.choose(
          person,
          session,
          sent.getOrDefault("present", ""),
          sent.getOrDefault("password", ""),
          request);
      return Response.seeOther(URI.create(must() ? "/start" : "/account")).build();
    } catch (UnfitPerson unfit) {
      return Response.status(422)
          .type("text/html;charset=UTF-8")
          .entity(
              Templates.password(frames.of(request), new PasswordView(must(), trouble(unfit)))
                  .render())
          .build();
    }
  }

  private Person person() {
    Person person = signedIn.personWith(Duty.PASSWORD);
    if (mode.isByProvider()) {
      throw new NotFoundException();
    }
    return person;
  }

  private boolean must() {
    return signedIn.duty() == Duty.PASSWORD;
  }

  private ErrorSummary trouble(UnfitPerson unfit) {
    return ErrorSummary.of(unfit, "account.password.not", frames.of(request));
  }
}
