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

/** Where a person sets up a second factor, makes new recovery codes, and gives it up. */
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
   * What there is, and what is to be done.
   *
   * @param must whether nothing else can be done before one is set up
   * @param secret that of one just begun, shown this once; null if there is none
   * @param confirming whether a code of the one that was begun is asked for
   * @param codes recovery codes just made, shown this once
   */
  record FactorView(
      Factor factor,
      boolean must,
      Shown secret,
      boolean confirming,
      List<String> codes,
      ErrorSummary trouble) {}

  /** A secret as an app takes it: as a picture, as an address, as a key to type. */
  record Shown(QrSquare qr, String address, String key) {}

  @CheckedTemplate(basePath = "pages/account")
  static class Templates {
    static native TemplateInstance secondFactor(PageFrame frame, FactorView view);
  }

  /** What there is. */
  @GET
  @Operation(hidden = true)
  public Response show() {
    return page(200, person(), null, false, List.of(), null);
  }

  /** Begins, confirms, makes recovery codes, or gives up. */
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
