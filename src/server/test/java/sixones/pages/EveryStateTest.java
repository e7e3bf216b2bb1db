package sixones.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.DEYANG;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Length;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.rounds.OverviewInTests;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;
import sixones.submission.Tampered;

/**
 * The states of the pages no journey comes by, each looked at in each language and width; in the
 * short form of the tests in one of each.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryStateTest {
  private static final int[] ERRORS =
      Length.of(new int[] {404, 500}, new int[] {400, 401, 403, 404, 405, 413, 429, 500, 503});
  private static final String[] DONE =
      Length.of(
          new String[] {"open"}, new String[] {"called", "changed", "open", "closed", "decided"});
  private static final String RULE = "rules/sichuan-2022-cities/2022.2/park-level";

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;
  @Inject Transactions transactions;

  @TestHTTPResource("/")
  String home;

  private Browser browser;
  private OverviewInTests test;
  private Round round;
  private Submission withdrawn;
  private Submission standing;
  private UUID different;
  private UUID broken;

  @BeforeAll
  void something_is_handed_in() {
    browser = Browser.ofThread();
    test = new OverviewInTests(rounds, submissions, transactions);
    round = test.round("Every state", "各种状态", "open");
    withdrawn = test.handIn(round, OverviewInTests.bid("510100"));
    test.withdraw(withdrawn);
    Tampered tampered = new Tampered(transactions);
    different = tampered.byAnotherAnswer(test.handIn(round, OverviewInTests.bid("510700")));
    broken = tampered.byBrokenRules(test.handIn(round, OverviewInTests.bid("511500")));
    standing = test.handIn(round, OverviewInTests.bid("510600"));
    Round lengthy = test.round("Many versions", "多个版本", "open");
    for (int i = 0; i < 51; i++) {
      test.handIn(lengthy, OverviewInTests.bid("510300"));
    }
  }

  @AfterEach
  void time_is_the_machines() {
    MovableClock.reset();
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#narrow")
  void of_the_open_pages(String language, int width) {
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      for (int status : ERRORS) {
        state(window, "error-" + status, status, "page-in-tests/status/" + status);
      }
      state(window, "rule-not-in-force", 200, RULE + "?asOf=2022-06-12");
      state(
          window,
          "check-wrong-day",
          200,
          "?example=sample-met",
          p -> p.locator("#in-asOf").fill("tomorrow"),
          p -> assertThat(p.locator("#found-asOf .defect")).isVisible());
      state(
          window,
          "check-unfolded",
          200,
          "?example=sample-not-met",
          EveryStateTest::unfold,
          p -> p.route("**/live", route -> route.abort("failed")),
          p -> p.locator("#in-city-code").fill("510300"),
          p -> assertThat(p.locator("#trouble")).isVisible());
      page.unroute("**/live");
      assertThat(window.faults()).allMatch(fault -> fault.matches("(?s).*(status/|/live|htmx).*"));
      window.faults().clear();
      state(
          window,
          "report-unfolded",
          200,
          "?example=chengdu-2022",
          p -> p.locator("#bid .answer button[formaction='/report']").click(),
          p -> assertThat(p.locator(".tiles > li")).hasCount(6),
          EveryStateTest::unfold);
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#wide")
  void of_an_applicants_pages(String language, int width) throws Exception {
    try (Window window = signedIn(CHENGDU, language, width)) {
      WorkingDraft draft = draft(CHENGDU, "510100");
      String mine = "applicant/drafts/" + draft.id();
      String handIn = mine + "/hand-in?round=" + round.id();
      Round one = test.round("One version", "一个版本", "open");
      test.handIn(one, OverviewInTests.bid("510100"));

      state(window, "sign-in-already", 200, "sign-in");
      state(window, "receipt-withdrawn", 200, "applicant/submissions/" + withdrawn.id());
      state(window, "withdraw-done", 200, "applicant/submissions/" + withdrawn.id() + "/withdraw");
      state(window, "history-one", 200, "applicant/rounds/" + one.id());
      state(
          window,
          "draft-new-no-file",
          200,
          "applicant/drafts/new",
          p -> p.locator("#name").fill("示例"),
          p -> p.locator("input[value=file]").check(),
          p -> p.locator("main button[type=submit]").click(),
          p -> assertThat(p.locator(".refused a[href='#file']")).isVisible());
      state(
          window,
          "draft-new-other-encoding",
          200,
          "applicant/drafts/new",
          p -> p.locator("#name").fill("示例"),
          p -> choose(p, gbk()),
          p -> p.locator("main button[type=submit]").last().click(),
          p -> assertThat(p.locator("button[value=GB18030]")).isVisible());
      state(
          window,
          "check-word",
          200,
          "",
          p -> p.locator("details.load summary").click(),
          p -> choose(p, "PK\3\4 word/document.xml".getBytes(StandardCharsets.ISO_8859_1)),
          p -> assertThat(p.locator(".refused li")).isVisible());
      WorkingDraft foreign =
          drafts.create(CHENGDU, "GBK", new WorkingDrafts.Text(Draft.Format.JSON, gbk()));
      state(window, "draft-file", 200, "applicant/drafts/" + foreign.id());
      state(
          window,
          "draft-file-read",
          200,
          "applicant/drafts/" + foreign.id(),
          p -> p.locator("button[value=GB18030]").click(),
          p -> assertThat(p.locator("#in-parks-0-industry")).hasValue("示例产业"));
      state(window, "draft-yaml", 200, "applicant/drafts/" + yaml().id());
      state(
          window,
          "draft-bad-name",
          200,
          mine,
          p -> p.locator("#name").fill(""),
          p -> assertThat(p.locator("#conflict a[href='#name']")).isVisible());
      state(
          window,
          "draft-bad-name-sent",
          200,
          mine,
          p -> p.locator("#name").fill("长".repeat(201)),
          p -> p.locator("aside button[type=submit]").first().click(),
          p -> assertThat(p.locator("#name[aria-invalid=true]")).isVisible());
      state(
          window,
          "draft-conflict",
          200,
          mine,
          p -> overtake(draft),
          p -> p.locator("#in-parks-0-industry").fill("mine"),
          p -> assertThat(p.locator("#conflict button[name=over]")).isVisible());
      state(
          window,
          "draft-away-conflict",
          200,
          mine + "/away",
          p -> overtake(draft),
          p -> p.locator("main form:not([action='/account/read']) button").click(),
          p -> assertThat(p.locator(".refused")).isVisible());
      state(
          window,
          "hand-in-changed",
          200,
          handIn,
          p -> overtake(draft),
          p -> p.locator("#confirm").check(),
          p -> p.locator("#hand-in button").click(),
          p -> assertThat(p.locator(".refused")).isVisible());
      String others = "applicant/drafts/" + draft(CHENGDU, "510600").id();
      state(window, "hand-in-other-applicant", 409, others + "/hand-in?round=" + round.id());
      assertThat(window.faults()).allMatch(fault -> fault.matches("(?s).*\\b(409|422)\\b.*"));
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#narrow")
  void of_an_applicants_pages_before_and_after_a_round(String language, int width) {
    WorkingDraft draft = draft(DEYANG, "510600");
    MovableClock.moveTo(Instant.parse("2020-01-01T00:00:00Z"));
    try (Window window = signedIn(DEYANG, language, width)) {
      state(window, "hand-in-no-round", 200, "applicant/drafts/" + draft.id() + "/hand-in");
      assertThat(window.page().locator(".refused")).isVisible();
      assertThat(window.faults()).isEmpty();
    }
    MovableClock.moveTo(round.deadline().minus(Duration.ofMinutes(10)));
    try (Window window = signedIn(DEYANG, language, width)) {
      state(
          window,
          "withdraw-refused",
          200,
          "applicant/submissions/" + standing.id() + "/withdraw",
          p -> MovableClock.moveTo(round.deadline()),
          p -> p.locator("main form:not([action='/account/read']) button").click(),
          p -> assertThat(p.locator(".refused")).isVisible());
      state(
          window,
          "hand-in-late",
          409,
          "applicant/drafts/" + draft.id() + "/hand-in?round=" + round.id());
      assertThat(window.faults()).allMatch(fault -> fault.contains("409"));
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#wide")
  void of_the_officers_the_auditors_and_the_administrators_pages(String language, int width) {
    try (Window window = signedIn(OFFICER, language, width)) {
      for (String done : DONE) {
        state(
            window,
            "matrix-done-" + done,
            200,
            "rounds/" + round.id() + "?done=" + done,
            p -> assertThat(p.locator(".done")).isVisible());
      }
      state(window, "bid-differs", 200, "rounds/" + round.id() + "/applicants/510700");
      state(
          window,
          "round-move-refused",
          200,
          "rounds/" + round.id() + "/move",
          p -> p.locator("main form:not([action='/account/read']) button").click(),
          p -> assertThat(p.locator(".refused")).isVisible());
      assertThat(window.faults()).allMatch(fault -> fault.contains("409"));
    }
    try (Window window = signedIn(AUDITOR, language, width)) {
      for (UUID evaluation : new UUID[] {different, broken}) {
        state(
            window,
            evaluation == broken ? "audit-broken" : "audit-different",
            200,
            "evaluations/" + evaluation,
            p -> p.locator("#again").click(),
            p -> assertThat(p.locator("#replay .bad")).isVisible());
      }
      state(
          window,
          "audit-second-page",
          200,
          "evaluations?applicant=510300",
          p -> p.locator("a[rel=next]").click(),
          p -> assertThat(p.locator("#audit tbody tr")).not().hasCount(0),
          p ->
              assertThat(p.locator("#audit .exports a[href*='applicant=510300']"))
                  .not()
                  .hasCount(0));
      assertThat(window.faults()).isEmpty();
    }
    try (Window window = signedIn(ADMIN, language, width)) {
      String name = "p-" + UUID.randomUUID();
      state(window, "people", 200, "people");
      state(
          window,
          "people-password",
          200,
          "people",
          p -> p.locator("#name").fill(name),
          p -> p.locator("#role").selectOption("officer"),
          p -> p.locator("form[action='/people'] button").click(),
          p -> assertThat(p.locator(".done .secret")).isVisible());
      state(
          window,
          "people-refused",
          200,
          "people",
          p -> p.locator("#name").fill("Big <Name>"),
          p -> p.locator("form[action='/people'] button").click(),
          p -> assertThat(p.locator(".refused a[href='#name']")).isVisible());
      state(
          window,
          "people-shut-out",
          200,
          "people",
          p -> p.locator("form[action='/people/" + name + "'] button[value=disable]").click(),
          p -> assertThat(p.locator("button[value=enable]")).not().hasCount(0));
      state(window, "audit", 200, "audit");
      state(window, "account", 200, "account");
      state(window, "account-password", 200, "account/password");
      state(
          window,
          "account-password-refused",
          200,
          "account/password",
          p -> p.locator("form[action='/account/password'] button").click(),
          p -> assertThat(p.locator(".refused a[href='#present']")).isVisible());
      state(
          window,
          "account-token",
          200,
          "account/tokens",
          p -> p.locator("#token").fill("nightly"),
          p -> p.locator("button[value=make]").click(),
          p -> assertThat(p.locator(".done .secret")).isVisible());
      assertThat(window.faults()).allMatch(fault -> fault.contains("422"));
    }
  }

  /** Opens an address, brings its page into a state, and looks at it. */
  @SafeVarargs
  private void state(Window window, String name, int status, String path, Consumer<Page>... acts) {
    assertThat(window.page().navigate(home + path).status()).as(path).isEqualTo(status);
    for (Consumer<Page> act : acts) {
      act.accept(window.page());
    }
    window.look(name);
  }

  private static byte[] gbk() {
    try (InputStream in = Draft.class.getResourceAsStream("gbk.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void choose(Page page, byte[] file) {
    page.locator("#file").setInputFiles(new FilePayload("bid.json", "application/json", file));
  }

  /** Opens all that is folded. */
  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
    assertThat(page.locator("main details:not([open])")).hasCount(0);
    assertThat(page.locator("main details[open]")).not().hasCount(0);
  }

  /** Somebody else saves the draft in between. */
  private void overtake(WorkingDraft draft) {
    int revision = drafts.find(CHENGDU, draft.id()).revision();
    ObjectNode bid = OverviewInTests.bid("510100");
    bid.withObject("/baseline").put("gdp", revision + ".00");
    byte[] bytes = bid.toString().getBytes(StandardCharsets.UTF_8);
    drafts.save(
        CHENGDU,
        draft.id(),
        revision,
        "示例" + revision,
        new WorkingDrafts.Text(Draft.Format.JSON, bytes));
  }

  private WorkingDraft draft(Person person, String applicant) {
    byte[] bytes = OverviewInTests.bid(applicant).toString().getBytes(StandardCharsets.UTF_8);
    return drafts.create(person, "示例", new WorkingDrafts.Text(Draft.Format.JSON, bytes));
  }

  private WorkingDraft yaml() throws Exception {
    byte[] bytes = new YAMLMapper().writeValueAsBytes(OverviewInTests.bid("510100"));
    return drafts.create(CHENGDU, "YAML", new WorkingDrafts.Text(Draft.Format.YAML, bytes));
  }

  private Window signedIn(Person person, String language, int width) {
    Window window = browser.window(width, language, Script.ON);
    SignInForm.signIn(window.page(), home, new PeopleInTests(transactions).there(person));
    return window;
  }
}
