package sixones.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import sixones.ruleset.LineChange;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetDifference;
import sixones.ruleset.TreeChange;
import sixones.text.Words;

/** Renders what changed between two versions of a rule set as JSON. */
public final class RuleSetChanges {
  /** So many entries of each list are rendered; {@code omitted} counts the others. */
  static final int MOST = 1_000;

  private final ObjectNode page = JsonNodeFactory.instance.objectNode();
  private final ObjectNode omitted = JsonNodeFactory.instance.objectNode();

  private RuleSetChanges() {}

  /** Renders a difference: each list has what was added, removed or changed. */
  public static ObjectNode of(RuleSetDifference difference) {
    RuleSetChanges changes = new RuleSetChanges();
    changes.page.put("id", difference.after().id());
    changes.page.set("from", version(difference.before()));
    changes.page.set("to", version(difference.after()));
    changes.list("rules", difference.rules(), RuleSetChanges::toJson);
    changes.list("words", difference.words(), RuleSetChanges::toJson);
    changes.list("parameters", difference.parameters(), RuleSetChanges::toJson);
    changes.list("contract", difference.contract(), RuleSetChanges::toJson);
    changes.list("citations", difference.citations(), RuleSetChanges::toJson);
    changes.list("applicants", difference.applicants(), RuleSetChanges::toJson);
    changes.list("divisions", difference.divisions(), RuleSetChanges::toJson);
    changes.list("description", difference.described(), RuleSetChanges::toJson);
    if (!changes.omitted.isEmpty()) {
      changes.page.set("omitted", changes.omitted);
    }
    return changes.page;
  }

  private <T> void list(String name, List<T> entries, Function<T, ObjectNode> toJson) {
    page.set(name, array(entries, toJson));
    if (entries.size() > MOST) {
      omitted.put(name, entries.size() - MOST);
    }
  }

  private static <T> ArrayNode array(List<T> entries, Function<T, ObjectNode> toJson) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    entries.stream().limit(MOST).forEach(entry -> array.add(toJson.apply(entry)));
    return array;
  }

  private static ObjectNode version(RuleSet set) {
    return object().put("version", set.version()).put("digest", set.digest());
  }

  private static ObjectNode toJson(RuleSetDifference.RuleChange rule) {
    ObjectNode told = object().put("id", rule.id()).put("change", rule.kind().word());
    told.set("members", array(rule.members(), RuleSetChanges::toJson));
    told.set("source", array(rule.source(), RuleSetChanges::toJson));
    return told;
  }

  private static ObjectNode toJson(RuleSetDifference.MemberChange member) {
    return object()
        .put("name", member.name())
        .put("before", member.before())
        .put("after", member.after());
  }

  private static ObjectNode toJson(LineChange line) {
    return object().put("sign", String.valueOf(line.sign())).put("text", line.text());
  }

  private static ObjectNode toJson(RuleSetDifference.WordChange word) {
    ObjectNode told = object().put("key", word.key());
    told.set("before", both(word.before()));
    told.set("after", both(word.after()));
    return told;
  }

  private static ObjectNode both(Words words) {
    return object().put("en", words.en()).put("zh", words.zh());
  }

  private static ObjectNode toJson(RuleSetDifference.ParameterChange parameter) {
    ObjectNode told = object().put("id", parameter.id()).put("change", parameter.kind().word());
    told.set("values", array(parameter.values(), RuleSetChanges::toJson));
    told.set("members", array(parameter.members(), RuleSetChanges::toJson));
    return told;
  }

  private static ObjectNode toJson(RuleSetDifference.ValueChange value) {
    ObjectNode told = object();
    told.set("holds", value.holds());
    return beside(told, value.before(), value.after());
  }

  private static ObjectNode toJson(RuleSetDifference.EntryChange entry) {
    ObjectNode told = object().put("id", entry.id()).put("change", entry.kind().word());
    told.set("members", array(entry.members(), RuleSetChanges::toJson));
    return told;
  }

  private static ObjectNode toJson(TreeChange change) {
    return beside(object().put("pointer", change.pointer()), change.before(), change.after());
  }

  /** A side that has nothing is left out. */
  private static ObjectNode beside(ObjectNode told, JsonNode before, JsonNode after) {
    if (before != null) {
      told.set("before", before);
    }
    if (after != null) {
      told.set("after", after);
    }
    return told;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
