package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import sixones.bid.Shape.Entries;
import sixones.bid.Shape.Form;
import sixones.bid.Shape.Members;
import sixones.bid.Shape.Whole;
import sixones.bid.Shape.YesNo;
import sixones.text.WhiteSpace;

/**
 * Reads a JSON draft as plain as nearly all of them: without a defect and without an escape. It
 * refuses nothing; at whatever it does not expect it gives up, and {@link PlaceReader} reads the
 * draft from its beginning. Every method returns null if it gives up.
 */
final class PlainReader {
  private static final int MOST_DIGITS = 4;

  private final byte[] bytes;
  private int at;

  private PlainReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a draft.
   *
   * @param bytes well-formed UTF-8
   */
  static ObjectNode read(byte[] bytes, PlainShape whole) {
    PlainReader reader = new PlainReader(bytes);
    if (reader.next() != '{') {
      return null;
    }
    ObjectNode tree = reader.members(whole);
    return reader.next() < 0 ? tree : null;
  }

  /** Skips white space and returns the byte behind it, now passed; -1 at the end. */
  private int next() {
    while (at < bytes.length) {
      byte b = bytes[at++];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b & 0xFF;
      }
    }
    return -1;
  }

  private JsonNode value(PlainShape plain) {
    Shape shape = plain.shape();
    int first = next();
    return switch (first) {
      case '{' -> shape instanceof Members ? members(plain) : null;
      case '[' -> shape instanceof Entries entries ? entries(plain.below(0), entries.most()) : null;
      case '"' -> text(plain);
      case 'n' -> passes("ull") ? NullNode.instance : null;
      case 't' -> shape instanceof YesNo && passes("rue") ? BooleanNode.TRUE : null;
      case 'f' -> shape instanceof YesNo && passes("alse") ? BooleanNode.FALSE : null;
      default -> shape instanceof Whole whole ? whole(whole, first) : null;
    };
  }

  private ObjectNode members(PlainShape plain) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    int likely = 0;
    int sign = next();
    if (sign == '}') {
      return hasAllDemanded(plain, object) ? object : null;
    }
    while (sign == '"') {
      int member = plain.member(bytes, at, likely);
      if (member < 0) {
        return null;
      }
      at += plain.length(member);
      likely = member + 1;
      JsonNode value = next() == ':' ? value(plain.below(member)) : null;
      if (value == null || object.replace(plain.name(member), value) != null) {
        return null;
      }
      sign = next();
      if (sign == '}') {
        return hasAllDemanded(plain, object) ? object : null;
      }
      sign = sign == ',' ? next() : -1;
    }
    return null;
  }

  private static boolean hasAllDemanded(PlainShape plain, ObjectNode object) {
    for (String name : ((Members) plain.shape()).demanded()) {
      JsonNode value = object.get(name);
      if (value == null || PlaceReader.isBlank(value)) {
        return false;
      }
    }
    return true;
  }

  private ArrayNode entries(PlainShape of, int most) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (isEnd(']')) {
      return list;
    }
    int sign = ',';
    while (sign == ',' && list.size() < most) {
      JsonNode value = value(of);
      if (value == null) {
        return null;
      }
      list.add(value);
      sign = next();
    }
    return sign == ']' ? list : null;
  }

  /** Passes a sign if it comes next. */
  private boolean isEnd(char sign) {
    int before = at;
    if (next() == sign) {
      return true;
    }
    at = before;
    return false;
  }

  private JsonNode text(PlainShape plain) {
    int start = at;
    while (at < bytes.length && bytes[at] != '"') {
      if (bytes[at] == '\\' || bytes[at] >= 0 && bytes[at] < ' ') {
        return null;
      }
      at++;
    }
    if (at == bytes.length) {
      return null;
    }
    String text = new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
    return plain.shape() instanceof Form form ? formed(form, text) : plain.word(text);
  }

  private static JsonNode formed(Form form, String text) {
    if (text.length() > Math.min(form.most(), Shape.MOST_CHARACTERS)) {
      return null;
    }
    if (form.body() != null && WhiteSpace.fills(text)) {
      return NullNode.instance;
    }
    return TextForms.fits(form, text) ? TextNode.valueOf(text) : null;
  }

  private JsonNode whole(Whole shape, int first) {
    int value = first - '0';
    if (value < 1 || value > 9) {
      return null;
    }
    int end = Math.min(bytes.length, at + MOST_DIGITS - 1);
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      value = 10 * value + bytes[at++] - '0';
    }
    return value >= shape.least() && value <= shape.most() ? IntNode.valueOf(value) : null;
  }

  /** Passes the rest of a word. */
  private boolean passes(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if (at == bytes.length || bytes[at++] != rest.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
