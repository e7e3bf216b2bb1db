package sixones.api.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.casework.CaseRecords;
import sixones.casework.SeenCase;
import sixones.http.ConditionalResponses;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.KnownDetermination;
import sixones.proceeding.act.ActKind;
import sixones.round.Refused;

/** What people determined, and the answers to it. */
@Path("/api/determinations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class DeterminationResource extends ActResource {
  private static final List<ActKind> THESE = List.of(ActKind.DETERMINE);

  /** Returns a determination as it stands. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "determination",
      summary = "Read a determination as it stands",
      description =
          "For officers and auditors: what it says and rests on, whether it counts and if not why,"
              + " and what it does to the conclusion. One that is covered for an officer is"
              + " refused; see proposals. The ETag names the revision of the case.")
  @APIResponse(responseCode = "200", description = "The determination.")
  public Response find(@PathParam("id") String id) {
    Person person = person();
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    UUID known = id(id);
    CaseRecords.Placed placed = records.placed(person, known);
    if (placed.kind() != ActKind.DETERMINE) {
      throw Refused.noSuch();
    }
    SeenCase seen = told(records.find(person, placed.bidCase(), null));
    KnownDetermination one = CaseRecords.determination(seen, known);
    return fresh(CaseJson.of(seen.view(), one, records.examined(person, seen).evaluation()))
        .tag(ConditionalResponses.tag((int) seen.view().revision()))
        .build();
  }

  /** Confirms or declines one. */
  @POST
  @Path("{id}/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "confirmDetermination",
      summary = "Confirm or decline a determination",
      description =
          "For another officer than the one who made it, with the authority confirm. It can be"
              + " given an earlier end. Declining needs reasons.")
  @APIResponse(responseCode = "201", description = "The act.")
  public Response confirm(@PathParam("id") String id, byte[] body) {
    return confirm(id, THESE, body);
  }

  /** Withdraws one. */
  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "withdrawDetermination",
      summary = "Withdraw a determination",
      description =
          "For the officer who made it, with reasons; one that has to be made again, for whoever"
              + " handles the case.")
  @APIResponse(responseCode = "201", description = "The act.")
  public Response withdraw(@PathParam("id") String id, byte[] body) {
    return withdraw(id, THESE, body);
  }
}
