package sixones.pages.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
import sixones.Project;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.browser.Readers;
import sixones.browser.Readers.Reader;
import sixones.pages.HostileBid;

/**
 * The self-check in a real browser: in both languages, narrow and wide, with and without script.
 */
@QuarkusTest
class CheckJourneyTest {
  private static final Path CHENGDU =
      Project.file("fixtures/sichuan-2022-cities/bids/chengdu-2022/bid.json");
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
    page.navigate(home);
    boolean chinese = reader.isChinese();
    assertThat(page.locator("html")).hasAttribute("lang", reader.language());
    window.look("check-blank");

    field(page, "/city/code").fill("510100");
    field(page, "/parks/0/name/zh").fill("示例制造园区");
    answer(page, script);
    assertThat(page.locator("#summary .overall")).containsText(chinese ? "待定" : "open");
    assertThat(page.locator("#found-parks-0-name .good")).hasCount(1);
    assertThat(field(page, "/parks/0/name/zh")).hasValue("示例制造园区");

    page.locator("#add-parks").click();
    assertThat(page.locator("#parks > .entry")).hasCount(2);
    assertThat(field(page, "/parks/1/name/" + (chinese ? "zh" : "en"))).isFocused();
    assertThat(field(page, "/parks/0/name/zh")).hasValue("示例制造园区");
    page.locator("button[value='/parks/1']").click();
    assertThat(page.locator("#parks > .entry")).hasCount(1);

    field(page, "/baseline/gdp").fill("2.6k");
    answer(page, script);
    assertThat(page.locator("#found-baseline-gdp .defect")).hasCount(1);
    assertThat(field(page, "/baseline/gdp")).hasAttribute("aria-invalid", "true");
    window.look("check-unreadable");
    field(page, "/baseline/gdp").fill("2656.56");
    answer(page, script);
    assertThat(page.locator("#found-baseline-gdp .defect")).hasCount(0);

    page.locator("a[href='/?example=chengdu-2022']").click();
    assertThat(page.locator("#summary .verdicts > li.good")).hasCount(4);
    window.look("check-chengdu");
    page.locator("#bid .answer button[formaction='/report']").click();
    assertThat(page.locator(".tiles > li")).hasCount(6);
    window.look("report-chengdu");
    page.locator(".told.open h3 a").first().click();
    assertThat(page.locator("h1")).isVisible();
    assertThat(page)
        .hasURL(Pattern.compile(".*/rules/sichuan-2022-cities/2022.2/pillar-industry.*"));
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
          window.page().locator("#bid .answer button[formaction='/report']").click();
          assertThat(window.page().locator(".tiles > li")).hasCount(6);
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
      page.navigate(home + "?example=sample-met");
      Locator industry = field(page, "/parks/0/industry");
      industry.focus();
      industry.press("End");

      page.waitForResponse(r -> r.url().endsWith("/live"), () -> page.keyboard().type("x"));
      page.keyboard().type("yz");

      assertThat(page.locator("#summary .verdicts > li.open")).hasCount(1);
      assertThat(industry).isFocused();
      assertThat(industry).hasValue("Sample kite making (made up)xyz");
      assertThat(page.locator("#found-parks-0-industry .open")).hasCount(1);
      assertThat(page.locator("#badge-parks .open")).hasCount(1);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void no_button_pressed_before_leads_the_live_answer_astray() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      Locator remove = page.locator("button[value='/parks/1']");
      pressWithoutFocus(page.locator("#add-parks"));
      assertThat(remove).hasCount(1);
      pressWithoutFocus(remove);
      assertThat(remove).hasCount(0);
      field(page, "/baseline/gdp").fill("2.6k");
      assertThat(page.locator("#found-baseline-gdp .defect")).hasCount(1);

      page.waitForDownload(() -> pressWithoutFocus(page.locator("[data-keep]")));
      field(page, "/baseline/gdp").fill("2656.56");
      assertThat(page.locator("#found-baseline-gdp .defect")).hasCount(0);
      assertThat(page.locator("#parks > .entry")).hasCount(1);
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
      page.navigate(home);
      List<Route> held = window.holdFirst("**/live");
      page.clock().install();
      page.locator("#add-parks").click();
      page.waitForCondition(() -> held.size() == 1);
      assertThat(page.locator("#parks")).hasJSProperty("inert", true);
      Locator gdp = field(page, "/baseline/gdp");
      gdp.fill("2.6k");
      page.clock().runFor(500);

      held.get(0).resume();
      page.clock().resume();

      assertThat(page.locator("#parks > .entry")).hasCount(2);
      assertThat(page.locator("#found-baseline-gdp .defect")).hasCount(1);
      assertThat(gdp).isFocused();
      assertThat(page.locator("#parks")).hasJSProperty("inert", false);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void an_entry_asked_for_while_an_answer_is_on_its_way_is_added() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      List<Route> held = window.holdFirst("**/live");
      page.clock().install();
      field(page, "/city/code").fill("510100");
      page.clock().runFor(500);
      page.waitForCondition(() -> held.size() == 1);
      page.locator("#add-parks").click();
      field(page, "/baseline/gdp").fill("2.6k");
      page.clock().runFor(500);
      field(page, "/baseline/year").fill("last year");
      page.clock().runFor(500);

      held.get(0).resume();
      page.clock().resume();

      assertThat(page.locator("#parks > .entry")).hasCount(2);
      assertThat(page.locator("#found-baseline-gdp .defect")).hasCount(1);
      assertThat(page.locator("#found-baseline-year .defect")).hasCount(1);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void an_entry_that_came_with_its_page_takes_the_focus_once() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      page.locator("#add-parks").evaluate("button => button.form.requestSubmit(button)");
      assertThat(page.locator("#parks > .entry")).hasCount(2);
      assertThat(field(page, "/parks/1/name/en")).isFocused();

      Locator industry = field(page, "/parks/0/industry");
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
      page.navigate(home);
      page.route("**/live", route -> route.abort("failed"));
      field(page, "/parks/0/industry").fill("Sample");
      page.locator("#add-parks").click();

      assertThat(page.locator("#trouble")).isVisible();
      assertThat(page.locator("#parks")).hasJSProperty("inert", false);
      assertThat(page.locator("#add-parks")).isFocused();
      assertThat(field(page, "/parks/0/industry")).hasValue("Sample");
      page.unroute("**/live");
      page.locator("#add-parks").click();
      assertThat(page.locator("#parks > .entry")).hasCount(2);
      assertThat(field(page, "/parks/0/industry")).hasValue("Sample");
    }
  }

  @Test
  void an_answer_that_never_comes_is_told_and_holds_nothing_up() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      page.evaluate("htmx.config.timeout = 300");
      List<Route> held = new ArrayList<>();
      page.route("**/live", held::add);
      field(page, "/baseline/gdp").fill("2.6k");

      assertThat(page.locator("#trouble")).isVisible();
      page.unroute("**/live");
      page.evaluate("htmx.config.timeout = 40000");
      field(page, "/baseline/gdp").fill("2.7k");
      assertThat(page.locator("#found-baseline-gdp .defect")).hasCount(1);
      assertThat(page.locator("#trouble")).isHidden();
      assertThat(held).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#wide")
  void the_keyboard_alone_is_enough(String language, int width) throws Exception {
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      tabTo(page, "a[href='/?example=sample-not-met']");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*example=sample-not-met$"));

      tabTo(page, "#in-parks-0-level");
      page.keyboard().press("Home");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("#in-parks-0-level")).hasValue("national");
      assertThat(page.locator("#found-parks-0-level .good")).hasCount(1);
      tabTo(page, "#add-parks");
      page.keyboard().press("Enter");
      String name = "#in-parks-1-name-" + (language.equals("en") ? "en" : "zh");
      assertThat(page.locator(name)).isFocused();
      page.keyboard().type("Kites");
      // Enter in a field checks; it takes no entry out and saves nothing.
      page.keyboard().press("Enter");
      assertThat(page).hasURL(home);
      assertThat(page.locator(name)).hasValue("Kites");

      String check = "#bid .answer button:not([formaction])";
      tabTo(page, check);
      page.keyboard().press("Enter");
      assertThat(page.locator(check)).not().isFocused();
      assertThat(page.locator("#summary .overall.bad")).isVisible();
      tabTo(page, "#summary li li a");
      assertThat(page.locator(entered(page))).isFocused();
      tabTo(page, "button[formaction='/report']");
      page.keyboard().press("Enter");
      assertThat(page.locator(".tiles > li")).hasCount(6);
      tabTo(page, "#bid button[formaction='/bid.json']");
      Download saved = page.waitForDownload(() -> page.keyboard().press("Enter"));
      tabTo(page, ".tiles a");
      assertThat(page.locator(entered(page))).isFocused();

      assertThat(Files.readString(saved.path())).contains("Kites");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void a_bid_is_saved_and_loaded_again() throws Exception {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      page.locator(".load > summary").click();
      page.locator("#file").setInputFiles(CHENGDU);
      assertThat(field(page, "/city/code")).hasValue("510100");
      Download first = page.waitForDownload(() -> page.locator("[data-keep]").click());
      assertThat(first.suggestedFilename()).isEqualTo("bid-510100.json");
      byte[] saved = Files.readAllBytes(first.path());

      page.navigate(home);
      page.locator(".load > summary").click();
      page.locator("#file").setInputFiles(new FilePayload("b.json", "application/json", saved));
      assertThat(field(page, "/city/code")).hasValue("510100");
      Download second = page.waitForDownload(() -> page.locator("[data-keep]").click());

      assertThat(Files.readAllBytes(second.path())).isEqualTo(saved);
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#narrow")
  void a_file_that_cannot_be_read_is_kept_and_told(String language, int width) {
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      page.locator(".load > summary").click();
      String text = "{\"schema\":\"sixones/bid/1\",\"colour\":\"<b>red</b>\"}";
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      page.locator("#file").setInputFiles(new FilePayload("b.json", "application/json", bytes));

      assertThat(page.locator(".refused li")).hasCount(3);
      assertThat(page.locator("#text")).hasValue(text);
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
      page.navigate(home);
      JSHandle dropped =
          page.evaluateHandle(
              "([text, name]) => { const all = new DataTransfer();"
                  + " all.items.add(new File([text], name)); return all; }",
              List.of(file, name));
      page.dispatchEvent("h1", "dragover", Map.of("dataTransfer", dropped));
      assertThat(page.locator("body")).hasClass(Pattern.compile(".*dropping.*"));

      page.dispatchEvent("h1", "drop", Map.of("dataTransfer", dropped));

      assertThat(page.locator("#summary .verdicts > li.good")).hasCount(4);
      assertThat(field(page, "/city/code")).hasValue("510100");
      assertThat(page.locator("body")).not().hasClass(Pattern.compile(".*dropping.*"));
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#crossedReaders")
  void a_bid_pasted_as_text_fills_the_form(String language, int width, Script script)
      throws Exception {
    try (Window window = browser.window(width, language, script)) {
      Page page = window.page();
      for (String text : new String[] {Files.readString(CHENGDU), yaml()}) {
        page.navigate(home);
        page.locator(".load > summary").click();
        page.locator("#text").fill(text);
        page.locator("#load button[type=submit]").click();

        assertThat(page.locator("#summary .verdicts > li.good")).hasCount(4);
        assertThat(field(page, "/city/code")).hasValue("510100");
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
      page.navigate(home + "?example=chengdu-2022");
      page.locator("#bid .answer button[formaction='/report']").click();
      Locator chart = page.locator("figure.chart").first();

      assertThat(chart.locator("svg")).hasAccessibleName(Pattern.compile("."));
      assertThat(chart.locator("g")).hasCount(4);
      assertThat(chart.locator("g").first()).hasClass("own");
      assertThat(chart.locator("g text:last-child"))
          .hasText(new String[] {"19,916.98", "2,656.56", "3,350.29", "3,148.08"});
      double whole = drawn(chart, 0);
      assertThat(whole).isBetween(100.0, (double) width);
      assertThat(drawn(chart, 1) / whole).isCloseTo(0.13, within(0.01));
      assertThat(drawn(chart, 2) / whole).isCloseTo(0.17, within(0.01));
      assertThat(drawn(chart, 3) / whole).isCloseTo(0.16, within(0.01));
      chart.locator("summary").click();
      assertThat(chart.locator("tbody tr")).hasCount(4);
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
      page.navigate(home + "?example=chengdu-2022");
      page.locator("#bid .answer button[formaction='/report']").click();
      assertThat(page.locator(".tiles > li")).hasCount(6);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(page.locator("header.top")).isHidden();
      assertThat(page.locator("footer.foot")).isHidden();
      assertThat(page.locator("main form.noprint")).isHidden();
      assertThat(page.locator(".tiles")).isVisible();
      assertThat(page.locator("figure.chart svg").first()).isVisible();
      String pdf =
          new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1);
      assertThat(pdf).startsWith("%PDF");
      assertThat(pdf.split("/Type /Page\\b", -1)).hasSizeBetween(3, 12);
    }
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#crossedReaders")
  void a_hostile_bid_is_shown_as_text(String language, int width, Script script) {
    byte[] bid = HostileBid.of("510100").toString().getBytes(StandardCharsets.UTF_8);
    try (Window window = browser.window(width, language, script)) {
      Page page = window.page();
      page.navigate(home);
      page.locator(".load > summary").click();
      page.locator("#file").setInputFiles(new FilePayload("b.json", "application/json", bid));
      if (script == Script.OFF) {
        page.locator("#load button[type=submit]").click();
      }
      assertThat(field(page, "/parks/0/industry")).hasValue(HostileBid.MARKUP);
      HostileBid.assertText(page);
      window.look("check-hostile");

      page.locator("#bid .answer button[formaction='/report']").click();
      assertThat(page.locator(".tiles > li")).hasCount(6);
      assertThat(page.locator("#main")).containsText(HostileBid.MARKUP);
      assertThat(page.locator("#main")).containsText(HostileBid.longName(language));
      HostileBid.assertText(page);
      window.look("report-hostile");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void a_lost_connection_is_told_and_takes_nothing_away() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      page.route("**/live", route -> route.abort("failed"));
      field(page, "/city/code").fill("510100");

      assertThat(page.locator("#trouble")).isVisible();
      assertThat(field(page, "/city/code")).hasValue("510100");
      page.unroute("**/live");
      field(page, "/city/code").fill("510300");
      assertThat(page.locator("#trouble")).isHidden();
    }
  }

  private static Locator field(Page page, String pointer) {
    return page.locator("[name='" + pointer + "']");
  }

  /** With a script the answer comes of itself, else by the button. */
  private static void answer(Page page, Script script) {
    if (script == Script.OFF) {
      page.locator("#bid .answer button").first().click();
    }
  }

  /** Follows the link within the page that has the focus, and tells where it leads. */
  private static String entered(Page page) {
    String target = (String) page.evaluate("document.activeElement.hash");
    page.keyboard().press("Enter");
    return target;
  }

  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 400; i++) {
      page.keyboard().press("Tab");
      if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
    }
    throw new AssertionError(selector + " is not reached by the keyboard");
  }
}
