package sixones.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.calendar.AskedTerm;
import sixones.calendar.UnfitTerm;
import sixones.calendar.WorkingDays;
import sixones.calendar.adoption.Calendars;
import sixones.http.ConditionalResponses;
import sixones.representation.TermJson;

/** Counts terms; open to everybody. */
@Path("/api/terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terms", description = "How days are counted, by the calendar in use.")
public class TermResource {
  @Inject Calendars calendars;
  @Context Request request;

  /** Counts a term day by day. */
  @GET
  @Path("preview")
  @Operation(
      operationId = "countTerm",
      summary = "Count a term day by day",
      description =
          "A term of calendar days whose last day is off ends on the next working day. It ends at"
              + " 24:00 in Beijing: due is the first instant after it. If it needs a day the calendar"
              + " does not cover, known is false and no end is given.")
  @APIResponse(responseCode = "200", description = "Each day, counted or why not.")
  @APIResponse(
      responseCode = "422",
      description = "The term cannot be counted.",
      content = @Content(mediaType = "application/problem+json"))
  public Response count(
      @Parameter(
              description = "A day, or an instant with its offset: its day in Beijing.",
              example = "2026-09-24")
          @QueryParam("start")
          String start,
      @Parameter(description = "1 to 366.", example = "10") @QueryParam("amount") String amount,
      @Parameter(description = "working-day or day.", example = "working-day") @QueryParam("unit")
          String unit,
      @Parameter(
              description = "true or false: laws do not count the first day, public notices do.",
              example = "false")
          @QueryParam("firstDayCounts")
          String firstDayCounts) {
    try {
      AskedTerm term = AskedTerm.read(start, amount, unit, firstDayCounts);
      WorkingDays calendar = calendars.inUse();
      return ConditionalResponses.of(
          ConditionalResponses.bytes(TermJson.of(term.by(calendar), calendar)),
          ConditionalResponses.JSON,
          request);
    } catch (UnfitTerm e) {
      throw Calendars.refused(e.faults());
    }
  }
}
