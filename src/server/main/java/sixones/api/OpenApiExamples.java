package sixones.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import sixones.answer.AnswerWriter;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.report.json.RuleBook;
import sixones.rule.Rule;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/**
 * Adds examples to the OpenAPI document: packed bids and the responses that this service gives to
 * them.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiExamples implements OASFilter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void filterOpenAPI(OpenAPI api) {
    try {
      RuleSets ruleSets = RuleSets.bundled();
      RuleSet set = ruleSets.newest().get(0);
      List<PackedBid> bids = PackedBid.of(ruleSets.folder(set));
      Rule rule =
          set.rules().values().stream()
              .filter(each -> !each.parameters().isEmpty())
              .findFirst()
              .orElseThrow();
      addCheck(api.getPaths().getPathItem("/api/checks").getPOST(), ruleSets, set, bids);
      example(get(api, ""), "application/json", RuleBook.list(ruleSets.all()));
      example(
          get(api, "/{id}/{version}/rules/{rule}"),
          "application/json",
          RuleBook.of(set, rule, bids.get(0).day()));
      Map<String, String> names =
          Map.of("id", set.id(), "version", set.version(), "rule", rule.id());
      api.getPaths().getPathItems().entrySet().stream()
          .filter(path -> path.getKey().matches("/api/(rule-sets|schemas)/.*"))
          .forEach(path -> name(path.getValue().getGET(), names));
    } catch (IOException | UnreadableDraft e) {
      throw new IllegalStateException("the examples are part of the application", e);
    }
  }

  private static void name(Operation operation, Map<String, String> examples) {
    if (operation != null && operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(parameter -> examples.containsKey(parameter.getName()))
          .forEach(parameter -> parameter.setExample(examples.get(parameter.getName())));
    }
  }

  private static Operation get(OpenAPI api, String below) {
    return api.getPaths().getPathItem("/api/rule-sets" + below).getGET();
  }

  private static void addCheck(
      Operation check, RuleSets ruleSets, RuleSet set, List<PackedBid> bids)
      throws IOException, UnreadableDraft {
    JsonNode schema = set.contract().schema();
    Content body = OASFactory.createContent();
    for (String type : new String[] {"application/json", "application/yaml"}) {
      MediaType media = OASFactory.createMediaType();
      media.setSchema(
          OASFactory.createSchema()
              .type(List.of(Schema.SchemaType.OBJECT))
              .description(
                  schema.path("description").asText()
                      + " The whole schema: /api/schemas/{id}/{version}."));
      body.addMediaType(type, media);
    }
    MediaType json = body.getMediaType("application/json");
    MediaType answer =
        check.getResponses().getAPIResponse("200").getContent().getMediaType("application/json");
    Evaluations evaluations = new Evaluations(ruleSets, Clock.systemUTC());
    // One day for all, so that every example can be tried with one asOf.
    LocalDate day = bids.stream().map(PackedBid::day).max(LocalDate::compareTo).orElseThrow();
    for (PackedBid bid : bids) {
      json.addExample(bid.name(), OASFactory.createExample().value(MAPPER.readTree(bid.bytes())));
      Draft draft = Draft.read(bid.bytes(), Draft.Format.JSON, set.contract());
      answer.addExample(
          bid.name(), OASFactory.createExample().value(answer(evaluations, draft, day, set)));
    }
    check.setRequestBody(OASFactory.createRequestBody().required(true).content(body));
    unreadable(check, set);
  }

  /** A bid that says nothing but for which rule set it is. */
  private static void unreadable(Operation check, RuleSet set) {
    byte[] wrong =
        MAPPER
            .createObjectNode()
            .put("schema", set.contract().schemaName())
            .put("ruleSet", set.id())
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    try {
      Draft.read(wrong, Draft.Format.JSON, set.contract());
    } catch (UnreadableDraft e) {
      ObjectNode body = Problem.of(e, Language.EN).body();
      check
          .getResponses()
          .getAPIResponse("422")
          .getContent()
          .getMediaType("application/problem+json")
          .addExample("unreadable", OASFactory.createExample().value(body));
    }
  }

  private static JsonNode answer(Evaluations evaluations, Draft draft, LocalDate day, RuleSet set)
      throws IOException {
    try {
      Evaluation evaluation = evaluations.run(draft, day, set);
      return MAPPER.readTree(AnswerWriter.write(evaluation));
    } catch (NoRuleInForce e) {
      throw new IllegalStateException("the examples name a day of their rules", e);
    }
  }

  private static void example(Operation operation, String type, JsonNode value) {
    Content content = OASFactory.createContent();
    content.addMediaType(
        type,
        OASFactory.createMediaType()
            .examples(Map.of("example", OASFactory.createExample().value(value))));
    operation.getResponses().getAPIResponse("200").setContent(content);
  }
}
