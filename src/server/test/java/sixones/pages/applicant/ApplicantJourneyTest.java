package sixones.pages.applicant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.browser.Readers;
import sixones.browser.Readers.Reader;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.SignInForm;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * An applicant from sign-in to receipt in a real browser: in both languages, narrow and wide, with
 * and without script.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ApplicantJourneyTest {
  private static final Person YIBIN = new Person("test-yibin", Role.APPLICANT, "511500");
  private static final Person LUZHOU = new Person("test-luzhou", Role.APPLICANT, "510500");
  private static final String LONG = "四川省制造强市试点城市建设申报材料（" + "征求各有关部门意见后的修改稿".repeat(4) + "）";
  private static Browser browser;
  private static Round round;

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject WorkingDrafts drafts;
  @Inject Submissions submissions;

  @TestHTTPResource("/")
  String home;

  @BeforeAll
  static void open() {
    browser = Browser.ofThread();
  }

  @BeforeEach
  void a_round_is_open() {
    PeopleInTests people = new PeopleInTests(transactions);
    people.there(PeopleInTests.OFFICER);
    people.there(YIBIN);
    people.there(LUZHOU);
    if (round == null) {
      round = openRound();
    }
  }

  private Round openRound() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return rounds.create(
        PeopleInTests.OFFICER,
        """
        {"name": {"en": "Journey %s", "zh": "%s%s"}, "ruleSet": "sichuan-2022-cities",
         "opensAt": "%s", "deadline": "%s", "evaluationDay": "2022-06-17",
         "submissionsPerApplicant": 100, "state": "open", "reason": "as called"}
        """
            .formatted(
                UUID.randomUUID(),
                LONG,
                UUID.randomUUID(),
                now.minusSeconds(60),
                now.plus(9, ChronoUnit.DAYS))
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void an_applicant_signs_in_drafts_hands_in_and_holds_its_receipt() throws Exception {
    Readers.each(Readers.all(), this::holdAReceipt);
  }

  private void holdAReceipt(Window window, Reader reader) {
    Page page = window.page();
    Round own = openRound();
    page.navigate(home + "applicant");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in$"));
    window.look("sign-in");
    SignInForm.send(page, YIBIN);
    assertThat(page).hasURL(home + "applicant");
    assertThat(page.locator("html")).hasAttribute("lang", reader.language());

    page.locator("a[href='/applicant/drafts/new']").click();
    page.locator("#name").fill(LONG);
    page.locator("input[value='sample-met']").check();
    page.locator("main button[type=submit]").click();
    assertThat(page.locator("h1")).hasText(LONG);
    page.locator("#in-parks-0-industry").fill("<b>示例</b>");
    if (reader.script() == Script.OFF) {
      page.locator("aside button[type=submit]").first().click();
    }
    assertThat(page.locator("#revision")).hasValue("2");
    assertThat(page.locator("#saved .good")).hasCount(1);
    assertThat(page.locator("#in-parks-0-industry")).hasValue("<b>示例</b>");
    window.look("draft");

    page.locator("aside button[formaction$='then=hand-in']").click();
    if (page.locator("#hand-in").count() == 0) {
      window.look("hand-in-which");
      page.locator("a[href$='round=" + own.id() + "']").click();
    }
    window.look("hand-in");
    page.locator("#hand-in button").click();
    assertThat(page.locator(".refused a[href='#confirm']")).hasCount(1);
    window.look("hand-in-unconfirmed");
    page.locator("#confirm").check();
    page.locator("#hand-in button").dblclick();
    assertThat(page.locator(".done")).isVisible();
    assertThat(page.locator(".tiles > li")).hasCount(6);
    window.look("receipt");
    assertThat(made(own)).hasSize(1);

    page.locator("a[href='/applicant/rounds/" + own.id() + "']").click();
    assertThat(page.locator("#versions")).isVisible();
    window.look("history");
    page.navigate(home + "applicant");
    assertThat(page.locator("article.round").first()).isVisible();
    window.look("applicant");
    page.locator("header form button").click();
    assertThat(page.locator("header a[href='/sign-in']")).hasCount(1);
    // The browser itself tells the answer 422 to a form without its tick.
    assertThat(window.faults()).allMatch(fault -> fault.contains("422"));
  }

  private List<Submission> made(Round round) {
    return submissions
        .list(YIBIN, new Submissions.Filter(round.id(), null), Cursor.START, 100)
        .items();
  }

  @Test
  void of_two_tabs_the_second_is_told_and_loses_nothing() {
    WorkingDraft draft = draft(YIBIN, "Two tabs");
    try (Window one = signedIn(1280, "en", YIBIN);
        Window two = signedIn(375, "zh-CN", YIBIN)) {
      one.page().navigate(home + "applicant/drafts/" + draft.id());
      two.page().navigate(home + "applicant/drafts/" + draft.id());
      one.page().locator("#in-parks-0-industry").fill("one");
      assertThat(one.page().locator("#revision")).hasValue("2");

      two.page().locator("#in-parks-0-industry").fill("two");

      assertThat(two.page().locator("#conflict .refused")).isVisible();
      assertThat(two.page().locator("#in-parks-0-industry")).hasValue("two");
      two.look("draft-conflict");
      two.page().locator("#conflict button[name=over]").click();
      assertThat(two.page().locator("#conflict .refused")).hasCount(0);
      assertThat(two.page().locator("#revision")).hasValue("3");
      one.page().reload();
      assertThat(one.page().locator("#in-parks-0-industry")).hasValue("two");
      assertThat(two.faults()).isEmpty();
    }
  }

  @Test
  void fast_typing_in_one_tab_is_never_told_as_somebody_elses() {
    WorkingDraft draft = draft(YIBIN, "Fast");
    try (Window window = signedIn(1280, "en", YIBIN)) {
      Page page = window.page();
      page.navigate(home + "applicant/drafts/" + draft.id());
      page.locator("#in-parks-0-industry").fill("a");
      page.locator("#name").fill("Faster");
      page.locator("#add-parks").click();
      // Until its new entry is there the list is inert: nobody types there, and no test may.
      assertThat(page.locator("#parks > .entry")).hasCount(2);
      page.locator("#in-parks-0-industry").fill("ab");
      page.locator("#name").fill("Fastest");
      page.locator("#in-parks-0-industry").fill("abc");
      page.locator("#name").blur();

      page.waitForCondition(
          () ->
              drafts.find(YIBIN, draft.id()).name().equals("Fastest")
                  && text(draft).contains("\"abc\""));
      assertThat(page.locator("#conflict .refused")).hasCount(0);
      assertThat(page.locator("#saved .good")).hasCount(1);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void what_is_typed_while_a_save_is_on_its_way_is_saved_after_it() {
    WorkingDraft draft = draft(YIBIN, "Slow");
    try (Window window = signedIn(1280, "en", YIBIN)) {
      Page page = window.page();
      page.navigate(home + "applicant/drafts/" + draft.id());
      List<Route> held = window.holdFirst("**/live");
      page.clock().install();
      page.locator("#in-parks-0-industry").fill("a");
      page.clock().runFor(700);
      page.waitForCondition(() -> held.size() == 1);

      page.locator("#in-parks-0-industry").fill("ab");
      page.clock().runFor(700);
      held.get(0).resume();
      page.clock().resume();

      page.waitForCondition(() -> text(draft).contains("\"ab\""));
      assertThat(page.locator("#saved .good")).hasCount(1);
      assertThat(page.locator("#conflict .refused")).hasCount(0);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void what_is_typed_while_an_entry_is_removed_is_saved_and_nothing_else() throws Exception {
    WorkingDraft draft = draft(YIBIN, "Removed");
    try (Window window = signedIn(1280, "en", YIBIN)) {
      Page page = window.page();
      page.navigate(home + "applicant/drafts/" + draft.id());
      page.locator("#add-parks").click();
      assertThat(page.locator("#parks > .entry")).hasCount(2);
      List<Route> held = window.holdFirst("**/live");
      page.locator("button[value='/parks/1']").click();
      page.waitForCondition(() -> held.size() == 1);
      page.locator("#name").fill("Typed meanwhile");
      held.get(0).resume();
      assertThat(page.locator("#parks > .entry")).hasCount(1);
      page.locator("#name").press("!");

      page.waitForCondition(() -> drafts.find(YIBIN, draft.id()).name().equals("Typed meanwhile!"));
      assertThat(page.locator("#saved .good")).hasCount(1);
      assertThat(page.locator("#parks > .entry")).hasCount(1);
      assertThat(new ObjectMapper().readTree(text(draft)).get("parks")).hasSize(1);
      assertThat(page.locator("#conflict .refused")).hasCount(0);
      assertThat(window.faults()).isEmpty();
    }
  }

  private String text(WorkingDraft draft) {
    return new String(drafts.read(YIBIN, draft.id()).text().bytes(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#narrow")
  void who_is_signed_out_while_typing_is_told_and_loses_nothing(String language, int width) {
    WorkingDraft draft = draft(YIBIN, "Signed out");
    try (Window window = signedIn(width, language, YIBIN)) {
      Page page = window.page();
      page.navigate(home + "applicant/drafts/" + draft.id());
      page.context()
          .clearCookies(new BrowserContext.ClearCookiesOptions().setName("sixones-session"));
      page.locator("#in-parks-0-industry").fill("still here");

      assertThat(page.locator("#signed-out")).isVisible();
      assertThat(page.locator("#trouble")).isHidden();
      assertThat(page.locator("#in-parks-0-industry")).hasValue("still here");
      window.look("draft-signed-out");
      page.locator("aside button[type=submit]").first().click();
      window.look("signed-out");
      assertThat(page.locator("main input[name='/parks/0/industry']")).hasValue("still here");
    }
  }

  @Test
  void every_other_page_and_state_is_sound() throws Exception {
    WorkingDraft broken =
        drafts.create(
            YIBIN,
            LONG,
            new WorkingDrafts.Text(
                Draft.Format.JSON,
                "{\"schema\":\"sixones/bid/1\",\"colour\":\"<b>\u202Ered</b>\"}"
                    .getBytes(StandardCharsets.UTF_8)));
    Submission first = handedIn("provincial");
    handedIn("county");
    for (Reader reader : Readers.screens("zh-CN", 375)) {
      try (Window empty = signedIn(reader.width(), reader.language(), LUZHOU);
          Window window = signedIn(reader.width(), reader.language(), YIBIN)) {
        shows(empty, "applicant", "applicant-empty");
        shows(empty, "applicant/rounds/" + round.id(), "history-empty");
        shows(empty, "applicant/drafts/new", "draft-new");
        empty.page().locator("main button[type=submit]").click();
        empty.look("draft-new-refused");
        shows(empty, "sign-in?failed=true", "sign-in-failed");
        shows(empty, "sign-out", "sign-out");
        shows(window, "applicant/drafts/" + broken.id(), "draft-text");
        shows(window, "applicant/drafts/" + broken.id() + "/away", "draft-away");
        shows(
            window,
            "applicant/drafts/" + broken.id() + "/hand-in?round=" + round.id(),
            "hand-in-refused");
        shows(window, "applicant/submissions/" + first.id() + "/withdraw", "withdraw");
        shows(window, "applicant/rounds/" + round.id(), "difference");
        assertThat(window.page().locator(".changes li").first()).isVisible();
        shows(window, "applicant/drafts/" + UUID.randomUUID(), "applicant-404");
        shows(window, "people", "people-403");
      }
    }
  }

  private void shows(Window window, String path, String name) {
    window.page().navigate(home + path);
    window.look(name);
  }

  private Submission handedIn(String parkLevel) throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", TextNode.valueOf(YIBIN.applicant()));
    Fixtures.change(bid, "/parks/0/level", TextNode.valueOf(parkLevel));
    return submissions.accept(
        YIBIN,
        new Submissions.Handed(
            round.id(),
            UUID.randomUUID().toString(),
            bid.toString().getBytes(StandardCharsets.UTF_8),
            Draft.Format.JSON));
  }

  private WorkingDraft draft(Person person, String name) {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", TextNode.valueOf(person.applicant()));
    return drafts.create(
        person,
        name,
        new WorkingDrafts.Text(Draft.Format.JSON, bid.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private Window signedIn(int width, String language, Person person) {
    Window window = browser.window(width, language, Script.ON);
    SignInForm.signIn(window.page(), home, person);
    return window;
  }
}
