package sixones.bid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.text.WhiteSpace;

/**
 * The shape of a value in a bid. The reader and the published JSON Schema both derive from it, so
 * that they cannot differ.
 */
public sealed interface Shape {
  /** The maximum number of entries in a list. */
  int MOST_ENTRIES = 200;

  /** The maximum length of a text, in code points. */
  int MOST_CHARACTERS = 20_000;

  /**
   * Returns the JSON Schema (draft 2020-12) of this shape.
   *
   * @param demanded whether the member is required; otherwise the schema also accepts a blank
   */
  ObjectNode schema(boolean demanded);

  /**
   * An object with exactly these members.
   *
   * @param demanded the names of the required members
   * @param hidden the names of the members whose values only the applicant and the office may see
   */
  record Members(Map<String, Shape> members, Set<String> demanded, Set<String> hidden)
      implements Shape {
    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    @Override
    public ObjectNode schema(boolean demandedHere) {
      ObjectNode schema = typed("object", demandedHere);
      ObjectNode properties = schema.putObject("properties");
      members.forEach((name, shape) -> properties.set(name, shape.schema(demanded.contains(name))));
      if (!demanded.isEmpty()) {
        demanded.forEach(schema.withArray("required")::add);
      }
      return schema.put("additionalProperties", false);
    }

    /** Returns whether it is a name in English and Chinese. */
    public boolean isNames() {
      return members.keySet().equals(LANGUAGES);
    }

    /**
     * Returns the shape at a relative pointer, such as {@code city/code}; null if there is none.
     */
    public Shape below(String path) {
      Shape shape = this;
      for (String member : path.split("/", -1)) {
        shape = shape instanceof Members m ? m.members.get(member) : null;
      }
      return shape;
    }
  }

  /** A list of entries of one shape. */
  record Entries(Shape of, int most) implements Shape {
    @Override
    public ObjectNode schema(boolean demanded) {
      ObjectNode schema = typed("array", demanded).put("maxItems", most);
      schema.set("items", of.schema(false));
      return schema;
    }
  }

  /**
   * A text of one form.
   *
   * @param kind the kind of defect of a text that does not match
   * @param body a regular expression for the whole text; null for free text
   * @param says the description in the JSON Schema; null for none
   * @param most the maximum length in code points
   */
  record Form(String kind, String body, String says, int most) implements Shape {
    @Override
    public ObjectNode schema(boolean demanded) {
      ObjectNode schema = typed("string", demanded);
      schema.put("maxLength", most);
      if (body != null) {
        schema.put(
            "pattern", demanded ? "^" + body + "$" : "^(" + WhiteSpace.ANY + "|" + body + ")$");
      } else if (demanded) {
        schema.put("pattern", WhiteSpace.OTHER);
      }
      return says == null ? schema : schema.put("description", says);
    }
  }

  /** One word of an enumeration. */
  record Choice(List<String> words) implements Shape {
    @Override
    public ObjectNode schema(boolean demanded) {
      ObjectNode word = JsonNodeFactory.instance.objectNode();
      words.forEach(word.withArray("enum")::add);
      if (demanded) {
        return word;
      }
      word.withArray("enum").addNull();
      ObjectNode schema = JsonNodeFactory.instance.objectNode();
      ObjectNode blank = schema.withArray("anyOf").add(word).addObject().put("type", "string");
      blank(blank);
      return schema;
    }
  }

  /** An integer within inclusive bounds. */
  record Whole(String kind, int least, int most) implements Shape {
    @Override
    public ObjectNode schema(boolean demanded) {
      return orBlank("integer", demanded).put("minimum", least).put("maximum", most);
    }
  }

  /** A boolean. */
  record YesNo() implements Shape {
    @Override
    public ObjectNode schema(boolean demanded) {
      return orBlank("boolean", demanded);
    }
  }

  private static ObjectNode orBlank(String type, boolean demanded) {
    ObjectNode schema = typed(type, demanded);
    if (!demanded) {
      schema.withArray("type").add("string");
      blank(schema);
    }
    return schema;
  }

  private static void blank(ObjectNode schema) {
    schema.put("maxLength", MOST_CHARACTERS).put("pattern", "^" + WhiteSpace.ANY + "$");
  }

  private static ObjectNode typed(String type, boolean demanded) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    if (demanded) {
      return schema.put("type", type);
    }
    schema.putArray("type").add(type).add("null");
    return schema;
  }
}
