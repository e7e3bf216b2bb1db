package sixones.api.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.http.ConditionalResponses;
import sixones.proceeding.permission.Permission;

/** Who may do what in a case. */
@Path("/api/permissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authorities", description = "Who may act in cases. Giving an authority takes two.")
public class PermissionResource {
  @Context Request request;

  /** Returns the table; open to everybody. */
  @GET
  @Operation(
      operationId = "permissions",
      summary = "Read who may do what in a case",
      description =
          "For everybody. Each row names an act, the states of a case it is possible in, the role,"
              + " the authority it takes, how many persons, and what stands in its way. What no row"
              + " has is refused.")
  @APIResponse(responseCode = "200", description = "The table.")
  public Response table() {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.set("items", Permission.json());
    return ConditionalResponses.of(
        ConditionalResponses.bytes(list), ConditionalResponses.JSON, request);
  }
}
