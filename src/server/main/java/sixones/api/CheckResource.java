package sixones.api;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import sixones.answer.AnswerWriter;
import sixones.answer.Explanation;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDrafts;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.http.Problems;
import sixones.http.QueryParameters;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.report.json.ExplainedReport;
import sixones.report.json.JsonReport;
import sixones.round.Round;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.submission.DraftEvaluator;

/** Evaluates a draft for anybody and stores nothing. */
@Path("/api/checks")
@Tag(name = "Checks", description = "Self-check of a bid. Nothing is stored.")
public class CheckResource {
  private static final int SMALL = 16 * 1024;
  private static final MediaType JSON_UTF_8 = MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");

  /** Reads a draft, strictly or in part. */
  private interface Reading {
    Draft read(byte[] bytes, Draft.Format format, BidContract contract) throws UnreadableDraft;
  }

  /** What is asked of an explanation: the rule and the place; null for all. */
  private record Asked(String rule, String pointer) {}

  /** Writes an evaluation of a draft, in a language if one is wished. */
  private interface Body {
    byte[] of(Evaluation evaluation, Draft draft, Optional<Language> wished) throws NoRuleInForce;
  }

  private static final Body PLAIN = (evaluation, draft, wished) -> written(evaluation, wished);

  private static Body explained(Asked asked) {
    return (evaluation, draft, wished) ->
        ExplainedReport.render(
            evaluation,
            Explanation.of(
                evaluation,
                draft,
                RuleSetResource.focus(
                    evaluation.ruleSet(),
                    asked.rule(),
                    asked.pointer(),
                    wished.orElse(Language.EN))),
            wished);
  }

  @Inject Evaluations evaluations;
  @Inject RuleCounters counters;

  /**
   * Evaluates the draft in the body.
   *
   * @param asOf the day to evaluate for; today in Beijing time if absent
   * @param ruleSet a rule set, {@code id} or {@code id/version}; the one the draft names if absent
   * @param partial {@code true} to evaluate the readable places of a draft and report the others
   *     among the findings
   * @param explain {@code true} to add the conditions behind the findings
   * @param rule the id of the rule whose finding alone is explained; every rule if absent. A rule
   *     or a place asks for an explanation, unless {@code explain} says no
   * @param pointer a place; only what is at, below or around it is explained; all if absent
   * @param lang the language of the sentences; without it and without Accept-Language, the response
   *     holds ids and values only
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "check",
      summary = "Check a bid against its rule set",
      description =
          "A draft that does not meet the requirements is answered with 200 and its verdict; a"
              + " draft that cannot be read with 422 and every defect by its pointer. With"
              + " partial=true, places that cannot be read are INCOMPLETE with the value"
              + " unreadable, all defects stand in defects, and the rest is checked; 422 is left"
              + " for a document that cannot be read as a whole, or whose schema, ruleSet or"
              + " applicant cannot.")
  @APIResponse(
      responseCode = "200",
      description = "The evaluation.",
      content = @Content(mediaType = MediaType.APPLICATION_JSON))
  @APIResponse(
      responseCode = "413",
      description = "The bid is larger than 1 MiB.",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "415",
      description = "The body is neither JSON nor YAML.",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "The bid cannot be read, or names an unknown rule set.",
      content = @Content(mediaType = "application/problem+json"))
  @NonBlocking
  public Uni<Response> check(
      byte[] draft,
      @Parameter(
              description = "The date whose rules apply, e.g. 2022-06-13.",
              example = "2022-06-17")
          @QueryParam("asOf")
          String asOf,
      @Parameter(description = "A rule set, id or id/version.") @QueryParam("ruleSet")
          String ruleSet,
      @Parameter(
              description =
                  "true to check a draft some places of which cannot be read; else false.",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("partial")
          String partial,
      @Parameter(
              description =
                  "true to have each check with its conditions in the member explanation, a"
                      + " document sixones/explanation/1; else false. Of a finding on more than"
                      + " 200 entries, those that did not pass come first, and leftAt names the"
                      + " lists of the others with what to ask for.",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("explain")
          String explain,
      @Parameter(
              description = "The rule whose finding alone is explained; explain=true is implied.")
          @QueryParam("rule")
          String rule,
      @Parameter(
              description =
                  "A JSON Pointer: what is at, below or around it is explained; explain=true is"
                      + " implied.",
              example = "/list/0")
          @QueryParam("pointer")
          String pointer,
      @Parameter(description = "en or zh-CN.") @QueryParam("lang") String lang,
      @Context HttpHeaders headers) {
    Optional<Language> wished = QueryParameters.language(lang, headers);
    Language language = wished.orElse(Language.EN);
    Reading reading =
        QueryParameters.yes("partial", partial, language) ? Draft::readPartly : Draft::read;
    LocalDate day = QueryParameters.day(asOf, language);
    Draft.Format format = QueryParameters.form(headers, language);
    boolean ofOne = explain == null && (rule != null || pointer != null);
    Body body =
        ofOne || QueryParameters.yes("explain", explain, language)
            ? explained(new Asked(rule, pointer))
            : PLAIN;
    Consumer<Evaluation> counted = evaluation -> counters.count(evaluation.findings());
    Supplier<Response> answer =
        () -> answer(draft, format, reading, day, ruleSet, wished, body, counted);
    // For a draft of ordinary size, switching to a worker thread takes longer than the evaluation.
    return draft.length <= SMALL
        ? Uni.createFrom().item(answer)
        : Uni.createFrom().item(answer).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /**
   * Evaluates a working draft; leaves no trace in the metrics, because a working draft is private.
   */
  Response answer(
      byte[] draft,
      Draft.Format format,
      String asOf,
      String ruleSet,
      String lang,
      HttpHeaders headers) {
    Optional<Language> wished = QueryParameters.language(lang, headers);
    LocalDate day = QueryParameters.day(asOf, wished.orElse(Language.EN));
    return answer(draft, format, Draft::read, day, ruleSet, wished, PLAIN, evaluation -> {});
  }

  /**
   * Evaluates a working draft by the rules and, unless another is asked for, the day of a round.
   */
  Response answer(
      WorkingDrafts.Text text,
      Round round,
      Optional<DraftEvaluator> evaluator,
      Optional<RuleSet> rules,
      String asOf,
      String lang,
      HttpHeaders headers) {
    Optional<Language> wished = QueryParameters.language(lang, headers);
    LocalDate asked = QueryParameters.day(asOf, wished.orElse(Language.EN));
    LocalDate day = asked == null ? round.evaluationDay() : asked;
    Run run =
        () -> {
          String named = Draft.ruleSetOf(text.bytes(), text.form());
          boolean isOfRound = named.equals(round.ruleSet());
          if (isOfRound && evaluator.isPresent()) {
            Draft.read(text.bytes(), text.form(), rules.orElseThrow().contract());
            return written(evaluator.get().evaluate(text.bytes(), text.form(), day), wished);
          }
          RuleSet newest = evaluations.find(named);
          Draft draft = Draft.read(text.bytes(), text.form(), newest.contract());
          return written(
              evaluations.run(
                  draft, isOfRound ? day : asked == null ? evaluations.today() : asked, newest),
              wished);
        };
    return answer(run, null, wished);
  }

  private Response answer(
      byte[] bytes,
      Draft.Format format,
      Reading reading,
      LocalDate day,
      String ruleSet,
      Optional<Language> wished,
      Body body,
      Consumer<Evaluation> seen) {
    Run run =
        () -> {
          RuleSet rules = evaluations.ruleSetOf(bytes, format, ruleSet);
          Draft draft = reading.read(bytes, format, rules.contract());
          Evaluation evaluation =
              evaluations.run(draft, day == null ? evaluations.today() : day, rules);
          seen.accept(evaluation);
          return body.of(evaluation, draft, wished);
        };
    return answer(run, ruleSet, wished);
  }

  /** Gives the body of an answer. */
  private interface Run {
    byte[] body() throws UnreadableDraft, UnknownRuleSet, NoRuleInForce;
  }

  private static byte[] written(Evaluation evaluation, Optional<Language> wished) {
    return wished.isPresent()
        ? JsonReport.render(evaluation, wished.get())
        : AnswerWriter.write(evaluation);
  }

  private static Response answer(Run run, String ruleSet, Optional<Language> wished) {
    Language language = wished.orElse(Language.EN);
    try {
      return Response.ok(run.body(), JSON_UTF_8)
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (UnreadableDraft e) {
      throw Problems.thrown(Problem.of(e, language));
    } catch (UnknownRuleSet e) {
      throw Problems.thrown(Problem.of(e, ruleSet == null ? "/ruleSet" : "", language));
    } catch (NoRuleInForce e) {
      throw Problems.thrown(Problem.of(e, language));
    }
  }

  /** Returns what evaluates drafts by one version of a rule set. */
  DraftEvaluator by(RuleSet rules) {
    return (bytes, form, day) ->
        evaluations.run(Draft.readPartly(bytes, form, rules.contract()), day, rules);
  }
}
