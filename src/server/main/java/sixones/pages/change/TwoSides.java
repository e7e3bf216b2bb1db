package sixones.pages.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.DraftDifference;
import sixones.bid.Shape;
import sixones.pages.form.FieldWords;
import sixones.report.Messages;
import sixones.text.Text;

/**
 * Two states of one bid, side by side where they differ. Either side can be taken place by place:
 * field by field, and as a whole for an entry that only one side has.
 */
public final class TwoSides {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int SHOWN = 400;

  /**
   * A place that differs.
   *
   * @param key names the place in a form; the same for the same two states
   * @param place the labels along the way to it
   * @param theirs what the other side has; null if it is blank there
   * @param mine what this side has; null if it is blank there
   * @param keepsMine whether this side is taken
   */
  public record Row(String key, String place, String theirs, String mine, boolean keepsMine) {}

  private final Map<String, String> chosen;
  private final FieldWords words;
  private final List<Row> rows = new ArrayList<>();
  private final JsonNode merged;

  private TwoSides(JsonNode theirs, JsonNode mine, Map<String, String> chosen, FieldWords words) {
    this.chosen = chosen;
    this.words = words;
    JsonNode both = both(words.contract().whole(), "", theirs, "", mine);
    this.merged = both == null ? NODES.objectNode() : both;
  }

  /**
   * Compares two bids that a form can hold.
   *
   * @param chosen by key, {@code mine} or {@code theirs}; without a choice, mine unless it is blank
   */
  public static TwoSides of(
      JsonNode theirs, JsonNode mine, Map<String, String> chosen, Messages messages) {
    return new TwoSides(theirs, mine, chosen, new FieldWords(messages));
  }

  /** Returns the places that differ, in the order of the contract. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns the bid with the chosen side of each place. */
  public JsonNode merged() {
    return merged;
  }

  private JsonNode both(
      Shape shape, String theirsAt, JsonNode theirs, String mineAt, JsonNode mine) {
    if (shape instanceof Shape.Members members) {
      ObjectNode object = NODES.objectNode();
      for (String name : names(members)) {
        String step = "/" + name;
        JsonNode value =
            both(
                members.members().get(name),
                theirsAt + step,
                theirs.path(name),
                mineAt + step,
                mine.path(name));
        if (value != null) {
          object.set(name, value);
        }
      }
      return object.isEmpty() && isBlank(theirs) && isBlank(mine) ? null : object;
    }
    if (shape instanceof Shape.Entries entries) {
      ArrayNode list = NODES.arrayNode();
      for (DraftDifference.Pair pair : DraftDifference.pairs(theirs, mine)) {
        JsonNode entry = entry(entries.of(), pair, theirsAt, theirs, mineAt, mine);
        if (entry != null) {
          list.add(entry);
        }
      }
      boolean isStatedEmpty = isEmptyList(theirs) || isEmptyList(mine);
      return list.isEmpty() && !isStatedEmpty ? null : list;
    }
    return leaf(theirsAt, theirs, mineAt, mine);
  }

  private static Set<String> names(Shape.Members members) {
    return members.members().keySet();
  }

  private JsonNode entry(
      Shape shape,
      DraftDifference.Pair pair,
      String theirsAt,
      JsonNode theirs,
      String mineAt,
      JsonNode mine) {
    if (pair.before() >= 0 && pair.after() >= 0) {
      JsonNode value =
          both(
              shape,
              theirsAt + "/" + pair.before(),
              theirs.get(pair.before()),
              mineAt + "/" + pair.after(),
              mine.get(pair.after()));
      return value != null ? value : mine.get(pair.after());
    }
    boolean isTheirs = pair.before() >= 0;
    String at = isTheirs ? theirsAt + "/" + pair.before() : mineAt + "/" + pair.after();
    JsonNode value = isTheirs ? theirs.get(pair.before()) : mine.get(pair.after());
    String summary = summary(shape, at, value);
    boolean keepsMine = row(at, isTheirs ? summary : null, isTheirs ? null : summary);
    return keepsMine == isTheirs ? null : value;
  }

  /** Returns the stated values of an entry in one line; a dash if it states nothing. */
  private String summary(Shape shape, String at, JsonNode entry) {
    List<String> said = new ArrayList<>();
    say(shape, at, entry, said);
    return said.isEmpty() ? "–" : Text.shortened(String.join(" · ", said), SHOWN);
  }

  private void say(Shape shape, String at, JsonNode node, List<String> said) {
    if (isBlank(node)) {
      return;
    }
    if (shape instanceof Shape.Members members) {
      members
          .members()
          .forEach((name, below) -> say(below, at + "/" + name, node.path(name), said));
    } else if (shape instanceof Shape.Entries entries) {
      for (int i = 0; i < node.size(); i++) {
        say(entries.of(), at + "/" + i, node.get(i), said);
      }
    } else {
      said.add(FieldChange.value(at, node, words));
    }
  }

  private JsonNode leaf(String theirsAt, JsonNode theirs, String mineAt, JsonNode mine) {
    if (isBlank(theirs) && isBlank(mine)) {
      return null;
    }
    if (!isBlank(theirs) && !isBlank(mine) && theirs.asText().equals(mine.asText())) {
      return mine;
    }
    String at = isBlank(mine) ? theirsAt : mineAt;
    boolean keepsMine =
        row(at, FieldChange.value(theirsAt, theirs, words), FieldChange.value(mineAt, mine, words));
    JsonNode kept = keepsMine ? mine : theirs;
    return isBlank(kept) ? null : kept;
  }

  private boolean row(String at, String theirs, String mine) {
    String key = "side-" + rows.size();
    String choice = chosen.getOrDefault(key, mine == null ? "theirs" : "mine");
    boolean keepsMine = choice.equals("mine");
    rows.add(new Row(key, words.place(at), theirs, mine, keepsMine));
    return keepsMine;
  }

  private static boolean isEmptyList(JsonNode node) {
    return node.isArray() && node.isEmpty();
  }

  private static boolean isBlank(JsonNode node) {
    return node == null || node.isNull() || node instanceof MissingNode;
  }
}
