package sixones.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real browser: the Chromium of the system, or the one {@code SIXONES_CHROMIUM} names. Without
 * one it fails and says what to install; it never skips.
 */
public final class Browser implements AutoCloseable {
  /** In milliseconds. */
  private static final double PATIENCE = 30_000;

  /** The digest of an empty style: what the tools of the tests put into a page, and no page has. */
  private static final String OF_THE_TOOLS = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final int TALLEST = 2200;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  public static Browser open() {
    // On a busy machine a page may take its time; what never comes still fails.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Path executable = find();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true);
    if ("root".equals(System.getProperty("user.name"))) {
      options.setArgs(List.of("--no-sandbox"));
    }
    return new Browser(playwright, playwright.chromium().launch(options));
  }

  private static Path find() {
    String named = System.getenv("SIXONES_CHROMIUM");
    if (named != null) {
      return Path.of(named);
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no browser found: install chromium (on Debian: apt-get install chromium"
                        + " fonts-noto-cjk), or let SIXONES_CHROMIUM name one"));
  }

  /** A new window, of its own cookies, this wide, in a language; with script or without. */
  public Window window(int width, String language, Script script) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setJavaScriptEnabled(script == Script.ON));
    return new Window(context, context.newPage(), width, language, script);
  }

  /** Whether pages may run scripts. */
  public enum Script {
    ON,
    OFF
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /**
   * One window; it notes every failed request and everything written to the console as an error.
   */
  public static final class Window implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final int width;
    private final String language;
    private final Script script;
    private final List<String> faults = new ArrayList<>();

    Window(BrowserContext context, Page page, int width, String language, Script script) {
      this.context = context;
      this.page = page;
      this.width = width;
      this.language = language;
      this.script = script;
      page.onConsoleMessage(
          message -> {
            // That a newer request put an older one aside is said as an error, too.
            boolean aside =
                message.text().startsWith("htmx:sendAbort")
                    || message.text().startsWith("htmx:afterRequest")
                    || message.text().contains(OF_THE_TOOLS);
            if (message.type().equals("error") && !aside) {
              faults.add(message.text() + " " + message.location());
            }
          });
      page.onPageError(faults::add);
      page.onRequestFailed(
          request -> {
            // A newer answer was asked for before the older one came.
            if (!"net::ERR_ABORTED".equals(request.failure())) {
              faults.add(request.url() + " " + request.failure());
            }
          });
      page.onResponse(
          response -> {
            if (response.status() >= 400) {
              faults.add(response.status() + " " + response.url());
            }
          });
    }

    public Page page() {
      return page;
    }

    /** What went wrong so far. */
    public List<String> faults() {
      return faults;
    }

    /**
     * Takes a picture; nothing may stick out to the side, and with script axe-core must find no
     * violation.
     */
    public void look(String name) {
      assertThat(page.locator("#main")).isVisible();
      picture(script == Script.ON ? name : name + "-noscript");
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(name + " sticks out")
          .isTrue();
      if (script == Script.ON) {
        // The other mode opens a window for each run, which only frames of other origins need.
        var found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        // What axe leant on keeps an empty style, which htmx would carry over to the next answer.
        page.evaluate(
            "document.querySelectorAll('[style=\"\"]').forEach(e => e.removeAttribute('style'))");
        assertThat(
                found.stream().map(v -> v.getId() + ": " + v.getNodes().get(0).getHtml()).toList())
            .as(name)
            .isEmpty();
      }
    }

    /** Writes a picture of the page, down to a few screens, to {@code target/screens}. */
    private void picture(String name) {
      Path file = Path.of("target", "screens", name + "-" + language + "-" + width + ".png");
      int height = (Integer) page.evaluate("document.documentElement.scrollHeight");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(file)
              .setFullPage(true)
              .setClip(0, 0, width, Math.min(height, TALLEST)));
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
