package sixones.pages.applicant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.browser.Readers;
import sixones.browser.Readers.Reader;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.SignInForm;
import sixones.pages.VisiblePage;
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
@InTurns(8)
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
    VisiblePage seen = new VisiblePage(page, reader.language());
    Round own = openRound();
    page.navigate(home + "applicant");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in$"));
    window.look("sign-in");
    SignInForm.send(page, YIBIN);
    assertThat(page).hasURL(home + "applicant");
    assertThat(page.locator("html")).hasAttribute("lang", reader.language());

    seen.button("applicant.draft.new").or(seen.button("applicant.draft.first")).click();
    seen.field("applicant.draft.name").fill(LONG);
    page.getByLabel(seen.text("example.sample-met")).first().check();
    seen.button("applicant.new.do").click();
    assertThat(seen.title()).hasText(LONG);
    seen.place("/parks/0/industry").fill("<b>示例</b>");
    if (reader.script() == Script.OFF) {
      seen.answerButton("applicant.draft.save").click();
    }
    assertThat(page.locator("#revision")).hasValue("2");
    assertThat(seen.answer().getByRole(AriaRole.STATUS).getByText("✔")).hasCount(1);
    assertThat(seen.place("/parks/0/industry")).hasValue("<b>示例</b>");
    window.look("draft");

    seen.answerButton("applicant.hand-in").click();
    if (seen.told("applicant.hand-in.which").count() > 0) {
      window.look("hand-in-which");
      VisiblePage.link(seen.main(), reader.isChinese() ? own.nameZh() : own.nameEn()).click();
    }
    window.look("hand-in");
    Locator handIn =
        VisiblePage.button(seen.main(), seen.text("applicant.hand-in.do", "version", 1));
    handIn.click();
    assertThat(seen.link("applicant.hand-in.unconfirmed.how")).hasCount(1);
    window.look("hand-in-unconfirmed");
    seen.field("applicant.hand-in.confirm").check();
    handIn.dblclick();
    assertThat(seen.told("applicant.accepted").first()).isVisible();
    assertThat(seen.verdicts()).hasCount(6);
    window.look("receipt");
    assertThat(made(own)).hasSize(1);

    seen.button("applicant.history").click();
    assertThat(seen.told("applicant.versions").first()).isVisible();
    window.look("history");
    page.navigate(home + "applicant");
    assertThat(page.getByRole(AriaRole.ARTICLE).first()).isVisible();
    window.look("applicant");
    VisiblePage.button(seen.header(), seen.text("sign-out")).click();
    assertThat(VisiblePage.link(seen.header(), seen.text("sign-in.title"))).hasCount(1);
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
      VisiblePage first = new VisiblePage(one.page(), "en");
      VisiblePage second = new VisiblePage(two.page(), "zh-CN");
      one.page().navigate(home + "applicant/drafts/" + draft.id());
      two.page().navigate(home + "applicant/drafts/" + draft.id());
      first.place("/parks/0/industry").fill("one");
      assertThat(one.page().locator("#revision")).hasValue("2");

      second.place("/parks/0/industry").fill("two");

      assertThat(second.told("applicant.draft.conflict.own.title")).isVisible();
      assertThat(second.place("/parks/0/industry")).hasValue("two");
      two.look("draft-conflict");
      second.button("applicant.draft.conflict.over").click();
      assertThat(second.told("applicant.draft.conflict.own.title")).hasCount(0);
      assertThat(two.page().locator("#revision")).hasValue("3");
      one.page().reload();
      assertThat(first.place("/parks/0/industry")).hasValue("two");
      assertThat(two.faults()).isEmpty();
    }
  }

  @Test
  void fast_typing_in_one_tab_is_never_told_as_somebody_elses() {
    WorkingDraft draft = draft(YIBIN, "Fast");
    try (Window window = signedIn(1280, "en", YIBIN)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home + "applicant/drafts/" + draft.id());
      seen.place("/parks/0/industry").fill("a");
      seen.field("applicant.draft.name").fill("Faster");
      seen.add("/parks").click();
      // Until its new entry is there the list is inert: nobody types there, and no test may.
      seen.hasEntries("/parks", 2);
      seen.place("/parks/0/industry").fill("ab");
      seen.field("applicant.draft.name").fill("Fastest");
      seen.place("/parks/0/industry").fill("abc");
      seen.field("applicant.draft.name").blur();

      page.waitForCondition(
          () ->
              drafts.find(YIBIN, draft.id()).name().equals("Fastest")
                  && text(draft).contains("\"abc\""));
      assertThat(seen.told("applicant.draft.conflict.own.title")).hasCount(0);
      assertThat(seen.answer().getByRole(AriaRole.STATUS).getByText("✔")).hasCount(1);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void what_is_typed_while_a_save_is_on_its_way_is_saved_after_it() {
    WorkingDraft draft = draft(YIBIN, "Slow");
    try (Window window = signedIn(1280, "en", YIBIN)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home + "applicant/drafts/" + draft.id());
      List<Route> held = window.holdFirst("**/live");
      page.clock().install();
      seen.place("/parks/0/industry").fill("a");
      page.clock().runFor(700);
      page.waitForCondition(() -> held.size() == 1);

      seen.place("/parks/0/industry").fill("ab");
      page.clock().runFor(700);
      held.get(0).resume();
      page.clock().resume();

      page.waitForCondition(() -> text(draft).contains("\"ab\""));
      assertThat(seen.answer().getByRole(AriaRole.STATUS).getByText("✔")).hasCount(1);
      assertThat(seen.told("applicant.draft.conflict.own.title")).hasCount(0);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void what_is_typed_while_an_entry_is_removed_is_saved_and_nothing_else() throws Exception {
    WorkingDraft draft = draft(YIBIN, "Removed");
    try (Window window = signedIn(1280, "en", YIBIN)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home + "applicant/drafts/" + draft.id());
      seen.add("/parks").click();
      seen.hasEntries("/parks", 2);
      List<Route> held = window.holdFirst("**/live");
      seen.remove("/parks/1").click();
      page.waitForCondition(() -> held.size() == 1);
      seen.field("applicant.draft.name").fill("Typed meanwhile");
      held.get(0).resume();
      seen.hasEntries("/parks", 1);
      seen.field("applicant.draft.name").press("!");

      page.waitForCondition(() -> drafts.find(YIBIN, draft.id()).name().equals("Typed meanwhile!"));
      assertThat(seen.answer().getByRole(AriaRole.STATUS).getByText("✔")).hasCount(1);
      seen.hasEntries("/parks", 1);
      assertThat(new ObjectMapper().readTree(text(draft)).get("parks")).hasSize(1);
      assertThat(seen.told("applicant.draft.conflict.own.title")).hasCount(0);
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
      VisiblePage seen = new VisiblePage(page, language);
      page.navigate(home + "applicant/drafts/" + draft.id());
      page.context()
          .clearCookies(new BrowserContext.ClearCookiesOptions().setName("sixones-session"));
      seen.place("/parks/0/industry").fill("still here");

      assertThat(seen.told("applicant.draft.signed-out")).isVisible();
      assertThat(seen.told("applicant.draft.trouble")).isHidden();
      assertThat(seen.place("/parks/0/industry")).hasValue("still here");
      window.look("draft-signed-out");
      seen.answerButton("applicant.draft.save").click();
      window.look("signed-out");
      assertThat(page.locator("main input[name='/parks/0/industry']")).hasValue("still here");
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#wide")
  void a_file_that_was_chosen_is_read_as_its_applicant_says(String language, int width)
      throws Exception {
    try (Window window = signedIn(width, language, YIBIN);
        InputStream gbk = Draft.class.getResourceAsStream("gbk.json")) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      page.navigate(home + "applicant/drafts/new");
      seen.field("applicant.draft.name").fill("GBK");
      seen.field("applicant.new.file.choose")
          .setInputFiles(new FilePayload("bid.json", "application/json", gbk.readAllBytes()));
      seen.button("applicant.new.do").click();
      VisiblePage.button(
              seen.main(), seen.text("encoding.do", "encoding", seen.text("encoding-name.GB18030")))
          .click();

      assertThat(seen.place("/parks/0/industry")).hasValue("示例产业");
      assertThat(window.faults()).allMatch(fault -> fault.contains("422"));
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#narrow")
  void who_withdraws_as_the_deadline_passes_is_told(String language, int width) throws Exception {
    Submission standing = handedIn("municipal");
    try (Window window = signedIn(width, language, YIBIN)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      MovableClock.moveTo(round.deadline().minusSeconds(600));
      page.navigate(home + "applicant/submissions/" + standing.id() + "/withdraw");
      MovableClock.moveTo(round.deadline());
      seen.button("applicant.withdraw").click();

      assertThat(seen.alert()).isVisible();
      assertThat(seen.told("applicant.withdraw.closed")).isVisible();
      assertThat(window.faults()).allMatch(fault -> fault.contains("409"));
    } finally {
      MovableClock.reset();
    }
  }

  @Test
  @Tag("long")
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
        new VisiblePage(empty.page(), reader.language()).button("applicant.new.do").click();
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
        assertThat(
                new VisiblePage(window.page(), reader.language())
                    .told("applicant.difference.before")
                    .first())
            .isVisible();
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
