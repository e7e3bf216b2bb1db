package sixones.bid;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shape with the names of its members, and its words, as they stand in a JSON draft. */
final class PlainShape {
  private final Shape shape;
  private final List<String> names = new ArrayList<>();
  private final List<byte[]> written = new ArrayList<>();
  private final List<PlainShape> below = new ArrayList<>();
  private final Map<String, TextNode> words = new HashMap<>();

  PlainShape(Shape shape) {
    this.shape = shape;
    if (shape instanceof Shape.Members members) {
      for (Map.Entry<String, Shape> member : members.members().entrySet()) {
        names.add(member.getKey());
        written.add((member.getKey() + '"').getBytes(StandardCharsets.UTF_8));
        below.add(new PlainShape(member.getValue()));
      }
    } else if (shape instanceof Shape.Entries entries) {
      below.add(new PlainShape(entries.of()));
    } else if (shape instanceof Shape.Choice choice) {
      choice.words().forEach(word -> words.put(word, TextNode.valueOf(word)));
    }
  }

  Shape shape() {
    return shape;
  }

  /** Returns the shape of a member; of a list, that of its entries at 0. */
  PlainShape below(int index) {
    return below.get(index);
  }

  /** Returns a word of a choice; null if it is none of them. */
  TextNode word(String text) {
    return words.get(text);
  }

  String name(int member) {
    return names.get(member);
  }

  /** Returns how many bytes a name takes, with the quotation mark after it. */
  int length(int member) {
    return written.get(member).length;
  }

  /**
   * Returns the member whose name stands in a draft.
   *
   * @param at where the name begins, behind its quotation mark
   * @param likely the member to be tried first: most drafts keep the order of the contract
   * @return its index; -1 if it is none of them
   */
  int member(byte[] draft, int at, int likely) {
    for (int i = 0; i < names.size(); i++) {
      int member = (likely + i) % names.size();
      byte[] name = written.get(member);
      int end = at + name.length;
      if (end <= draft.length && Arrays.equals(draft, at, end, name, 0, name.length)) {
        return member;
      }
    }
    return -1;
  }
}
