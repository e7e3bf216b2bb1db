package sixones.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.library.RuleLibrary;
import sixones.ruleset.RuleSets;

/** The contracts of bids. */
@Path("/api/schemas")
@Tag(name = "Schemas", description = "What a bid may hold.")
public class SchemaResource {
  @Inject RuleSets ruleSets;
  @Inject RuleLibrary library;
  @Context RoutingContext asked;

  /** The JSON Schema of a bid of one version of a rule set. */
  @GET
  @Path("{id}/{version}")
  @Produces({"application/schema+json", "application/json"})
  @Operation(
      operationId = "bidSchemaOf",
      summary = "Read the JSON Schema (2020-12) of a bid by one version of a rule set")
  @APIResponse(responseCode = "200", description = "The schema.")
  @APIResponse(
      responseCode = "404",
      description = "There is no such rule set version.",
      content = @Content(mediaType = "application/problem+json"))
  public JsonNode of(@PathParam("id") String id, @PathParam("version") String version) {
    return RuleSetResource.find(library, id, version, asked).contract().schema();
  }

  /** The JSON Schema of a bid of the rule set that this service has had longest. */
  @GET
  @Path("bid")
  @Produces({"application/schema+json", "application/json"})
  @Operation(
      operationId = "bidSchema",
      summary = "Read the JSON Schema (2020-12) of a bid by the first rule set",
      description =
          "Kept for programs written while there was one rule set. Each rule set has its schema at"
              + " /api/schemas/{id}/{version}.",
      deprecated = true)
  @APIResponse(responseCode = "200", description = "The schema.")
  public JsonNode bid() {
    return ruleSets.newest().get(0).contract().schema();
  }
}
