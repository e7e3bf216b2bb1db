package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One thing a notice asks the applicant to mend.
 *
 * @param n its number, from 1; items that widen a notice are numbered on after its own
 * @param kind {@code missing}, {@code wrong}, {@code unclear} or {@code unproven}
 * @param rule null if an officer asks without a rule
 * @param found what was found, as the finding's outcome; null without a rule
 * @param citation the id of the citation; null if it is the office's own request
 * @param demand what is asked for, by an officer; null if the rule says it
 * @param mend how to mend it, by an officer; null if the rule says it
 * @param mayChange the places that may change; {@code *} stands for an index or a new entry
 */
public record NoticeItem(
    int n,
    String kind,
    String requirement,
    String rule,
    List<String> pointers,
    String found,
    String citation,
    GivenReasons demand,
    GivenReasons mend,
    List<String> mayChange) {
  /** The kinds there are. */
  public static final List<String> KINDS = List.of("missing", "wrong", "unclear", "unproven");

  public NoticeItem {
    pointers = List.copyOf(pointers);
    mayChange = List.copyOf(mayChange);
  }

  /** Returns whether it tells a place of a rule. */
  public boolean tells(String aRule, String pointer) {
    return aRule.equals(rule) && (pointer == null || pointers.contains(pointer));
  }

  /** Returns it with another number. */
  public NoticeItem numbered(int number) {
    return new NoticeItem(
        number, kind, requirement, rule, pointers, found, citation, demand, mend, mayChange);
  }

  /** Returns it as it is kept. */
  public ObjectNode json() {
    return new BodyWriter()
        .put("n", (long) n)
        .put("kind", kind)
        .put("requirement", requirement)
        .put("rule", rule)
        .texts("pointers", pointers)
        .put("found", found)
        .put("citation", citation)
        .put("demand", demand)
        .put("mend", mend)
        .texts("mayChange", mayChange)
        .node();
  }
}
