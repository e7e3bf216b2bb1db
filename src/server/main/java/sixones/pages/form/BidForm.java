package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import sixones.bid.BidContract;
import sixones.bid.EntryReference;
import sixones.bid.Shape;
import sixones.pages.choice.ReferredEntries;
import sixones.ruleset.RuleSet;

/**
 * A bid as form fields: an immutable tree of what is written, in the structure of the contract. A
 * blank field is not stated. A value in another notation than the contract's is converted. A value
 * that is not understood stays as written, so that the reader of drafts reports the defect.
 */
public final class BidForm {
  /** Marks a list that is stated but has no entries. */
  static final String EMPTY_LIST = "[]";

  private static final ObjectWriter JSON =
      new ObjectMapper().writer().with(SerializationFeature.INDENT_OUTPUT);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RuleSet ruleSet;
  private final BidContract contract;
  private final ObjectNode tree;
  private final Function<JsonNode, StatedBid> reading;
  private final StatedBid stated;

  private BidForm(RuleSet ruleSet, ObjectNode tree, Function<JsonNode, StatedBid> reading) {
    this.ruleSet = ruleSet;
    this.contract = ruleSet.contract();
    this.tree = tree;
    this.reading = reading;
    this.stated = reading.apply(tree);
  }

  /** Returns an empty form with one blank entry in each list that answers a requirement. */
  static BidForm blank(RuleSet ruleSet) {
    BidContract contract = ruleSet.contract();
    ObjectNode tree = NODES.objectNode();
    tree.put("schema", contract.schemaName()).put("ruleSet", ruleSet.id());
    for (String section : contract.sections().keySet()) {
      if (contract.at("/" + section) instanceof Shape.Entries entries) {
        tree.putArray(section).add(blankOf(entries.of()));
      }
    }
    return new BidForm(ruleSet, tree, StatedBid::asWritten);
  }

  /** Returns the form of a readable bid. */
  public static BidForm of(JsonNode bid, RuleSet ruleSet) {
    ObjectNode tree = (ObjectNode) kept(ruleSet.contract().whole(), bid);
    return new BidForm(ruleSet, tree, StatedBid::asWritten);
  }

  /**
   * Returns the form for submitted fields.
   *
   * @param fields the texts by JSON Pointer; other names are ignored
   * @param labels gives the display names of a choice's word
   */
  public static BidForm of(
      Map<String, String> fields, RuleSet ruleSet, Function<String, List<String>> labels) {
    return of(fields, ruleSet, labels, name -> null);
  }

  /**
   * Returns the form for submitted fields.
   *
   * @param divisions gives the code of the division with a name, or null
   */
  static BidForm of(
      Map<String, String> fields,
      RuleSet ruleSet,
      Function<String, List<String>> labels,
      UnaryOperator<String> divisions) {
    Fields root = new Fields();
    fields.forEach(root::put);
    BidContract contract = ruleSet.contract();
    JsonNode tree = read(contract.whole(), root);
    return new BidForm(
        ruleSet,
        tree == null ? NODES.objectNode() : (ObjectNode) tree,
        written -> StatedBid.of(written, contract, labels, divisions));
  }

  /**
   * Returns a copy with one more blank entry in a list. What others refer to by an id has one from
   * now on, and so does every entry they can refer to from this list.
   *
   * @param list the JSON Pointer of the list
   */
  BidForm withEntry(String list) {
    ObjectNode changed = tree.deepCopy();
    Shape.Entries entries = (Shape.Entries) contract.at(list);
    Shapes.list(changed, list).add(blankOf(entries.of()));
    EntryReference toThese = ReferredEntries.identified(list, contract);
    EntryReference fromHere = referring(list);
    if (toThese != null || fromHere != null) {
      ReferredEntries.identify(changed, toThese != null ? toThese : fromHere);
    }
    return new BidForm(ruleSet, changed, reading);
  }

  /** Returns what the texts of a list refer to by an id; null if they do not. */
  EntryReference referring(String list) {
    return contract.reference(list + "/0").filter(EntryReference::closed).orElse(null);
  }

  /**
   * Returns a copy with one more entry that a list refers to, and with the list referring to it; if
   * the list refers to nothing or is full, the same form.
   *
   * @param list the JSON Pointer of the referring list
   * @param title what the new entry is called
   * @param language the member of the title that takes it
   */
  BidForm withReferred(String list, String title, String language) {
    EntryReference reference = referring(list);
    if (reference == null
        || !Shapes.isList(contract, list)
        || !tree.at(list.substring(0, list.lastIndexOf('/'))).isObject()
        || tree.at(list).size() >= Shapes.most(contract, list)
        || tree.at(reference.list()).size() >= Shapes.most(contract, reference.list())) {
      return this;
    }
    ObjectNode changed = tree.deepCopy();
    ObjectNode entry = Shapes.list(changed, reference.list()).addObject();
    entry.putObject(reference.title()).put(language, title);
    ReferredEntries.identify(changed, reference);
    ArrayNode referring = Shapes.list(changed, list);
    JsonNode id = entry.get(reference.by());
    for (int i = 0; i < referring.size(); i++) {
      if (referring.get(i).asText("").isBlank() || referring.get(i).isNull()) {
        referring.set(i, id);
        return new BidForm(ruleSet, changed, reading);
      }
    }
    referring.add(id);
    return new BidForm(ruleSet, changed, reading);
  }

  /**
   * Returns a copy with an entry put into a list; at its end if the list has fewer entries.
   *
   * @param entry the JSON Pointer the entry gets
   */
  BidForm withEntry(String entry, JsonNode value) {
    ObjectNode changed = tree.deepCopy();
    int slash = entry.lastIndexOf('/');
    ArrayNode list = Shapes.list(changed, entry.substring(0, slash));
    int index = Integer.parseInt(entry.substring(slash + 1));
    list.insert(Math.min(index, list.size()), value);
    return new BidForm(ruleSet, changed, reading);
  }

  /**
   * Returns a copy without one entry of a list.
   *
   * @param entry the JSON Pointer of the entry; ignored if there is no such entry
   */
  BidForm without(String entry) {
    ObjectNode changed = tree.deepCopy();
    int slash = Math.max(0, entry.lastIndexOf('/'));
    if (changed.at(entry.substring(0, slash)) instanceof ArrayNode list) {
      String index = entry.substring(slash + 1);
      if (index.matches("[0-9]{1,4}") && Integer.parseInt(index) < list.size()) {
        list.remove(Integer.parseInt(index));
        if (list.isEmpty()) {
          Shapes.takeOut(changed, entry.substring(0, slash));
        }
      }
    }
    return new BidForm(ruleSet, changed, reading);
  }

  static JsonNode blankOf(Shape shape) {
    return shape instanceof Shape.Members ? NODES.objectNode() : NODES.nullNode();
  }

  /** Returns the rule set whose contract the form follows. */
  public RuleSet ruleSet() {
    return ruleSet;
  }

  /** Returns the contract whose places the form has. */
  public BidContract contract() {
    return contract;
  }

  /** Returns the id of the applicant as written; empty if it is not stated. */
  public String applicant() {
    return tree.at(contract.applicant()).asText("");
  }

  /** Returns the values as written, in the structure of the contract. */
  public JsonNode tree() {
    return tree;
  }

  /** Returns the bid that the form states, in the notation of the contract. */
  public JsonNode bid() {
    return stated.bid();
  }

  /** Returns the values converted to the notation of the contract. */
  StatedBid stated() {
    return stated;
  }

  /** Returns whether the form states nothing beyond {@code schema} and {@code ruleSet}. */
  boolean isBlank() {
    ObjectNode rest = tree.deepCopy();
    rest.remove("schema");
    rest.remove("ruleSet");
    return saysNothing(rest);
  }

  static boolean saysNothing(JsonNode node) {
    if (node.isContainerNode()) {
      for (JsonNode child : node) {
        if (!saysNothing(child)) {
          return false;
        }
      }
      return true;
    }
    return node.isNull() || node.isMissingNode();
  }

  /** Returns the bid file: JSON, indented by two spaces, with a final line feed. */
  public byte[] file() {
    try {
      byte[] json = JSON.writeValueAsBytes(stated.bid());
      byte[] file = Arrays.copyOf(json, json.length + 1);
      file[json.length] = '\n';
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns whether a form can represent the whole document, so that saving the form loses nothing.
   */
  static boolean holds(JsonNode document, BidContract contract) {
    return document.isObject() && holds(contract.whole(), document);
  }

  private static boolean holds(Shape shape, JsonNode node) {
    if (node.isNull()) {
      return true;
    }
    if (shape instanceof Shape.Members members) {
      return node.isObject()
          && node.properties().stream()
              .allMatch(
                  member ->
                      members.members().containsKey(member.getKey())
                          && holds(members.members().get(member.getKey()), member.getValue()));
    }
    if (shape instanceof Shape.Entries entries) {
      if (!node.isArray() || node.size() > Shape.MOST_ENTRIES) {
        return false;
      }
      for (JsonNode entry : node) {
        if (!holds(entries.of(), entry)) {
          return false;
        }
      }
      return true;
    }
    // An HTML field cannot carry NUL, CR or unpaired surrogates unchanged.
    String text = node.asText();
    return node.isValueNode()
        && text.chars().noneMatch(c -> c == 0 || c == '\r')
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static JsonNode kept(Shape shape, JsonNode node) {
    if (shape instanceof Shape.Members members) {
      ObjectNode object = NODES.objectNode();
      members
          .members()
          .forEach(
              (name, below) -> {
                JsonNode value = node.path(name);
                if (!value.isMissingNode() && !value.isNull()) {
                  object.set(name, kept(below, value));
                }
              });
      return object;
    }
    if (shape instanceof Shape.Entries entries) {
      ArrayNode list = NODES.arrayNode();
      node.forEach(
          entry -> list.add(entry.isNull() ? blankOf(entries.of()) : kept(entries.of(), entry)));
      return list;
    }
    boolean whole = node.canConvertToInt() && node.canConvertToExactIntegral();
    return shape instanceof Shape.Whole && whole ? NODES.numberNode(node.intValue()) : node;
  }

  private static JsonNode read(Shape shape, Fields fields) {
    if (shape instanceof Shape.Members members) {
      ObjectNode object = NODES.objectNode();
      members
          .members()
          .forEach(
              (name, below) -> {
                Fields there = fields.below(name);
                JsonNode value = there == null ? null : read(below, there);
                if (value != null && !(value.isObject() && value.isEmpty())) {
                  object.set(name, value);
                }
              });
      return object;
    }
    if (shape instanceof Shape.Entries entries) {
      ArrayNode list = NODES.arrayNode();
      for (Fields entry : fields.inOrder()) {
        JsonNode value = read(entries.of(), entry);
        list.add(value == null ? blankOf(entries.of()) : value);
      }
      return list.isEmpty() && !EMPTY_LIST.equals(fields.text()) ? null : list;
    }
    boolean blank = fields.text() == null || fields.text().isBlank();
    return blank ? null : TextNode.valueOf(fields.text());
  }
}
