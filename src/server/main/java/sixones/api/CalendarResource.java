package sixones.api;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.calendar.adoption.Calendars;
import sixones.calendar.adoption.ProposedCalendar;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.JsonBody;
import sixones.http.SignedIn;
import sixones.people.Person;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.representation.TermJson;

/** The calendars of working days that terms are counted by. */
@Path("/api/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Calendars",
    description = "Which days are worked, by which notices. A new calendar takes two officers.")
public class CalendarResource {
  @Inject Calendars calendars;
  @Inject SignedIn signedIn;
  @Context RoutingContext asked;
  @Context Request request;

  /** Lists calendars; open to everybody. */
  @GET
  @Operation(
      operationId = "calendars",
      summary = "List the calendars, those that wait for an answer first, then the newest",
      description =
          "For everybody: the calendar in use and those before it. Officers, auditors and"
              + " administrators also see what was proposed or declined, and by whom.")
  @APIResponse(responseCode = "200", description = "The calendars.")
  public Response list() {
    JsonNode list =
        StoredJson.list(calendars.list(signedIn.personIfAny().orElse(null)), TermJson::of);
    return ConditionalResponses.of(
        ConditionalResponses.bytes(list), ConditionalResponses.JSON, request);
  }

  /** Returns the file of a calendar; open to everybody once it is in use. */
  @GET
  @Path("{digest}")
  @Operation(
      operationId = "calendar",
      summary = "Read the file of a calendar",
      description = "Byte for byte as it was proposed.")
  @APIResponse(responseCode = "200", description = "The file.")
  public Response file(@PathParam("digest") String digest) {
    byte[] file = calendars.bytes(signedIn.personIfAny().orElse(null), digest);
    return ConditionalResponses.of(file, ConditionalResponses.JSON, request);
  }

  /** Proposes a calendar. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "proposeCalendar",
      summary = "Propose a calendar",
      description =
          "For officers. The file is of format sixones/working-days/1 and covers every day the"
              + " calendar in use covers. It comes into use when another officer accepts it. It never"
              + " moves the end of a term earlier, nor one that has passed.")
  @APIResponse(responseCode = "201", description = "The calendar, which waits for an answer.")
  public Response propose(byte[] file) {
    ProposedCalendar proposed = calendars.propose(signedIn.person(), file);
    return Response.created(URI.create("/api/calendars/" + proposed.digest()))
        .entity(ConditionalResponses.bytes(TermJson.of(proposed)))
        .type(ConditionalResponses.JSON)
        .build();
  }

  /** Answers a proposal. */
  @POST
  @Path("{digest}/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "answerCalendar",
      summary = "Accept or decline a calendar that was proposed",
      description =
          "For officers. Accepting takes another officer than the one who proposed it; declining"
              + " needs a reason.")
  @APIResponse(responseCode = "200", description = "The calendar as it is now.")
  public Response answer(@PathParam("digest") String digest, byte[] answer) {
    Person person = signedIn.person();
    calendars.mayAnswer(person, digest);
    JsonBody sent = JsonBody.read(answer, language(), "answer", "reason");
    String said = sent.text("answer");
    String reason = sent.text("reason");
    sent.check();
    ProposedCalendar answered = calendars.answer(person, digest, said, reason);
    return Response.ok(ConditionalResponses.bytes(TermJson.of(answered)), ConditionalResponses.JSON)
        .build();
  }

  private Language language() {
    return EarlyResponses.language(asked);
  }
}
