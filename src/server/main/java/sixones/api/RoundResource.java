package sixones.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.bid.UnreadableDraft;
import sixones.evidence.FileOwner;
import sixones.fact.Applicant;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.people.Person;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.round.Erasure;
import sixones.round.Erasures;
import sixones.round.Round;
import sixones.round.RoundMove;
import sixones.round.Rounds;
import sixones.store.Slice;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** Rounds and their submissions. */
@Path("/api/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Rounds",
    description =
        "Calls of the programme: from draft, over announced if need be, to open, closed and"
            + " decided.")
public class RoundResource {
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject SignedIn signedIn;
  @Context HttpHeaders headers;
  @Context RoutingContext asked;
  @Inject Erasures erasures;
  @Context UriInfo address;
  @Context Request request;

  /** Lists the rounds this person may see. */
  @GET
  @Operation(operationId = "rounds", summary = "List the rounds, the newest first")
  @APIResponse(responseCode = "200", description = "A page of rounds; Link leads to the next.")
  public Response list(
      @Parameter(description = "Where the list goes on; from the Link header.")
          @QueryParam("cursor")
          String cursor,
      @Parameter(description = "1 to 200 items, 50 if left out.") @QueryParam("limit")
          String limit) {
    Language language = language();
    Person person = signedIn.person();
    Slice<Round> page =
        rounds.list(
            person,
            QueryParameters.cursor(cursor, language),
            QueryParameters.limit(limit, language));
    List<UUID> ids = page.items().stream().map(Round::id).toList();
    Map<UUID, String> procedures = rounds.procedures(person, ids);
    Map<UUID, Erasure> erased = erasures.of(person, ids);
    return ConditionalResponses.of(
        page,
        round -> StoredJson.of(round, procedures.get(round.id()), erased.get(round.id())),
        address,
        request);
  }

  /** Creates a round. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "callRound",
      summary = "Create a round",
      description =
          "For officers. A draft, unless its state says it is to be open at once, with a reason."
              + " Its bids are evaluated by ruleSetVersion, one of the versions at /api/rule-sets,"
              + " or without it by the newest version when it opens. procedure says how the cases"
              + " of its bids are to proceed: of each setting its value and the citation it rests"
              + " on; what is left out is neutral. It is frozen when the round opens.")
  @APIResponse(responseCode = "201", description = "The round.")
  public Response create(byte[] round) {
    return created(rounds.create(signedIn.person(), round));
  }

  private Response created(Round round) {
    return Response.created(URI.create("/api/rounds/" + round.id()))
        .tag(ConditionalResponses.tag(round.revision()))
        .entity(ConditionalResponses.bytes(told(round)))
        .type(ConditionalResponses.JSON)
        .build();
  }

  private ObjectNode told(Round round) {
    List<UUID> id = List.of(round.id());
    return StoredJson.of(
        round,
        rounds.procedures(signedIn.person(), id).get(round.id()),
        erasures.of(signedIn.person(), id).get(round.id()));
  }

  /** Returns a round. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "round",
      summary = "Read a round",
      description =
          "Of a round that was erased after its set time, erased says when, with the SHA-256 of its"
              + " archive and how many rows of each table went; what was of the round is answered"
              + " with 410.")
  @APIResponse(responseCode = "200", description = "The round.")
  public Response find(@PathParam("id") String id) {
    Round round = rounds.find(signedIn.person(), QueryParameters.id(id, language()));
    return ConditionalResponses.of(told(round), round.revision(), request);
  }

  /** Returns the moves of a round. */
  @GET
  @Path("{id}/moves")
  @Operation(
      operationId = "roundMoves",
      summary = "List how a round moved, the first move first",
      description = "Who opened, extended, closed and decided it, when and why.")
  @APIResponse(responseCode = "200", description = "The moves.")
  public Response moves(@PathParam("id") String id) {
    List<RoundMove> moves = rounds.moves(signedIn.person(), QueryParameters.id(id, language()));
    return ConditionalResponses.of(
        ConditionalResponses.bytes(StoredJson.list(moves, StoredJson::of)),
        ConditionalResponses.JSON,
        request);
  }

  /** Changes a round or moves it to another state. */
  @PATCH
  @Path("{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Operation(
      operationId = "changeRound",
      summary = "Change a round or move it on",
      description =
          "For officers. Members left out stay. Opening pins the version that ruleSetVersion names,"
              + " or without it the newest of the rule set; after that the deadline can only be put"
              + " off. Opening, a later deadline, closing and deciding need a reason. A round is"
              + " decided once each of its cases is at its end; the refusal names those that are"
              + " not and that you may see. With If-Match, only over that revision.")
  @APIResponse(responseCode = "200", description = "The round as it is now.")
  public Response change(@PathParam("id") String id, byte[] change) {
    Round round =
        rounds.change(
            signedIn.person(),
            QueryParameters.id(id, language()),
            change,
            QueryParameters.revision(headers));
    return Response.ok(ConditionalResponses.bytes(told(round)), ConditionalResponses.JSON)
        .tag(ConditionalResponses.tag(round.revision()))
        .build();
  }

  /** Lists the submissions of a round. */
  @GET
  @Path("{id}/submissions")
  @Operation(
      operationId = "roundSubmissions",
      summary = "List what was handed in, the newest first",
      description =
          "An applicant sees its own, auditors all, officers all but what belongs to a case that"
              + " is withheld from them.")
  @APIResponse(responseCode = "200", description = "A page of submissions.")
  public Response submissions(
      @PathParam("id") String id,
      @QueryParam("applicant") String applicant,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Language language = language();
    return ConditionalResponses.of(
        submissions.list(
            signedIn.person(),
            new Submissions.Filter(
                QueryParameters.id(id, language),
                QueryParameters.filter("applicant", applicant, Applicant.ID, language)),
            QueryParameters.cursor(cursor, language),
            QueryParameters.limit(limit, language)),
        StoredJson::of,
        address,
        request);
  }

  /** Submits a bid. */
  @POST
  @Path("{id}/submissions")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "handIn",
      summary = "Hand a bid in",
      description =
          "For applicants, between opening and deadline. Accepted and officially evaluated in one"
              + " transaction. The same Idempotency-Key with the same body is answered the same.")
  @APIResponse(responseCode = "201", description = "The receipt.")
  public Response handIn(
      @PathParam("id") String id,
      @Parameter(description = "Your own name for this submission, e.g. a UUID.", required = true)
          @HeaderParam("Idempotency-Key")
          String key,
      @Parameter(
              description =
                  "\"yes\" for a bid whose declaration says that it is not true (truthful: false);"
                      + " without it such a bid is refused. Left out for any other bid.")
          @QueryParam("declaredUntruthful")
          String declaredUntruthful,
      @Parameter(
              description =
                  "The id of the draft whose evidence files are handed in with the bid; left out,"
                      + " none are.")
          @QueryParam("filesOf")
          String filesOf,
      byte[] draft)
      throws UnreadableDraft {
    Language language = language();
    Submission accepted =
        submissions.accept(
            signedIn.person(),
            new Submissions.Handed(
                    QueryParameters.id(id, language),
                    QueryParameters.one(key, "Idempotency-Key", headers),
                    draft,
                    QueryParameters.form(headers, language),
                    QueryParameters.filter(
                            "declaredUntruthful", declaredUntruthful, QueryParameters.YES, language)
                        != null,
                    null)
                .withFilesOf(files(filesOf, language)));
    return Response.created(URI.create("/api/submissions/" + accepted.id()))
        .entity(ConditionalResponses.bytes(StoredJson.receipt(accepted)))
        .type(ConditionalResponses.JSON)
        .build();
  }

  /** Returns the draft whose files are handed in; null if it is left out. */
  private static FileOwner files(String draft, Language language) {
    UUID id = QueryParameters.filterId("filesOf", draft, language);
    return id == null ? null : FileOwner.draft(id);
  }

  private Language language() {
    return EarlyResponses.language(asked);
  }
}
