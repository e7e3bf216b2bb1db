package sixones.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;

/** What our own script does beside the pages, in a real browser. */
@QuarkusTest
@InTurns(3)
class ScriptTest {
  private static final Locator.GetByTextOptions EXACT =
      new Locator.GetByTextOptions().setExact(true);
  private static Browser browser;

  @TestHTTPResource("/")
  String home;

  @BeforeAll
  static void open() {
    browser = Browser.ofThread();
  }

  @Test
  void what_a_report_folds_is_open_on_paper_and_folded_again() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home + "?example=chengdu-2022");
      seen.answerButton("check.report").click();
      Locator chart = page.getByRole(AriaRole.FIGURE).first();
      Locator figures = chart.getByText(seen.text("chart.applicant"), EXACT);
      Locator mine = page.locator("details.passed").first();
      mine.locator("summary").first().click();
      assertThat(mine.getByRole(AriaRole.LINK).first()).isVisible();
      assertThat(figures).isHidden();

      page.evaluate("dispatchEvent(new Event('beforeprint'))");
      assertThat(page.locator(".report details:not(.why):not(.why details):not([open])"))
          .hasCount(0);
      assertThat(figures).isVisible();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(seen.header()).isHidden();
      assertThat(seen.button("report.back")).isHidden();
      page.setViewportSize(680, 960);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/screens/report-on-paper.png"))
              .setFullPage(true));
      byte[] paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      assertThat(new String(paper, StandardCharsets.ISO_8859_1))
          .as("A4, 595 by 842 points")
          .containsPattern("/MediaBox \\[0 0 59[45][.0-9]* 84[12]");
      page.evaluate("dispatchEvent(new Event('afterprint'))");

      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      assertThat(figures).isHidden();
      assertThat(mine).hasAttribute("open", "");
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void text_is_dragged_as_ever_and_a_dragged_file_shows_where_to_drop_it() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      Locator place = seen.told("load.file");
      assertThat(place).isHidden();

      assertThat(isTaken(page, "dragover", "data.setData('text/plain', 'Kites')")).isFalse();
      assertThat(isTaken(page, "drop", "data.setData('text/plain', 'Kites')")).isFalse();
      assertThat(place).isHidden();

      String file = "data.items.add(new File(['{}'], 'bid.json'))";
      assertThat(isTaken(page, "dragover", file)).isTrue();
      assertThat(place).isVisible();
      isTaken(page, "dragleave", file);
      assertThat(place).isHidden();

      isTaken(page, "dragover", file);
      assertThat(isTaken(page, "drop", file)).isTrue();
      assertThat(seen.alert()).isVisible();
      assertThat(window.faults()).isEmpty();
    }
  }

  /** Whether the page keeps a drag event over a field from the browser. */
  private static boolean isTaken(Page page, String event, String filled) {
    return (Boolean)
        page.evaluate(
            "() => { const data = new DataTransfer(); "
                + filled
                + "; return !document.querySelector('#in-city-code').dispatchEvent("
                + "new DragEvent('"
                + event
                + "', {dataTransfer: data, bubbles: true, cancelable: true})); }");
  }

  @Test
  void a_page_that_was_open_too_long_says_so_and_loses_nothing() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      page.context().clearCookies();

      seen.place("/city/code").fill("510100");
      assertThat(seen.told("check.expired")).isVisible();
      assertThat(seen.told("check.trouble")).isHidden();
      seen.answerButton("check.do").click();
      assertThat(seen.title()).hasText("This page was open for too long");
      window.look("expired");
      seen.button("expired.do").click();

      assertThat(seen.place("/city/code")).hasValue("510100");
      assertThat(seen.told("check.expired")).isHidden();
    }
  }
}
