package sixones.ruleset;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sixones.bid.BidContract;
import sixones.bid.BrokenContract;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;

/**
 * The contracts of bundles: each packs its own, except those packed before contracts were part of a
 * rule set. The contract of these stands in the engine, by the digest of the bundle.
 */
final class EarlierContracts {
  /**
   * One line for each bundle: its SHA-256, the file of its contract, and the names of the values of
   * findings that are codes of divisions, with two spaces between them.
   */
  private static final String INDEX = "index";

  private EarlierContracts() {}

  /**
   * Returns the contract of a bundle.
   *
   * @throws BrokenRuleSet if it has none, or one that does not hold together
   */
  static BidContract contract(Bundle bundle) {
    JsonNode packed = bundle.manifest().path("bid");
    try {
      return BidContract.of(packed.isObject() ? packed : earlier(bundle));
    } catch (BrokenContract e) {
      throw new BrokenRuleSet(
          bundle.manifest().path("id").asText() + ": bid.yaml: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the names of the values of findings that are codes of divisions, for a bundle that does
   * not say so itself.
   */
  static List<String> divisions(Bundle bundle) {
    String[] known = bundle.manifest().has("bid") ? null : index().get(bundle.sha256());
    return known == null ? List.of() : List.of(known[2].split(","));
  }

  private static JsonNode earlier(Bundle bundle) {
    String[] known = index().get(bundle.sha256());
    String file = known == null ? null : known[1];
    if (file == null) {
      throw new BrokenRuleSet(
          bundle.manifest().path("id").asText() + " has no bid.yaml, and none is known of it");
    }
    try (InputStream in = EarlierContracts.class.getResourceAsStream("earlier/" + file)) {
      return new YAMLMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .readTree(in);
    } catch (IOException e) {
      throw new BrokenRuleSet(file + " cannot be read", e);
    }
  }

  private static Map<String, String[]> index() {
    try (InputStream in = EarlierContracts.class.getResourceAsStream("earlier/" + INDEX)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" {2}"))
          .collect(Collectors.toMap(line -> line[0], line -> line));
    } catch (IOException e) {
      throw new BrokenRuleSet("the contracts of earlier bundles cannot be read", e);
    }
  }
}
