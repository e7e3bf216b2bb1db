package sixones.pages.rules;

import static sixones.pages.RecordsInTests.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import sixones.rule.Parameter;
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
                    List.of(RuleSetView.of(records.rules(), versions(), language)),
                    search("", language))),
        new Example("rules-found", language -> found("园区主导产业 park", language)),
        new Example("rules-none-found", language -> found("xyzzy", language)),
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
        member("member-section", "/pillarIndustries"),
        member("member-field", "/city/code"),
        member("member-no-rule", "/cooperation/0/subject"),
        rule("rule", "park-level", "2022-06-17"),
        rule("rule-not-in-force", "park-level", "2022-06-12"),
        new Example("rule-by-call-and-place", this::byCallAndPlace));
  }

  private TemplateInstance found(String clause, Language language) {
    return RulePages.Templates.rules(
        frame(language, null, "/rules"),
        List.of(RuleSetView.of(records.rules(), versions(), language)),
        search(clause, language));
  }

  private ClauseSearch search(String clause, Language language) {
    return ClauseSearch.of(List.of(records.rules()), clause, LocalDate.of(2022, 6, 17), language);
  }

  /** No rule of the carried rule set has such values yet, so they are put into its view. */
  private TemplateInstance byCallAndPlace(Language language) {
    Messages messages = Messages.of(records.rules(), language);
    Rule rule = records.rules().rules().get("park-level");
    JsonNode levels =
        JsonNodeFactory.instance
            .objectNode()
            .put("citation", "six-ones#platform-level")
            .set("values", valuesByCallAndPlace());
    RuleView view =
        RuleView.of(records.rules(), rule, LocalDate.parse("2023-06-17"), messages, List.of());
    RuleView.Value value =
        RuleView.value(
            records.rules(),
            Parameter.of("park-levels", levels),
            LocalDate.parse("2023-06-17"),
            messages);
    return RulePages.Templates.rule(
        frame(language, null, "/rules"),
        new RuleView(
            view.id(),
            view.title(),
            view.requirement(),
            view.severity(),
            view.blank(),
            view.ruleSet(),
            new RuleView.Force(
                view.force().day(),
                true,
                view.force().from(),
                view.force().until(),
                List.of(
                    new RuleView.Relaxed(
                        "The west, 西部地区",
                        "2022-06-13",
                        "2025-01-01",
                        List.of("2022", "云南省 (530000)"),
                        value.source(),
                        "A note"))),
            view.citation(),
            view.says(),
            List.of(
                new RuleView.Value(
                    view.parameters().get(0).title(),
                    value.value(),
                    value.source(),
                    value.particular())),
            view.examples(),
            view.source()));
  }

  private static ArrayNode valuesByCallAndPlace() {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    values.addObject().put("from", "2022-06-13").putArray("value").add("national");
    values
        .addObject()
        .put("from", "2022-06-13")
        .put("call", 2023)
        .putArray("value")
        .add("national")
        .add("provincial");
    values
        .addObject()
        .put("from", "2022-06-13")
        .put("place", "530000")
        .put("citation", "sc-gov-july-21#parks-national-provincial")
        .putArray("value")
        .add("municipal");
    values
        .addObject()
        .put("from", "2022-06-13")
        .put("place", "510000")
        .put("call", 2022)
        .putArray("value")
        .add("county");
    return values;
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
