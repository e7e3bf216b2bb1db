package sixones.pages.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.http.signin.SignInMechanism;
import sixones.http.signin.SignInMode;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.people.Person;
import sixones.people.account.Demo;
import sixones.people.account.Seeds;

/** The sign-in page. {@link SignInMechanism} processes the submitted form. */
@Path("/sign-in")
@Produces(MediaType.TEXT_HTML)
public class SignInPage {
  @Inject Demo demo;
  @Inject Seeds seeds;
  @Inject SignInMode mode;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /**
   * The page as its template renders it.
   *
   * @param failed whether name and password were rejected
   * @param ended whether sign-in ended after too many wrong codes
   * @param byProvider whether an identity provider handles sign-in
   * @param known the accounts of a demonstration that still have its password; otherwise empty
   * @param password the password shared by the demonstration accounts
   */
  record SignIn(
      boolean failed, boolean ended, boolean byProvider, List<Known> known, String password) {}

  /** An account of a demonstration. */
  record Known(String name, String role, String applicant) {}

  @CheckedTemplate(basePath = "pages/account")
  static class Templates {
    static native TemplateInstance signIn(PageFrame frame, SignIn signIn);
  }

  /** Shows the form, or the link to the identity provider. */
  @GET
  @Blocking
  @Operation(hidden = true)
  public TemplateInstance signIn(
      @QueryParam("failed") boolean failed, @QueryParam("ended") boolean ended) {
    PageFrame frame = frames.of(request);
    List<String> open = demo.on() ? seeds.open() : List.of();
    List<Known> known =
        Demo.PEOPLE.stream()
            .filter(person -> open.contains(person.name()))
            .map(person -> known(person, frame))
            .toList();
    return Templates.signIn(
        frame, new SignIn(failed, ended, mode.isByProvider(), known, Demo.PASSWORD));
  }

  private Known known(Person person, PageFrame frame) {
    String applicant =
        person.applicant() == null ? null : frames.applicant(person.applicant(), frame.language());
    return new Known(person.name(), frame.text("role." + person.role().id()), applicant);
  }
}
