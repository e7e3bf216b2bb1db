package sixones.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sixones.bid.WrittenValue;
import sixones.text.Text;

/** Parses the JSON of a round request and collects all its faults. */
final class RoundTermsReader {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The maximum number of unknown members that are reported. */
  private static final int MOST_FAULTS = 20;

  private static final Set<String> MEMBERS =
      new TreeSet<>(
          Set.of(
              "name",
              "ruleSet",
              "ruleSetVersion",
              "opensAt",
              "deadline",
              "evaluationDay",
              "submissionsPerApplicant",
              "procedure",
              "state",
              "reason"));
  private static final Set<String> LANGUAGES = new TreeSet<>(Set.of("en", "zh"));

  private final RoundTerms before;
  private final List<Fault> faults = new ArrayList<>();

  private RoundTermsReader(RoundTerms before) {
    this.before = before;
  }

  /**
   * Parses a request; a member left out keeps its previous value.
   *
   * @throws Refused with all faults
   */
  static RoundRequest read(byte[] json, RoundTerms before) {
    RoundTermsReader reader = new RoundTermsReader(before);
    JsonNode tree = tree(json);
    RoundRequest request =
        new RoundRequest(reader.read(tree), reader.reason(tree), reader.procedure(tree));
    if (!reader.faults.isEmpty()) {
      throw Refused.wrong(reader.faults);
    }
    return request;
  }

  private static JsonNode tree(byte[] json) {
    try {
      JsonNode tree = JSON.readTree(json);
      if (!tree.isObject()) {
        throw Refused.wrong("", "no-object", Map.of());
      }
      return tree;
    } catch (JsonProcessingException e) {
      Map<String, Object> where =
          e.getLocation() == null
              ? Map.of("line", 1, "column", 1)
              : Map.of(
                  "line", e.getLocation().getLineNr(), "column", e.getLocation().getColumnNr());
      throw Refused.wrong("", kind(e), where);
    } catch (IOException e) {
      throw Refused.wrong("", "no-json", Map.of("line", 1, "column", 1));
    }
  }

  private static String kind(JsonProcessingException e) {
    String said = e.getOriginalMessage();
    return said.startsWith("Duplicate field")
        ? "member-twice"
        : said.startsWith("Trailing token") ? "more-after-end" : "no-json";
  }

  private RoundTerms read(JsonNode tree) {
    unknown(tree, "", MEMBERS);
    JsonNode name = tree.path("name");
    if (tree.has("name") && !name.isObject()) {
      fault("/name", "name-form", name);
    }
    unknown(name, "/name", LANGUAGES);
    return new RoundTerms(
        name(name, "en", before.nameEn()),
        name(name, "zh", before.nameZh()),
        ruleSet(tree),
        ruleSetVersion(tree),
        instant(tree, "opensAt", before.opensAt()),
        instant(tree, "deadline", before.deadline()),
        day(tree),
        number(tree),
        state(tree));
  }

  private void unknown(JsonNode object, String pointer, Set<String> known) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        if (faults.size() == MOST_FAULTS) {
          faults.add(new Fault(pointer, "more-members", Map.of()));
          return;
        }
        String shown = Text.shortened(name, 80);
        String escaped = shown.replace("~", "~0").replace("/", "~1");
        Map<String, ?> values = Map.of("known", String.join(", ", known));
        faults.add(new Fault(pointer + "/" + escaped, "unknown-member", values));
      }
    }
  }

  private String name(JsonNode name, String language, String was) {
    if (!name.has(language)) {
      return was;
    }
    JsonNode node = name.get(language);
    if (node.isNull()) {
      return null;
    }
    String text = node.isTextual() ? node.textValue().strip() : "";
    if (!Names.isFit(text)) {
      fault("/name/" + language, "name-form", node);
      return was;
    }
    return text;
  }

  private String ruleSet(JsonNode tree) {
    JsonNode node = tree.path("ruleSet");
    if (node.isMissingNode()) {
      return before.ruleSet();
    }
    if (!node.isTextual()) {
      fault("/ruleSet", "rule-set-form", node);
      return before.ruleSet();
    }
    return node.textValue();
  }

  /** A version belongs to the rule set it was named with; another one forgets it. */
  private String ruleSetVersion(JsonNode tree) {
    JsonNode node = tree.path("ruleSetVersion");
    if (node.isMissingNode()) {
      JsonNode ruleSet = tree.path("ruleSet");
      boolean isAnother = ruleSet.isTextual() && !ruleSet.textValue().equals(before.ruleSet());
      return isAnother ? null : before.ruleSetVersion();
    }
    if (!node.isTextual() && !node.isNull()) {
      fault("/ruleSetVersion", "rule-set-version-form", node);
      return before.ruleSetVersion();
    }
    return node.textValue();
  }

  private Instant instant(JsonNode tree, String member, Instant was) {
    JsonNode node = tree.path(member);
    if (node.isMissingNode()) {
      return was;
    }
    try {
      Instant instant = OffsetDateTime.parse(node.asText("")).toInstant();
      if (isNear(instant) && instant.getNano() % 1_000_000 == 0) {
        return instant;
      }
    } catch (DateTimeException e) {
      // Reported below like any other invalid instant.
    }
    Optional<String> right =
        WrittenMoment.of(node.asText(""))
            .filter(moment -> isNear(moment.toInstant()))
            .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);
    fault("/" + member, "instant-form", node, right);
    return was;
  }

  private static boolean isNear(Instant instant) {
    return instant.isAfter(Instant.parse("2000-01-01T00:00:00Z"))
        && instant.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
  }

  private LocalDate day(JsonNode tree) {
    JsonNode node = tree.path("evaluationDay");
    if (node.isMissingNode()) {
      return before.evaluationDay();
    }
    try {
      LocalDate day = LocalDate.parse(node.asText(""));
      if (day.getYear() >= 1900 && day.getYear() <= 2200) {
        return day;
      }
    } catch (DateTimeException e) {
      // Reported below like any other invalid day.
    }
    Optional<String> right = Optional.ofNullable(WrittenValue.day(node.asText("")).text());
    fault("/evaluationDay", "day-form", node, right);
    return before.evaluationDay();
  }

  private Integer number(JsonNode tree) {
    JsonNode node = tree.path("submissionsPerApplicant");
    if (node.isMissingNode()) {
      return before.submissionsPerApplicant();
    }
    if (!node.isInt() || node.intValue() < 1 || node.intValue() > 1000) {
      faults.add(
          new Fault(
              "/submissionsPerApplicant",
              "number-form",
              Map.of("found", shown(node), "least", 1, "most", 1000)));
      return before.submissionsPerApplicant();
    }
    return node.intValue();
  }

  private JsonNode procedure(JsonNode tree) {
    JsonNode node = tree.path("procedure");
    if (node.isMissingNode()) {
      return null;
    }
    if (!node.isObject()) {
      fault("/procedure", "object-form", node);
      return null;
    }
    return node;
  }

  private String reason(JsonNode tree) {
    JsonNode node = tree.path("reason");
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    String text = node.isTextual() ? node.textValue().strip() : "";
    if (!Names.isReason(text)) {
      fault("/reason", "reason-form", node);
    }
    return text;
  }

  private RoundState state(JsonNode tree) {
    JsonNode node = tree.path("state");
    if (node.isMissingNode()) {
      return before.state();
    }
    return RoundState.of(node.asText(""))
        .orElseGet(
            () -> {
              fault("/state", "state-form", node);
              return before.state();
            });
  }

  private void fault(String pointer, String kind, JsonNode found) {
    faults.add(new Fault(pointer, kind, Map.of("found", shown(found))));
  }

  /** Adds a fault, with the correct form of the value if it could be understood. */
  private void fault(String pointer, String kind, JsonNode found, Optional<String> right) {
    Map<String, String> values =
        Map.of(
            "found", shown(found),
            "as", right.isPresent() ? "right" : "none",
            "right", right.orElse(""));
    faults.add(new Fault(pointer, kind, values));
  }

  private static String shown(JsonNode found) {
    return Text.shortened(found.toString(), 60);
  }
}
