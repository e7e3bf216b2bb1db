package sixones.api.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.casework.ActRequest;
import sixones.casework.Declarations;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.people.Person;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.representation.CaseJson;
import sixones.round.Refused;

/** What officers declare for a round, before they see its cases. */
@Path("/api/rounds/{id}/declaration")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class DeclarationResource {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  @Inject Declarations declarations;
  @Inject SignedIn signedIn;
  @Context HttpHeaders headers;
  @Context RoutingContext asked;

  /** Returns what this officer declared. */
  @GET
  @Operation(
      operationId = "declaration",
      summary = "Read what you declared for a round",
      description = "For officers.")
  @APIResponse(responseCode = "200", description = "The declaration.")
  public Response own(@PathParam("id") String id) {
    CaseAct own =
        declarations
            .own(signedIn.person(), QueryParameters.id(id, EarlyResponses.language(asked)))
            .orElseThrow(Refused::noSuch);
    return ActResource.fresh(CaseJson.of(own)).build();
  }

  /** Declares for a round. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "declare",
      summary = "Declare that you are free of conflict in a round, but for some cases",
      description =
          "For officers, once a round, after it closed. except names the cases you keep away from,"
              + " with a ground and reasons; without it you keep away from none.")
  @APIResponse(responseCode = "201", description = "The act.")
  public Response declare(@PathParam("id") String id, byte[] body) {
    Person person = signedIn.person();
    UUID round = QueryParameters.id(id, EarlyResponses.language(asked));
    String key =
        QueryParameters.one(headers.getHeaderString("Idempotency-Key"), "Idempotency-Key", headers);
    return done(declarations.declare(person, round, asked(body, key)), round);
  }

  static ActRequest asked(byte[] body, String key) {
    byte[] json = body == null || body.length == 0 ? NOTHING : body;
    return new ActRequest(ActKind.DECLARE, json, null, key, null);
  }

  static Response done(CaseAct act, UUID round) {
    ObjectNode node = CaseJson.done(act).put("round", round.toString());
    return Response.created(URI.create("/api/rounds/" + round + "/declaration"))
        .entity(ConditionalResponses.bytes(node))
        .type(ConditionalResponses.JSON)
        .build();
  }
}
