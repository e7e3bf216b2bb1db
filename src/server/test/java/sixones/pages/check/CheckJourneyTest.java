package sixones.pages.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Project;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.browser.Readers;
import sixones.browser.Readers.Reader;
import sixones.pages.HostileBid;
import sixones.pages.VisiblePage;
import sixones.paper.PdfInTests;
import sixones.ruleset.RuleSetsInTests;

/**
 * The self-check in a real browser: in both languages, narrow and wide, with and without script.
 */
@QuarkusTest
@InTurns(8)
class CheckJourneyTest {
  private static final Path CHENGDU =
      Project.file("fixtures/sichuan-2022-cities/bids/chengdu-2022/bid.json");

  /** The signs of what is open, whoever has to act. */
  private static final Pattern OPEN = Pattern.compile("^[○?]$");

  private static Browser browser;

  @TestHTTPResource("/")
  String home;

  @BeforeAll
  static void open() {
    browser = Browser.ofThread();
  }

  @Test
  void an_applicant_checks_mends_and_reads_the_report() throws Exception {
    Readers.each(Readers.all(), this::checkMendAndRead);
  }

  private void checkMendAndRead(Window window, Reader reader) {
    Script script = reader.script();
    Page page = window.page();
    VisiblePage seen = new VisiblePage(page, reader.language());
    page.navigate(home);
    boolean chinese = reader.isChinese();
    assertThat(page.locator("html")).hasAttribute("lang", reader.language());
    window.look("check-blank");

    seen.place("/city/code").fill("510100");
    seen.place("/parks/0/name/zh").fill("示例制造园区");
    answer(seen, script);
    assertThat(seen.answer()).containsText(chinese ? "尚无结论" : "inconclusive");
    assertThat(seen.entry("/parks/0").getByText("✔")).hasCount(1);
    assertThat(seen.place("/parks/0/name/zh")).hasValue("示例制造园区");

    seen.add("/parks").click();
    seen.hasEntries("/parks", 2);
    assertThat(seen.place("/parks/1/name/" + (chinese ? "zh" : "en"))).isFocused();
    assertThat(seen.place("/parks/0/name/zh")).hasValue("示例制造园区");
    seen.remove("/parks/1").click();
    seen.hasEntries("/parks", 1);

    seen.place("/baseline/gdp").fill("2.6k");
    answer(seen, script);
    assertThat(seen.place("/baseline/gdp")).hasAttribute("aria-invalid", "true");
    window.look("check-unreadable");
    seen.place("/baseline/gdp").fill("2656.56");
    answer(seen, script);
    assertThat(seen.place("/baseline/gdp")).not().hasAttribute("aria-invalid", "true");

    page.onceDialog(Dialog::accept);
    VisiblePage.link(seen.main(), chinese ? "成都市" : "Chengdu").click();
    assertThat(seen.answer().getByText("✔")).hasCount(4);
    window.look("check-chengdu");
    seen.answerButton("check.report").click();
    assertThat(seen.verdicts()).hasCount(6);
    window.look("report-chengdu");
    Locator finding = seen.main().getByRole(AriaRole.ARTICLE).first();
    finding.getByRole(AriaRole.HEADING).getByRole(AriaRole.LINK).click();
    assertThat(seen.title()).isVisible();
    assertThat(page)
        .hasURL(Pattern.compile(".*/rules/" + RuleSetsInTests.NEWEST + "/pillar-industry.*"));
    window.look("rule");
    assertThat(window.faults()).isEmpty();
  }

  @Test
  void the_other_pages_are_sound() throws Exception {
    Readers.each(
        Readers.screens("en", 1280),
        (window, reader) -> {
          for (String path :
              new String[] {"rules", "help/applicant", "help/officer", "help/auditor"}) {
            window.page().navigate(home + path);
            window.look(path.replace('/', '-'));
          }
          window.page().navigate(home + "?example=sample-not-met");
          window.look("check-not-met");
          seen(window, reader).answerButton("check.report").click();
          assertThat(seen(window, reader).verdicts()).hasCount(6);
          window.look("report-not-met");
          assertThat(window.faults()).isEmpty();
          window.page().navigate(home + "nowhere");
          window.look("error-404");
        });
  }

  @Test
  void the_live_answer_takes_neither_focus_nor_text() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home + "?example=sample-met");
      Locator industry = seen.place("/parks/0/industry");
      industry.focus();
      industry.press("End");

      page.waitForResponse(r -> r.url().endsWith("/live"), () -> page.keyboard().type("x"));
      page.keyboard().type("yz");

      assertThat(seen.answer().getByText(OPEN)).hasCount(2);
      assertThat(industry).isFocused();
      assertThat(industry).hasValue("Sample kite making (made up)xyz");
      assertThat(industry).hasAccessibleDescription(Pattern.compile("for review|incomplete"));
      assertThat(seen.section("/parks").getByText(Pattern.compile("^○ inconclusive"))).hasCount(1);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void no_button_pressed_before_leads_the_live_answer_astray() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      Locator remove = seen.remove("/parks/1");
      pressWithoutFocus(seen.add("/parks"));
      assertThat(remove).hasCount(1);
      pressWithoutFocus(remove);
      assertThat(remove).hasCount(0);
      seen.place("/baseline/gdp").fill("2.6k");
      assertThat(seen.place("/baseline/gdp")).hasAttribute("aria-invalid", "true");

      page.waitForDownload(() -> pressWithoutFocus(seen.answerButton("check.save")));
      seen.place("/baseline/gdp").fill("2656.56");
      assertThat(seen.place("/baseline/gdp")).not().hasAttribute("aria-invalid", "true");
      seen.hasEntries("/parks", 1);
      assertThat(window.faults()).isEmpty();
    }
  }

  /** As Safari does by the mouse: no button gets the focus there, so none loses it either. */
  private static void pressWithoutFocus(Locator button) {
    button.evaluate("button => button.click()");
  }

  @Test
  void who_goes_on_before_an_entry_is_there_keeps_the_focus_and_the_entry() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      List<Route> held = window.holdFirst("**/live");
      page.clock().install();
      seen.add("/parks").click();
      page.waitForCondition(() -> held.size() == 1);
      assertThat(page.locator("#parks")).hasJSProperty("inert", true);
      Locator gdp = seen.place("/baseline/gdp");
      gdp.fill("2.6k");
      page.clock().runFor(500);

      held.get(0).resume();
      page.clock().resume();

      seen.hasEntries("/parks", 2);
      assertThat(seen.place("/baseline/gdp")).hasAttribute("aria-invalid", "true");
      assertThat(gdp).isFocused();
      assertThat(page.locator("#parks")).hasJSProperty("inert", false);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void an_entry_asked_for_while_an_answer_is_on_its_way_is_added() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      List<Route> held = window.holdFirst("**/live");
      page.clock().install();
      seen.place("/city/code").fill("510100");
      page.clock().runFor(500);
      page.waitForCondition(() -> held.size() == 1);
      seen.add("/parks").click();
      seen.place("/baseline/gdp").fill("2.6k");
      page.clock().runFor(500);
      seen.place("/baseline/year").fill("last year");
      page.clock().runFor(500);

      held.get(0).resume();
      page.clock().resume();

      seen.hasEntries("/parks", 2);
      assertThat(seen.place("/baseline/gdp")).hasAttribute("aria-invalid", "true");
      assertThat(seen.place("/baseline/year")).hasAttribute("aria-invalid", "true");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void an_entry_that_came_with_its_page_takes_the_focus_once() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      seen.add("/parks").evaluate("button => button.form.requestSubmit(button)");
      seen.hasEntries("/parks", 2);
      assertThat(seen.place("/parks/1/name/en")).isFocused();

      Locator industry = seen.place("/parks/0/industry");
      industry.focus();
      page.evaluate("document.addEventListener('htmx:afterSettle', () => (window.there = true))");
      page.keyboard().type("x");
      page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("window.there")));
      page.keyboard().type("y");

      assertThat(industry).hasValue("xy");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void an_entry_that_could_not_be_added_leaves_its_list_as_it_was() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      page.route("**/live", route -> route.abort("failed"));
      seen.place("/parks/0/industry").fill("Sample");
      seen.add("/parks").click();

      assertThat(seen.told("check.trouble")).isVisible();
      assertThat(page.locator("#parks")).hasJSProperty("inert", false);
      assertThat(seen.add("/parks")).isFocused();
      assertThat(seen.place("/parks/0/industry")).hasValue("Sample");
      page.unroute("**/live");
      seen.add("/parks").click();
      seen.hasEntries("/parks", 2);
      assertThat(seen.place("/parks/0/industry")).hasValue("Sample");
    }
  }

  @Test
  void an_answer_that_never_comes_is_told_and_holds_nothing_up() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      page.evaluate("htmx.config.timeout = 300");
      List<Route> held = new ArrayList<>();
      page.route("**/live", held::add);
      seen.place("/baseline/gdp").fill("2.6k");

      assertThat(seen.told("check.trouble")).isVisible();
      page.unroute("**/live");
      page.evaluate("htmx.config.timeout = 40000");
      seen.place("/baseline/gdp").fill("2.7k");
      assertThat(seen.place("/baseline/gdp")).hasAttribute("aria-invalid", "true");
      assertThat(seen.told("check.trouble")).isHidden();
      assertThat(held).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#wide")
  void the_keyboard_alone_is_enough(String language, int width) throws Exception {
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      page.navigate(home);
      page.keyboard().press("Tab");
      assertThat(page.getByRole(AriaRole.LINK).first()).isFocused();
      tabTo(page, VisiblePage.link(seen.main(), seen.text("example.sample-not-met")));
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*example=sample-not-met$"));

      Locator level = seen.place("/parks/0/level");
      tabTo(page, level);
      page.keyboard().press("Home");
      page.keyboard().press("ArrowDown");
      assertThat(level).hasValue("national");
      assertThat(level)
          .hasAccessibleDescription(
              Pattern.compile(language.equals("en") ? "Level of the park ?pass" : "园区级别通过"));
      tabTo(page, seen.add("/parks"));
      page.keyboard().press("Enter");
      Locator name = seen.place("/parks/1/name/" + (language.equals("en") ? "en" : "zh"));
      assertThat(name).isFocused();
      page.keyboard().type("Kites");
      // Enter in a field checks in place; it takes no entry out and saves nothing.
      page.keyboard().press("Enter");
      assertThat(name).isFocused();
      assertThat(name).hasValue("Kites");

      Locator check = seen.answerButton("check.do");
      tabTo(page, check);
      page.keyboard().press("Enter");
      assertThat(check).not().isFocused();
      assertThat(seen.answer().getByText("✘").first()).isVisible();
      Locator gap = seen.answer().getByRole(AriaRole.LISTITEM).getByRole(AriaRole.LISTITEM);
      tabTo(page, gap.first().getByRole(AriaRole.LINK));
      assertThat(page.locator(entered(page))).isFocused();
      tabTo(page, seen.answerButton("check.report"));
      page.keyboard().press("Enter");
      assertThat(seen.verdicts()).hasCount(6);
      tabTo(page, seen.button("check.save"));
      Download saved = page.waitForDownload(() -> page.keyboard().press("Enter"));
      tabTo(page, seen.verdicts().first().getByRole(AriaRole.LINK));
      assertThat(page.locator(entered(page))).isFocused();

      assertThat(Files.readString(saved.path())).contains("Kites");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void a_bid_is_saved_and_loaded_again() throws Exception {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      seen.told("load.title").first().click();
      seen.field("load.file").setInputFiles(CHENGDU);
      assertThat(seen.place("/city/code")).hasValue("510100");
      Download first = page.waitForDownload(() -> seen.answerButton("check.save").click());
      assertThat(first.suggestedFilename()).isEqualTo("bid-510100.json");
      byte[] saved = Files.readAllBytes(first.path());

      page.navigate(home);
      seen.told("load.title").first().click();
      seen.field("load.file").setInputFiles(new FilePayload("b.json", "application/json", saved));
      assertThat(seen.place("/city/code")).hasValue("510100");
      Download second = page.waitForDownload(() -> seen.answerButton("check.save").click());

      assertThat(Files.readAllBytes(second.path())).isEqualTo(saved);
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#narrow")
  void a_file_that_cannot_be_read_is_kept_and_told(String language, int width) {
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      page.navigate(home);
      seen.told("load.title").first().click();
      String text =
          "{\"schema\":\"sixones/bid/1\",\"ruleSet\":\"sichuan-2022-cities\",\"colour\":\"<b>red</b>\"}";
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      seen.field("load.file").setInputFiles(new FilePayload("b.json", "application/json", bytes));

      assertThat(seen.alert().getByRole(AriaRole.LISTITEM)).hasCount(2);
      assertThat(seen.field("load.text")).hasValue(text);
      window.look("check-refused");
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, 1280, bid.json", "zh-CN, 375, bid.yaml"})
  void a_file_dropped_on_the_page_fills_the_form(String language, int width, String name)
      throws Exception {
    String file = name.endsWith("json") ? Files.readString(CHENGDU) : yaml();
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      page.navigate(home);
      JSHandle dropped =
          page.evaluateHandle(
              "([text, name]) => { const all = new DataTransfer();"
                  + " all.items.add(new File([text], name)); return all; }",
              List.of(file, name));
      seen.title().dispatchEvent("dragover", Map.of("dataTransfer", dropped));
      assertThat(seen.told("load.file")).isVisible();

      seen.title().dispatchEvent("drop", Map.of("dataTransfer", dropped));

      assertThat(seen.answer().getByText("✔")).hasCount(4);
      assertThat(seen.place("/city/code")).hasValue("510100");
      assertThat(seen.told("load.file")).isHidden();
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#crossedReaders")
  void a_bid_pasted_as_text_fills_the_form(String language, int width, Script script)
      throws Exception {
    try (Window window = browser.window(width, language, script)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      for (String text : new String[] {Files.readString(CHENGDU), yaml()}) {
        page.navigate(home);
        seen.told("load.title").first().click();
        seen.field("load.text").fill(text);
        seen.button("load.do").click();

        assertThat(seen.answer().getByText("✔")).hasCount(4);
        assertThat(seen.place("/city/code")).hasValue("510100");
      }
      assertThat(window.faults()).isEmpty();
    }
  }

  private static String yaml() throws Exception {
    return new YAMLMapper().writeValueAsString(new ObjectMapper().readTree(CHENGDU.toFile()));
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#wide")
  void a_figure_is_drawn_beside_those_of_other_bids(String language, int width) {
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      page.navigate(home + "?example=chengdu-2022");
      seen.answerButton("check.report").click();
      Locator chart = page.getByRole(AriaRole.FIGURE).first();

      assertThat(chart.getByRole(AriaRole.IMG)).hasAccessibleName(Pattern.compile("."));
      assertThat(chart.locator("g")).hasCount(4);
      assertThat(chart.locator("g").first()).hasClass("own");
      assertThat(chart.locator("g text:last-child"))
          .hasText(new String[] {"19,916.98", "2,656.56", "3,350.29", "3,148.08"});
      double whole = drawn(chart, 0);
      assertThat(whole).isBetween(100.0, (double) width);
      assertThat(drawn(chart, 1) / whole).isCloseTo(0.13, within(0.01));
      assertThat(drawn(chart, 2) / whole).isCloseTo(0.17, within(0.01));
      assertThat(drawn(chart, 3) / whole).isCloseTo(0.16, within(0.01));
      chart.getByText(seen.text("chart.table")).click();
      assertThat(chart.getByRole(AriaRole.ROW)).hasCount(5);
      assertThat(window.faults()).isEmpty();
    }
  }

  /** How wide a bar stands on the screen. */
  private static double drawn(Locator chart, int bar) {
    return chart.locator("rect").nth(bar).boundingBox().width;
  }

  @Test
  void on_paper_the_report_stands_alone() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home + "?example=chengdu-2022");
      seen.answerButton("check.report").click();
      assertThat(seen.verdicts()).hasCount(6);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(seen.header()).isHidden();
      assertThat(page.getByRole(AriaRole.CONTENTINFO)).isHidden();
      assertThat(seen.button("report.back")).isHidden();
      assertThat(seen.verdicts().first()).isVisible();
      assertThat(page.getByRole(AriaRole.FIGURE).getByRole(AriaRole.IMG).first()).isVisible();
      try (PdfInTests pdf = PdfInTests.of(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
        assertThat(pdf.pages()).isBetween(3, 16);
        assertThat(pdf.lines()).as("lines of each page").allMatch(lines -> lines >= 10);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#withScript")
  void a_hostile_bid_is_shown_as_text(String language, int width, Script script) {
    byte[] bid = HostileBid.of("510100").toString().getBytes(StandardCharsets.UTF_8);
    try (Window window = browser.window(width, language, script)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      page.navigate(home);
      seen.told("load.title").first().click();
      seen.field("load.file").setInputFiles(new FilePayload("b.json", "application/json", bid));
      if (script == Script.OFF) {
        seen.button("load.do").click();
      }
      assertThat(seen.place("/parks/0/industry")).hasValue(HostileBid.MARKUP);
      HostileBid.assertText(page);
      window.look("check-hostile");

      seen.answerButton("check.report").click();
      assertThat(seen.verdicts()).hasCount(6);
      assertThat(seen.main()).containsText(HostileBid.MARKUP);
      assertThat(seen.main()).containsText(HostileBid.longName(language));
      HostileBid.assertText(page);
      window.look("report-hostile");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void a_lost_connection_is_told_and_takes_nothing_away() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      page.route("**/live", route -> route.abort("failed"));
      seen.place("/city/code").fill("510100");

      assertThat(seen.told("check.trouble")).isVisible();
      assertThat(seen.place("/city/code")).hasValue("510100");
      page.unroute("**/live");
      seen.place("/city/code").fill("510300");
      assertThat(seen.told("check.trouble")).isHidden();
    }
  }

  private static VisiblePage seen(Window window, Reader reader) {
    return new VisiblePage(window.page(), reader.language());
  }

  /** With a script the answer comes of itself, else by the button. */
  private static void answer(VisiblePage seen, Script script) {
    if (script == Script.OFF) {
      seen.answerButton("check.do").click();
    }
  }

  /** Follows the link within the page that has the focus, and tells where it leads. */
  private static String entered(Page page) {
    String target = (String) page.evaluate("document.activeElement.hash");
    page.keyboard().press("Enter");
    return target;
  }

  /** The element is found once, and again where it was taken out: to find it is dear on a form. */
  private static void tabTo(Page page, Locator there) {
    ElementHandle element = there.elementHandle();
    for (int i = 0; i < 400; i++) {
      page.keyboard().press("Tab");
      if (!(Boolean) element.evaluate("there => there.isConnected")) {
        element = there.elementHandle();
      }
      if ((Boolean) element.evaluate("there => document.activeElement === there")) {
        return;
      }
    }
    throw new AssertionError(there + " is not reached by the keyboard");
  }
}
