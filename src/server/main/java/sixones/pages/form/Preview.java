package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sixones.bid.Draft;
import sixones.draft.WorkingDrafts;
import sixones.pages.frame.PageWords;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSet;
import sixones.text.Encoding;
import sixones.text.Text;

/**
 * Excerpts of a file decoded in a candidate encoding, by which the user can judge whether it is
 * right.
 */
final class Preview {
  private static final int MOST = 12;
  private static final int LONGEST = 60;

  /** A text and where it was found. */
  record Line(String label, String text) {}

  private final PageWords words;
  private final Language language;
  private final List<Line> lines = new ArrayList<>();

  private Preview(Language language) {
    this.words = PageWords.in(language);
    this.language = language;
  }

  /** Returns the non-ASCII texts of the bid; if the file is no bid, its non-ASCII lines. */
  static List<Line> of(
      ChosenFile file, Encoding encoding, Function<String, RuleSet> rules, Language language) {
    String text = encoding.read(file.bytes()).orElse("");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Preview preview = new Preview(language);
    KeptForm.of(new WorkingDrafts.Text(Draft.Format.of(file.name(), bytes), bytes), rules)
        .ifPresent(preview::names);
    if (preview.lines.isEmpty()) {
      preview.lines(text);
    }
    return preview.lines.stream().limit(MOST).toList();
  }

  private void names(BidForm form) {
    names("", form.tree(), new FieldWords(Messages.of(form.ruleSet(), language)));
  }

  private void names(String pointer, JsonNode node, FieldWords fields) {
    if (node.isTextual()) {
      add(fields.place(pointer), node.textValue());
    }
    if (node.isObject()) {
      node.properties()
          .forEach(member -> names(pointer + "/" + member.getKey(), member.getValue(), fields));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      names(pointer + "/" + i, node.get(i), fields);
    }
  }

  private void lines(String text) {
    String[] all = text.split("\\R", -1);
    for (int i = 0; i < all.length && lines.size() < MOST; i++) {
      add(words.text("encoding.line", Map.of("number", i + 1)), all[i].trim());
    }
  }

  private void add(String label, String text) {
    if (text.chars().anyMatch(c -> c > 0x7F)) {
      lines.add(new Line(label, Text.shortened(Column.harmless(text), LONGEST)));
    }
  }
}
