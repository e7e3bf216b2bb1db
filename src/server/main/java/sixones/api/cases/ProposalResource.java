package sixones.api.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.casework.SeenCase;
import sixones.http.ConditionalResponses;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.ActReader;
import sixones.round.Refused;

/** What one officer proposes, as another opens it who is asked first what she would answer. */
@Path("/api/cases/{id}/proposals/{act}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class ProposalResource extends ActResource {
  private static final String SAID =
      "{\"reasons\": {\"en\": \"I would let it pass: the approval names it\"}}";

  /** Opens a proposal. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "openProposal",
      summary = "Say what you would answer to a proposal, and read it",
      description =
          "For officers who may confirm what waits. Where the round asks a confirmer first, every"
              + " proposal of another is covered until she says what she would answer. What she says"
              + " is not kept, that she read the proposal is in the audit log. Needs no key: nothing"
              + " in the case changes.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "example", value = SAID)))
  @APIResponse(
      responseCode = "200",
      description =
          "The determination as it stands, or the proposal with its body. The ETag names the"
              + " revision of the case.")
  public Response open(@PathParam("id") String id, @PathParam("act") String act, byte[] body) {
    Person person = person();
    person.mustBe(Role.OFFICER);
    UUID of = id(id);
    UUID proposed = id(act);
    ActReader.said(orNothing(body));
    SeenCase seen = records.opened(person, of, proposed);
    return fresh(told(person, seen, proposed))
        .tag(ConditionalResponses.tag((int) seen.view().revision()))
        .build();
  }

  private ObjectNode told(Person person, SeenCase seen, UUID act) {
    CaseView view = seen.view();
    return view.determination(act)
        .map(one -> CaseJson.of(view, one, records.examined(person, seen).evaluation()))
        .or(() -> view.proposal(act).map(CaseJson::of))
        .orElseThrow(Refused::noSuch);
  }
}
