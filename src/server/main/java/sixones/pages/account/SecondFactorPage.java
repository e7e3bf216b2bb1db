package sixones.pages.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.http.SignedIn;
import sixones.http.signin.OwnSecondFactor;
import sixones.http.signin.SignInMode;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Duty;
import sixones.people.Factor;
import sixones.people.Person;
import sixones.people.UnfitPerson;
import sixones.people.factor.FactorSecret;
import sixones.people.factor.SecondFactors;

/** The page on which a person sets up or removes a second factor and renews recovery codes. */
@Path("/account/second-factor")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SecondFactorPage {
  private static final String HERE = "/account/second-factor";

  @Inject OwnSecondFactor own;
  @Inject SecondFactors factors;
  @Inject SignInMode mode;
  @Inject SignedIn signedIn;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /**
   * The page as its template renders it.
   *
   * @param must whether the person must set up a second factor before anything else
   * @param secret the new secret, shown only in this response; null if there is none
   * @param confirming whether the form requests a code to confirm the new secret
   * @param codes new recovery codes, shown only in this response
   * @param trouble why the last change was rejected, or null
   */
  record FactorView(
      Factor factor,
      boolean must,
      Shown secret,
      boolean confirming,
      List<String> codes,
      ErrorSummary trouble) {}

  /** A TOTP secret in the forms an authenticator app accepts: QR code, URI, and key to type. */
  record Shown(QrSquare qr, String address, String key) {}

  @CheckedTemplate(basePath = "pages/account")
  static class Templates {
    static native TemplateInstance secondFactor(PageFrame frame, FactorView view);
  }

  @GET
  @Operation(hidden = true)
  public Response show() {
    return page(200, person(), null, false, List.of(), null);
  }

  /**
   * Starts or confirms the set-up, renews recovery codes, or removes the factor, depending on the
   * field {@code act}.
   */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response change() {
    Person person = person();
    UUID session = signedIn.session().orElseThrow(NotFoundException::new);
    Map<String, String> sent = SentForm.fields();
    String act = sent.getOrDefault("act", "");
    String present = sent.getOrDefault("present", "");
    String code = sent.getOrDefault("code", "");
    try {
      return switch (act) {
        case "begin" -> {
          FactorSecret secret = own.begin(person, present, request);
          yield page(200, person, shown(secret), true, List.of(), null);
        }
        case "confirm" -> made(person, own.confirm(person, session, code, request));
        case "codes" -> made(person, own.renew(person, present, code, request));
        case "remove" -> {
          own.remove(person, session, present, code, request);
          yield Response.seeOther(URI.create(HERE)).build();
        }
        default -> throw new BadRequestException();
      };
    } catch (UnfitPerson unfit) {
      boolean confirming = act.equals("confirm") && !factors.of(person).setUp();
      return page(422, person, null, confirming, List.of(), trouble(unfit));
    }
  }

  private Response made(Person person, List<String> codes) {
    return page(200, person, null, false, codes, null);
  }

  private static Shown shown(FactorSecret secret) {
    String groups = secret.key().replaceAll("(.{4})(?=.)", "$1 ");
    return new Shown(QrSquare.of(secret.address()), secret.address(), groups);
  }

  private Person person() {
    Person person = signedIn.personWith(Duty.FACTOR);
    if (mode.isByProvider()) {
      throw new NotFoundException();
    }
    return person;
  }

  private ErrorSummary trouble(UnfitPerson unfit) {
    return ErrorSummary.of(unfit, "account.factor.not", frames.of(request));
  }

  private Response page(
      int status,
      Person person,
      Shown secret,
      boolean confirming,
      List<String> codes,
      ErrorSummary trouble) {
    Factor factor = factors.of(person);
    boolean must = factor.demanded() && !factor.setUp();
    FactorView view = new FactorView(factor, must, secret, confirming, codes, trouble);
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .entity(Templates.secondFactor(frames.of(request), view).render())
        .build();
  }
}
