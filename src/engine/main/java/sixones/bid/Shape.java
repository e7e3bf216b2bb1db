package sixones.bid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.text.WhiteSpace;

/**
 * What may stand at a place of a bid. One description serves the reader and the published JSON
 * Schema, so that the two cannot differ.
 */
public sealed interface Shape {
  /** The most entries a list may have. */
  int MOST_ENTRIES = 200;

  /** The most characters (code points) a text may have. */
  int MOST_CHARACTERS = 20_000;

  /** The JSON Schema (2020-12) of this place; blank is allowed unless the member is demanded. */
  ObjectNode schema(boolean demanded);

  /** An object with these members and no others; those demanded must be stated. */
  record Members(Map<String, Shape> members, Set<String> demanded) implements Shape {
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

    /** The shape of a place below this one, by a relative pointer; null if there is none. */
    public Shape below(String path) {
      Shape shape = this;
      for (String member : path.split("/", -1)) {
        shape = shape instanceof Members m ? m.members.get(member) : null;
      }
      return shape;
    }
  }

  /** A list of at most {@value #MOST_ENTRIES} entries of one shape. */
  record Entries(Shape of) implements Shape {
    @Override
    public ObjectNode schema(boolean demanded) {
      ObjectNode schema = typed("array", demanded).put("maxItems", MOST_ENTRIES);
      schema.set("items", of.schema(false));
      return schema;
    }
  }

  /**
   * A text of one form; {@code kind} names the defect of a text that has not this form.
   *
   * @param body a regular expression for the whole text; null for free text
   */
  record Form(String kind, String body, String says) implements Shape {
    @Override
    public ObjectNode schema(boolean demanded) {
      ObjectNode schema = typed("string", demanded);
      schema.put("maxLength", MOST_CHARACTERS);
      if (body != null) {
        schema.put(
            "pattern", demanded ? "^" + body + "$" : "^(" + WhiteSpace.ANY + "|" + body + ")$");
      } else if (demanded) {
        schema.put("pattern", WhiteSpace.OTHER);
      }
      return says == null ? schema : schema.put("description", says);
    }
  }

  /** One word of a closed set. */
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

  /** A whole number between two bounds. */
  record Whole(String kind, int least, int most) implements Shape {
    @Override
    public ObjectNode schema(boolean demanded) {
      return orBlank("integer", demanded).put("minimum", least).put("maximum", most);
    }
  }

  /** True or false. */
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

  /** An object of these members, given as name, shape, name, shape …; none is demanded. */
  static Members members(Object... namesAndShapes) {
    Map<String, Shape> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndShapes.length; i += 2) {
      members.put((String) namesAndShapes[i], (Shape) namesAndShapes[i + 1]);
    }
    return new Members(members, Set.of());
  }
}
