package sixones.api.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import sixones.proceeding.permission.Permission;

/** Adds to the OpenAPI document the headers that acts need, and bodies as they can be sent. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiCases implements OASFilter {
  private static final Set<String> WITHOUT_REVISION =
      Set.of(
          "declare",
          "declareByCase",
          "giveAuthority",
          "confirmAuthority",
          "endAuthority",
          "addCaseFile",
          "openProposal");
  private static final String REASONS = "{\"zh\": \"已核对备案材料，与所述一致\"}";
  private static final String TERM =
      "{\"start\": \"2026-03-02\", \"amount\": 10, \"unit\": \"working-day\","
          + " \"firstDayCounts\": false}";
  private static final String ID = "\"7c9e6679-7425-40de-944b-e07fc1f90ae7\"";

  /** Bodies by operation. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(
              "determine",
              "{\"rule\": \"a-rule\", \"pointer\": \"/list/2\", \"to\": \"PASS\", \"reasonCode\":"
                  + " \"evidence-seen\", \"reasons\": "
                  + REASONS
                  + ", \"evidence\": [{\"title\": \"批复\", \"address\":"
                  + " \"https://example.org/12\"}], \"lookedAt\": [\"/list/2\"], \"expires\":"
                  + " \"2027-06-30\"}"),
          Map.entry(
              "proposeNotice",
              "{\"items\": [{\"kind\": \"missing\", \"rule\": \"a-rule\", \"pointers\":"
                  + " [\"/list/2/name\"]}], \"dropped\": [], \"term\": "
                  + TERM
                  + "}"),
          Map.entry(
              "widenNotice",
              "{\"notice\": "
                  + ID
                  + ", \"mayChange\": [\"/list/*\"], \"reasons\": "
                  + REASONS
                  + "}"),
          Map.entry(
              "extendNotice",
              "{\"notice\": " + ID + ", \"term\": " + TERM + ", \"reasons\": " + REASONS + "}"),
          Map.entry(
              "decideCase",
              "{\"kind\": \"decide\", \"listed\": true, \"leaders\": {\"body\": \"办公会议\", \"day\":"
                  + " \"2026-05-12\", \"minutes\": \"7\"}}"),
          Map.entry("closeCase", "{\"notice\": " + ID + ", \"reasons\": " + REASONS + "}"),
          Map.entry("recordLapse", "{\"notice\": " + ID + "}"),
          Map.entry("reopenCase", "{\"ground\": \"own-error\", \"reasons\": " + REASONS + "}"),
          Map.entry("giveUp", "{}"),
          Map.entry("takeCase", "{}"),
          Map.entry(
              "recuse", "{\"person\": 17, \"ground\": \"kin\", \"reasons\": " + REASONS + "}"),
          Map.entry("endRecusal", "{\"person\": 17, \"reasons\": " + REASONS + "}"),
          Map.entry("decideRecusal", "{\"answer\": \"yes\", \"reasons\": " + REASONS + "}"),
          Map.entry("declare", declared()),
          Map.entry("declareByCase", declared()),
          Map.entry(
              "giveAuthority",
              "{\"person\": 17, \"acts\": [\"handle\", \"confirm\"], \"from\": \"2026-03-01\","
                  + " \"document\": \"〔2026〕3号\"}"),
          Map.entry("endAuthority", "{\"reasons\": " + REASONS + "}"));

  private static String declared() {
    return "{\"except\": [{\"case\": "
        + ID
        + ", \"ground\": \"kin\", \"reasons\": "
        + REASONS
        + "}]}";
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.getPaths().getPathItems().values().forEach(OpenApiCases::complete);
    ObjectNode table = JsonNodeFactory.instance.objectNode();
    table.set("items", Permission.json());
    api.getPaths()
        .getPathItem("/api/permissions")
        .getGET()
        .getResponses()
        .getAPIResponse("200")
        .setContent(content(table));
  }

  private static void complete(PathItem item) {
    Operation post = item.getPOST();
    boolean ours =
        post != null
            && post.getTags() != null
            && (post.getTags().contains("Cases") || post.getTags().contains("Authorities"));
    if (!ours) {
      return;
    }
    if (!post.getOperationId().equals("openProposal")) {
      post.addParameter(
          header(
              "Idempotency-Key", "Your own name for this act, e.g. a UUID; repeats answer alike."));
    }
    if (!WITHOUT_REVISION.contains(post.getOperationId())) {
      post.addParameter(header("If-Match", "The ETag of the case as you read it."));
      if (!post.getOperationId().equals("replyToNotice")) {
        post.addParameter(
            OASFactory.createParameter()
                .name("onBehalfOf")
                .in(Parameter.In.QUERY)
                .description("The number of the officer you act for; left out, in your own right.")
                .schema(OASFactory.createSchema()));
      }
    }
    String body =
        post.getOperationId().startsWith("confirm")
            ? "{\"answer\": \"yes\"}"
            : post.getOperationId().startsWith("withdraw")
                ? "{\"reasons\": " + REASONS + "}"
                : BODIES.get(post.getOperationId());
    if (body != null) {
      post.setRequestBody(
          OASFactory.createRequestBody().required(true).content(content(read(body))));
    }
  }

  private static Parameter header(String name, String description) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .required(true)
        .description(description)
        .schema(OASFactory.createSchema());
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("the examples are part of the application", e);
    }
  }

  private static Content content(JsonNode value) {
    return OASFactory.createContent()
        .addMediaType(
            "application/json",
            OASFactory.createMediaType()
                .examples(Map.of("example", OASFactory.createExample().value(value))));
  }
}
