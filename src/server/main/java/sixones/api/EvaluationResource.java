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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.answer.Explanation;
import sixones.answer.ExplanationWriter;
import sixones.fact.Applicant;
import sixones.finding.Focus;
import sixones.http.ConditionalResponses;
import sixones.http.EarlyResponses;
import sixones.http.QueryParameters;
import sixones.http.SignedIn;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.overview.RoundEvaluations;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.json.ExplainedReport;
import sixones.report.json.JsonReport;
import sixones.representation.StoredJson;
import sixones.ruleset.RuleSet;

/** The official evaluations: their stored answers, and replay. */
@Path("/api/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations", description = "Official evaluations: stored, and run again.")
public class EvaluationResource {
  @Inject RoundEvaluations evaluations;
  @Inject SignedIn signedIn;
  @Context HttpHeaders headers;
  @Context RoutingContext asked;
  @Context UriInfo address;
  @Context Request request;

  /** Lists the evaluations this person may see. */
  @GET
  @Operation(
      operationId = "evaluations",
      summary = "List evaluations, the newest first",
      description =
          "An applicant sees its own, auditors all, officers all but what belongs to a case that"
              + " is withheld from them. Without round and applicant, officers see nothing of"
              + " rounds that are closed and that they did not declare for.")
  @APIResponse(responseCode = "200", description = "A page of evaluations, without their answers.")
  public Response list(
      @QueryParam("round") String round,
      @QueryParam("applicant") String applicant,
      @Parameter(description = "A rule set, id or id/version.") @QueryParam("ruleSet")
          String ruleSet,
      @Parameter(description = "MET, NOT_MET or OPEN.") @QueryParam("verdict") String verdict,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Person person = signedIn.person();
    Language language = language();
    String code = QueryParameters.filter("applicant", applicant, Applicant.ID, language);
    OfficialEvaluations.Filter filter =
        new OfficialEvaluations.Filter(
            QueryParameters.filterId("round", round, language),
            code == null ? null : Set.of(code),
            QueryParameters.filter("ruleSet", ruleSet, QueryParameters.RULE_SET, language),
            QueryParameters.filterVerdict(verdict, language));
    return ConditionalResponses.of(
        evaluations.list(
            person,
            filter,
            QueryParameters.cursor(cursor, language),
            QueryParameters.limit(limit, language)),
        StoredJson::of,
        address,
        request);
  }

  /** Returns the stored answer. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "evaluation",
      summary = "Read an evaluation",
      description =
          "Without a language the answer as it was given, byte for byte what a self-check of the"
              + " same draft gives; with one, the same with sentences in that language.")
  @APIResponse(responseCode = "200", description = "The answer.")
  public Response find(@PathParam("id") String id, @QueryParam("lang") String lang) {
    Person person = signedIn.person();
    Optional<Language> wished = QueryParameters.language(lang, headers);
    UUID known = QueryParameters.id(id, language());
    byte[] body =
        wished.isPresent()
            ? JsonReport.render(evaluations.explained(person, known), wished.get())
            : evaluations.read(person, known).body();
    return ConditionalResponses.of(body, ConditionalResponses.JSON, request);
  }

  /** Replays an evaluation. */
  @POST
  @Path("{id}/replay")
  @Operation(
      operationId = "replay",
      summary = "Run an evaluation again",
      description =
          "With the kept bytes, rule set and day, by the engine that made it. The result is"
              + " identical; other-program, if another program made it; or changed, with the names"
              + " of what is kept and no longer is as it was. Where the answers differ first is"
              + " told in any case.")
  @APIResponse(responseCode = "200", description = "What came of it.")
  public Response replay(@PathParam("id") String id) {
    Person person = signedIn.person();
    UUID known = QueryParameters.id(id, language());
    OfficialEvaluation evaluation = evaluations.find(person, known);
    return Response.ok(
            ConditionalResponses.bytes(
                StoredJson.of(evaluation, evaluations.replay(person, known))),
            ConditionalResponses.JSON)
        .build();
  }

  /** Explains an evaluation. */
  @POST
  @Path("{id}/explain")
  @Operation(
      operationId = "explain",
      summary = "Explain an evaluation by the conditions of its checks",
      description =
          "Asked of the engine that made it, with the kept bytes, rule set and day; recorded in the"
              + " audit log. The document sixones/explanation/1 has every check of every finding"
              + " with its conditions one by one: the member of the bid, the parameter in force,"
              + " and whether it holds, fails or is undecided; with a language, with sentences. Its"
              + " answer is the digest of the answer that it explains. Of a finding on more than"
              + " 200 entries, those that did not pass come first, and leftAt names the lists of"
              + " the others with what to ask for.")
  @APIResponse(responseCode = "200", description = "The explanation.")
  @APIResponse(
      responseCode = "404",
      description = "There is no such evaluation, rule or member.",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "409",
      description = "The engine that made the evaluation is older than explanations.")
  public Response explain(
      @PathParam("id") String id,
      @Parameter(description = "The rule whose finding alone is explained.") @QueryParam("rule")
          String rule,
      @Parameter(
              description = "A JSON Pointer: what is at, below or around it is explained.",
              example = "/list/0")
          @QueryParam("pointer")
          String pointer,
      @QueryParam("lang") String lang) {
    Person person = signedIn.person();
    Optional<Language> wished = QueryParameters.language(lang, headers);
    UUID known = QueryParameters.id(id, language());
    RuleSet rules = evaluations.rules(person, known);
    Focus focus = RuleSetResource.focus(rules, rule, pointer, wished.orElseGet(this::language));
    Explanation explanation = evaluations.explanation(person, known, focus);
    byte[] body =
        wished.isPresent()
            ? ExplainedReport.render(explanation, rules, wished.get())
            : ExplanationWriter.write(explanation);
    return Response.ok(body, ConditionalResponses.JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Language language() {
    return EarlyResponses.language(asked);
  }
}
