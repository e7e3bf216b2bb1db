package sixones.pages.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Length;
import sixones.bid.Draft;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.pages.SignInForm;
import sixones.pages.VisiblePage;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** What was typed into the self-check is there again, for whoever typed it and for nobody else. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(8)
class KeptTextJourneyTest {
  private static final String NAME = "示例制造园区";
  private static final String PARK = "/parks/0/name/zh";
  private static Browser browser;

  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;

  @TestHTTPResource("/")
  String home;

  @BeforeAll
  static void open() {
    browser = Browser.ofThread();
  }

  @BeforeEach
  void people_are_there() {
    PeopleInTests people = new PeopleInTests(transactions);
    people.there(PeopleInTests.CHENGDU);
    people.there(PeopleInTests.DEYANG);
  }

  /** The seeds of the walks; {@code -Dwalk=7} takes that one again. */
  static LongStream seeds() {
    Long one = Long.getLong("walk");
    return one != null ? LongStream.of(one) : LongStream.range(0, Length.of(2, 200));
  }

  @ParameterizedTest(name = "walk {0}")
  @MethodSource("seeds")
  void no_way_loses_a_text_without_an_offer_to_bring_it_back(long seed) {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      new KeptWalk(window.page(), home, drafts, seed).go();

      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nav.rules", "nav.help", "sign-in.title"})
  void who_leaves_and_comes_back_finds_the_form_as_it_was(String there) {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home + "?lang=en");
      seen.add("/parks").click();
      seen.hasEntries("/parks", 2);
      seen.place(PARK).fill(NAME);
      seen.place("/parks/1/name/en").fill("Second");
      page.evaluate("scrollTo(0, 450)");

      // Without scrolling up to the link first, as its keyboard shortcut would.
      VisiblePage.link(seen.header(), seen.text(there)).evaluate("link => link.click()");
      assertThat(page).hasURL(Pattern.compile("/(rules|help.*|sign-in)$"));
      page.goBack();

      assertThat(seen.place(PARK)).hasValue(NAME);
      assertThat(seen.place("/parks/1/name/en")).hasValue("Second");
      assertThat(seen.place("/parks/1/name/en")).isFocused();
      assertThat(top(page)).isEqualTo(450);
      assertThat(window.faults()).isEmpty();
    }
  }

  private static int top(Page page) {
    return ((Number) page.evaluate("Math.round(scrollY)")).intValue();
  }

  @Test
  void a_source_opens_beside_the_form() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.context().route("https://**", route -> route.abort());
      page.navigate(home);
      seen.place(PARK).fill(NAME);
      Locator source =
          seen.section("/parks")
              .getByRole(AriaRole.LINK)
              .filter(new Locator.FilterOptions().setHasText(seen.text("opens-beside")))
              .first();
      assertThat(source).hasAttribute("rel", Pattern.compile("noopener"));

      page.context().waitForPage(source::click).close();

      assertThat(seen.place(PARK)).hasValue(NAME);
      assertThat(page).hasURL(home);
    }
  }

  @Test
  void back_from_the_report_and_from_what_it_links_to_asks_for_nothing_again() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      String trade = "A trade nobody has heard of";
      page.navigate(home + "?example=sample-met");
      seen.place("/parks/0/industry").fill(trade);
      seen.answerButton("check.report").click();
      assertThat(seen.verdicts()).hasCount(6);
      VisiblePage.link(seen.header(), seen.text("nav.rules")).click();
      assertThat(page).hasURL(Pattern.compile("/rules$"));

      page.goBack();
      assertThat(seen.verdicts()).hasCount(6);
      assertThat(seen.main()).containsText(trade);
      page.reload();
      assertThat(seen.verdicts()).hasCount(6);
      page.goBack();

      assertThat(seen.place("/parks/0/industry")).hasValue(trade);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void on_a_shared_machine_the_next_person_sees_nothing_of_it() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      SignInForm.signIn(page, home, PeopleInTests.CHENGDU);
      page.navigate(home);
      seen.place(PARK).fill(NAME);
      page.context()
          .clearCookies(new BrowserContext.ClearCookiesOptions().setName("sixones-session"));

      // As the browser does with a page it held back as it was.
      page.waitForNavigation(
          () ->
              page.evaluate(
                  "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"));
      assertThat(seen.told("check.kept.theirs")).isVisible();
      assertThat(seen.place(PARK)).hasValue("");

      SignInForm.signIn(page, home, PeopleInTests.DEYANG);
      page.navigate(home);
      assertThat(seen.place(PARK)).hasValue("");
      assertThat(seen.told("check.kept.earlier")).isHidden();
      assertThat((String) page.evaluate("JSON.stringify(sessionStorage)")).doesNotContain(NAME);
      for (int i = 0; i < 4; i++) {
        page.goBack();
        assertThat(seen.main()).isVisible();
        assertThat((Boolean) page.evaluate(holds(), NAME)).as("step back " + i).isFalse();
      }
    }
  }

  private static String holds() {
    return "name => Array.from(document.querySelectorAll('input')).some(f => f.value === name)";
  }

  @Test
  void a_window_that_is_seen_again_after_somebody_else_signed_in_shows_nothing_of_it() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      SignInForm.signIn(page, home, PeopleInTests.CHENGDU);
      page.navigate(home);
      seen.place(PARK).fill(NAME);
      page.context()
          .clearCookies(new BrowserContext.ClearCookiesOptions().setName("sixones-session"));
      Page other = page.context().newPage();
      SignInForm.signIn(other, home, PeopleInTests.DEYANG);

      page.waitForNavigation(
          () -> page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"));

      assertThat(seen.place(PARK)).hasValue("");
      assertThat((String) page.evaluate("JSON.stringify(sessionStorage)")).doesNotContain(NAME);
    }
  }

  @Test
  void who_signs_out_saves_it_as_a_draft_or_leaves_nothing_behind() {
    try (Window window = browser.window(375, "zh-CN", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "zh-CN");
      SignInForm.signIn(page, home, PeopleInTests.CHENGDU);
      page.navigate(home);
      seen.place(PARK).fill(NAME);
      VisiblePage.button(seen.header(), seen.text("sign-out")).click();
      assertThat(seen.told("sign-out.kept")).isVisible();
      window.look("sign-out-kept");
      seen.button("sign-out.kept.see").click();
      assertThat(seen.place(PARK)).hasValue(NAME);

      VisiblePage.button(seen.header(), seen.text("sign-out")).click();
      seen.button("sign-out").click();

      assertThat(page).hasURL(home);
      assertThat(seen.place(PARK)).hasValue("");
      assertThat((String) page.evaluate("JSON.stringify(sessionStorage)")).doesNotContain(NAME);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void what_was_typed_before_signing_in_is_offered_and_saved_as_a_draft() {
    try (Window window = browser.window(375, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      seen.place(PARK).fill(NAME);
      SignInForm.signIn(page, home, PeopleInTests.CHENGDU);
      page.navigate(home);
      assertThat(seen.place(PARK)).hasValue("");
      window.look("check-kept-earlier");
      seen.button("check.kept.take").click();
      assertThat(seen.place(PARK)).hasValue(NAME);

      seen.answerButton("applicant.draft.keep").click();

      assertThat(page).hasURL(Pattern.compile(".*/applicant/drafts/.{36}$"));
      assertThat(seen.place(PARK)).hasValue(NAME);
      assertThat((String) page.evaluate("JSON.stringify(sessionStorage)")).doesNotContain(NAME);
      VisiblePage.button(seen.header(), seen.text("sign-out")).click();
      assertThat(page).hasURL(home);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void closing_asks_until_it_is_saved_and_going_on_does_not() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      List<String> asked = new ArrayList<>();
      page.onDialog(
          (Dialog dialog) -> {
            asked.add(dialog.type());
            dialog.dismiss();
          });
      page.navigate(home);
      seen.place(PARK).pressSequentially("Kites");
      VisiblePage.link(seen.header(), seen.text("nav.help")).click();
      assertThat(page).hasURL(Pattern.compile("/help"));
      VisiblePage.link(seen.header(), seen.text("nav.check")).click();
      assertThat(seen.place(PARK)).hasValue("Kites");
      assertThat(asked).isEmpty();

      seen.place(PARK).click();
      // To go to a section is not to leave the page.
      seen.tasks().getByRole(AriaRole.LINK).first().click();
      closing(page);
      page.waitForCondition(() -> asked.size() == 1);
      assertThat(asked).containsExactly("beforeunload");

      page.waitForDownload(() -> seen.answerButton("check.save").click());
      assertThat(seen.told("bar.file")).isVisible();
      page.waitForClose(() -> closing(page));
      assertThat(asked).hasSize(1);
    }
  }

  private static void closing(Page page) {
    page.close(new Page.CloseOptions().setRunBeforeUnload(true));
  }

  @Test
  void enter_checks_in_place_and_one_that_ends_a_character_does_nothing() {
    try (Window window = browser.window(1280, "zh-CN", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "zh-CN");
      page.navigate(home);
      List<String> sent = new ArrayList<>();
      page.onRequest(request -> sent.add(request.url()));
      Locator gdp = seen.place("/baseline/gdp");
      gdp.focus();
      gdp.evaluate("field => field.value = '2.6k'");
      int top = top(page);

      String composing =
          "new KeyboardEvent('keydown', {key: 'Enter', keyCode: %d,"
              + " isComposing: %s, bubbles: true, cancelable: true})";
      for (String end :
          new String[] {composing.formatted(229, false), composing.formatted(13, true)}) {
        assertThat((Boolean) gdp.evaluate("field => field.dispatchEvent(" + end + ")"))
            .as("left to the browser")
            .isFalse();
      }
      assertThat(sent).isEmpty();

      gdp.press("Enter");

      assertThat(gdp).hasAttribute("aria-invalid", "true");
      assertThat(gdp).isFocused();
      assertThat(top(page)).isEqualTo(top);
      assertThat(page).hasURL(home);
      assertThat(sent).hasSize(1);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void a_browser_that_keeps_nothing_is_told_and_asks_before_each_way_out() {
    try (Window window = browser.window(375, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      List<String> asked = new ArrayList<>();
      page.onDialog(
          (Dialog dialog) -> {
            asked.add(dialog.type());
            dialog.dismiss();
          });
      page.addInitScript("Storage.prototype.setItem = () => { throw new Error('full'); }");
      page.navigate(home);
      seen.place(PARK).pressSequentially("Kites");

      assertThat(seen.told("check.kept.blocked")).isVisible();
      window.look("check-kept-blocked");
      VisiblePage.link(seen.header(), seen.text("nav.help"))
          .click(new Locator.ClickOptions().setNoWaitAfter(true));
      page.waitForCondition(() -> asked.size() == 1);

      // A section of the form has an address within the page on a narrow screen.
      assertThat(page).hasURL(Pattern.compile("^" + home + "(#.*)?$"));
      assertThat(seen.place(PARK)).hasValue("Kites");
    }
  }

  @Test
  void a_form_that_cannot_be_filled_again_is_not_written_over() {
    try (Window window = browser.window(375, "zh-CN", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "zh-CN");
      page.navigate(home);
      seen.place(PARK).fill(NAME);
      page.route(
          home,
          route -> {
            if (route.request().method().equals("POST")) {
              route.abort("failed");
            } else {
              route.resume();
            }
          });
      page.reload();
      assertThat(seen.told("check.kept.not-back")).isVisible();
      window.look("check-kept-not-back");
      page.unroute(home);

      seen.button("check.kept.try").click();

      assertThat(seen.place(PARK)).hasValue(NAME);
      assertThat(seen.told("check.kept.not-back")).isHidden();
    }
  }

  @Test
  void an_entry_taken_out_comes_back_beside_what_was_typed_since() {
    try (Window window = browser.window(375, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      seen.add("/parks").click();
      seen.hasEntries("/parks", 2);
      seen.place("/parks/0/industry").fill("first");
      seen.place("/parks/1/industry").fill("second");
      seen.remove("/parks/0").click();
      seen.hasEntries("/parks", 1);
      seen.place("/parks/0/industry").fill("second, changed");
      window.look("check-undo");

      seen.button("undo").click();

      seen.hasEntries("/parks", 2);
      assertThat(seen.place("/parks/0/industry")).hasValue("first");
      assertThat(seen.place("/parks/1/industry")).hasValue("second, changed");
      assertThat(seen.entry("/parks/0").getByRole(AriaRole.TEXTBOX).first()).isFocused();
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void a_draft_takes_back_a_removal_saves_by_enter_and_asks_before_what_is_not_saved_is_left() {
    String text = Fixtures.compliant().toString();
    WorkingDraft draft =
        drafts.create(
            PeopleInTests.CHENGDU,
            "Undone",
            new WorkingDrafts.Text(Draft.Format.JSON, text.getBytes(StandardCharsets.UTF_8)));
    try (Window window = browser.window(375, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      List<String> asked = new ArrayList<>();
      page.onDialog(
          (Dialog dialog) -> {
            asked.add(dialog.type());
            dialog.dismiss();
          });
      SignInForm.signIn(page, home, PeopleInTests.CHENGDU);
      page.navigate(home + "?example=sample-met");
      page.waitForNavigation(() -> seen.button("check.clear").click());
      assertThat(seen.told("undo.cleared")).isVisible();
      page.navigate(home + "applicant/drafts/" + draft.id());
      String name = seen.place(PARK).inputValue();
      seen.remove("/parks/0").click();
      page.waitForCondition(() -> !saved(draft).contains(name));

      VisiblePage.button(seen.section("/parks"), seen.text("list.undo")).click();
      page.waitForCondition(() -> saved(draft).contains(name));
      assertThat(seen.place(PARK)).hasValue(name);
      assertThat(seen.told("applicant.draft.conflict.title")).hasCount(0);
      // What can be undone in the self-check is no matter of a draft.
      assertThat(seen.told("undo.cleared")).isHidden();

      page.clock().install();
      page.clock().pauseAt(System.currentTimeMillis() + 60_000);
      Locator place = seen.place("/parks/0/industry");
      place.fill("by Enter");
      closing(page);
      page.waitForCondition(() -> asked.equals(List.of("beforeunload")));
      place.press("Enter");
      page.waitForCondition(() -> saved(draft).contains("by Enter"));
      assertThat(place).isFocused();
      window.look("draft-bar");
      page.clock().resume();
      assertThat(window.faults()).isEmpty();
    } finally {
      drafts.delete(
          PeopleInTests.CHENGDU,
          draft.id(),
          drafts.find(PeopleInTests.CHENGDU, draft.id()).revision());
    }
  }

  private String saved(WorkingDraft draft) {
    return new String(
        drafts.read(PeopleInTests.CHENGDU, draft.id()).text().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void the_bar_at_the_foot_hides_no_field_that_has_the_focus() {
    try (Window window = browser.window(375, "zh-CN", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "zh-CN");
      page.navigate(home + "?example=sample-not-met");
      Locator bar =
          page.getByRole(
              AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName(seen.text("bar")));
      double barTop = bar.boundingBox().y;
      assertThat(barTop).isGreaterThan(700);
      for (int i = 0; i < 60; i++) {
        page.keyboard().press("Tab");
        String below =
            (String)
                page.evaluate(
                    "top => { const at = document.activeElement;"
                        + " return at.form && at.form.id === 'bid'"
                        + " && at.getBoundingClientRect().bottom > top ? at.name : ''; }",
                    barTop);
        assertThat(below).as("hidden behind the bar").isEmpty();
      }

      bar.getByRole(AriaRole.LINK).first().click();
      page.waitForFunction(
          "() => document.activeElement.form && document.activeElement.form.id === 'bid'");
      window.look("check-bar");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(bar).isHidden();
    }
  }
}
