package sixones.pages.rules;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.form.Examples;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.rule.Rule;
import sixones.ruleset.OlderInTests;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetDifference;

/** The rule sets, and one rule in force and before. */
@Singleton
class RulePageExamples implements PageExamples {
  @Inject RecordsInTests records;
  @Inject Examples fixtures;

  @Override
  public List<Example> all() {
    return List.of(
        new Example(
            "rules",
            language ->
                RulePages.Templates.rules(
                    frame(language, null, "/rules"),
                    List.of(RuleSetView.of(records.rules(), versions(), language)))),
        new Example(
            "changes",
            language -> changes(language, OlderInTests.ruleSet(), records.rules(), versions())),
        new Example(
            "changes-none",
            language -> changes(language, records.rules(), records.rules(), versions())),
        new Example(
            "changes-first",
            language ->
                RulePages.Templates.changes(
                    frame(language, null, "/rules"),
                    ChangesView.first(records.rules(), List.of(records.rules()), language))),
        rule("rule", "park-level", "2022-06-17"),
        rule("rule-not-in-force", "park-level", "2022-06-12"));
  }

  private List<RuleSet> versions() {
    return List.of(records.rules(), OlderInTests.ruleSet());
  }

  private static TemplateInstance changes(
      Language language, RuleSet before, RuleSet after, List<RuleSet> versions) {
    return RulePages.Templates.changes(
        frame(language, null, "/rules"),
        ChangesView.of(RuleSetDifference.between(before, after), versions, language));
  }

  private Example rule(String name, String id, String day) {
    Rule rule = records.rules().rules().get(id);
    return new Example(
        name,
        language -> {
          Messages messages = Messages.of(records.rules(), language);
          return RulePages.Templates.rule(
              frame(language, null, "/rules"),
              RuleView.of(
                  records.rules(),
                  rule,
                  LocalDate.parse(day),
                  messages,
                  new RuleExamples(records.rules(), fixtures, messages).of(rule)));
        });
  }
}
