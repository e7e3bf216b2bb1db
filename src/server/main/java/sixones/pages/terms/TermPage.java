package sixones.pages.terms;

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
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.calendar.AskedTerm;
import sixones.calendar.CalendarFault;
import sixones.calendar.Term;
import sixones.calendar.TermUnit;
import sixones.calendar.UnfitTerm;
import sixones.calendar.WorkingDays;
import sixones.calendar.adoption.Calendars;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.text.Text;

/** Shows how days are counted, and counts a term day by day; open to everybody. */
@Path("/terms")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class TermPage {
  private static final int UNFIT = 422;

  @Inject Calendars calendars;
  @Inject PageFrames frames;
  @Inject Clock clock;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/terms")
  static class Templates {
    static native TemplateInstance terms(PageFrame frame, TermView terms);
  }

  /** Shows the form, and the term if one is asked for. */
  @GET
  @Operation(hidden = true)
  public Response count(
      @QueryParam("start") String start,
      @QueryParam("amount") String amount,
      @QueryParam("unit") String unit,
      @QueryParam("firstDayCounts") String firstDayCounts) {
    PageFrame frame = frames.of(request);
    WorkingDays calendar = calendars.inUse();
    boolean isAsked = start != null || amount != null || unit != null || firstDayCounts != null;
    if (!isAsked) {
      String today = LocalDate.ofInstant(clock.instant(), Term.ZONE).toString();
      TermView.Sent nothing =
          new TermView.Sent(today, "", TermUnit.WORKING_DAY.id(), String.valueOf(false));
      return page(200, frame, TermView.of(nothing, List.of(), null, calendar, frame.language()));
    }
    TermView.Sent sent =
        new TermView.Sent(written(start), written(amount), written(unit), written(firstDayCounts));
    try {
      AskedTerm asked =
          AskedTerm.read(
              Moments.day(sent.start()),
              Text.width(sent.amount()).strip(),
              sent.unit(),
              sent.firstDayCounts());
      Term term = asked.by(calendar);
      return page(200, frame, TermView.of(sent, List.of(), term, calendar, frame.language()));
    } catch (UnfitTerm e) {
      List<CalendarFault> faults = e.faults();
      return page(UNFIT, frame, TermView.of(sent, faults, null, calendar, frame.language()));
    }
  }

  private static String written(String text) {
    return text == null ? "" : text;
  }

  private static Response page(int status, PageFrame frame, TermView view) {
    return Response.status(status)
        .entity(Templates.terms(frame, view))
        .type(MediaType.TEXT_HTML_TYPE)
        .build();
  }
}
