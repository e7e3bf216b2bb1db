package sixones.pages.rounds;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.browser.Readers;
import sixones.browser.Readers.Reader;
import sixones.fact.Applicant;
import sixones.pages.HostileBid;
import sixones.pages.SignInForm;
import sixones.pages.VisiblePage;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSets;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;
import sixones.submission.Tampered;

/** An officer and an auditor at their work, in a real browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@InTurns(8)
class RoundJourneyTest {
  private static final String LONG = "<b>Pilot cities of the province</b> ".repeat(5).strip();

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Transactions transactions;
  @Inject RuleSets ruleSets;

  @TestHTTPResource("/")
  String home;

  private Browser browser;
  private PeopleInTests people;
  private Round whole;
  private Round few;
  private Submission hostile;
  private Round empty;
  private Round draft;

  @BeforeAll
  void rounds_are_there() {
    browser = Browser.ofThread();
    people = new PeopleInTests(transactions);
    OverviewInTests test = new OverviewInTests(rounds, submissions, transactions);
    whole = test.round("Pilot cities 2022", "2022年制造强市试点城市", "open");
    List<String> applicants =
        ruleSets.all().get(0).applicants().stream().map(Applicant::id).toList();
    assertThat(applicants).hasSize(21);
    test.handInAll(whole, applicants);
    few = test.round(LONG, "第二批次" + "很长的名称".repeat(30), "open");
    test.handIn(few, OverviewInTests.bid("510100", "/parks/0/name"));
    test.handIn(few, OverviewInTests.bid("513200"));
    hostile = test.handIn(few, HostileBid.of("510300"));
    Submission gone = test.handIn(few, OverviewInTests.bid("510600"));
    test.withdraw(gone);
    empty = test.round("Nobody yet", "尚无申报", "open");
    draft = test.round("A draft", "筹备批次", "draft");
  }

  @Test
  void an_officer_goes_from_the_rounds_to_a_finding_and_takes_the_table_along() throws Exception {
    Readers.each(Readers.all(), this::goToAFinding);
  }

  private void goToAFinding(Window window, Reader reader) throws Exception {
    Page page = window.page();
    VisiblePage seen = new VisiblePage(page, reader.language());
    signIn(page, OFFICER);
    VisiblePage.link(seen.header(), seen.text("nav.rounds")).click();
    window.look("rounds");
    VisiblePage.link(seen.main(), reader.isChinese() ? whole.nameZh() : whole.nameEn())
        .first()
        .click();
    assertThat(seen.rows()).hasCount(21);
    window.look("matrix");

    seen.field("overview.filter.requirement").selectOption("park");
    seen.field("overview.filter.is").selectOption("OPEN");
    if (reader.script() == Script.OFF) {
      seen.button("overview.filter.do").click();
    }
    assertThat(seen.rows()).hasCount(10);
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("10");
    assertThat(page).hasURL(Pattern.compile(".*requirement=park&is=OPEN.*"));
    seen.link("overview.applicant").click();
    assertThat(seen.rows().first()).containsText("5132");
    assertThat(seen.rows()).hasCount(10);

    Download csv = page.waitForDownload(() -> seen.button("overview.csv").click());
    assertThat(Files.readAllLines(csv.path())).hasSize(11);
    Download xlsx = page.waitForDownload(() -> seen.button("overview.xlsx").click());
    assertThat(xlsx.suggestedFilename())
        .endsWith(".xlsx")
        .startsWith(reader.isChinese() ? whole.nameZh() : whole.nameEn());

    String park =
        Messages.of(ruleSets.all().get(0), reader.isChinese() ? Language.ZH_CN : Language.EN)
            .title("park");
    Pattern aboutIt = Pattern.compile(", " + park);
    seen.rows()
        .last()
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(aboutIt))
        .click();
    Locator section =
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(park).setExact(true));
    assertThat(section).isInViewport();
    assertThat(section.getByRole(AriaRole.ARTICLE).first()).isVisible();
    window.look("bid");
    assertThat(window.faults()).isEmpty();
  }

  @Test
  void an_auditor_finds_an_evaluation_and_runs_it_again() throws Exception {
    Readers.each(Readers.all(), this::runAgain);
  }

  private void runAgain(Window window, Reader reader) {
    boolean chinese = reader.isChinese();
    Page page = window.page();
    VisiblePage seen = new VisiblePage(page, reader.language());
    signIn(page, AUDITOR);
    window.look("audit");
    seen.field("overview.filter.applicant").fill("510700");
    seen.field("evaluation.round").selectOption(whole.id().toString());
    if (reader.script() == Script.OFF) {
      seen.button("overview.filter.do").click();
    }
    assertThat(seen.rows()).hasCount(1);
    seen.rows().getByRole(AriaRole.LINK).click();
    assertThat(seen.told("evaluation.rests-on")).isVisible();

    seen.button("evaluation.again").click();

    assertThat(page.getByRole(AriaRole.STATUS))
        .containsText(chinese ? "逐字节一致" : "Identical to the byte");
    // Two digests, and the command that computes the first.
    assertThat(page.getByRole(AriaRole.STATUS).getByRole(AriaRole.CODE)).hasCount(3);
    window.look("audit-evaluation");
    Download bid = page.waitForDownload(() -> seen.button("overview.draft-file").click());
    assertThat(bid.suggestedFilename()).matches("bid-\\d+-510700-1\\.json");
    assertThat(window.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#wide")
  void a_replay_that_finds_a_change_tells_it_where_it_was_asked_for(String language, int width) {
    OverviewInTests test = new OverviewInTests(rounds, submissions, transactions);
    Submission before =
        test.handIn(test.round("Changed", "改动", "open"), OverviewInTests.bid("510700"));
    UUID changed = new Tampered(transactions).byAnotherAnswer(before);
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      signIn(page, AUDITOR);
      page.navigate(home + "evaluations/" + changed);
      seen.button("evaluation.again").click();

      assertThat(page.getByRole(AriaRole.STATUS)).containsText(seen.text("evaluation.changed"));
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#crossedReaders")
  void an_officer_calls_a_round_mends_it_and_opens_it(String language, int width, Script script) {
    boolean chinese = language.equals("zh-CN");
    try (Window window = browser.window(width, language, script)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      signIn(page, OFFICER);
      VisiblePage.link(seen.header(), seen.text("nav.rounds")).click();
      seen.button("round.call").click();
      window.look("round-new");
      seen.field("round.field.name.zh").fill("春季批次");
      seen.field("round.field.opensAt").fill("２０２２年６月１日９:00");
      seen.field("round.field.deadline").fill("soon");
      seen.button("round.save-draft").click();

      assertThat(seen.field("round.field.name.zh")).hasValue("春季批次");
      assertThat(seen.field("round.field.deadline")).hasValue("soon");
      assertThat(seen.alert().getByRole(AriaRole.LISTITEM)).hasCount(3);
      assertThat(seen.field("round.field.deadline"))
          .hasAccessibleDescription(
              Pattern.compile(chinese ? "请写四位数年份开头的日期和时间" : "Write date and time"));
      window.look("round-faults");
      window.faults().clear();
      VisiblePage.link(seen.alert(), seen.text("round.field.deadline")).click();
      assertThat(seen.field("round.field.deadline")).isFocused();
      seen.field("round.field.deadline").fill("2100-06-30 18:00");
      seen.field("round.field.evaluationDay").fill("2022/6/17");
      seen.field("round.field.submissionsPerApplicant").fill("3");
      seen.button("round.save-draft").click();

      assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
      assertThat(seen.title()).hasText("春季批次");
      seen.button("round.do.open").click();
      window.look("round-move");
      seen.field("round.reason").fill("川办函〔2022〕1号");
      seen.button("round.do.open").click();
      assertThat(page.getByRole(AriaRole.STATUS))
          .containsText(chinese ? "批次已开始申报" : "The round is open");
      seen.button("round.change").click();
      assertThat(seen.field("round.field.deadline")).hasValue("2100-06-30 18:00");
      assertThat(seen.main()).containsText("2022-06-01 09:00");
      window.look("round-edit");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  @Tag("long")
  void every_other_state_is_sound() throws Exception {
    Readers.each(
        Readers.screens("zh-CN", 375),
        (window, reader) -> {
          Page page = window.page();
          signIn(page, OFFICER);
          String[][] states = {
            {"matrix-few", few.id().toString()},
            {"matrix-empty", empty.id().toString()},
            {"matrix-draft", draft.id().toString()},
            {"matrix-nothing-fits", whole.id() + "?applicant=nowhere"},
            {"bid-nothing", few.id() + "/applicants/510600"},
            {"bid-long-name", few.id() + "/applicants/513200"}
          };
          for (String[] state : states) {
            page.navigate(home + "rounds/" + state[1]);
            window.look(state[0]);
          }
          page.navigate(home + "evaluations?applicant=999999");
          window.look("audit-none");
          assertThat(window.faults()).isEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#withScript")
  void a_hostile_bid_is_shown_as_text(String language, int width, Script script) {
    try (Window window = browser.window(width, language, script)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      signIn(page, OFFICER);
      page.navigate(home + "rounds/" + few.id() + "/applicants/510300");
      assertThat(seen.main()).containsText(HostileBid.MARKUP);
      assertThat(seen.main()).containsText(HostileBid.longName(language));
      HostileBid.assertText(page);
      window.look("bid-hostile");
      signIn(page, AUDITOR);
      page.navigate(home + "evaluations/" + hostile.result().evaluation());
      seen.button("evaluation.again").click();
      assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
      HostileBid.assertText(page);
      window.look("audit-hostile");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void who_may_not_is_told_so_with_a_way_back() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      signIn(window.page(), CHENGDU);
      window.page().navigate(home + "rounds/" + whole.id());
      VisiblePage seen = new VisiblePage(window.page(), "en");
      assertThat(seen.title()).isVisible();
      assertThat(seen.button("error.start")).isVisible();
      window.look("error-403");
    }
  }

  private void signIn(Page page, Person person) {
    SignInForm.signIn(page, home, people.there(person));
  }
}
