package sixones.pages.rounds;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.browser.Readers;
import sixones.browser.Readers.Reader;
import sixones.fact.Applicant;
import sixones.pages.HostileBid;
import sixones.pages.SignInForm;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSets;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** An officer and an auditor at their work, in a real browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
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
    signIn(page, OFFICER);
    window.look("rounds");
    page.locator("h2 a[href='/rounds/" + whole.id() + "']").click();
    assertThat(page.locator(".matrix tbody tr")).hasCount(21);
    window.look("matrix");

    page.locator("#f-requirement").selectOption("park");
    page.locator("#f-is").selectOption("OPEN");
    if (reader.script() == Script.OFF) {
      page.locator("#filter button").click();
    }
    assertThat(page.locator(".matrix tbody tr")).hasCount(10);
    assertThat(page.locator("#shown")).containsText("10");
    assertThat(page).hasURL(Pattern.compile(".*requirement=park&is=OPEN.*"));
    page.locator("#sort-applicant").click();
    assertThat(page.locator(".matrix tbody tr").first()).containsText("5132");
    assertThat(page.locator(".matrix tbody tr")).hasCount(10);

    Download csv = page.waitForDownload(() -> page.locator(".exports a[href*='.csv']").click());
    assertThat(Files.readAllLines(csv.path())).hasSize(11);
    Download xlsx = page.waitForDownload(() -> page.locator(".exports a[href*='.xlsx']").click());
    assertThat(xlsx.suggestedFilename()).isEqualTo("overview.xlsx");

    page.locator(".matrix tbody tr").last().locator("a[href$='#r-park']").click();
    assertThat(page.locator("#r-park")).isInViewport();
    assertThat(page.locator("#r-park .told.open").first()).isVisible();
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
    signIn(page, AUDITOR);
    window.look("audit");
    page.locator("#f-applicant").fill("510700");
    page.locator("#f-round").selectOption(whole.id().toString());
    if (reader.script() == Script.OFF) {
      page.locator("#filter button").click();
    }
    assertThat(page.locator(".matrix tbody tr")).hasCount(1);
    page.locator(".matrix tbody th a").click();
    assertThat(page.locator("#basis")).isVisible();

    page.locator("#again").click();

    assertThat(page.locator("#replay")).containsText(chinese ? "逐字节一致" : "Identical to the byte");
    assertThat(page.locator("#replay code")).hasCount(2);
    window.look("audit-evaluation");
    Download bid = page.waitForDownload(() -> page.locator(".basis a[href$='/draft']").click());
    assertThat(bid.suggestedFilename()).isEqualTo("bid-510700-1.json");
    assertThat(window.faults()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#crossedReaders")
  void an_officer_calls_a_round_mends_it_and_opens_it(String language, int width, Script script) {
    boolean chinese = language.equals("zh-CN");
    try (Window window = browser.window(width, language, script)) {
      Page page = window.page();
      signIn(page, OFFICER);
      page.locator("a[href='/rounds/new']").click();
      window.look("round-new");
      page.locator("#in-name-zh").fill("春季批次");
      page.locator("#in-opensAt").fill("２０２２年６月１日９:00");
      page.locator("#in-deadline").fill("soon");
      page.locator("form#round button").click();

      assertThat(page.locator("#in-name-zh")).hasValue("春季批次");
      assertThat(page.locator("#in-deadline")).hasValue("soon");
      assertThat(page.locator(".refused li")).hasCount(3);
      assertThat(page.locator("#fault-in-deadline"))
          .containsText(chinese ? "请写四位数年份开头的日期和时间" : "Write day and time");
      window.look("round-faults");
      window.faults().clear();
      page.locator(".refused a[href='#in-deadline']").click();
      assertThat(page.locator("#in-deadline")).isFocused();
      page.locator("#in-deadline").fill("2100-06-30 18:00");
      page.locator("#in-evaluationDay").fill("2022/6/17");
      page.locator("#in-submissionsPerApplicant").fill("3");
      page.locator("form#round button").click();

      assertThat(page.locator(".done")).isVisible();
      assertThat(page.locator("h1")).hasText("春季批次");
      page.locator("a[href$='/move']").click();
      window.look("round-move");
      page.locator("#in-reason").fill("川办函〔2022〕1号");
      page.locator("main form button").click();
      assertThat(page.locator(".done")).containsText(chinese ? "批次已开始申报" : "The round is open");
      page.locator("a[href$='/edit']").click();
      assertThat(page.locator("#in-deadline")).hasValue("2100-06-30 18:00");
      assertThat(page.locator(".settled + dl")).containsText("2022-06-01 09:00");
      window.look("round-edit");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
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
  @MethodSource("sixones.browser.Browser#crossedReaders")
  void a_hostile_bid_is_shown_as_text(String language, int width, Script script) {
    try (Window window = browser.window(width, language, script)) {
      Page page = window.page();
      signIn(page, OFFICER);
      page.navigate(home + "rounds/" + few.id() + "/applicants/510300");
      assertThat(page.locator("#main")).containsText(HostileBid.MARKUP);
      assertThat(page.locator("#main")).containsText(HostileBid.longName(language));
      HostileBid.assertText(page);
      window.look("bid-hostile");
      signIn(page, AUDITOR);
      page.navigate(home + "evaluations/" + hostile.result().evaluation());
      page.locator("#again").click();
      assertThat(page.locator("#replay")).isVisible();
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
      assertThat(window.page().locator("h1")).isVisible();
      assertThat(window.page().locator("main a").first()).isVisible();
      window.look("error-403");
    }
  }

  private void signIn(Page page, Person person) {
    SignInForm.signIn(page, home, people.there(person));
  }
}
