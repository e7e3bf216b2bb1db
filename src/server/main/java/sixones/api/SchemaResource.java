package sixones.api;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.bid.BidContract;

/** The contract of a bid. */
@Path("/api/schemas")
@Tag(name = "Schemas", description = "What a bid may hold.")
public class SchemaResource {

  /** The JSON Schema of a bid. */
  @GET
  @Path("bid")
  @Produces({"application/schema+json", "application/json"})
  @Operation(operationId = "bidSchema", summary = "Read the JSON Schema (2020-12) of a bid")
  @APIResponse(responseCode = "200", description = "The schema.")
  public JsonNode bid() {
    return BidContract.schema();
  }
}
