package sixones.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.Occasion;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.Problems;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.submission.RoundEvaluators;

/** The working drafts of an applicant; for anybody else none exist. */
@Path("/api/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Drafts",
    description = "The drafts an applicant keeps for itself until it hands one in.")
public class DraftResource {
  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
  private static final MediaType YAML = new MediaType("application", "yaml");
  private static final String NO_ROOM =
      "The applicant may keep no more: the problem says how much, what is kept and what to do.";

  @Inject WorkingDrafts drafts;
  @Inject Rounds rounds;
  @Inject RoundEvaluators evaluators;
  @Inject CheckResource checks;
  @Inject SignedIn signedIn;
  @Context HttpHeaders headers;
  @Context RoutingContext asked;
  @Context UriInfo address;
  @Context Request request;

  /** Lists the applicant's drafts. */
  @GET
  @Operation(operationId = "drafts", summary = "List your drafts, the last saved first")
  @APIResponse(responseCode = "200", description = "A page of drafts.")
  public Response list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    Language language = language();
    return ConditionalResponses.of(
        drafts.list(
            signedIn.person(),
            QueryParameters.cursor(cursor, language),
            QueryParameters.limit(limit, language)),
        StoredJson::of,
        address,
        request);
  }

  /** Creates a draft. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "beginDraft",
      summary = "Create a draft",
      description =
          "Any text in UTF-8 of at most 1 MiB is saved, whether it can be read as a bid or not"
              + " yet.")
  @APIResponse(responseCode = "201", description = "The draft; its bytes are at its address.")
  @APIResponse(responseCode = "409", description = NO_ROOM)
  public Response create(
      @Parameter(description = "What you call it.", required = true) @QueryParam("name")
          String name,
      @Parameter(description = "The round it is written for; left out, none.") @QueryParam("round")
          String round,
      byte[] text) {
    WorkingDraft draft = drafts.create(signedIn.person(), name, text(text), round(round));
    return withDraft(Response.created(URI.create("/api/drafts/" + draft.id())), draft);
  }

  private static Response withDraft(Response.ResponseBuilder answer, WorkingDraft draft) {
    return answer
        .tag(ConditionalResponses.tag(draft.revision()))
        .entity(ConditionalResponses.bytes(StoredJson.of(draft)))
        .type(ConditionalResponses.JSON)
        .build();
  }

  /** Returns the draft's bytes. */
  @GET
  @Path("{id}")
  @Produces({MediaType.APPLICATION_JSON, "application/yaml"})
  @Operation(operationId = "draft", summary = "Read a draft, to the byte")
  @APIResponse(responseCode = "200", description = "The very bytes; the ETag names the revision.")
  public Response find(@PathParam("id") String id) {
    WorkingDrafts.Saved saved = drafts.read(signedIn.person(), id(id));
    boolean json = saved.text().form() == Draft.Format.JSON;
    return ConditionalResponses.of(
        saved.text().bytes(),
        json ? JSON : YAML,
        ConditionalResponses.tag(saved.draft().revision()),
        request);
  }

  /** Saves a draft. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "saveDraft",
      summary = "Save a draft over the revision you read",
      description =
          "Needs If-Match with the ETag you read. The text before stays among the earlier savings"
              + " on the draft's page.")
  @APIResponse(responseCode = "200", description = "The draft; its ETag names the new revision.")
  @APIResponse(responseCode = "409", description = NO_ROOM)
  public Response save(
      @PathParam("id") String id,
      @Parameter(description = "Another name; left out, it keeps its own.") @QueryParam("name")
          String name,
      @Parameter(description = "The round it is written for, or none; left out, it keeps its own.")
          @QueryParam("round")
          String round,
      byte[] text) {
    Person person = signedIn.person();
    UUID known = id(id);
    drafts.find(person, known);
    UUID writtenFor = round(round);
    if (writtenFor != null) {
      rounds.find(person, writtenFor);
    }
    WorkingDrafts.Replacement replacement = WorkingDrafts.Replacement.of(text(text), Occasion.LOAD);
    WorkingDraft saved = drafts.replace(person, known, revision(), name, replacement).draft();
    return withDraft(
        Response.ok(), round == null ? saved : drafts.setRound(person, known, writtenFor));
  }

  /** Deletes a draft. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "throwDraftAway",
      summary = "Delete a draft",
      description = "Needs If-Match with the ETag you read.")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public Response delete(@PathParam("id") String id) {
    Person person = signedIn.person();
    UUID known = id(id);
    drafts.find(person, known);
    drafts.delete(person, known, revision());
    return Response.noContent().build();
  }

  /** Evaluates a draft as saved. */
  @POST
  @Path("{id}/checks")
  @Operation(
      operationId = "checkDraft",
      summary = "Check a draft as it is saved",
      description =
          "By the rules and the day of the round the draft names, unless asOf or ruleSet say"
              + " otherwise; else the same answer as a self-check of its bytes.")
  @APIResponse(responseCode = "200", description = "The evaluation.")
  public Response check(
      @PathParam("id") String id,
      @QueryParam("asOf") String asOf,
      @QueryParam("ruleSet") String ruleSet,
      @QueryParam("lang") String lang) {
    Person person = signedIn.person();
    WorkingDrafts.Saved saved = drafts.read(person, id(id));
    WorkingDrafts.Text text = saved.text();
    if (saved.draft().round() != null && ruleSet == null) {
      Round round = rounds.find(person, saved.draft().round());
      return checks.answer(
          text,
          round,
          evaluators.of(person, round, checks::by),
          evaluators.rules(person, round),
          asOf,
          lang,
          headers);
    }
    return checks.answer(text.bytes(), text.form(), asOf, ruleSet, lang, headers);
  }

  private WorkingDrafts.Text text(byte[] bytes) {
    Language language = language();
    try {
      Draft.mustBeText(bytes);
    } catch (UnreadableDraft e) {
      throw Problems.thrown(Problem.of(e, language));
    }
    return new WorkingDrafts.Text(QueryParameters.form(headers, language), bytes);
  }

  /** Parses the round a draft is written for; null if it is left out or {@code none}. */
  private UUID round(String text) {
    return text == null || text.equals("none") ? null : id(text);
  }

  private int revision() {
    Integer revision = QueryParameters.revision(headers);
    if (revision == null) {
      throw Problems.thrown(Problem.of("no-if-match", 428, language(), Map.of()));
    }
    return revision;
  }

  private UUID id(String text) {
    return QueryParameters.id(text, language());
  }

  private Language language() {
    return EarlyResponses.language(asked);
  }
}
