package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.ContractMember;
import sixones.bid.Shape;
import sixones.bid.UnreadableDraft;
import sixones.fact.DraftNode;

/** What an entry of a list must hold: one test for each of its members, all of them needed. */
final class EntryCondition {

  private interface Test {
    /** Returns whether a stated value holds; null if the other side is not in force. */
    Boolean holds(Object value, FactSeed fact);
  }

  private record Part(String member, String kind, boolean blankHolds, Test test) {}

  private final List<Part> parts = new ArrayList<>();
  private final Set<String> reads = new HashSet<>();

  private EntryCondition() {}

  /**
   * Reads a condition.
   *
   * @param entry the place of the entries, with {@code *} for an index
   */
  static EntryCondition of(JsonNode described, String entry, FactScope scope) {
    EntryCondition condition = new EntryCondition();
    if (!described.isObject() || described.isEmpty()) {
      throw scope.broken("a condition has a member and what it must be: hold: { level: national }");
    }
    for (Map.Entry<String, JsonNode> part : described.properties()) {
      String place = entry + "/" + part.getKey();
      ContractMember member = scope.contract().member(place);
      if (member == null) {
        throw scope.broken("there is no place " + place);
      }
      condition.reads.add(place);
      condition.parts.add(
          new Part(
              part.getKey(),
              member.kind(),
              part.getValue().asText().equals("stated"),
              test(part.getValue(), member, place, scope)));
    }
    return condition;
  }

  private static Test test(
      JsonNode expected, ContractMember member, String place, FactScope scope) {
    if (expected.asText().equals("stated")) {
      return (value, fact) -> true;
    }
    if (expected.isTextual() || expected.isArray()) {
      Set<String> words = new HashSet<>();
      if (expected.isArray()) {
        expected.forEach(word -> words.add(word.asText()));
      } else {
        words.add(expected.asText());
      }
      if (!(member.shape() instanceof Shape.Choice choice) || !choice.words().containsAll(words)) {
        throw scope.broken(place + " is never one of " + words);
      }
      return (value, fact) -> words.contains(value);
    }
    if (expected.isBoolean()) {
      if (!member.kind().equals("yes-no")) {
        throw scope.broken(place + " is no yes-no");
      }
      return (value, fact) -> value.equals(expected.booleanValue());
    }
    Class<?> type = Operand.type(member.kind());
    if (type != BigDecimal.class && type != Integer.class) {
      throw scope.broken(place + " is no number");
    }
    if (expected.isNumber()) {
      BigDecimal number = expected.decimalValue();
      return (value, fact) -> Quantity.decimal(value).compareTo(number) == 0;
    }
    if (!expected.isObject() || expected.size() != 1) {
      throw scope.broken(
          place
              + ": a condition is a word, a list of words, true, false, a number,"
              + " stated, or one of "
              + NumberComparison.WORDS
              + " with a number");
    }
    Map.Entry<String, JsonNode> compared = expected.properties().iterator().next();
    NumberComparison comparison = NumberComparison.of(compared.getKey(), scope);
    Quantity quantity = Quantity.of(compared.getValue(), scope);
    return (value, fact) -> {
      BigDecimal other = quantity.value(fact);
      return other == null ? null : (Boolean) comparison.holds(Quantity.decimal(value), other);
    };
  }

  /** Returns the places that the condition looks at. */
  Set<String> reads() {
    return reads;
  }

  /** Returns whether an entry holds; null if a blank leaves it open. */
  Boolean holds(JsonNode entry, FactSeed fact) {
    Boolean all = Boolean.TRUE;
    for (Part part : parts) {
      JsonNode node = entry.path(part.member);
      Object value = value(part, node);
      Boolean one = value == null ? null : part.test.holds(value, fact);
      if (Boolean.FALSE.equals(one)) {
        return false;
      }
      all = one == null ? null : all;
    }
    return all;
  }

  /** Returns whether any of it is stated and can be read. */
  private static boolean isStated(JsonNode node) {
    if (!node.isContainerNode()) {
      return node != UnreadableDraft.PLACE && !DraftNode.isBlank(node);
    }
    for (JsonNode part : node) {
      if (isStated(part)) {
        return true;
      }
    }
    return false;
  }

  private static Object value(Part part, JsonNode node) {
    return switch (part.kind) {
      case "names", "group", "list" -> isStated(node) ? node : null;
      default -> Operand.value(part.kind, node);
    };
  }
}
