package sixones.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;

/**
 * The self-check in a real browser: in both languages, narrow and wide, with and without script.
 */
@QuarkusTest
class CheckJourneyTest {
  private static final Path CHENGDU =
      Path.of("fixtures/sichuan-2022-cities/bids/chengdu-2022/bid.json");
  private static Browser browser;

  @TestHTTPResource("/")
  String home;

  @BeforeAll
  static void open() {
    browser = Browser.open();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  static Stream<Arguments> readers() {
    return Stream.of("en", "zh-CN")
        .flatMap(
            language ->
                Stream.of(375, 1280)
                    .flatMap(
                        width ->
                            Stream.of(Script.values())
                                .map(script -> Arguments.of(language, width, script))));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void a_city_checks_mends_and_reads_the_report(String language, int width, Script script) {
    try (Window window = browser.window(width, language, script)) {
      Page page = window.page();
      page.navigate(home);
      boolean chinese = language.equals("zh-CN");
      assertThat(page.locator("html")).hasAttribute("lang", language);
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
      assertThat(page.locator("#summary .verdicts > li.good")).hasCount(5);
      window.look("check-chengdu");
      page.locator("#bid .answer button[formaction='/report']").click();
      assertThat(page.locator(".tiles > li")).hasCount(6);
      window.look("report-chengdu");
      page.locator(".told.open h3 a").first().click();
      assertThat(page.locator("h1")).isVisible();
      assertThat(page).hasURL(Pattern.compile(".*/rules/sichuan-2022-cities/2022.1/chain-head.*"));
      window.look("rule");
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void the_other_pages_are_sound(String language) {
    for (int width : new int[] {375, 1280}) {
      try (Window window = browser.window(width, language, Script.ON)) {
        for (String path : new String[] {"rules", "help/city", "help/officer", "help/auditor"}) {
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
      }
    }
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

      assertThat(page.locator("#summary .verdicts > li.bad")).hasCount(1);
      assertThat(industry).isFocused();
      assertThat(industry).hasValue("Sample kite making (made up)xyz");
      assertThat(page.locator("#found-parks-0-industry .bad")).hasCount(1);
      assertThat(page.locator("#badge-parks .bad")).hasCount(1);
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void the_keyboard_alone_is_enough() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      tabTo(page, "in-city-code");
      page.keyboard().type("510100");
      assertThat(page.locator("#summary .overall")).containsText("open");
      tabTo(page, "in-parks-0-level");
      page.keyboard().type("prov");
      assertThat(page.locator("#in-parks-0-level")).hasValue("provincial");
      assertThat(page.locator("#found-parks-0-level .good")).hasCount(1);
      tabTo(page, "add-parks");
      page.keyboard().press("Enter");
      assertThat(page.locator("#in-parks-1-name-en")).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#in-parks-0-level")).hasValue("provincial");
      assertThat(page.locator("h1")).containsText("Check a bid");
      page.locator("#summary li li a").first().focus();
      String target = page.locator("#summary li li a").first().getAttribute("href");
      page.keyboard().press("Enter");
      assertThat(page.locator(target)).isFocused();
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

  @Test
  void a_file_that_cannot_be_read_is_kept_and_told() {
    try (Window window = browser.window(375, "zh-CN", Script.ON)) {
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
  @MethodSource("readers")
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

  private static void tabTo(Page page, String id) {
    for (int i = 0; i < 80; i++) {
      page.keyboard().press("Tab");
      if (id.equals(page.evaluate("document.activeElement.id"))) {
        return;
      }
    }
    throw new AssertionError(id + " is not reached by the keyboard");
  }
}
