package sixones.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.evaluation.Evaluations;
import sixones.finding.Focus;
import sixones.http.EarlyResponses;
import sixones.http.Problems;
import sixones.http.QueryParameters;
import sixones.library.RuleLibrary;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.report.json.RuleBook;
import sixones.report.json.RuleSetChanges;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetDifference;

/** The rule sets with their rules. */
@Path("/api/rule-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Rule sets",
    description =
        "What is required, on which source, and how this system reads it (not an official"
            + " interpretation).")
public class RuleSetResource {
  @Inject RuleLibrary ruleSets;
  @Inject Evaluations evaluations;
  @Context RoutingContext asked;

  /** Lists every version of every rule set, pinned ones of earlier releases included. */
  @GET
  @Operation(operationId = "ruleSets", summary = "List the rule sets")
  @APIResponse(
      responseCode = "200",
      description =
          "The rule sets, the newest version of each first; then those that only rounds of earlier"
              + " releases pin.")
  public JsonNode list() {
    return RuleBook.list(ruleSets.all());
  }

  /** Returns one version with its requirements, rules, citations and parameters. */
  @GET
  @Path("{id}/{version}")
  @Operation(operationId = "ruleSet", summary = "Read one version of a rule set")
  @APIResponse(responseCode = "200", description = "The rule set.")
  @APIResponse(
      responseCode = "404",
      description = "There is no such version.",
      content = @Content(mediaType = "application/problem+json"))
  public JsonNode ruleSet(@PathParam("id") String id, @PathParam("version") String version) {
    return RuleBook.of(find(ruleSets, id, version, asked));
  }

  /** Returns one rule: its messages, citation, parameters in force and DRL. */
  @GET
  @Path("{id}/{version}/rules/{rule}")
  @Operation(
      operationId = "rule",
      summary = "Read one rule",
      description =
          "Its words in both languages, its citation, the parameters it reads with their values in"
              + " force on a day, and its source.")
  @APIResponse(responseCode = "200", description = "The rule.")
  @APIResponse(
      responseCode = "404",
      description = "There is no such rule.",
      content = @Content(mediaType = "application/problem+json"))
  public JsonNode rule(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @PathParam("rule") String rule,
      @Parameter(
              description = "The date, today in Beijing time if left out.",
              example = "2022-06-17")
          @QueryParam("asOf")
          String asOf) {
    RuleSet set = find(ruleSets, id, version, asked);
    LocalDate day = QueryParameters.day(asOf, language());
    Rule found = set.rules().get(rule);
    if (found == null) {
      Map<String, Object> values = Map.of("name", rule, "ruleSet", id + "/" + version);
      throw Problems.thrown(Problem.of("no-such-rule", 404, language(), values));
    }
    return RuleBook.of(set, found, day == null ? evaluations.today() : day);
  }

  /** Returns the rules and verdicts that depend on a member of a bid. */
  @GET
  @Path("{id}/{version}/members/{pointer:.+}")
  @Operation(
      operationId = "member",
      summary = "Read why a member of a bid is asked for",
      description =
          "The rules that judge the member or compare what is derived from it, and the verdicts"
              + " they can change. An index of a list stands for all of its entries.")
  @APIResponse(responseCode = "200", description = "The rules and verdicts.")
  @APIResponse(
      responseCode = "404",
      description = "A bid has no such member.",
      content = @Content(mediaType = "application/problem+json"))
  public JsonNode member(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Parameter(description = "A JSON Pointer without its first slash.", example = "parks/0/level")
          @PathParam("pointer")
          String pointer) {
    RuleSet set = find(ruleSets, id, version, asked);
    return RuleBook.member(set, "/" + pointer)
        .orElseThrow(
            () -> {
              Map<String, Object> values = Map.of("pointer", "/" + pointer);
              return Problems.thrown(
                  Problem.of("no-such-member", 404, EarlyResponses.language(asked), values));
            });
  }

  /** Returns what changed between two versions. */
  @GET
  @Path("{id}/{version}/changes")
  @Operation(
      operationId = "ruleSetChanges",
      summary = "Compare two versions of a rule set",
      description =
          "The rules, words, parameters, citations and applicants that were added, removed or"
              + " changed, and the places where the contract of a bid differs.")
  @APIResponse(responseCode = "200", description = "What changed.")
  @APIResponse(
      responseCode = "404",
      description = "There is no such version, or none before it.",
      content = @Content(mediaType = "application/problem+json"))
  public JsonNode changes(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Parameter(
              description = "The version to compare with; the one before if left out.",
              example = "2022.2")
          @QueryParam("from")
          String from) {
    RuleSet after = find(ruleSets, id, version, asked);
    RuleSet before = from == null ? before(after) : find(ruleSets, id, from, asked);
    return RuleSetChanges.of(RuleSetDifference.between(before, after));
  }

  private RuleSet before(RuleSet after) {
    return RuleLibrary.before(RuleLibrary.versions(ruleSets.all(), after.id()), after)
        .orElseThrow(
            () -> {
              Map<String, Object> values = Map.of("name", after.id() + "/" + after.version());
              return Problems.thrown(
                  Problem.of("no-earlier-version", 404, EarlyResponses.language(asked), values));
            });
  }

  /**
   * Returns what is asked of an explanation; a problem if there is no such rule or member.
   *
   * @param rule the id of a rule; null for every rule
   * @param pointer a JSON Pointer into a bid; null for all
   */
  static Focus focus(RuleSet set, String rule, String pointer, Language language) {
    Problem.ofSubject(set, rule, pointer, language)
        .ifPresent(
            problem -> {
              throw Problems.thrown(problem);
            });
    return Focus.of(rule, pointer);
  }

  /** Finds one version of a rule set; a problem if there is none. */
  static RuleSet find(RuleLibrary ruleSets, String id, String version, RoutingContext asked) {
    return ruleSets
        .find(id, version)
        .orElseThrow(
            () -> {
              List<String> known =
                  ruleSets.all().stream().map(set -> set.id() + "/" + set.version()).toList();
              Map<String, Object> values = Map.of("name", id + "/" + version, "known", known);
              return Problems.thrown(
                  Problem.of("unknown-rule-set", 404, EarlyResponses.language(asked), values));
            });
  }

  private Language language() {
    return EarlyResponses.language(asked);
  }
}
