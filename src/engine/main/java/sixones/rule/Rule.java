package sixones.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The executable reading of one demand.
 *
 * @param requirement the requirement it belongs to, or the group of rules on the whole bid
 * @param blank the effect of a blank on the requirement; null unless the rule is judged
 * @param citation the id of the citation it rests on
 * @param from the first day on which it is in force
 * @param until the first day on which it is no longer in force; null if open-ended
 * @param kind the kind of fact it matches
 * @param examines the members of the fact that it judges
 * @param conditional whether it applies only where its first check says so
 * @param checks its checks, in the order of its file
 * @param parameters the ids of the parameters it reads
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
   * @param says {@code pass}, {@code fail}, {@code review}, {@code incomplete} or {@code applies}
   * @param reasons the possible values of {@code reason}, in kebab-case: the words after the comma
   *     of its name, or the words of the member it passes to {@code because}; empty if none. Each
   *     reason has its own message.
   * @param divisions the names of the recorded values that are codes of divisions
   * @param counterparts the names of the recorded values that are what a found text was compared
   *     with; null in a bundle packed before they were kept
   * @param concludes the examined members whose places it concludes
   * @param when its condition; null in a bundle packed before conditions were kept
   */
  public record Check(
      String name,
      String says,
      List<String> reasons,
      List<String> divisions,
      List<String> counterparts,
      List<String> concludes,
      Condition when) {
    /** Creates a check without a condition. */
    public Check(String name, String says, List<String> reasons) {
      this(name, says, reasons, List.of(), null, List.of(), null);
    }

    /**
     * Returns the reason in the name; null if it has none. For {@code "…: fail, already over"} it
     * is {@code already-over}.
     */
    public String namedReason() {
      int comma = name.indexOf(", ");
      return comma < 0 ? null : name.substring(comma + 2).replace(' ', '-');
    }
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || day.isBefore(until));
  }

  /**
   * Returns whether an outcome of this rule keeps its requirement from being met. For a required
   * rule, any outcome except pass and inapplicable does. For a judged rule with {@link Blank#OPEN},
   * incomplete and error do.
   */
  public boolean holdsUp(Outcome outcome) {
    return switch (outcome) {
      case PASS, INAPPLICABLE -> false;
      case FAIL, REVIEW -> severity == Severity.REQUIRED;
      case INCOMPLETE, ERROR -> severity == Severity.REQUIRED || blank == Blank.OPEN;
    };
  }

  /** Reads a rule from a manifest. */
  public static Rule of(JsonNode node) {
    return of(node, List.of());
  }

  /**
   * Reads a rule from a manifest.
   *
   * @param divisions the names of the recorded values that are codes of divisions, where the
   *     manifest does not say
   */
  public static Rule of(JsonNode node, List<String> divisions) {
    List<Check> checks = new ArrayList<>();
    node.path("checks")
        .forEach(
            c ->
                checks.add(
                    new Check(
                        c.path("name").asText(),
                        c.path("says").asText(),
                        texts(c.path("reasons")),
                        c.has("divisions") ? texts(c.path("divisions")) : divisions,
                        c.has("counterparts") ? texts(c.path("counterparts")) : null,
                        texts(c.path("concludes")),
                        c.has("when") ? Condition.of(c.path("when")) : null)));
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
