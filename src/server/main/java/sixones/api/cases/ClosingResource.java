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

/** Answers to closings that were proposed. */
@Path("/api/closings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class ClosingResource extends ActResource {
  private static final List<ActKind> THESE = List.of(ActKind.CLOSE);

  /** Confirms or declines one. */
  @POST
  @Path("{id}/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "confirmClosing",
      summary = "Confirm or decline the closing of a case",
      description =
          "For another officer than the one who proposed it, with the authority confirm. Declining"
              + " needs reasons. Confirming issues the letter.")
  @APIResponse(responseCode = "201", description = "The act.")
  public Response confirm(@PathParam("id") String id, byte[] body) {
    return confirm(id, THESE, body);
  }

  /** Withdraws one that waits. */
  @POST
  @Path("{id}/withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "withdrawClosing",
      summary = "Withdraw the closing of a case that waits for the second officer",
      description = "For the officer who proposed it, with reasons.")
  @APIResponse(responseCode = "201", description = "The act.")
  public Response withdraw(@PathParam("id") String id, byte[] body) {
    return withdraw(id, THESE, body);
  }
}
