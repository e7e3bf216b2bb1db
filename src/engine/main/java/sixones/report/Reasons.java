package sixones.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.ibm.icu.text.ListFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.Shape;
import sixones.finding.Why;
import sixones.rule.Citation;
import sixones.rule.Comparison;
import sixones.rule.Condition;
import sixones.rule.Condition.Among;
import sixones.rule.Condition.AmongTexts;
import sixones.rule.Condition.Any;
import sixones.rule.Condition.Asked;
import sixones.rule.Condition.Compared;
import sixones.rule.Condition.Operand;
import sixones.rule.Outcome;
import sixones.rule.Parameter;
import sixones.rule.Rule;
import sixones.rule.Truth;
import sixones.ruleset.RuleSet;
import sixones.text.Text;

/**
 * Puts explanations into words: the labels of the bid's members, the titles of the parameters, and
 * a few words of its own. No sentence is written for one rule.
 */
public final class Reasons {
  private static final int MOST_CHARACTERS = 160;
  private static final int MOST_NUMBERS = 6;

  private final RuleSet rules;
  private final Messages messages;
  private final PlaceLabels labels;

  public Reasons(RuleSet rules, Language language, PlaceLabels labels) {
    this.rules = rules;
    this.messages = Messages.of(rules, language);
    this.labels = labels;
  }

  /** Puts the explanation of a finding into words. */
  public Reasoning of(Why why) {
    List<Reasoning.Left> lists = new ArrayList<>();
    for (Why.Left left : why.left()) {
      String place = Column.harmless(labels.place(left.pointer()));
      lists.add(
          new Reasoning.Left(
              left.pointer(), text("why.left.at", Map.of("place", place, "count", left.facts()))));
    }
    return new Reasoning(
        why.rule(),
        why.facts().stream().map(fact -> of(why, fact)).toList(),
        left(why),
        lists,
        read(why));
  }

  /** Puts the parameters into words that no condition compares with but its members rest on. */
  public List<Reasoning.Read> read(Why why) {
    List<Reasoning.Read> read = new ArrayList<>();
    why.parameters()
        .forEach(
            (id, value) -> {
              if (why.facts().stream().noneMatch(fact -> fact.parameters().containsKey(id))) {
                read.add(new Reasoning.Read(told(id, value), source(value)));
              }
            });
    return read;
  }

  /** Returns how many facts are not explained, in words; null if all are. */
  public String left(Why why) {
    return why.left().isEmpty() ? null : text("why.left", Map.of("count", why.leftFacts()));
  }

  private Reasoning.OfFact of(Why why, Why.OfFact fact) {
    Outcome worst =
        fact.places().stream().map(Why.AtPlace::outcome).reduce(Outcome::worse).orElse(null);
    List<String> missing =
        fact.missing().stream()
            .map(labels::place)
            .map(Column::harmless)
            .distinct()
            .map(this::quoted)
            .toList();
    Set<String> told = new HashSet<>();
    return new Reasoning.OfFact(
        Column.harmless(labels.place(fact.pointer())),
        worst,
        fact.checks().stream().map(check -> of(why, fact, check, told)).toList(),
        missing.isEmpty() ? note(fact, worst) : text("why.missing", Map.of("places", missing)));
  }

  /** Returns what else than the checks decided, in words; null if they did. */
  private String note(Why.OfFact fact, Outcome worst) {
    if (fact.checks().isEmpty()) {
      return null;
    }
    if (worst == null) {
      return messages.text("why.inapplicable");
    }
    List<Outcome> said =
        fact.checks().stream()
            .filter(check -> check.when().truth() == Truth.HOLDS)
            .map(check -> Outcome.of(check.says()))
            .filter(outcome -> outcome != null)
            .toList();
    if (said.contains(worst)) {
      return null;
    }
    return switch (worst) {
      case INCOMPLETE -> messages.text(said.isEmpty() ? "why.none-holds" : "why.unreadable");
      case REVIEW -> said.contains(Outcome.FAIL) ? messages.text("why.relaxed") : null;
      default -> null;
    };
  }

  /** Puts one check into words. */
  public Reasoning.OfCheck of(Why why, Why.OfFact fact, Why.OfCheck check) {
    return of(why, fact, check, new HashSet<>());
  }

  /**
   * Puts one check into words.
   *
   * @param told the parameters whose value and source were told already
   */
  private Reasoning.OfCheck of(Why why, Why.OfFact fact, Why.OfCheck check, Set<String> told) {
    List<Reasoning.Line> lines = new ArrayList<>();
    add(why, fact, check.when(), 0, lines, told);
    return new Reasoning.OfCheck(
        text("why.check." + check.when().truth(), Map.of("says", says(check))),
        check.when().truth(),
        lines);
  }

  private String says(Why.OfCheck check) {
    Outcome outcome = Outcome.of(check.says());
    return messages.text(outcome == null ? "why.applies" : "outcome." + outcome);
  }

  private void add(
      Why why,
      Why.OfFact fact,
      Why.OfCondition condition,
      int depth,
      List<Reasoning.Line> lines,
      Set<String> told) {
    boolean any = condition.condition() instanceof Any;
    if (any || condition.condition() instanceof Condition.All && depth > 0) {
      lines.add(
          new Reasoning.Line(
              depth,
              messages.text(any ? "why.any" : "why.all"),
              "",
              condition.truth(),
              word(condition.truth()),
              null,
              null));
    }
    if (any || condition.condition() instanceof Condition.All) {
      int below = any || depth > 0 ? depth + 1 : depth;
      condition.parts().forEach(part -> add(why, fact, part, below, lines, told));
      return;
    }
    String asked = condition.condition().parameter();
    String parameter = asked != null && told.add(asked) ? asked : null;
    lines.add(
        new Reasoning.Line(
            depth,
            demand(why, fact, condition.condition()),
            found(why, fact, condition.condition()),
            condition.truth(),
            word(condition.truth()),
            parameter == null ? null : told(parameter, fact.parameters().get(parameter)),
            parameter == null ? null : source(fact.parameters().get(parameter))));
  }

  private String word(Truth truth) {
    return messages.text("why." + truth);
  }

  /** Returns what a condition asks. */
  private String demand(Why why, Why.OfFact fact, Condition condition) {
    if (condition instanceof Asked asked) {
      return text(
          asked.yes() ? "why.asked" : "why.not-asked", Map.of("title", title(asked.parameter())));
    }
    String member = label(why, fact, condition.members().get(0));
    if (condition instanceof Condition.Stated) {
      return text("why.stated", Map.of("member", member));
    }
    if (condition instanceof Among among) {
      return text(
          among.isIn() ? "why.among" : "why.not-among",
          Map.of("member", member, "words", either(among.words())));
    }
    if (condition instanceof AmongTexts among) {
      return text(
          among.isIn() ? "why.among.parameter" : "why.not-among.parameter",
          Map.of("member", member, "title", title(among.parameter())));
    }
    Compared compared = (Compared) condition;
    boolean days =
        compared.with() instanceof Operand.OfMember
            && isTime(fact.members().get(compared.member()), compared.is());
    return text(
        "why." + compared.is().word() + (days ? ".day" : ""),
        Map.of("member", member, "value", operand(why, fact, compared.with())));
  }

  /** Whether a value comes before or after another, rather than below or above it. */
  private boolean isTime(Why.MemberValue value, Comparison is) {
    if (value.value() != null && value.value().asText().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return true;
    }
    Shape shape =
        value.written().isEmpty() ? null : rules.contract().at(value.written().get(0).pointer());
    boolean isYear = shape instanceof Shape.Whole whole && whole.kind().equals("year");
    return shape instanceof Shape.Form form && form.kind().equals("day")
        || isYear && is != Comparison.EQUAL && is != Comparison.DIFFERENT;
  }

  private String operand(Why why, Why.OfFact fact, Operand operand) {
    if (operand instanceof Operand.Word word) {
      return quoted(wordOf(word.word()));
    }
    if (operand instanceof Operand.YesNo yesNo) {
      return quoted(wordOf(String.valueOf(yesNo.yes())));
    }
    if (operand instanceof Operand.Whole whole) {
      return String.valueOf(whole.number());
    }
    if (operand instanceof Operand.OfParameter parameter) {
      return quoted(title(parameter.parameter()));
    }
    return quoted(label(why, fact, ((Operand.OfMember) operand).member()));
  }

  private String either(List<String> words) {
    return ListFormatter.getInstance(
            messages.language().locale(), ListFormatter.Type.OR, ListFormatter.Width.WIDE)
        .format(words.stream().map(this::wordOf).map(this::quoted).toList());
  }

  /** Returns what the bid states where a condition looked. */
  private String found(Why why, Why.OfFact fact, Condition condition) {
    List<String> members = condition.members();
    if (members.isEmpty()) {
      return messages.text("why.found.none");
    }
    if (members.size() == 1) {
      String member = members.get(0);
      return isGap(why, member)
          ? lacked(fact.members().get(member))
          : found(fact.members().get(member));
    }
    List<String> found = new ArrayList<>();
    for (String member : members) {
      Why.MemberValue value = fact.members().get(member);
      String told = value.value() == null ? messages.text("why.found.blank") : value(value.value());
      found.add(text("why.found.of", Map.of("member", label(why, fact, member), "found", told)));
    }
    return String.join(messages.text("why.and"), found);
  }

  private boolean isGap(Why why, String member) {
    return rules.contract().isGap(rules.rules().get(why.rule()).kind(), member);
  }

  private String lacked(Why.MemberValue gap) {
    return gap.value() == null
        ? messages.text("why.found.nothing-missing")
        : text("why.found", Map.of("value", value(gap.value())));
  }

  private String found(Why.MemberValue member) {
    Why.Written first = member.written().isEmpty() ? null : member.written().get(0);
    boolean blank = first == null || first.found() == null;
    String value = member.value() == null ? null : value(member.value());
    if (!blank && first.found().equals(member.value())) {
      return text("why.found", Map.of("value", written(first)));
    }
    if (value == null && !blank && first.found().isInt() && isList(first.pointer())) {
      return text("why.found.entries", Map.of("count", first.found().intValue()));
    }
    if (value == null) {
      return blank
          ? messages.text("why.found.blank")
          : text("why.found.untold", Map.of("written", written(first)));
    }
    List<String> numbers = numbers(member);
    if (!numbers.isEmpty() && !member.value().isNumber()) {
      String all = String.join(messages.text("why.and"), numbers);
      return text("why.found.derived.several", Map.of("written", all, "value", value));
    }
    // The number of a list's entries says nothing beside a value that was made of them.
    return blank || first.found().isInt() || written(first).equals(value)
        ? text("why.found", Map.of("value", value))
        : text("why.found.derived", Map.of("written", written(first), "value", value));
  }

  /** Returns what a bid states at each of several numbers that a value rests on. */
  private List<String> numbers(Why.MemberValue member) {
    boolean all =
        member.written().stream()
            .allMatch(
                each -> each.found() != null && each.found().isNumber() && !isList(each.pointer()));
    return !all || member.written().size() < 2 || member.written().size() > MOST_NUMBERS
        ? List.of()
        : member.written().stream()
            .map(
                each ->
                    text(
                        "why.found.of",
                        Map.of("member", labels.label(each.pointer()), "found", written(each))))
            .toList();
  }

  private String written(Why.Written written) {
    return harmless(messages.found(written.pointer(), written.found()));
  }

  private String value(JsonNode value) {
    return harmless(value.isTextual() ? wordOf(value.textValue()) : messages.value(value));
  }

  private static String harmless(String text) {
    return Text.shortened(Column.harmless(text), MOST_CHARACTERS);
  }

  /** Returns a word of a choice in the words of the rule set, or a derived one in our own. */
  private String wordOf(String word) {
    String told = messages.value(TextNode.valueOf(word));
    return told.equals(word) && messages.hasText("word." + word)
        ? messages.text("word." + word)
        : told;
  }

  /** Returns what a member is called: its own name in the rule set, or that of its place. */
  private String label(Why why, Why.OfFact fact, String member) {
    Rule rule = rules.rules().get(why.rule());
    String named = messages.member(rule.kind(), member);
    if (named != null) {
      return named;
    }
    if (isGap(why, member)) {
      return messages.text("why.gap");
    }
    Why.MemberValue stated = fact.members().get(member);
    if (stated.written().isEmpty()) {
      return messages.text("why.day");
    }
    String place = stated.written().get(0).pointer();
    String label = Column.harmless(labels.label(place));
    boolean isCount =
        isList(place)
            && rules.contract().facts().at("/" + rule.kind() + "/derived/" + member).has("count");
    return isCount ? text("why.count", Map.of("member", label)) : label;
  }

  private boolean isList(String place) {
    return rules.contract().at(place) instanceof Shape.Entries;
  }

  private String title(String parameter) {
    Parameter known = rules.parameters().get(parameter);
    return known == null ? parameter : messages.in(known.title());
  }

  private String told(String parameter, Why.ParameterValue value) {
    if (value == null || value.value() == null) {
      return text("why.parameter.none", Map.of("title", title(parameter)));
    }
    String told = harmless(messages.value(named(value.value())));
    String said = text("why.parameter", Map.of("title", title(parameter), "value", told));
    List<String> scope = new ArrayList<>();
    if (value.call() != null) {
      scope.add(text("why.parameter.call", Map.of("call", value.call().toString())));
    }
    if (value.place() != null) {
      scope.add(text("why.parameter.place", Map.of("place", messages.division(value.place()))));
    }
    return scope.isEmpty()
        ? said
        : text(
            "why.parameter.chosen",
            Map.of("said", said, "scope", String.join(messages.text("why.and"), scope)));
  }

  /** Returns a value with each code of a division or unit named. */
  private JsonNode named(JsonNode value) {
    if (value.isArray()) {
      ArrayNode named = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> named.add(named(each)));
      return named;
    }
    return value.isTextual() && value.textValue().matches("[0-9]{6}|unit:[a-z-]+")
        ? TextNode.valueOf(messages.division(value.textValue()))
        : value;
  }

  private Passage source(Why.ParameterValue value) {
    Citation citation = value == null ? null : rules.citations().get(value.citation());
    return citation == null ? null : messages.passage(citation);
  }

  private String quoted(String text) {
    return text("why.quoted", Map.of("text", text));
  }

  private String text(String key, Map<String, ?> values) {
    return messages.text(key, values);
  }
}
