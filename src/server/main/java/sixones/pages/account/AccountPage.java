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
import sixones.http.signin.SignInMode;
import sixones.pages.frame.ErrorSummary;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Duty;
import sixones.people.Factor;
import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.UnfitPerson;
import sixones.people.account.Contacts;
import sixones.people.factor.SecondFactors;
import sixones.people.session.OpenSession;
import sixones.people.session.Sessions;
import sixones.report.Language;

/** Shows the signed-in person's sessions and second factor. */
@Path("/account")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AccountPage {
  /** The field that says the question was answered. */
  static final String CONFIRM = "confirm";

  @Inject Sessions sessions;
  @Inject SecondFactors factors;
  @Inject Contacts contacts;
  @Inject SignedIn signedIn;
  @Inject SignInMode mode;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  /**
   * The account as its template renders it.
   *
   * @param factor the state of the second factor; null if an identity provider handles sign-in
   * @param particulars as they are kept, or as written if they could not be
   * @param trouble why they could not be; null if nothing was refused
   */
  record AccountView(
      List<Row> sessions, Factor factor, Particulars particulars, ErrorSummary trouble) {
    /** Returns whether there are sessions other than the current one. */
    public boolean hasOthers() {
      return sessions.stream().anyMatch(row -> !row.present());
    }
  }

  /**
   * One session.
   *
   * @param present whether it is the current session
   */
  record Row(UUID id, String agent, String opened, String used, String ends, boolean present) {}

  @CheckedTemplate(basePath = "pages/account")
  static class Templates {
    static native TemplateInstance account(PageFrame frame, AccountView account);

    static native TemplateInstance question(PageFrame frame, Ending ending);
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    Person person = signedIn.person();
    return account(person, contacts.own(person), null);
  }

  private TemplateInstance account(Person person, Particulars particulars, ErrorSummary trouble) {
    List<Row> rows = sessions.of(person).stream().map(this::row).toList();
    Factor factor = mode.isByProvider() ? null : factors.of(person);
    return Templates.account(
        frames.of(request), new AccountView(rows, factor, particulars, trouble));
  }

  /** Saves the person's name, office and telephone. */
  @POST
  @Path("particulars")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response describe() {
    Person person = signedIn.person();
    Map<String, String> sent = SentForm.fields();
    Particulars written =
        Particulars.written(sent.get("fullName"), sent.get("office"), sent.get("telephone"));
    try {
      contacts.describe(person, written);
      return Response.seeOther(URI.create("/account")).build();
    } catch (UnfitPerson unfit) {
      ErrorSummary why = ErrorSummary.of(unfit, "account.particulars.not", frames.of(request));
      return Response.status(422)
          .type("text/html;charset=UTF-8")
          .entity(account(person, written, why).render())
          .build();
    }
  }

  private Row row(OpenSession session) {
    Language language = frames.of(request).language();
    return new Row(
        session.id(),
        session.agent(),
        Moments.exact(session.openedAt(), language),
        Moments.exact(session.usedAt(), language),
        Moments.exact(session.endsAt(), language),
        signedIn.session().filter(session.id()::equals).isPresent());
  }

  /**
   * Ends one session, or all except the current one, depending on the field {@code act}; asks
   * first.
   */
  @POST
  @Path("sessions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response end() {
    Person person = signedIn.person();
    Map<String, String> sent = SentForm.fields();
    if (!sent.containsKey(CONFIRM)) {
      return ask(person, sent);
    }
    switch (sent.getOrDefault("act", "")) {
      case "end" -> {
        if (!sessions.end(person, id(sent))) {
          throw new NotFoundException();
        }
      }
      case "end-others" ->
          sessions.endOthers(person, signedIn.session().orElseThrow(BadRequestException::new));
      default -> throw new BadRequestException();
    }
    return Response.seeOther(URI.create("/account")).build();
  }

  private Response ask(Person person, Map<String, String> sent) {
    String act = sent.getOrDefault("act", "");
    UUID id = act.equals("end") ? id(sent) : null;
    if (id == null && !act.equals("end-others")) {
      throw new BadRequestException();
    }
    PageFrame frame = frames.of(request);
    String what =
        id == null
            ? null
            : sessions.of(person).stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .map(session -> session.agent() == null ? unknown(frame) : session.agent())
                .orElseThrow(NotFoundException::new);
    return ask(frame, new Ending("/account", "/account/sessions", act, id, what));
  }

  private static String unknown(PageFrame frame) {
    return frame.text("account.session.unknown");
  }

  /** Shows a question whose answer ends something. */
  static Response ask(PageFrame frame, Ending ending) {
    return Response.ok(Templates.question(frame, ending).render())
        .type("text/html;charset=UTF-8")
        .build();
  }

  /** Dismisses the notice about failed password attempts that every page shows at its top. */
  @POST
  @Path("read")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response read() {
    Person person = signedIn.personWith(Duty.PASSWORD, Duty.FACTOR);
    signedIn.session().ifPresent(id -> sessions.read(person, id));
    return Response.seeOther(URI.create("/account")).build();
  }

  private static UUID id(Map<String, String> sent) {
    try {
      return UUID.fromString(sent.getOrDefault("id", ""));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }
}
