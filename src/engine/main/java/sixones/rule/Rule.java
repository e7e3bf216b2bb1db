package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Our executable reading of one demand.
 *
 * @param requirement the requirement it belongs to, or the group of rules on the whole bid
 * @param blank what its blank means for its requirement; null unless it is judged
 * @param from the first day it is in force
 * @param until the first day it is no longer in force; null while none is known
 * @param kind the kind of fact it looks at
 * @param examines the members of the fact it judges
 * @param conditional whether it applies only where a check of its own says so
 * @param checks the names of its checks, in the order of its file
 * @param parameters the parameters it reads
 */
public record Rule(
    String id,
    String requirement,
    Severity severity,
    Blank blank,
    String citation,
    LocalDate from,
    LocalDate until,
    String kind,
    List<String> examines,
    boolean conditional,
    List<Check> checks,
    List<String> parameters) {

  /**
   * One {@code when … then} of a rule.
   *
   * @param says pass, fail, review, incomplete or applies
   * @param reasons what the places it concludes can record as their {@code reason}, in kebab-case:
   *     the words after the comma of its name, or those of the member it gives; empty if none. Each
   *     has a sentence of its own.
   */
  public record Check(String name, String says, List<String> reasons) {

    /**
     * The reason its name gives: {@code already-over} of {@code "…: fail, already over"}, or null.
     */
    public String namedReason() {
      int comma = name.indexOf(", ");
      return comma < 0 ? null : name.substring(comma + 2).replace(' ', '-');
    }
  }

  /** Whether the rule is in force on a day. */
  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  /**
   * Whether an outcome of it keeps its requirement from being met: of a required rule each but pass
   * and inapplicable, of a judged one whose blank keeps things open the blank.
   */
  public boolean holdsUp(Outcome outcome) {
    return switch (outcome) {
      case PASS, INAPPLICABLE -> false;
      case FAIL, REVIEW -> severity == Severity.REQUIRED;
      case INCOMPLETE, ERROR -> severity == Severity.REQUIRED || blank == Blank.OPEN;
    };
  }

  public static Rule of(JsonNode node) {
    List<Check> checks = new ArrayList<>();
    node.path("checks")
        .forEach(
            c ->
                checks.add(
                    new Check(
                        c.path("name").asText(),
                        c.path("says").asText(),
                        texts(c.path("reasons")))));
    return new Rule(
        node.path("id").asText(),
        node.path("requirement").asText(),
        Severity.of(node.path("severity").asText()),
        node.hasNonNull("blank") ? Blank.of(node.path("blank").asText()) : null,
        node.path("citation").asText(),
        LocalDate.parse(node.path("from").asText()),
        node.hasNonNull("until") ? LocalDate.parse(node.path("until").asText()) : null,
        node.path("kind").asText(),
        texts(node.path("examines")),
        node.path("conditional").asBoolean(),
        List.copyOf(checks),
        texts(node.path("parameters")));
  }

  public static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }
}
