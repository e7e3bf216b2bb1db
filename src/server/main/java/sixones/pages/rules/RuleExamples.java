package sixones.pages.rules;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.finding.Finding;
import sixones.pages.form.Examples;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.ReportFinding;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.text.Text;

/** Presents the fixtures of a rule as examples. */
final class RuleExamples {
  private final RuleSet set;
  private final Examples examples;
  private final Messages messages;
  private final FieldWords words;

  /**
   * One example: changes to the compliant bid, and the rule's message about the result.
   *
   * @param because the reason given by the fixture, in English; null in any other language
   */
  public record Example(
      String sign,
      String tone,
      String outcome,
      List<Change> changes,
      String says,
      String because) {}

  /**
   * One changed place.
   *
   * @param value the new value; null if the value is removed
   */
  public record Change(String place, String value) {}

  RuleExamples(RuleSet set, Examples examples, Messages messages) {
    this.set = set;
    this.examples = examples;
    this.messages = messages;
    this.words = new FieldWords(messages);
  }

  /** Returns the examples of a rule, passing ones first. */
  List<Example> of(Rule rule) {
    List<Example> told = new ArrayList<>();
    for (Examples.Fixture fixture : examples.of(set, rule.id())) {
      told.add(example(rule, fixture));
    }
    List<String> order = List.of("good", "bad", "open", "calm");
    told.sort((a, b) -> order.indexOf(a.tone()) - order.indexOf(b.tone()));
    return told;
  }

  private Example example(Rule rule, Examples.Fixture fixture) {
    Outcome outcome = Outcome.valueOf(fixture.outcome().toUpperCase(Locale.ROOT));
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> change : fixture.body().path("change").properties()) {
      JsonNode value = change.getValue();
      boolean nothing = value.isNull() || value.isContainerNode() && value.isEmpty();
      changes.add(
          new Change(words.place(change.getKey()), nothing ? null : shown(change.getKey(), value)));
    }
    for (Map.Entry<String, JsonNode> other : fixture.body().path("parameters").properties()) {
      String title = messages.in(set.parameters().get(other.getKey()).title());
      changes.add(new Change(title, shown("", other.getValue())));
    }
    return new Example(
        VerdictStyle.of(outcome),
        VerdictStyle.tone(rule, outcome),
        messages.text("outcome." + outcome),
        changes,
        says(rule, fixture),
        messages.language() == Language.EN ? fixture.body().path("because").asText() : null);
  }

  private String shown(String pointer, JsonNode value) {
    if (value.isNull()) {
      return words.text("field.blank");
    }
    if (value.isTextual() && messages.contract().isDivision(pointer)) {
      return messages.division(Text.width(value.textValue()));
    }
    if (value.isValueNode() || value.has("en") || value.has("zh")) {
      return messages.value(value);
    }
    if (value.has("name")) {
      return shown("", value.path("name"));
    }
    List<String> shown = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(inner -> shown.add(shown(pointer + "/0", inner)));
    } else {
      value.properties().forEach(e -> shown.add(shown(pointer + "/" + e.getKey(), e.getValue())));
    }
    boolean ofObjects = value.isArray() && !value.isEmpty() && value.get(0).isObject();
    return String.join(ofObjects ? " | " : " · ", shown);
  }

  private String says(Rule rule, Examples.Fixture fixture) {
    JsonNode bid = examples.compliant(set);
    fixture.body().path("change").properties().forEach(e -> change(bid, e.getKey(), e.getValue()));
    LocalDate day = LocalDate.parse(fixture.body().path("asOf").asText(rule.from().toString()));
    Map<String, JsonNode> parameters = new HashMap<>();
    fixture
        .body()
        .path("parameters")
        .properties()
        .forEach(e -> parameters.put(e.getKey(), e.getValue()));
    try {
      byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);
      Draft draft = Draft.read(bytes, Draft.Format.JSON, set.contract());
      for (Finding f : set.with(parameters).examine(draft, day)) {
        if (f.rule().id().equals(rule.id())) {
          return ReportFinding.of(f, set, messages).message();
        }
      }
      return "";
    } catch (UnreadableDraft | NoRuleInForce e) {
      throw new IllegalStateException("every fixture can be evaluated", e);
    }
  }

  private static void change(JsonNode bid, String pointer, JsonNode value) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = bid.at(place.head());
    String last = place.last().getMatchingProperty();
    if (parent instanceof ArrayNode list) {
      int index = Integer.parseInt(last);
      if (index == list.size()) {
        list.add(value);
      } else {
        list.set(index, value);
      }
    } else {
      ((ObjectNode) parent).set(last, value);
    }
  }
}
