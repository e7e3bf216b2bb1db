package sixones.pages.form;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSet;

/** Gives the display names of a choice's word in every language. */
record ChoiceLabels(RuleSet ruleSet) {
  List<String> of(String word) {
    return Stream.of(Language.values())
        .map(language -> Messages.of(ruleSet, language).value(TextNode.valueOf(word)))
        .toList();
  }

  /** Returns the display names of a choice's word in both languages, the reader's first. */
  String both(String word, Messages reader) {
    String own = reader.value(TextNode.valueOf(word));
    return Stream.concat(Stream.of(own), of(word).stream())
        .distinct()
        .collect(Collectors.joining(" · "));
  }
}
