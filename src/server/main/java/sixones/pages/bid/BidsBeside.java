package sixones.pages.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.DraftDifference;

/**
 * Two bids side by side, or two versions of one: the same field stands in the same line, and what
 * differs is marked. Entries of lists are matched so that the fewest lines differ.
 *
 * @param differing the number of lines that differ
 */
public record BidsBeside(List<Section> sections, int differing) {

  /** The lines of one member of the bid. */
  public record Section(String label, List<Line> lines, int differing) {}

  /** How the two sides of a line compare. */
  public enum Mark {
    SAME,
    DIFFERS,
    /** Only the left bid states it. */
    ONLY_LEFT,
    /** Only the right bid states it. */
    ONLY_RIGHT
  }

  /**
   * One field of both bids, or the heading of the entries whose fields follow.
   *
   * @param heading whether it is a heading
   * @param otherLabel the label on the right side; null if it is that on the left
   * @param left the part of the left bid; null if it has no such part
   */
  public record Line(
      boolean heading, String label, String otherLabel, BidPart left, BidPart right, Mark mark) {

    /** Returns the message key of its mark. */
    public String words() {
      return switch (mark) {
        case SAME -> "beside.same";
        case DIFFERS -> "beside.differs";
        case ONLY_LEFT -> "beside.only-left";
        case ONLY_RIGHT -> "beside.only-right";
      };
    }

    /** Returns whether the two sides differ. */
    public boolean isMarked() {
      return mark != Mark.SAME;
    }
  }

  /** Compares two readable bids in the same language. */
  public static BidsBeside of(ReadableBid left, ReadableBid right) {
    List<Section> sections = new ArrayList<>();
    matched(left.sections(), right.sections())
        .forEach(
            (step, pair) -> {
              List<Line> lines = new ArrayList<>();
              add("", pair, lines);
              BidPart either = pair.either();
              sections.add(new Section(either.label(), lines, count(lines)));
            });
    return new BidsBeside(sections, sections.stream().mapToInt(Section::differing).sum());
  }

  /** Returns only the lines that differ, with the headings above them. */
  public BidsBeside onlyDiffering() {
    List<Section> some = new ArrayList<>();
    for (Section section : sections) {
      List<Line> lines = new ArrayList<>();
      Line heading = null;
      for (Line line : section.lines()) {
        if (line.heading()) {
          heading = line;
        } else if (line.isMarked()) {
          if (heading != null) {
            lines.add(heading);
            heading = null;
          }
          lines.add(line);
        }
      }
      if (!lines.isEmpty()) {
        some.add(new Section(section.label(), lines, section.differing()));
      }
    }
    return new BidsBeside(some, differing);
  }

  private static int count(List<Line> lines) {
    return (int) lines.stream().filter(Line::isMarked).count();
  }

  /** The same part of both bids; null on the side that has none. */
  private record Sides(BidPart left, BidPart right) {
    BidPart either() {
      return left != null ? left : right;
    }

    List<BidPart> leftParts() {
      return left == null ? List.of() : left.parts();
    }

    List<BidPart> rightParts() {
      return right == null ? List.of() : right.parts();
    }

    boolean isList() {
      return isOf(BidPart.Kind.LIST);
    }

    boolean isOf(BidPart.Kind kind) {
      return (left == null || left.kind() == kind) && (right == null || right.kind() == kind);
    }

    /** Returns whether a side has fields of its own to compare. */
    boolean hasFields() {
      boolean leaf =
          isOf(BidPart.Kind.FIELD) || isOf(BidPart.Kind.REFERENCE) || isOf(BidPart.Kind.OTHER);
      return !leaf && !(leftParts().isEmpty() && rightParts().isEmpty());
    }
  }

  private static void add(String above, Sides sides, List<Line> lines) {
    if (!sides.hasFields()) {
      lines.add(line(above, sides));
    } else if (sides.isList()) {
      for (Sides entry : entries(sides)) {
        if (entry.hasFields() && !entry.isOf(BidPart.Kind.NAMES)) {
          lines.add(heading(entry));
          matched(entry.leftParts(), entry.rightParts())
              .forEach((step, pair) -> add("", pair, lines));
        } else {
          add("", entry, lines);
        }
      }
    } else {
      String label = above.isEmpty() ? "" : above + " › ";
      boolean names = sides.isOf(BidPart.Kind.NAMES);
      matched(sides.leftParts(), sides.rightParts())
          .forEach(
              (step, pair) -> add(names ? label + sides.either().label() : label, pair, lines));
    }
  }

  private static Line heading(Sides entry) {
    return new Line(
        true, entry.either().label(), otherLabel(entry), entry.left(), entry.right(), Mark.SAME);
  }

  private static Line line(String above, Sides sides) {
    String label = sides.either().label();
    return new Line(
        false,
        above.isEmpty() ? label : above + " › " + label,
        above.isEmpty() ? otherLabel(sides) : null,
        sides.left(),
        sides.right(),
        mark(sides.left(), sides.right()));
  }

  private static String otherLabel(Sides sides) {
    return sides.left() == null
            || sides.right() == null
            || sides.left().label().equals(sides.right().label())
        ? null
        : sides.right().label();
  }

  private static Mark mark(BidPart left, BidPart right) {
    boolean isLeft = left != null && !left.isBlank();
    boolean isRight = right != null && !right.isBlank();
    if (isLeft != isRight) {
      return isLeft ? Mark.ONLY_LEFT : Mark.ONLY_RIGHT;
    }
    return !isLeft || isSame(left, right) ? Mark.SAME : Mark.DIFFERS;
  }

  /** Returns whether both say the same; of a document, whether the documents are alike, too. */
  private static boolean isSame(BidPart left, BidPart right) {
    return said(left).equals(said(right))
        && (left.kind() != BidPart.Kind.REFERENCE
            || object(left.parts()).equals(object(right.parts())));
  }

  /** Returns the parts of two groups that have the same place in both. */
  private static Map<String, Sides> matched(List<BidPart> left, List<BidPart> right) {
    Map<String, Sides> matched = new LinkedHashMap<>();
    left.forEach(part -> matched.put(step(part), new Sides(part, null)));
    for (BidPart part : right) {
      matched.merge(step(part), new Sides(null, part), (one, other) -> new Sides(one.left(), part));
    }
    return matched;
  }

  private static List<Sides> entries(Sides list) {
    List<Sides> entries = new ArrayList<>();
    for (DraftDifference.Pair pair :
        DraftDifference.pairs(array(list.leftParts()), array(list.rightParts()))) {
      entries.add(
          new Sides(
              pair.before() < 0 ? null : list.leftParts().get(pair.before()),
              pair.after() < 0 ? null : list.rightParts().get(pair.after())));
    }
    return entries;
  }

  private static String step(BidPart part) {
    return part.pointer().substring(part.pointer().lastIndexOf('/') + 1);
  }

  /** Returns what a part says, in a form that can be compared; of a document, its id. */
  private static JsonNode said(BidPart part) {
    if (part.isBlank()) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (part.kind() == BidPart.Kind.REFERENCE || part.parts().isEmpty()) {
      return JsonNodeFactory.instance.textNode(part.written());
    }
    if (part.kind() == BidPart.Kind.LIST) {
      return array(part.parts());
    }
    return object(part.parts());
  }

  private static ObjectNode object(List<BidPart> parts) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    parts.forEach(part -> object.set(step(part), said(part)));
    return object;
  }

  private static ArrayNode array(List<BidPart> parts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    parts.forEach(part -> array.add(said(part)));
    return array;
  }
}
