package sixones.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.audit.AuditEntries;
import sixones.fact.Applicant;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.representation.AuditEntryJson;

/** The audit trail. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what to what, and when; never what a bid says.")
public class AuditResource {
  @Inject AuditEntries entries;
  @Inject SignedIn signedIn;
  @Context RoutingContext asked;
  @Context UriInfo address;
  @Context Request request;

  /** Returns the entries this person may see. */
  @GET
  @Operation(
      operationId = "audit",
      summary = "List audit entries, the newest first",
      description =
          "Auditors and administrators see all, an applicant those on what is its own. Filters narrow"
              + " together.")
  @APIResponse(responseCode = "200", description = "A page of entries; Link leads to the next.")
  public Response list(
      @Parameter(description = "What was done, e.g. round-moved.") @QueryParam("act") String act,
      @Parameter(description = "The number of who did it.") @QueryParam("person") String person,
      @Parameter(description = "round, submission, evaluation, person or address.")
          @QueryParam("kind")
          String kind,
      @Parameter(description = "The id of what it was done to.") @QueryParam("on") String on,
      @QueryParam("applicant") String applicant,
      @Parameter(
              description = "The first instant, with its offset.",
              example = "2022-06-17T00:00:00+08:00")
          @QueryParam("from")
          String from,
      @Parameter(description = "The first instant after, with its offset.") @QueryParam("until")
          String until,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Person reader = signedIn.person();
    reader.mustBe(Role.APPLICANT, Role.AUDITOR, Role.ADMIN);
    Language language = EarlyResponses.language(asked);
    String number = QueryParameters.filter("person", person, QueryParameters.NUMBER, language);
    AuditEntries.Filter filter =
        new AuditEntries.Filter(
            QueryParameters.filterAct(act, language),
            number == null ? null : Long.valueOf(number),
            null,
            QueryParameters.filter("kind", kind, QueryParameters.KIND, language),
            on,
            QueryParameters.filter("applicant", applicant, Applicant.ID, language),
            QueryParameters.filterInstant("from", from, language),
            QueryParameters.filterInstant("until", until, language));
    return ConditionalResponses.of(
        entries.list(
            reader.reader(),
            filter,
            QueryParameters.cursor(cursor, language),
            QueryParameters.limit(limit, language)),
        AuditEntryJson::of,
        address,
        request);
  }
}
