package sixones.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.report.Problem;

/** Throws problems from resources of the REST interface. */
public final class Problems {

  private Problems() {}

  /** Returns an exception that is answered with the problem as {@code application/problem+json}. */
  public static HttpProblem thrown(Problem problem) {
    HttpProblem.Builder builder =
        HttpProblem.builder()
            .withType(URI.create(problem.type()))
            .withStatus(problem.status())
            .withTitle(problem.title())
            .withDetail(problem.detail());
    if (!problem.errors().isEmpty()) {
      builder.with("errors", errors(problem));
    }
    return builder.build();
  }

  private static List<Map<String, String>> errors(Problem problem) {
    List<Map<String, String>> errors = new ArrayList<>();
    for (Problem.Error error : problem.errors()) {
      Map<String, String> told = new LinkedHashMap<>();
      told.put("pointer", error.pointer());
      told.put("kind", error.kind());
      told.put("detail", error.detail());
      errors.add(told);
    }
    return errors;
  }
}
