package sixones.bid;

import static sixones.Fixtures.CONTRACT;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short drafts for tests, and what is wrong with those that cannot be read. */
public final class DraftsInTests {
  private static final String DEMANDED =
      """
      {"schema":"sixones/bid/1","ruleSet":"sichuan-2022-cities","city":{"code":"510100"}\
      """;
  private static final String DEMANDED_YAML =
      """
      schema: sixones/bid/1
      ruleSet: sichuan-2022-cities
      city:
        code: "510100"
      """;

  private DraftsInTests() {}

  /** What is demanded of every bid and nothing else. */
  public static String shortest() {
    return DEMANDED + "}";
  }

  /** What is demanded of every bid, and these members. */
  public static String jsonWith(String members) {
    return DEMANDED + "," + members + "}";
  }

  static String yamlWith(String members) {
    return DEMANDED_YAML + members;
  }

  public static Draft json(String text) throws UnreadableDraft {
    return Draft.read(text.getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, CONTRACT);
  }

  static Draft yaml(String text) throws UnreadableDraft {
    return Draft.read(text.getBytes(StandardCharsets.UTF_8), Draft.Format.YAML, CONTRACT);
  }

  public static List<Defect> defects(byte[] bytes, Draft.Format format) {
    return defects(bytes, format, CONTRACT);
  }

  static List<Defect> defects(byte[] bytes, Draft.Format format, BidContract contract) {
    try {
      Draft.read(bytes, format, contract);
      return List.of();
    } catch (UnreadableDraft e) {
      return e.defects();
    }
  }

  static List<Defect> jsonDefects(String text) {
    return defects(text.getBytes(StandardCharsets.UTF_8), Draft.Format.JSON);
  }

  static List<Defect> yamlDefects(String text) {
    return defects(text.getBytes(StandardCharsets.UTF_8), Draft.Format.YAML);
  }

  /** The defects as {@code pointer kind}, none for a draft that is read. */
  static List<String> wrongJson(String text) {
    return told(jsonDefects(text));
  }

  static List<String> wrongYaml(String text) {
    return told(yamlDefects(text));
  }

  static List<String> told(List<Defect> defects) {
    return defects.stream().map(defect -> defect.pointer() + " " + defect.kind()).toList();
  }
}
