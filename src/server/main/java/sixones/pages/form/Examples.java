package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/** The whole bids and fixtures packed with the application. */
@ApplicationScoped
public class Examples {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private final RuleSets ruleSets;
  private final List<Bid> bids = new ArrayList<>();
  private final List<Fixture> fixtures = new ArrayList<>();

  /**
   * A whole bid.
   *
   * @param folder the folder of the rule set version
   * @param asOf the day to evaluate it for
   * @param madeUp whether the bid is fictitious
   * @param applicant the id of the applicant
   */
  public record Bid(
      String folder, String name, String asOf, boolean madeUp, String applicant, JsonNode tree) {}

  /**
   * A change to the compliant bid, and the outcome a rule must have then.
   *
   * @param folder the folder of the rule set version
   */
  public record Fixture(String folder, String rule, String outcome, JsonNode body) {}

  @Inject
  Examples(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
    for (String path : text("index").split("\\R")) {
      String[] steps = path.split("/");
      if (steps[1].equals("bids")) {
        JsonNode about = read(YAML, path.replace("bid.json", "about.yaml"));
        JsonNode bid = read(JSON, path);
        bids.add(
            new Bid(
                steps[0],
                steps[2],
                about.path("asOf").asText(),
                about.path("madeUp").asBoolean(),
                applicant(steps[0], bid),
                bid));
      } else {
        String outcome = steps[3].substring(0, steps[3].indexOf('-'));
        fixtures.add(new Fixture(steps[0], steps[2], outcome, read(JSON, path)));
      }
    }
  }

  /** Returns the applicant of a bid; empty if this application has other rule sets. */
  private String applicant(String folder, JsonNode bid) {
    return ruleSets.all().stream()
        .filter(set -> ruleSets.folder(set).equals(folder))
        .findFirst()
        .map(set -> bid.at(set.contract().applicant()).asText())
        .orElse("");
  }

  private static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private static JsonNode read(ObjectMapper mapper, String path) {
    try {
      return mapper.readTree(bytes(path));
    } catch (IOException e) {
      throw new IllegalStateException(path + " is part of the application", e);
    }
  }

  private static byte[] bytes(String path) {
    try (InputStream in = Examples.class.getResourceAsStream("/examples/" + path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(path + " is part of the application", e);
    }
  }

  /** Returns the whole bids of a rule set, real ones first. */
  public List<Bid> bids(RuleSet ruleSet) {
    String folder = ruleSets.all().contains(ruleSet) ? ruleSets.folder(ruleSet) : ruleSet.id();
    List<Bid> ordered =
        new ArrayList<>(bids.stream().filter(b -> b.folder().equals(folder)).toList());
    ordered.sort((a, b) -> Boolean.compare(a.madeUp(), b.madeUp()));
    return ordered;
  }

  /** Finds a whole bid of a rule set by its name. */
  public Optional<Bid> bid(RuleSet ruleSet, String name) {
    return bids(ruleSet).stream().filter(bid -> bid.name().equals(name)).findFirst();
  }

  /** Returns the fixtures of a rule of a version that this application carries. */
  public List<Fixture> of(RuleSet ruleSet, String rule) {
    String folder = ruleSets.folder(ruleSet);
    return fixtures.stream()
        .filter(f -> f.folder().equals(folder) && f.rule().equals(rule))
        .toList();
  }

  /** Returns the compliant bid that the fixtures of a version change. */
  public JsonNode compliant(RuleSet ruleSet) {
    return read(JSON, ruleSets.folder(ruleSet) + "/compliant.json");
  }
}
