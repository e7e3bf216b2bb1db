package sixones.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes one JSON document in UTF-8, with names and words that are encoded already. It escapes as
 * Jackson's generator does, surrogates included, and skips what makes a general one slow: it does
 * not check that names and values take turns.
 */
public final class JsonBytes {
  private static final byte[] HEXADECIMAL = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** How many bytes a character takes at most that is not escaped. */
  private static final int MOST_BYTES = 3;

  /** What stands for each ASCII character in a text; null for the character itself. */
  private static final byte[][] ESCAPES = new byte[0x80][];

  static {
    for (int c = 0; c < ' '; c++) {
      ESCAPES[c] = escape((char) c);
    }
    String named = "\b\t\n\f\r\"\\";
    for (int i = 0; i < named.length(); i++) {
      ESCAPES[named.charAt(i)] = new byte[] {'\\', (byte) "btnfr\"\\".charAt(i)};
    }
  }

  private byte[] bytes;
  private int end;

  /** Whether a comma precedes the next name or value. */
  private boolean comma;

  JsonBytes(int capacity) {
    this(new byte[capacity]);
  }

  /** Writes into a buffer, and into a longer one once it is full; what is returned is a copy. */
  JsonBytes(byte[] buffer) {
    bytes = buffer;
  }

  /** Returns a text as JSON has it, with its quotation marks. */
  static byte[] encoded(String text) {
    JsonBytes json = new JsonBytes(text.length() + 2);
    json.text(text);
    return json.toByteArray();
  }

  /** Returns a name as JSON has it, with the colon. */
  static byte[] name(String name) {
    JsonBytes json = new JsonBytes(name.length() + 3);
    json.text(name);
    json.put(':');
    return json.toByteArray();
  }

  /** Writes a name and a text. */
  public void member(String name, String text) {
    member(EncodedWords.name(name), text);
  }

  void member(byte[] name, String text) {
    name(name);
    text(text);
  }

  void member(byte[] name, byte[] word) {
    name(name);
    encoded(word);
  }

  void member(byte[] name, int number) {
    name(name);
    ascii(String.valueOf(number));
  }

  /** Writes a name that is encoded already. */
  void name(byte[] name) {
    encoded(name);
    comma = false;
  }

  /** Writes the encoded rest of a value, from its closing bracket on. */
  void rest(byte[] rest) {
    putAll(rest);
    comma = true;
  }

  void startObject() {
    start('{');
  }

  void endObject() {
    end('}');
  }

  void startArray() {
    start('[');
  }

  void endArray() {
    end(']');
  }

  private void start(char bracket) {
    separate();
    put(bracket);
    comma = false;
  }

  private void end(char bracket) {
    put(bracket);
    comma = true;
  }

  /** Writes a value that is encoded already. */
  void encoded(byte[] value) {
    separate();
    putAll(value);
  }

  /** Writes a number, true, false or null. */
  private void ascii(String ascii) {
    separate();
    room(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[end++] = (byte) ascii.charAt(i);
    }
  }

  /** Writes a text; null as null. */
  void text(String text) {
    if (text == null) {
      ascii("null");
      return;
    }
    separate();
    room(MOST_BYTES * text.length() + 2);
    bytes[end++] = '"';
    int plain = plain(text);
    if (plain < text.length()) {
      beyondPlain(text, plain);
    }
    bytes[end++] = '"';
  }

  /** Writes the characters that stand for themselves, up to the first other one; returns where. */
  private int plain(String text) {
    byte[] to = bytes;
    int from = end;
    int length = text.length();
    int at = 0;
    while (at < length) {
      char c = text.charAt(at);
      if (c >= 0x80 || ESCAPES[c] != null) {
        break;
      }
      to[from + at++] = (byte) c;
    }
    end = from + at;
    return at;
  }

  private void beyondPlain(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 && ESCAPES[c] == null) {
        bytes[end++] = (byte) c;
      } else if (c >= 0x80 && !Character.isSurrogate(c)) {
        beyondAscii(c);
      } else {
        putAll(c < 0x80 ? ESCAPES[c] : escape(c));
        room(MOST_BYTES * (text.length() - i) + 2);
      }
    }
  }

  private void beyondAscii(char c) {
    if (c < 0x800) {
      bytes[end++] = (byte) (0xC0 | c >> 6);
    } else {
      bytes[end++] = (byte) (0xE0 | c >> 12);
      bytes[end++] = (byte) (0x80 | c >> 6 & 0x3F);
    }
    bytes[end++] = (byte) (0x80 | c & 0x3F);
  }

  private static byte[] escape(char c) {
    return new byte[] {
      '\\',
      'u',
      HEXADECIMAL[c >> 12],
      HEXADECIMAL[c >> 8 & 0xF],
      HEXADECIMAL[c >> 4 & 0xF],
      HEXADECIMAL[c & 0xF]
    };
  }

  /** Writes a value as a mapper would. */
  void value(JsonNode value) {
    if (value instanceof TextNode plain) {
      text(plain.textValue());
    } else if (value.isIntegralNumber() || value.isBoolean() || value.isNull()) {
      ascii(value.asText());
    } else if (value.isArray()) {
      startArray();
      for (JsonNode entry : value) {
        value(entry);
      }
      endArray();
    } else if (value.isObject()) {
      startObject();
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        text(member.getKey());
        put(':');
        comma = false;
        value(member.getValue());
      }
      endObject();
    } else {
      throw new IllegalStateException(
          "a value of a finding is never of type " + value.getNodeType());
    }
  }

  /** Ends the document with a line feed and returns it. */
  byte[] endLine() {
    put('\n');
    return toByteArray();
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, end);
  }

  private void separate() {
    if (comma) {
      put(',');
    }
    comma = true;
  }

  private void putAll(byte[] all) {
    room(all.length);
    System.arraycopy(all, 0, bytes, end, all.length);
    end += all.length;
  }

  private void put(char ascii) {
    room(1);
    bytes[end++] = (byte) ascii;
  }

  private void room(int more) {
    if (bytes.length - end < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
    }
  }
}
