package sixones.plain.clusters;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.Project;
import sixones.plain.DivisionsOfDay;
import sixones.plain.Parameters;

/** The parameters in force for an applicant's place and call year on a day. */
final class ParametersOfApplicant {
  private static final JsonNode FILE = read();

  private final Map<String, Object> instead;
  private final Map<Map<String, Object>, Parameters> made = new HashMap<>();

  /**
   * @param instead values that count everywhere instead of those of the file
   */
  ParametersOfApplicant(Map<String, Object> instead) {
    this.instead = instead;
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .readTree(Files.readAllBytes(Project.file("rules/miit-sme-clusters/parameters.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Parameters on(LocalDate day, Integer call, String code) {
    Map<String, Object> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> parameter : FILE.properties()) {
      JsonNode best = null;
      for (JsonNode value : parameter.getValue().path("values")) {
        if (isFor(value, day, call, code) && (best == null || rank(value) >= rank(best))) {
          best = value;
        }
      }
      if (best != null) {
        values.put(parameter.getKey(), plain(best.path("value")));
      }
    }
    values.putAll(instead);
    return made.computeIfAbsent(values, Parameters::new);
  }

  private static boolean isFor(JsonNode value, LocalDate day, Integer call, String code) {
    return !LocalDate.parse(value.path("from").asText()).isAfter(day)
        && (!value.has("call") || call != null && call == value.path("call").intValue())
        && (!value.has("place")
            || DivisionsOfDay.isKnown(code)
                && DivisionsOfDay.covers(value.path("place").textValue(), code));
  }

  /** A value for the place counts before one for the call year, and both before the default. */
  private static int rank(JsonNode value) {
    return (value.has("place") ? 2 : 0) + (value.has("call") ? 1 : 0);
  }

  private static Object plain(JsonNode value) {
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(text -> texts.add(text.asText()));
      return texts;
    }
    return value.isNumber() ? value.decimalValue() : value.asText();
  }
}
