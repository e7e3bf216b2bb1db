package sixones.pages.casework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.casework.SeenCase;
import sixones.pages.SignInForm;
import sixones.pages.VisiblePage;
import sixones.people.Person;
import sixones.proceeding.act.ActKind;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSetsInTests;

/**
 * People at work on the cases of a round in a real browser, each in a window of their own, all in
 * one language, of one width, with script or without.
 */
final class CaseWalk implements AutoCloseable {
  private final String language;
  private final int width;
  private final Script script;
  private final String home;
  private final Map<Person, Window> windows = new HashMap<>();

  CaseWalk(String language, int width, Script script, String home) {
    this.language = language;
    this.width = width;
    this.script = script;
    this.home = home;
  }

  Language language() {
    return Language.of(language).orElseThrow();
  }

  boolean hasScript() {
    return script == Script.ON;
  }

  Window window(Person person) {
    return windows.computeIfAbsent(
        person,
        who -> {
          Window window = Browser.ofThread().window(width, language, script);
          SignInForm.signIn(window.page(), home, who);
          return window;
        });
  }

  Page page(Person person) {
    return window(person).page();
  }

  VisiblePage seen(Person person) {
    return new VisiblePage(page(person), language);
  }

  VisiblePage open(Person person, String path) {
    page(person).navigate(home + path);
    return seen(person);
  }

  VisiblePage desk(Person person, SeenCase one) {
    return open(person, "desk?round=" + one.bidCase().round());
  }

  /** Opens a case from the desk. */
  VisiblePage bidCase(Person person, SeenCase one) {
    desk(person, one).part("casework.desk.all").getByRole(AriaRole.LINK).filter(of(one)).click();
    assertThat(seen(person).title()).hasText(applicant(one));
    return seen(person);
  }

  /** Begins an act of a case, from its page. */
  VisiblePage begin(Person person, SeenCase one, ActKind kind) {
    VisiblePage seen = bidCase(person, one);
    seen.button("casework.do." + kind.id()).click();
    assertThat(seen.title())
        .hasText(seen.text(kind == ActKind.NOTICE ? "notices.title" : "casework.do." + kind.id()));
    return seen;
  }

  /** Sends the form of an act, which is then on record. */
  void send(Person person, ActKind kind) {
    seen(person).button("casework.do." + kind.id()).click();
    assertThat(page(person).getByRole(AriaRole.STATUS))
        .containsText(seen(person).text("casework.act." + kind.id()));
  }

  /** Opens what waits for a second officer, from the desk. */
  VisiblePage proposal(Person person, SeenCase one, ActKind kind) {
    desk(person, one)
        .part("casework.desk.confirm")
        .getByRole(AriaRole.LINK)
        .filter(of(one))
        .click();
    assertThat(seen(person).title()).containsText(seen(person).text("casework.act." + kind.id()));
    return seen(person);
  }

  /** Confirms what waits for a second officer. */
  void confirm(Person person, SeenCase one, ActKind kind) {
    proposal(person, one, kind).button("casework.confirm").click();
    assertThat(page(person).getByRole(AriaRole.STATUS))
        .containsText(seen(person).text("casework.act.confirm"));
  }

  /** A case stands so, as its own page says. */
  void stands(Person person, SeenCase one, String state) {
    VisiblePage seen = bidCase(person, one);
    assertThat(seen.part("casework.stands")).containsText(seen.text("casework.state." + state));
  }

  /** Writes reasons in the language of the reader. */
  void reasons(Person person, String group, String text) {
    VisiblePage seen = seen(person);
    seen.fields(group)
        .getByLabel(seen.text(language.equals("en") ? "casework.field.en" : "casework.field.zh"))
        .fill(text);
  }

  /** Opens the part of a form that is folded. */
  void unfold(Person person, Locator within, String key) {
    within.getByText(seen(person).text(key)).first().click();
  }

  /** The finding of a rule on the page of a case. */
  Locator finding(Person person, String rule) {
    Locator title =
        page(person).getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title(rule)));
    return seen(person)
        .main()
        .getByRole(AriaRole.ARTICLE)
        .filter(new Locator.FilterOptions().setHas(title));
  }

  /** The form in which a place of a finding is determined. */
  Locator determination(Person person, String rule) {
    VisiblePage seen = seen(person);
    finding(person, rule)
        .getByRole(
            AriaRole.LINK,
            new Locator.GetByRoleOptions().setName(begins(seen.text("casework.do.determine"))))
        .first()
        .click();
    return seen.part("casework.do.determine");
  }

  /** Chooses the outcome of a determination. */
  void choose(Locator form, String outcome) {
    form.getByRole(
            AriaRole.RADIO,
            new Locator.GetByRoleOptions().setName(begins(words().text("outcome." + outcome))))
        .check();
  }

  String title(String rule) {
    return words().title(rule);
  }

  private Messages words() {
    return Messages.of(RuleSetsInTests.SICHUAN, language());
  }

  private static Pattern begins(String text) {
    return Pattern.compile("^" + text);
  }

  /** What is about the applicant of a case. */
  Locator.FilterOptions of(SeenCase one) {
    return new Locator.FilterOptions().setHasText(applicant(one));
  }

  String applicant(SeenCase one) {
    return RuleSetsInTests.SICHUAN.applicants().stream()
        .filter(each -> each.id().equals(one.bidCase().applicant()))
        .map(each -> language.equals("en") ? each.en() : each.zh())
        .findFirst()
        .orElseThrow();
  }

  String round(SeenCase one) {
    return language.equals("en") ? one.round().nameEn() : one.round().nameZh();
  }

  /** What went wrong in any window. */
  List<String> faults() {
    return windows.values().stream().flatMap(window -> window.faults().stream()).toList();
  }

  @Override
  public void close() {
    windows.values().forEach(Window::close);
  }
}
