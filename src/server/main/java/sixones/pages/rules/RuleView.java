package sixones.pages.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Messages;
import sixones.report.Passage;
import sixones.rule.Citation;
import sixones.rule.Outcome;
import sixones.rule.Parameter;
import sixones.rule.Relaxation;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/**
 * A rule as its template renders it.
 *
 * @param blank what a blank does, in words; null unless the rule is judged
 * @param source the lines of its file
 */
public record RuleView(
    String id,
    String title,
    String requirement,
    String severity,
    String blank,
    InRuleSet ruleSet,
    Force force,
    Source citation,
    Says says,
    List<Value> parameters,
    List<RuleExamples.Example> examples,
    List<String> source) {

  /** The rule set version the rule belongs to, with the address of its page. */
  public record InRuleSet(String version, String address) {}

  /**
   * Whether the rule is in force on a day, and from when until when.
   *
   * @param relaxed the relaxations in force on the day
   */
  public record Force(
      String day, boolean inForce, String from, String until, List<Relaxed> relaxed) {}

  /**
   * A relaxation of the rule.
   *
   * @param of the call years and places it is for, each in words; empty for all
   */
  public record Relaxed(
      String title, String from, String until, List<String> of, Source source, String note) {}

  /**
   * The messages of the rule.
   *
   * @param sentences by outcome
   */
  public record Says(List<Sentence> sentences, String advice) {}

  /** A citation. */
  public record Source(String gist, String source, String address, String note) {}

  /** A rule's messages for one outcome, one for each reason; placeholders are shown as dots. */
  public record Sentence(String sign, String tone, String outcome, List<String> texts) {}

  /**
   * A parameter with its values in force.
   *
   * @param value the default; null if there is none
   */
  public record Value(String title, String value, Source source, List<Particular> particular) {}

  /**
   * A value for a call year, for the applicants of one division, or for both.
   *
   * @param of what it is for, in words
   * @param source what it rests on; null if on the same as its parameter
   */
  public record Particular(String of, String value, Source source) {}

  static RuleView of(
      RuleSet set,
      Rule rule,
      LocalDate day,
      Messages messages,
      List<RuleExamples.Example> examples) {
    Map<String, String> patterns = messages.patterns(rule.id());
    return new RuleView(
        rule.id(),
        messages.title(rule.id()),
        messages.title(rule.requirement()),
        messages.text("severity." + rule.severity().word()),
        rule.blank() == null ? null : messages.text("blank." + rule.blank().word()),
        new InRuleSet(set.id() + " " + set.version(), PageAddresses.rules(set)),
        new Force(
            day.toString(),
            rule.inForceOn(day),
            rule.from().toString(),
            rule.until() == null ? null : rule.until().toString(),
            set.relaxations().stream()
                .filter(each -> each.rules().contains(rule.id()) && each.inForceOn(day))
                .map(each -> relaxed(set, each, messages))
                .toList()),
        source(set.citations().get(rule.citation()), messages),
        new Says(says(rule, patterns, messages), patterns.get("advice")),
        rule.parameters().stream()
            .map(id -> value(set, set.parameters().get(id), day, messages))
            .toList(),
        examples,
        set.source(rule).stripTrailing().lines().toList());
  }

  private static List<Sentence> says(Rule rule, Map<String, String> patterns, Messages messages) {
    List<Sentence> says = new ArrayList<>();
    for (Outcome outcome :
        List.of(Outcome.PASS, Outcome.FAIL, Outcome.REVIEW, Outcome.INCOMPLETE)) {
      List<String> texts = texts(outcome, patterns);
      if (!texts.isEmpty()) {
        says.add(
            new Sentence(
                VerdictStyle.of(outcome),
                VerdictStyle.tone(rule, outcome),
                messages.text("outcome." + outcome),
                texts));
      }
    }
    return says;
  }

  private static List<String> texts(Outcome outcome, Map<String, String> patterns) {
    return patterns.entrySet().stream()
        .filter(sentence -> (sentence.getKey() + ".").startsWith(outcome.word() + "."))
        .map(sentence -> sentence.getValue().replaceAll("\\{[^{}]*}", "[…]"))
        .toList();
  }

  static Value value(RuleSet set, Parameter parameter, LocalDate day, Messages messages) {
    JsonNode value = parameter.inForceOn(day);
    return new Value(
        messages.in(parameter.title()),
        value == null ? null : messages.value(value),
        source(set.citations().get(parameter.citation()), messages),
        parameter.particularOn(day).stream()
            .map(each -> particular(set, parameter, each, messages))
            .toList());
  }

  private static Particular particular(
      RuleSet set, Parameter parameter, Parameter.Value value, Messages messages) {
    return new Particular(
        of(value.call(), value.place(), messages),
        messages.value(value.value()),
        value.citation().equals(parameter.citation())
            ? null
            : source(set.citations().get(value.citation()), messages));
  }

  private static String of(Integer call, String place, Messages messages) {
    PageWords words = PageWords.in(messages.language());
    if (place == null) {
      return words.text("rule.value-call", Map.of("call", call));
    }
    String division = messages.division(place);
    return call == null
        ? words.text("rule.value-place", Map.of("place", division))
        : words.text("rule.value-call-place", Map.of("call", call, "place", division));
  }

  static Relaxed relaxed(RuleSet set, Relaxation relaxation, Messages messages) {
    PageWords words = PageWords.in(messages.language());
    List<String> of = new ArrayList<>();
    relaxation
        .calls()
        .forEach(call -> of.add(words.text("rule.relaxed-call", Map.of("call", call))));
    relaxation.places().forEach(place -> of.add(messages.division(place)));
    return new Relaxed(
        messages.in(relaxation.title()),
        relaxation.from().toString(),
        relaxation.until() == null ? null : relaxation.until().toString(),
        of,
        source(set.citations().get(relaxation.citation()), messages),
        messages.in(relaxation.note()));
  }

  private static Source source(Citation citation, Messages messages) {
    Passage passage = messages.passage(citation);
    return new Source(
        passage.gist(), passage.source(), passage.address(), messages.in(citation.note()));
  }
}
