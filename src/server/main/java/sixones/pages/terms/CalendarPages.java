package sixones.pages.terms;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.WithFormRead;
import sixones.calendar.WorkingDays;
import sixones.calendar.adoption.CalendarState;
import sixones.calendar.adoption.Calendars;
import sixones.calendar.adoption.ProposedCalendar;
import sixones.http.SignedIn;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.frame.SentForm;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;

/** Lists the calendars for officials; lets one officer propose and another answer. */
@Path("/calendars")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CalendarPages {
  @Inject Calendars calendars;
  @Inject PageFrames frames;
  @Inject SignedIn signedIn;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/terms")
  static class Templates {
    static native TemplateInstance calendars(
        PageFrame frame, List<CalendarView> calendars, boolean officer, Problem trouble);

    static native TemplateInstance calendar(
        PageFrame frame, CalendarView.Whole whole, Problem trouble);
  }

  /** Lists the calendars. */
  @GET
  @Operation(hidden = true)
  public TemplateInstance list() {
    return list(official(), null);
  }

  private Person official() {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.AUDITOR, Role.ADMIN);
    return person;
  }

  private TemplateInstance list(Person person, Problem trouble) {
    List<CalendarView> views =
        calendars.list(person).stream().map(each -> CalendarView.of(each, frame())).toList();
    return Templates.calendars(frame(), views, person.is(Role.OFFICER), trouble);
  }

  /** Proposes the calendar of a file. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response propose(@RestForm("file") FileUpload file) throws IOException {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER);
    byte[] json = file == null ? new byte[0] : Files.readAllBytes(file.uploadedFile());
    try {
      if (json.length == 0) {
        throw Refused.wrong("", "calendar-none", Map.of());
      }
      return redirectTo(calendars.propose(person, json));
    } catch (Refused refused) {
      Problem trouble = RefusedProblem.of(refused, frame().language());
      return refused(trouble, list(person, trouble));
    }
  }

  /** Shows a calendar, and the form to answer it while it waits. */
  @GET
  @Path("{digest}")
  @Operation(hidden = true)
  public TemplateInstance find(@PathParam("digest") String digest) {
    return one(official(), digest, "", null);
  }

  private TemplateInstance one(Person person, String digest, String reason, Problem trouble) {
    ProposedCalendar found = calendars.find(person, digest);
    WorkingDays days = calendars.days(person, digest);
    boolean waits = found.state() == CalendarState.PROPOSED;
    boolean answers = waits && person.is(Role.OFFICER);
    CalendarView.Answer answer =
        answers ? new CalendarView.Answer(!calendars.isOwn(person, digest), reason) : null;
    List<String> differences =
        waits ? CalendarView.differences(days, calendars.inUse(), frame()) : List.of();
    CalendarView.Whole whole =
        new CalendarView.Whole(
            CalendarView.of(found, frame()),
            TermView.covered(days, frame().language()),
            differences,
            answer);
    return Templates.calendar(frame(), whole, trouble);
  }

  /** Accepts or declines a calendar that was proposed. */
  @POST
  @Path("{digest}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @WithFormRead
  @Operation(hidden = true)
  public Response answer(@PathParam("digest") String digest) {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER);
    Map<String, String> sent = SentForm.fields();
    String reason = sent.getOrDefault("reason", "");
    try {
      return redirectTo(calendars.answer(person, digest, sent.get("answer"), reason));
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NO_SUCH) {
        throw refused;
      }
      Problem trouble = RefusedProblem.of(refused, frame().language());
      return refused(trouble, one(person, digest, reason, trouble));
    }
  }

  private static Response redirectTo(ProposedCalendar calendar) {
    return Response.seeOther(URI.create("/calendars/" + calendar.digest())).build();
  }

  private static Response refused(Problem trouble, TemplateInstance page) {
    return Response.status(trouble.status()).entity(page).type(MediaType.TEXT_HTML_TYPE).build();
  }

  private PageFrame frame() {
    return frames.of(request);
  }
}
