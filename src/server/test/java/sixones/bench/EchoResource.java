package sixones.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.ruleset.RuleSetsInTests;

/** What a check is measured against: the same body parsed, an answer of the same size written. */
@Path("/api/bench/echo")
@EndpointDisabled(name = "sixones.bench", disableIfMissing = true, stringValue = "false")
public class EchoResource {
  static volatile JsonNode answer;
  static volatile byte[] bytes;

  /** Parsed and written by the framework's own JSON. */
  @POST
  @Operation(hidden = true)
  @Path("framework")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public JsonNode framework(JsonNode body) {
    return body.isObject() ? answer : null;
  }

  /** The same without handing the request to another thread. */
  @POST
  @Operation(hidden = true)
  @Path("at-once")
  @NonBlocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<JsonNode> atOnce(JsonNode body) {
    return Uni.createFrom().item(() -> body.isObject() ? answer : null);
  }

  /** Parsed as a draft is, and answered with bytes that need no writing. */
  @POST
  @Operation(hidden = true)
  @Path("draft")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  public Response draft(byte[] body) throws UnreadableDraft {
    Draft read = Draft.read(body, Draft.Format.JSON, RuleSetsInTests.SICHUAN.contract());
    return Response.ok(read.digest() == null ? null : bytes).build();
  }
}
