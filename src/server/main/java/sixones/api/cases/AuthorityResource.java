package sixones.api.cases;

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
import sixones.casework.CaseRecords;
import sixones.casework.OfficePowers;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;
import sixones.representation.AuthorityJson;
import sixones.representation.CaseJson;

/** The authorities of officers: who may act in cases, by which document, until when. */
@Path("/api/authorities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authorities")
public class AuthorityResource {
  private static final String DONE = "The act.";
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  @Inject OfficePowers powers;
  @Inject CaseRecords records;
  @Inject SignedIn signedIn;
  @Context HttpHeaders headers;
  @Context RoutingContext asked;

  /** Lists the authorities. */
  @GET
  @Operation(
      operationId = "authorities",
      summary = "List the authorities, the first given first",
      description =
          "For officers, auditors and administrators: those in force, waiting, declined and ended,"
              + " with the officers one can be given to. you is the number that acts name you by.")
  @APIResponse(responseCode = "200", description = "The authorities.")
  public Response list() {
    Person person = signedIn.person();
    OfficePowers.Listed listed = powers.list(person);
    return ActResource.fresh(AuthorityJson.of(listed, records.numberOf(person))).build();
  }

  /** Proposes an authority. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "giveAuthority",
      summary = "Propose an authority for an officer",
      description =
          "For officers and administrators. acts is any of handle, confirm and recuse; document"
              + " names what it rests on. With onBehalfOf, your own number, the officer acts for"
              + " you. Another officer than you and the beneficiary has to confirm it.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response give(byte[] body) {
    return done(ActKind.GIVE_AUTHORITY, body);
  }

  /** Confirms or declines an authority. */
  @POST
  @Path("{id}/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "confirmAuthority",
      summary = "Confirm or decline an authority",
      description =
          "For officers, but not the one who proposed it or whom it is for. Needs no authority, so"
              + " that two officers can confirm each other's first. Declining needs reasons.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response confirm(@PathParam("id") String id, byte[] body) {
    return about(id, ActKind.CONFIRM, body);
  }

  /** Ends an authority. */
  @POST
  @Path("{id}/end")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "endAuthority",
      summary = "End an authority at once",
      description = "For officers and administrators, with reasons. One person is enough.")
  @APIResponse(responseCode = "201", description = DONE)
  public Response end(@PathParam("id") String id, byte[] body) {
    return about(id, ActKind.END_AUTHORITY, body);
  }

  private Response about(String id, ActKind kind, byte[] body) {
    Person person = signedIn.person();
    person.mustBe(Role.OFFICER, Role.ADMIN);
    UUID known = QueryParameters.id(id, EarlyResponses.language(asked));
    powers.mustBeThere(person, known);
    return done(kind, ActReader.about(known, orNothing(body)));
  }

  private static byte[] orNothing(byte[] body) {
    return body == null || body.length == 0 ? NOTHING : body;
  }

  private Response done(ActKind kind, byte[] body) {
    String key =
        QueryParameters.one(headers.getHeaderString("Idempotency-Key"), "Idempotency-Key", headers);
    CaseAct act =
        powers.act(signedIn.person(), new ActRequest(kind, orNothing(body), null, key, null));
    return Response.created(URI.create("/api/authorities"))
        .entity(ConditionalResponses.bytes(CaseJson.done(act)))
        .type(ConditionalResponses.JSON)
        .build();
  }
}
