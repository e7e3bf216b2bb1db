package sixones.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sixones.bid.Defect;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.UnknownRuleSet;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.text.Text;

/**
 * Problem details (RFC 9457) that explain why there is no evaluation: what is wrong, where, and
 * what would be correct.
 *
 * @param kind the last path segment of the problem type
 * @param status the HTTP status code
 * @param errors the individual errors; may be empty
 */
public record Problem(String kind, int status, String title, String detail, List<Error> errors) {

  /**
   * One error.
   *
   * @param pointer the place as a JSON Pointer (RFC 6901); empty for the whole document
   */
  public record Error(String pointer, String kind, String detail) {}

  /**
   * Describes an unreadable draft, with one error for each defect. The status is 413 if the draft
   * is too large, otherwise 422.
   */
  public static Problem of(UnreadableDraft draft, Language language) {
    List<Error> errors = errors(draft.defects(), language);
    boolean tooLarge = draft.defects().get(0).kind().equals("document-too-large");
    return of(
        "unreadable-draft", tooLarge ? 413 : 422, language, Map.of("count", errors.size()), errors);
  }

  /** Describes each defect of a draft that cannot be read. */
  public static List<Error> errors(List<Defect> defects, Language language) {
    List<Error> errors = new ArrayList<>();
    for (Defect defect : defects) {
      String says = Messages.text(language, "defect." + defect.kind(), defect.values());
      errors.add(
          new Error(Column.harmless(defect.pointer()), defect.kind(), Column.harmless(says)));
    }
    return errors;
  }

  /**
   * Describes a rule set that this application does not have.
   *
   * @param pointer where the request names the rule set; empty if outside the draft
   */
  public static Problem of(UnknownRuleSet unknown, String pointer, Language language) {
    Map<String, Object> values = Map.of("name", shown(unknown.name()), "known", unknown.known());
    return one("unknown-rule-set", 422, pointer, language, values);
  }

  /** Describes a day before the first rule takes effect. */
  public static Problem of(NoRuleInForce none, Language language) {
    Map<String, Object> values =
        Map.of(
            "ruleSet", none.ruleSet(),
            "day", none.day().toString(),
            "first", none.first().toString());
    return one("no-rule-in-force", 422, "", language, values);
  }

  /**
   * Describes why nothing can be explained of a rule or a place: the rule set has no such rule, or
   * a bid no such member.
   *
   * @param rule the id of a rule; null for every rule
   * @param pointer a JSON Pointer into a bid; null for all
   * @return empty if it can be explained
   */
  public static Optional<Problem> ofSubject(
      RuleSet rules, String rule, String pointer, Language language) {
    if (rule != null && !rules.rules().containsKey(rule)) {
      String set = rules.id() + "/" + rules.version();
      Map<String, Object> values = Map.of("name", shown(rule), "ruleSet", set);
      return Optional.of(of("no-such-rule", 404, language, values));
    }
    if (pointer != null && !rules.contract().isMember(pointer)) {
      Map<String, Object> values = Map.of("pointer", shown(pointer));
      return Optional.of(of("no-such-member", 404, language, values));
    }
    return Optional.empty();
  }

  /** Describes a problem of another kind, whose messages are keyed by the kind. */
  public static Problem of(String kind, int status, Language language, Map<String, ?> values) {
    return of(kind, status, language, values, List.of());
  }

  private static Problem one(
      String kind, int status, String pointer, Language language, Map<String, ?> values) {
    String detail = Messages.text(language, "problem." + kind + ".detail", values);
    return of(kind, status, language, values, List.of(new Error(pointer, kind, detail)));
  }

  /** Describes a problem of another kind, whose messages are keyed by the kind, with its errors. */
  public static Problem of(
      String kind, int status, Language language, Map<String, ?> values, List<Error> errors) {
    return new Problem(
        kind,
        status,
        Messages.text(language, "problem." + kind + ".title", values),
        Messages.text(language, "problem." + kind + ".detail", values),
        errors);
  }

  /** Returns the problem type, a URI reference. */
  public String type() {
    return "/problems/" + kind;
  }

  /** Returns the JSON body (RFC 9457), extended by {@code errors}. */
  public ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", type()).put("title", title).put("status", status).put("detail", detail);
    for (Error error : errors) {
      body.withArray("errors")
          .addObject()
          .put("pointer", error.pointer())
          .put("kind", error.kind())
          .put("detail", error.detail());
    }
    return body;
  }

  private static String shown(String name) {
    return Text.shortened(Column.harmless(name), 80);
  }
}
