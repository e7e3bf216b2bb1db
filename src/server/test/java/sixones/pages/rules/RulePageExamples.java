package sixones.pages.rules;

import static sixones.pages.RecordsInTests.frame;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.form.Examples;
import sixones.report.Messages;
import sixones.rule.Rule;

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
                    List.of(RuleSetView.of(records.rules(), language)))),
        member("member-section", "/pillarIndustries"),
        member("member-field", "/city/code"),
        member("member-no-rule", "/cooperation/0/subject"),
        rule("rule", "park-level", "2022-06-17"),
        rule("rule-not-in-force", "park-level", "2022-06-12"));
  }

  private Example member(String name, String pointer) {
    return new Example(
        name,
        language ->
            RulePages.Templates.member(
                frame(language, null, "/rules"),
                MemberView.of(records.rules(), pointer, Messages.of(records.rules(), language))));
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
