package sixones.web.page;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.report.Messages;
import sixones.ruleset.Finding;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.Outcome;
import sixones.ruleset.Rule;
import sixones.ruleset.RuleSet;

/** The fixtures of a rule told as examples, with what the rule says of each. */
final class RuleExamples {
  private final RuleSet set;
  private final Evaluations evaluations;
  private final Examples examples;
  private final Messages messages;
  private final FieldWords words;

  /** One example: what is changed in a complete bid, and what the rule says then. */
  public record Told(
      String sign,
      String tone,
      String outcome,
      List<Change> changes,
      String says,
      String because) {}

  /** One place changed; null for a value taken out. */
  public record Change(String place, String value) {}

  RuleExamples(RuleSet set, Evaluations evaluations, Examples examples, Messages messages) {
    this.set = set;
    this.evaluations = evaluations;
    this.examples = examples;
    this.messages = messages;
    this.words = new FieldWords(messages.language(), messages);
  }

  /** The examples of a rule, passing ones first; those that need other parameters are left out. */
  List<Told> of(Rule rule) {
    List<Told> told = new ArrayList<>();
    for (Examples.Fixture fixture : examples.of(set.id(), rule.id())) {
      if (!fixture.body().has("parameters")) {
        told.add(told(rule, fixture));
      }
    }
    List<String> order = List.of("good", "bad", "open", "calm");
    told.sort((a, b) -> order.indexOf(a.tone()) - order.indexOf(b.tone()));
    return told;
  }

  private Told told(Rule rule, Examples.Fixture fixture) {
    Outcome outcome = Outcome.valueOf(fixture.outcome().toUpperCase(Locale.ROOT));
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> change : fixture.body().path("change").properties()) {
      JsonNode value = change.getValue();
      boolean nothing = value.isNull() || value.isContainerNode() && value.isEmpty();
      changes.add(new Change(words.place(change.getKey()), nothing ? null : shown(value)));
    }
    return new Told(
        Signs.of(outcome),
        Signs.tone(rule.severity(), outcome),
        messages.say("outcome." + outcome),
        changes,
        says(rule, fixture),
        fixture.body().path("because").asText());
  }

  private String shown(JsonNode value) {
    return value.isValueNode() ? messages.told(value) : value.toString();
  }

  private String says(Rule rule, Examples.Fixture fixture) {
    JsonNode bid = examples.compliant(set.id());
    fixture.body().path("change").properties().forEach(e -> change(bid, e.getKey(), e.getValue()));
    LocalDate day = LocalDate.parse(fixture.body().path("asOf").asText(rule.from().toString()));
    try {
      byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);
      Draft draft = Draft.read(bytes, Draft.Format.JSON);
      for (Finding f : evaluations.run(draft, day, set.id() + "/" + set.version()).findings()) {
        if (f.rule().id().equals(rule.id())) {
          return messages.message(f);
        }
      }
      return "";
    } catch (UnreadableDraft | UnknownRuleSet | NoRuleInForce e) {
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
