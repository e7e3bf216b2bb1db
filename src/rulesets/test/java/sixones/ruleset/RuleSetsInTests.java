package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import sixones.rule.Bundle;
import sixones.rule.Parameter;
import sixones.rule.Rule;

/** The packed rule set, for tests of other rooms, too. */
public final class RuleSetsInTests {
  static {
    // Without Quarkus its log manager takes everything down to TRACE, and the engine then spends
    // most of an evaluation on putting log records together.
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  public static final RuleSets ALL = RuleSets.bundled();
  public static final RuleSet SICHUAN = ALL.find("sichuan-2022-cities").orElseThrow();

  /** The newest version by its id and version, as an address or a filter names it. */
  public static final String NEWEST = SICHUAN.id() + "/" + SICHUAN.version();

  private RuleSetsInTests() {}

  /** The version whose folder of rules or fixtures has a name. */
  public static RuleSet of(String folder) {
    return ALL.all().stream()
        .filter(set -> ALL.folder(set).equals(folder))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule set comes from rules/" + folder));
  }

  /** The same rules with other values for some parameters. */
  public static RuleSet sichuanWith(Map<String, JsonNode> parameters) {
    return SICHUAN.with(parameters);
  }

  /** The same rules as another version, which the application does not carry. */
  public static RuleSet sichuanAs(String version) {
    return sichuanWith(
        manifest ->
            manifest.replaceFirst(
                "\"version\" ?: ?\"" + SICHUAN.version() + "\"",
                "\"version\":\"" + version + "\""));
  }

  /**
   * The same rules for all counties of China, 2,844 since 2023-06, and one applicant that is no
   * division. Nobody has bid under them.
   */
  public static RuleSet sichuanForCounties() {
    String applicants =
        """
        {"divisions": {"level": "county", "from": "2022-06-13"},
         "members": {"unit:liangjiang": {
           "name": {"en": "Liangjiang New Area", "zh": "两江新区"},
           "from": "2022-06-13", "within": "500000"}}}
        """;
    return sichuanWith("applicants", applicants);
  }

  /**
   * The same rules with relaxations.
   *
   * @param relaxations what {@code relaxations.yaml} says, as JSON
   */
  public static RuleSet sichuanRelaxed(String relaxations) {
    return sichuanWith("relaxations", relaxations);
  }

  private static RuleSet sichuanWith(String key, String content) {
    return sichuanWith(
        manifest -> {
          try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode whole = (ObjectNode) json.readTree(manifest);
            return whole.set(key, json.readTree(content)).toString();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static RuleSet sichuanWith(UnaryOperator<String> manifest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream was = new ZipInputStream(new ByteArrayInputStream(ALL.packed(SICHUAN)));
        ZipOutputStream is = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = was.getNextEntry(); entry != null; entry = was.getNextEntry()) {
        byte[] content = was.readAllBytes();
        is.putNextEntry(new ZipEntry(entry.getName()));
        is.write(
            entry.getName().equals("manifest.json")
                ? manifest
                    .apply(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RuleSets.open(bytes.toByteArray(), Bundle.sha256(bytes.toByteArray()));
  }

  /** The parameters in force on a day, as plain Java values. */
  public static Map<String, Object> plainParameters(RuleSet ruleSet, LocalDate day) {
    Map<String, Object> values = new HashMap<>();
    for (Parameter parameter : ruleSet.parameters().values()) {
      JsonNode value = parameter.inForceOn(day);
      if (value == null) {
        continue;
      }
      if (value.isArray()) {
        values.put(parameter.id(), List.copyOf(Rule.texts(value)));
      } else if (value.isNumber()) {
        BigDecimal number = value.decimalValue();
        values.put(parameter.id(), number);
      } else {
        values.put(parameter.id(), value.asText());
      }
    }
    return values;
  }
}
