package sixones.pages.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import sixones.bid.Draft;
import sixones.bid.NotText;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDrafts.Text;
import sixones.ruleset.RuleSet;

/** Converts stored texts to forms. */
public final class KeptForm {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final ObjectMapper YAML = new YAMLMapper();

  private KeptForm() {}

  /**
   * Returns the form of a stored text; empty if a form cannot represent it. JSON with an unreadable
   * value still qualifies, because that is how an incomplete form is stored. YAML must be a
   * readable bid.
   *
   * @param rules gives the rules by the id that the text names, which may be empty or unknown
   */
  public static Optional<BidForm> of(Text text, Function<String, RuleSet> rules) {
    try {
      // Jackson's JSON parser would also accept UTF-16 and UTF-32.
      if (text.bytes().length > Draft.MOST_BYTES || NotText.in(text.bytes()).isPresent()) {
        return Optional.empty();
      }
      if (text.form() == Draft.Format.YAML) {
        RuleSet ruleSet = rules.apply(Draft.ruleSetOf(text.bytes(), text.form()));
        Draft.read(text.bytes(), text.form(), ruleSet.contract());
        return of(YAML.readTree(text.bytes()), ruleSet);
      }
      JsonNode tree = JSON.readTree(text.bytes());
      return tree == null ? Optional.empty() : of(tree, rules.apply(tree.path("ruleSet").asText()));
    } catch (IOException | UnreadableDraft e) {
      return Optional.empty();
    }
  }

  private static Optional<BidForm> of(JsonNode tree, RuleSet ruleSet) {
    return BidForm.holds(tree, ruleSet.contract())
        ? Optional.of(BidForm.of(tree, ruleSet))
        : Optional.empty();
  }
}
