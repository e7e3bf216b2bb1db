package sixones.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.bid.Defect;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.UnknownRuleSet;
import sixones.ruleset.NoRuleInForce;
import sixones.text.Text;

/**
 * Why there is no evaluation, as a problem of RFC 9457: what is wrong, where, and what would be
 * right.
 *
 * @param kind the last part of the problem's type
 * @param status the HTTP status
 */
public record Problem(String kind, int status, String title, String detail, List<Error> errors) {

  /** One thing that is wrong. */
  public record Error(String pointer, String kind, String detail) {}

  /** A draft that cannot be read, with every defect. */
  public static Problem of(UnreadableDraft draft, Language language) {
    List<Error> errors = errors(draft.defects(), language);
    boolean tooLarge = draft.defects().get(0).kind().equals("document-too-large");
    return of(
        "unreadable-draft", tooLarge ? 413 : 422, language, Map.of("count", errors.size()), errors);
  }

  /** What is wrong with each place of a draft that cannot be read. */
  public static List<Error> errors(List<Defect> defects, Language language) {
    List<Error> errors = new ArrayList<>();
    for (Defect defect : defects) {
      String says = Messages.say(language, "defect." + defect.kind(), defect.values());
      errors.add(
          new Error(Column.harmless(defect.pointer()), defect.kind(), Column.harmless(says)));
    }
    return errors;
  }

  /** A rule set this application does not carry. */
  public static Problem of(UnknownRuleSet unknown, String pointer, Language language) {
    Map<String, Object> values = Map.of("name", shown(unknown.name()), "known", unknown.known());
    return one("unknown-rule-set", 422, pointer, language, values);
  }

  /** A day before the first rule. */
  public static Problem of(NoRuleInForce none, Language language) {
    Map<String, Object> values =
        Map.of(
            "ruleSet", none.ruleSet(),
            "day", none.day().toString(),
            "first", none.first().toString());
    return one("no-rule-in-force", 422, "", language, values);
  }

  /** A problem of any other kind that has words of its own. */
  public static Problem of(String kind, int status, Language language, Map<String, ?> values) {
    return of(kind, status, language, values, List.of());
  }

  private static Problem one(
      String kind, int status, String pointer, Language language, Map<String, ?> values) {
    String detail = Messages.say(language, "problem." + kind + ".detail", values);
    return of(kind, status, language, values, List.of(new Error(pointer, kind, detail)));
  }

  /** A problem with words of its own, and what is wrong at which place. */
  public static Problem of(
      String kind, int status, Language language, Map<String, ?> values, List<Error> errors) {
    return new Problem(
        kind,
        status,
        Messages.say(language, "problem." + kind + ".title", values),
        Messages.say(language, "problem." + kind + ".detail", values),
        errors);
  }

  /** The URI reference that names the kind of problem. */
  public String type() {
    return "/problems/" + kind;
  }

  /** The body by RFC 9457, with {@code errors}. */
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
