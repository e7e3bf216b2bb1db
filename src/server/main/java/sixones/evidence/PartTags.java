package sixones.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags of a small part of a package, in one walk from its first character to its last. What is
 * not written as XML writes tags is refused: another program could read it otherwise.
 */
final class PartTags {
  private final String text;
  private int at;

  /**
   * A tag that opens an element, whatever it is called, with its attributes as they are written.
   */
  record Tag(Map<String, String> attributes) {}

  private PartTags(String text) {
    this.text = text;
  }

  static List<Tag> of(String text) {
    PartTags tags = new PartTags(text);
    List<Tag> all = new ArrayList<>();
    for (int next = text.indexOf('<'); next >= 0; next = text.indexOf('<', tags.at)) {
      tags.at = next + 1;
      char first = tags.sign();
      if (first == '?') {
        tags.behind("?>");
      } else if (first == '/') {
        tags.behind(">");
      } else {
        all.add(tags.tag());
      }
    }
    return all;
  }

  private Tag tag() {
    name();
    Map<String, String> attributes = new HashMap<>();
    while (true) {
      boolean apart = space();
      if (sign() == '/') {
        at++;
        broken(sign() != '>');
      }
      if (sign() == '>') {
        at++;
        return new Tag(attributes);
      }
      broken(!apart);
      String name = name();
      space();
      broken(sign() != '=');
      at++;
      space();
      broken(attributes.put(name, value()) != null);
    }
  }

  private char sign() {
    broken(at >= text.length());
    return text.charAt(at);
  }

  private boolean space() {
    int from = at;
    while (" \t\r\n".indexOf(sign()) >= 0) {
      at++;
    }
    return at > from;
  }

  private String name() {
    int from = at;
    while (" \t\r\n=/><\"'&".indexOf(sign()) < 0) {
      at++;
    }
    broken(at == from);
    return text.substring(from, at);
  }

  private String value() {
    char quote = sign();
    broken(quote != '"' && quote != '\'');
    int from = at + 1;
    int to = text.indexOf(quote, from);
    broken(to < 0 || text.substring(from, to).indexOf('<') >= 0);
    at = to + 1;
    return text.substring(from, to);
  }

  private void behind(String end) {
    int to = text.indexOf(end, at);
    broken(to < 0);
    at = to + end.length();
  }

  private static void broken(boolean is) {
    if (is) {
      throw EvidenceTypeReader.unfit("file-broken");
    }
  }
}
