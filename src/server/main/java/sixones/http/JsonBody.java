package sixones.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.text.Text;

/** Reads a small JSON request body as strictly as a draft. */
public final class JsonBody {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode sent;
  private final Language language;
  private final List<Problem.Error> errors = new ArrayList<>();

  private JsonBody(JsonNode sent, Language language) {
    this.sent = sent;
    this.language = language;
  }

  /** Parses an object that has no members but these. */
  public static JsonBody read(byte[] body, Language language, String... members) {
    JsonNode sent = tree(body, language);
    if (!sent.isObject()) {
      throw problem(List.of(error("", "object", language, Map.of())), language);
    }
    JsonBody asked = new JsonBody(sent, language);
    Set<String> known = Set.of(members);
    for (Iterator<String> names = sent.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        String pointer = "/" + Text.shortened(name, 80).replace("~", "~0").replace("/", "~1");
        asked.errors.add(error(pointer, "member", language, Map.of("known", List.of(members))));
      }
    }
    return asked;
  }

  private static JsonNode tree(byte[] body, Language language) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Map<String, ?> where =
          Map.of(
              "line", at == null ? 1 : at.getLineNr(), "column", at == null ? 1 : at.getColumnNr());
      throw problem(List.of(error("", "json", language, where)), language);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  /** Returns a text member; null if absent. */
  public String text(String member) {
    JsonNode value = sent.path(member);
    if (!value.isTextual() && !value.isNull() && !value.isMissingNode()) {
      errors.add(error("/" + member, "text", language, Map.of()));
    }
    return value.isTextual() ? value.textValue() : null;
  }

  /** Returns whether one of the members is written, be it as null. */
  public boolean states(String... members) {
    return Arrays.stream(members).anyMatch(sent::has);
  }

  /** Returns a boolean member; null if absent. */
  public Boolean yesOrNo(String member) {
    JsonNode value = sent.path(member);
    if (!value.isBoolean() && !value.isNull() && !value.isMissingNode()) {
      errors.add(error("/" + member, "yes-no", language, Map.of()));
    }
    return value.isBoolean() ? value.booleanValue() : null;
  }

  /** Throws a problem with all defects found so far, if any. */
  public void check() {
    if (!errors.isEmpty()) {
      throw problem(errors, language);
    }
  }

  private static Problem.Error error(
      String pointer, String kind, Language language, Map<String, ?> values) {
    return new Problem.Error(pointer, kind, Messages.text(language, "unfit." + kind, values));
  }

  public static HttpProblem problem(List<Problem.Error> errors, Language language) {
    Problem unfit = Problem.of("unfit", 422, language, Map.of("count", errors.size()));
    return Problems.thrown(
        new Problem(unfit.kind(), unfit.status(), unfit.title(), unfit.detail(), errors));
  }
}
