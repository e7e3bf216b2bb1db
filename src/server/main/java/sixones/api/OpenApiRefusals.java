package sixones.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import sixones.report.Language;
import sixones.report.Problem;

/** Adds the security schemes and the responses 401 and 403 to the OpenAPI document. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiRefusals implements OASFilter {
  private static final Set<String> OPEN_TO_ALL = Set.of("Checks", "Rule sets", "Schemas", "Terms");

  /** What may have been erased with its round. */
  private static final Pattern OF_A_ROUND =
      Pattern.compile(
          "/api/(rounds/\\{id}/(?!moves).*|(submissions|evaluations|cases|determinations|notices"
              + "|widenings|extensions|closings|decisions|reopenings|recusals)/\\{.*)");

  private static final Set<String> OPEN_OPERATIONS = Set.of("calendars", "calendar", "permissions");

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    api.getComponents()
        .securitySchemes(
            Map.of(
                "basic",
                scheme(
                    "basic",
                    "Name and password of the embedded user table; 403 of people with a second"
                        + " factor, or of whom one is demanded, whose programs send tokens."),
                "bearer",
                scheme(
                    "bearer",
                    "A token made at /account/tokens, or one of the identity provider, where one"
                        + " is configured.")));
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.startsWith("/api/")) {
                signedIn(path, item);
              }
            });
  }

  private static SecurityScheme scheme(String name, String description) {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme(name)
        .description(description);
  }

  private static void signedIn(String path, PathItem item) {
    for (Operation operation : item.getOperations().values()) {
      List<String> tags = operation.getTags();
      boolean isOpen =
          tags != null && OPEN_TO_ALL.containsAll(tags)
              || OPEN_OPERATIONS.contains(operation.getOperationId());
      if (OPEN_OPERATIONS.contains(operation.getOperationId()) && path.contains("{")) {
        answer(operation, "There is nothing of this id for you.", "not-there", 404);
      }
      if (isOpen) {
        continue;
      }
      operation.setSecurity(
          List.of(
              OASFactory.createSecurityRequirement().addScheme("basic"),
              OASFactory.createSecurityRequirement().addScheme("bearer")));
      answer(operation, "Nobody is signed in.", "not-signed-in", 401);
      if (path.contains("{")) {
        answer(operation, "There is nothing of this id for you.", "not-there", 404);
      }
      if (OF_A_ROUND.matcher(path).matches()) {
        operation
            .getResponses()
            .addAPIResponse(
                "410",
                OASFactory.createAPIResponse()
                    .description("What was there was erased with its round, after the set time.")
                    .content(
                        OASFactory.createContent()
                            .addMediaType(
                                "application/problem+json", OASFactory.createMediaType())));
      }
      if (!operation.getResponses().hasAPIResponse("403")) {
        operation
            .getResponses()
            .addAPIResponse(
                "403", OASFactory.createAPIResponse().description("This is not for your role."));
      }
    }
  }

  private static void answer(Operation operation, String description, String kind, int status) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(description)
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                            .examples(
                                Map.of(
                                    kind,
                                    OASFactory.createExample()
                                        .value(
                                            Problem.of(kind, status, Language.EN, Map.of())
                                                .body())))));
    operation.getResponses().addAPIResponse(String.valueOf(status), response);
  }
}
