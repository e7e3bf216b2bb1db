package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import sixones.packer.PackedInTests;

/**
 * An older version of the packed rule set, to be compared with it and never run: it has one rule
 * more and one less, and a word, a parameter, a source, an applicant and the contract otherwise.
 */
public final class OlderInTests {
  public static final String VERSION = "2021.9";

  private OlderInTests() {}

  /** The bundle of the older version. */
  public static byte[] bundle() {
    try {
      return packed().restated().zip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RuleSet ruleSet() {
    byte[] zip = bundle();
    return RuleSets.open(zip, sixones.rule.Bundle.sha256(zip));
  }

  private static PackedInTests packed() throws IOException {
    PackedInTests packed = new PackedInTests(RuleSetsInTests.ALL.packed(RuleSetsInTests.SICHUAN));
    ObjectNode manifest = packed.manifest();
    manifest.put("version", VERSION);
    rules((ArrayNode) manifest.path("rules"));
    ObjectNode level = (ObjectNode) manifest.path("parameters").path("park-levels");
    ObjectNode value = (ObjectNode) level.path("values").get(0);
    level.withArray("values").add(value.deepCopy().put("from", "2022-07-01"));
    value.putArray("value").add("national");
    JsonNode citation = manifest.path("citations").path("sc-gov-july-21#parks-national-provincial");
    ((ObjectNode) citation.path("gist")).put("en", "An older gist.");
    ((ObjectNode) manifest.path("applicants").path("members")).remove("510400");
    return packed
        .edit("ruleset.yaml", text -> text.replace("(2022)\"", "(2022, older)\""))
        .edit("divisions.tsv", text -> text.replaceFirst("# Known", "# An older line.\n# Known"))
        .edit(
            "messages/en.properties",
            text -> text.replaceFirst("(?m)^park-level\\.title = .*$", "park-level.title = Older"))
        .edit("messages/en.properties", text -> text + "park-older.title = Older rule\n")
        .edit("messages/zh-CN.properties", text -> text + "park-older.title = 旧规则\n")
        .edit("park/park-level.drl", text -> text.replace("// A", "// Once, a"))
        .edit("park/park-older.drl", text -> "// What is gone.\n")
        .edit("bid.yaml", OlderInTests::contract);
  }

  private static void rules(ArrayNode rules) {
    ObjectNode older = null;
    for (Iterator<JsonNode> each = rules.iterator(); each.hasNext(); ) {
      ObjectNode rule = (ObjectNode) each.next();
      if (rule.path("id").asText().equals("core-gdp")) {
        each.remove();
      } else if (rule.path("id").asText().equals("park-level")) {
        older = rule.deepCopy().put("id", "park-older");
        rule.put("severity", "required").put("from", "2022-06-20").put("until", "2022-12-31");
      }
    }
    rules.add(older);
  }

  private static String contract(String text) {
    return text.isEmpty()
        ? "schema: sixones/bid/1\nmembers: { older: { kind: text } }\n"
        : text.replaceFirst("(?m)^members:", "older: /older\nmembers:");
  }
}
