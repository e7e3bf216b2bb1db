package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import sixones.bid.ContractMember;
import sixones.bid.Shape;
import sixones.bid.UnreadableDraft;
import sixones.fact.DraftNode;
import sixones.text.Text;

/** One value that an operator reads: a member of the fact, or what stands at a path. */
public final class Operand {
  private final FactPath path;
  private final FactMember member;
  private final Function<JsonNode, Object> reading;
  private final Class<?> type;
  private final FactScope scope;

  private Operand(FactPath path, FactMember member, String kind, FactScope scope) {
    this.path = path;
    this.member = member;
    this.reading = member != null ? null : reading(kind);
    this.type = member != null ? member.type() : type(kind);
    this.scope = scope;
  }

  /** Reads a path, or the name of a member of the fact. */
  static Operand of(String text, FactScope scope) {
    FactMember known = scope.read(text);
    return known != null && !scope.isOwn(text)
        ? new Operand(null, known, null, scope)
        : at(text, scope);
  }

  /** Reads a path to a place of the bid. */
  static Operand at(String text, FactScope scope) {
    FactPath path = FactPath.of(text, scope);
    ContractMember there = scope.contract().member(path.place());
    return new Operand(path, null, there == null ? "group" : there.kind(), scope);
  }

  /** Returns the type of value that a kind of the contract has; null if it has none. */
  public static Class<?> type(String kind) {
    return switch (kind) {
      case "amount", "decimal", "percentage" -> BigDecimal.class;
      case "whole", "year" -> Integer.class;
      case "day" -> LocalDate.class;
      case "yes-no" -> Boolean.class;
      case "names", "group", "list" -> null;
      default -> String.class;
    };
  }

  Class<?> type() {
    return type;
  }

  /** Requires a type of value. */
  Operand holding(Class<?>... types) {
    for (Class<?> allowed : types) {
      if (allowed == type) {
        return this;
      }
    }
    throw scope.broken(
        "reads a value of another kind than it needs"
            + (path == null ? "" : " at " + path.place()));
  }

  List<String> words() {
    if (member != null) {
      return member.words();
    }
    return scope.contract().at(path.place()) instanceof Shape.Choice choice
        ? choice.words()
        : List.of();
  }

  boolean isDivision() {
    return member != null ? member.isDivision() : scope.contract().isDivision(path.place());
  }

  boolean isHidden() {
    return member != null ? member.isHidden() : scope.contract().isHidden(path.place());
  }

  /** Returns the places of the bid that the value comes from. */
  Set<String> reads() {
    return member != null ? member.reads() : Set.of(path.place());
  }

  /** Returns the value; null if it is blank or cannot be told. */
  Object value(FactSeed fact) {
    return member != null ? fact.values()[member.slot()] : reading.apply(path.node(fact));
  }

  /** Returns whether nothing that can be read is stated: for names and lists, none of it. */
  boolean isBlank(FactSeed fact) {
    return type != null ? value(fact) == null : isUnreadable(fact) || DraftNode.isBlank(node(fact));
  }

  /** Returns whether something is stated that cannot be read. */
  boolean isUnreadable(FactSeed fact) {
    return path != null && path.node(fact) == UnreadableDraft.PLACE;
  }

  Integer integer(FactSeed fact) {
    return (Integer) value(fact);
  }

  String text(FactSeed fact) {
    return (String) value(fact);
  }

  /** Returns the value as a decimal; null if it is blank. */
  BigDecimal decimal(FactSeed fact) {
    return Quantity.decimal(value(fact));
  }

  /** Returns what stands at the path, as the bid has it. */
  JsonNode node(FactSeed fact) {
    return path.node(fact);
  }

  FactPath path() {
    if (path == null) {
      throw scope.broken("needs a place of the bid, not a derived member");
    }
    return path;
  }

  /** Returns the value of a node by the kind that the contract gives it; null if it is blank. */
  public static Object value(String kind, JsonNode node) {
    return reading(kind).apply(node);
  }

  /** Returns what reads a value of a kind from a node; it gives null for a blank. */
  public static Function<JsonNode, Object> reading(String kind) {
    return switch (kind) {
      case "amount", "decimal", "percentage" -> DraftNode::amount;
      case "whole", "year" -> DraftNode::year;
      case "day" -> node -> node.isTextual() ? Text.day(node.textValue()) : null;
      case "yes-no" -> node -> node.isBoolean() ? (Boolean) node.booleanValue() : null;
      case "division", "applicant" ->
          node -> node.isTextual() ? Text.width(node.textValue()) : null;
      case "names", "group", "list" -> node -> null;
      case "choice" -> JsonNode::textValue;
      default -> node -> Text.isBlank(node.textValue()) ? null : node.textValue();
    };
  }
}
