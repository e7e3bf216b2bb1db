package sixones.pages.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Optional;
import sixones.bid.Draft;
import sixones.bid.NotText;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDrafts.Text;

/** Kept texts as forms, where a form can hold all they say. */
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
   * The form of a text; empty if it cannot be read far enough. JSON with a field that cannot be
   * read is what a half-filled form is kept as, so it is a form; YAML is none before it is a bid.
   */
  public static Optional<BidForm> of(Text text) {
    try {
      // The JSON parser would read UTF-16 and UTF-32, too.
      if (text.bytes().length > Draft.MOST_BYTES || NotText.in(text.bytes()).isPresent()) {
        return Optional.empty();
      }
      if (text.form() == Draft.Format.YAML) {
        Draft.read(text.bytes(), text.form());
      }
      ObjectMapper mapper = text.form() == Draft.Format.JSON ? JSON : YAML;
      JsonNode tree = mapper.readTree(text.bytes());
      return tree != null && BidForm.holds(tree) ? Optional.of(BidForm.of(tree)) : Optional.empty();
    } catch (IOException | UnreadableDraft e) {
      return Optional.empty();
    }
  }
}
