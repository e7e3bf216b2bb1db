package sixones.api.cases;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.proceeding.act.ActKind;

/** Decisions on whether somebody keeps away. */
@Path("/api/recusals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class RecusalResource extends ActResource {
  /** Decides whether somebody who was asked to keep away does. */
  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "decideRecusal",
      summary = "Decide whether a person who was asked to keep away does",
      description =
          "For another officer than the two concerned, with the authority recuse. Until then"
              + " nothing is decided in the case.")
  @APIResponse(responseCode = "201", description = "The act.")
  public Response decide(@PathParam("id") String id, byte[] body) {
    return about(id, List.of(ActKind.RECUSE), ActKind.DECIDE_RECUSAL, body);
  }
}
