package sixones.pages.check;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.choice.RuleSetChoice;
import sixones.pages.form.BidForm;
import sixones.pages.form.Check;
import sixones.pages.form.CheckView;
import sixones.pages.form.Checks;
import sixones.pages.form.DefectWords;
import sixones.pages.form.Examples;
import sixones.pages.frame.Option;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;

/** The self-check: blank, filled in, unreadable, and its report. */
@Singleton
class CheckExamples implements PageExamples {
  private static final String DAY = "2022-06-17";

  @Inject Checks checks;
  @Inject Examples bids;
  @Inject RecordsInTests records;

  @Override
  public List<Example> all() {
    return List.of(
        check("check-blank", language -> view(checks.blank(records.rules()), "", language)),
        choice("check-choice"),
        check("check-not-met", language -> view(bid("sample-not-met"), DAY, language)),
        check("check-wrong-day", language -> view(bid("sample-met"), "tomorrow", language)),
        check("check-wrong-value", language -> view(wrong(), DAY, language)),
        check("check-word", this::unreadable),
        new Example("report-open", language -> report("chengdu-2022", language)),
        new Example("report-met", language -> report("sample-met", language)));
  }

  private static Example check(String name, Function<Language, CheckView> view) {
    return new Example(
        name,
        language ->
            CheckPage.Templates.check(
                frame(language, Role.APPLICANT, "/"),
                view.apply(language),
                "sent",
                new RuleSetChoice.Offer(List.of(), "")));
  }

  /** Two programmes, one with a long name. */
  private Example choice(String name) {
    return new Example(
        name,
        language ->
            CheckPage.Templates.check(
                frame(language, null, "/"),
                view(checks.blank(records.rules()), "", language),
                "blank",
                new RuleSetChoice.Offer(
                    List.of(
                        new Option(
                            "one",
                            Messages.of(records.rules(), language).title(records.rules()),
                            true),
                        new Option("other", "Another programme 另一项试点 ".repeat(3).strip(), false)),
                    "one")));
  }

  private BidForm bid(String name) {
    return BidForm.of(bids.bid(records.rules(), name).orElseThrow().tree(), records.rules());
  }

  private BidForm wrong() {
    return checks.sent(Map.of("/baseline/gdp", "2.6k", "/parks/0/name/zh", "园区"));
  }

  private CheckView view(BidForm form, String asOf, Language language) {
    return checks.view("/", checks.of(form, asOf, language), language);
  }

  /** Somebody chose a document of a word processor. */
  private CheckView unreadable(Language language) {
    byte[] file = "PK\3\4 word/document.xml".getBytes(StandardCharsets.ISO_8859_1);
    try {
      throw new AssertionError(
          Draft.read(file, Draft.Format.JSON, records.rules().contract()) + " is a bid");
    } catch (UnreadableDraft e) {
      Check blank = checks.of(checks.blank(records.rules()), "", language);
      return checks
          .view("/", blank, language, Checks.Changed.not(blank.form()), "PK")
          .refusing(
              DefectWords.named(
                  Problem.of(e, language).errors(), Messages.of(records.rules(), language)));
    }
  }

  private TemplateInstance report(String name, Language language) {
    return CheckPage.Templates.checked(
        frame(language, null, "/report"),
        records.report(records.bid(name), language),
        view(bid(name), DAY, language));
  }
}
