package sixones.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
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
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.report.json.RuleBook;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/**
 * Adds examples to the OpenAPI document: packed bids and the responses that this service gives to
 * them.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiExamples implements OASFilter {
  private static final String RULE_SET = "sichuan-2022-cities";
  private static final String BIDS = "/examples/" + RULE_SET + "/bids/";
  private static final LocalDate DAY = LocalDate.of(2022, 6, 17);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void filterOpenAPI(OpenAPI api) {
    try {
      RuleSets ruleSets = RuleSets.bundled();
      RuleSet sichuan = ruleSets.find(RULE_SET).orElseThrow();
      addCheck(api.getPaths().getPathItem("/api/checks").getPOST(), ruleSets);
      example(get(api, ""), "application/json", RuleBook.list(ruleSets.all()));
      example(
          get(api, "/{id}/{version}/rules/{rule}"),
          "application/json",
          RuleBook.of(sichuan, sichuan.rules().get("park-level"), DAY));
    } catch (IOException | UnreadableDraft e) {
      throw new IllegalStateException("the examples are part of the application", e);
    }
  }

  private static Operation get(OpenAPI api, String below) {
    return api.getPaths().getPathItem("/api/rule-sets" + below).getGET();
  }

  private static void addCheck(Operation check, RuleSets ruleSets)
      throws IOException, UnreadableDraft {
    JsonNode schema = BidContract.schema();
    Content body = OASFactory.createContent();
    for (String type : new String[] {"application/json", "application/yaml"}) {
      MediaType media = OASFactory.createMediaType();
      media.setSchema(
          OASFactory.createSchema()
              .type(List.of(Schema.SchemaType.OBJECT))
              .description(
                  schema.path("description").asText() + " The whole schema: /api/schemas/bid."));
      body.addMediaType(type, media);
    }
    MediaType json = body.getMediaType("application/json");
    MediaType answer =
        check.getResponses().getAPIResponse("200").getContent().getMediaType("application/json");
    Evaluations evaluations = new Evaluations(ruleSets, Clock.systemUTC());
    for (String name :
        new String[] {"chengdu-2022", "deyang-2022", "sample-met", "sample-not-met"}) {
      byte[] bytes = bytes(BIDS + name + "/bid.json");
      json.addExample(name, OASFactory.createExample().value(MAPPER.readTree(bytes)));
      Draft draft = Draft.read(bytes, Draft.Format.JSON);
      answer.addExample(name, OASFactory.createExample().value(answer(evaluations, draft)));
    }
    check.setRequestBody(OASFactory.createRequestBody().required(true).content(body));
    unreadable(check);
  }

  private static void unreadable(Operation check) {
    byte[] wrong =
        "{\"schema\":\"sixones/bid/1\",\"city\":{\"code\":510100}}"
            .getBytes(StandardCharsets.UTF_8);
    try {
      Draft.read(wrong, Draft.Format.JSON);
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

  private static JsonNode answer(Evaluations evaluations, Draft draft) throws IOException {
    try {
      Evaluation evaluation = evaluations.run(draft, DAY);
      return MAPPER.readTree(AnswerWriter.write(evaluation));
    } catch (UnknownRuleSet | NoRuleInForce e) {
      throw new IllegalStateException("the examples name a rule set of this application", e);
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

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = OpenApiExamples.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }
}
