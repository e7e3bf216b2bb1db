package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * The condition of a check as a tree: what the packer parsed, without the rule engine's language.
 * Members are those of the fact that the check looks at.
 */
public sealed interface Condition {

  /** Holds if all parts do. */
  record All(List<Condition> parts) implements Condition {}

  /** Holds if one part does. */
  record Any(List<Condition> parts) implements Condition {}

  /** Holds if the member is not blank. Never undecided. */
  record Stated(String member) implements Condition {}

  /** Compares a member with a value. */
  record Compared(String member, Comparison is, Operand with) implements Condition {}

  /**
   * Looks for a member among words.
   *
   * @param isIn whether it holds if the member is one of them; else if it is none
   */
  record Among(String member, boolean isIn, List<String> words) implements Condition {}

  /**
   * Looks for a member among the texts of a parameter in force.
   *
   * @param isIn whether it holds if the member is one of them; else if it is none
   */
  record AmongTexts(String member, boolean isIn, String parameter) implements Condition {}

  /**
   * Asks a parameter for {@code yes}. Never undecided.
   *
   * @param yes whether it holds if the parameter in force says so; else if it does not
   */
  record Asked(String parameter, boolean yes) implements Condition {}

  /** What a member is compared with. */
  sealed interface Operand {

    /** A word, as a choice or a derived member has it. */
    record Word(String word) implements Operand {}

    /** Yes or no. */
    record YesNo(boolean yes) implements Operand {}

    /** 0 or 1; any other number is a parameter. */
    record Whole(int number) implements Operand {}

    /** The number of a parameter in force. */
    record OfParameter(String parameter) implements Operand {}

    /** Another member of the same fact. */
    record OfMember(String member) implements Operand {}
  }

  /** Hands over this condition if it has no parts, and otherwise each of its parts, in order. */
  default void eachLeaf(Consumer<Condition> to) {
    if (this instanceof All all) {
      all.parts().forEach(part -> part.eachLeaf(to));
    } else if (this instanceof Any any) {
      any.parts().forEach(part -> part.eachLeaf(to));
    } else {
      to.accept(this);
    }
  }

  /** Returns the members a condition without parts looks at. */
  default List<String> members() {
    if (this instanceof Stated stated) {
      return List.of(stated.member());
    }
    if (this instanceof Compared compared) {
      return compared.with() instanceof Operand.OfMember other
          ? List.of(compared.member(), other.member())
          : List.of(compared.member());
    }
    if (this instanceof Among among) {
      return List.of(among.member());
    }
    return this instanceof AmongTexts among ? List.of(among.member()) : List.of();
  }

  /** Returns the parameter a condition without parts looks at; null if none. */
  default String parameter() {
    if (this instanceof AmongTexts among) {
      return among.parameter();
    }
    if (this instanceof Asked asked) {
      return asked.parameter();
    }
    return this instanceof Compared compared
            && compared.with() instanceof Operand.OfParameter parameter
        ? parameter.parameter()
        : null;
  }

  /** Returns the condition as the manifest of a bundle has it. */
  default ObjectNode toJson() {
    return ConditionJson.write(this);
  }

  /**
   * Reads a condition of a manifest or an explanation.
   *
   * @throws BrokenRuleSet if it is none
   */
  static Condition of(JsonNode node) {
    return ConditionJson.read(node);
  }
}
