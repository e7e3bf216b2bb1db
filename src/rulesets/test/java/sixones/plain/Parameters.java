package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters in force on the day: lists folded for comparison, all ready to be recorded. */
public final class Parameters {
  private final Map<String, Object> given;
  private final Map<String, Set<String>> folded = new HashMap<>();
  private final Map<String, JsonNode> written = new HashMap<>();
  private final States states;
  private final Names names;
  private final Cores cores;
  private final Catalogue catalogue;
  private final Province province;
  private final DivisionNames divisionNames;

  public Parameters(Map<String, Object> given) {
    this.given = Map.copyOf(given);
    this.given.forEach(this::read);
    states = new States(this);
    names = new Names(this);
    cores = new Cores(this, names);
    catalogue = new Catalogue(this, names);
    province = new Province(this);
    divisionNames = new DivisionNames(this);
  }

  private void read(String id, Object value) {
    if (value instanceof List<?> list) {
      Set<String> texts = new HashSet<>();
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Object entry : list) {
        texts.add(Folding.fold((String) entry));
        array.add((String) entry);
      }
      folded.put(id, texts);
      written.put(id, array);
    } else if (value instanceof BigDecimal number) {
      written.put(
          id,
          number.scale() <= 0
              ? IntNode.valueOf(number.intValueExact())
              : TextNode.valueOf(number.toPlainString()));
    } else {
      written.put(id, TextNode.valueOf((String) value));
    }
  }

  /** A list as given; empty if the rule set has no such parameter. */
  public List<String> texts(String id) {
    List<String> texts = new ArrayList<>();
    written
        .getOrDefault(id, MissingNode.getInstance())
        .forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  public States states() {
    return states;
  }

  public Names names() {
    return names;
  }

  public Cores cores() {
    return cores;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Province province() {
    return province;
  }

  public DivisionNames divisionNames() {
    return divisionNames;
  }

  public boolean lists(String id, String text) {
    return folded.get(id).contains(Folding.fold(text));
  }

  public boolean says(String id, String text) {
    return text.equals(given.get(id));
  }

  public BigDecimal number(String id) {
    return (BigDecimal) given.get(id);
  }

  public JsonNode written(String id) {
    return written.get(id);
  }
}
