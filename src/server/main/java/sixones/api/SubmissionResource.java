package sixones.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.bid.Draft;
import sixones.fact.Applicant;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.report.Language;
import sixones.representation.EvidenceFileJson;
import sixones.representation.StoredJson;
import sixones.submission.SubmissionFiles;
import sixones.submission.Submissions;

/** The submissions, immutable. */
@Path("/api/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "What was handed in: stored to the byte, never changed.")
public class SubmissionResource {
  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
  private static final MediaType YAML = new MediaType("application", "yaml");

  @Inject Submissions submissions;
  @Inject SubmissionFiles files;
  @Inject SignedIn signedIn;
  @Context HttpHeaders headers;
  @Context RoutingContext asked;
  @Context UriInfo address;
  @Context Request request;

  /** Lists the submissions this person may see. */
  @GET
  @Operation(
      operationId = "submissions",
      summary = "List submissions, the newest first",
      description =
          "An applicant sees its own, auditors all, officers all but what belongs to a case that"
              + " is withheld from them. Without round and applicant, officers see nothing of"
              + " rounds that are closed and that they did not declare for.")
  @APIResponse(responseCode = "200", description = "A page of submissions.")
  public Response list(
      @QueryParam("round") String round,
      @QueryParam("applicant") String applicant,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Language language = language();
    return ConditionalResponses.of(
        submissions.list(
            signedIn.person(),
            new Submissions.Filter(
                QueryParameters.filterId("round", round, language),
                QueryParameters.filter("applicant", applicant, Applicant.ID, language)),
            QueryParameters.cursor(cursor, language),
            QueryParameters.limit(limit, language)),
        StoredJson::of,
        address,
        request);
  }

  /** Returns a submission. */
  @GET
  @Path("{id}")
  @Operation(operationId = "submission", summary = "Read a submission")
  @APIResponse(responseCode = "200", description = "Its receipt, and whether it was withdrawn.")
  public Response find(@PathParam("id") String id) {
    return ConditionalResponses.of(
        ConditionalResponses.bytes(StoredJson.of(submissions.find(signedIn.person(), id(id)))),
        ConditionalResponses.JSON,
        request);
  }

  /** Returns the submitted bytes. */
  @GET
  @Path("{id}/draft")
  @Produces({MediaType.APPLICATION_JSON, "application/yaml"})
  @Operation(operationId = "handedIn", summary = "Read what was handed in, to the byte")
  @APIResponse(responseCode = "200", description = "The very bytes.")
  public Response draft(@PathParam("id") String id) {
    Submissions.WithBytes found = submissions.export(signedIn.person(), id(id));
    boolean json = found.submission().content().form() == Draft.Format.JSON;
    return ConditionalResponses.of(found.bytes(), json ? JSON : YAML, request);
  }

  /** Lists the evidence files of a submission. */
  @GET
  @Path("{id}/files")
  @Operation(
      operationId = "submissionFiles",
      summary = "List the evidence files that were handed in with a bid",
      description = "entry is the place in the bid as handed in. Read a file by its digest.")
  @APIResponse(
      responseCode = "200",
      description = "The files.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      name = "example",
                      value = "{\"items\": [" + DraftFileResource.ONE + "]}")))
  public Response files(@PathParam("id") String id) {
    return ConditionalResponses.of(
        ConditionalResponses.bytes(
            StoredJson.list(files.list(signedIn.person(), id(id)), EvidenceFileJson::of)),
        ConditionalResponses.JSON,
        request);
  }

  /** Withdraws a submission. */
  @POST
  @Path("{id}/withdrawal")
  @Operation(
      operationId = "withdraw",
      summary = "Withdraw a submission",
      description =
          "For the applicant that handed it in, until the deadline. It stays on record, and"
              + " counts.")
  @APIResponse(responseCode = "200", description = "The submission, withdrawn.")
  public Response withdraw(@PathParam("id") String id) {
    return Response.ok(
            ConditionalResponses.bytes(
                StoredJson.of(submissions.withdraw(signedIn.person(), id(id)))),
            ConditionalResponses.JSON)
        .build();
  }

  private UUID id(String text) {
    return QueryParameters.id(text, language());
  }

  private Language language() {
    return EarlyResponses.language(asked);
  }
}
