package sixones.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.Driver;
import com.microsoft.playwright.options.AriaRole;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import sixones.Length;

/**
 * A real browser: the one {@code SIXONES_CHROMIUM} names, the Chromium of the system (the one
 * without a desktop first, whose windows cost a third), or, where there is none, the one Playwright
 * installs. Without any it fails and says what to install; it never skips. Each thread has one,
 * which lasts as long as the tests: only windows are closed.
 */
public final class Browser {
  /** In milliseconds. */
  private static final double PATIENCE = 30_000;

  /** The digest of an empty style: what the tools of the tests put into a page, and no page has. */
  private static final String OF_THE_TOOLS = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  private static final List<String> NAMES =
      List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

  /**
   * What a desktop's browser does beside showing pages: the two pages it makes for each window in
   * case somebody types an address, which cost as much as ours; and what Playwright leaves out
   * itself, for of two such lists the last counts.
   */
  private static final List<String> UNUSED =
      List.of(
          "WebUIOmniboxPopup",
          "WebUIOmniboxAimPopup",
          "AvoidUnnecessaryBeforeUnloadCheckSync",
          "BoundaryEventDispatchTracksNodeRemoval",
          "DestroyProfileOnBrowserClose",
          "DialMediaRouteProvider",
          "GlobalMediaControls",
          "HttpsUpgrades",
          "LensOverlay",
          "MediaRouter",
          "PaintHolding",
          "ThirdPartyStoragePartitioning",
          "BlockOriginHeaderModificationOnRedirect",
          "Translate",
          "OptimizationHints");

  /** Without a graphics card it would play one, for each picture, and at a high price. */
  private static final List<String> LEAN =
      List.of(
          "--disable-gpu",
          "--disable-software-rasterizer",
          "--disable-quic",
          "--disable-features=" + String.join(",", UNUSED));

  private static final String NO_BROWSER =
      "no browser found, and Playwright could not install its own: install chromium (on Debian:"
          + " apt-get install chromium fonts-noto-cjk), or let SIXONES_CHROMIUM name one";

  private static final String NOT_STARTED =
      " is no browser that starts: install chromium (on Debian: apt-get install chromium"
          + " fonts-noto-cjk), or let SIXONES_CHROMIUM name one";

  private static final int TALLEST = 2200;
  private static final String AXE = AxeBuilder.getAxeScript();

  /** What Playwright makes is used by the thread that made it, and no other. */
  private static final ThreadLocal<Browser> OF_THREAD = ThreadLocal.withInitial(Browser::open);

  private final com.microsoft.playwright.Browser browser;

  private Browser(com.microsoft.playwright.Browser browser) {
    this.browser = browser;
  }

  /** That of this thread, opened when first asked for. */
  public static Browser ofThread() {
    return OF_THREAD.get();
  }

  private static Browser open() {
    // On a busy machine a page may take its time; what never comes still fails.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Optional<Path> executable = find(System.getenv("SIXONES_CHROMIUM"), System.getenv("PATH"));
    if (executable.isEmpty()) {
      install();
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments = new ArrayList<>(LEAN);
    if ("root".equals(System.getProperty("user.name"))) {
      arguments.add("--no-sandbox");
    }
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions().setHeadless(true).setArgs(arguments);
    executable.ifPresent(options::setExecutablePath);
    try {
      return new Browser(playwright.chromium().launch(options));
    } catch (PlaywrightException e) {
      playwright.close();
      throw new AssertionError(executable.map(Path::toString).orElse("its own") + NOT_STARTED, e);
    }
  }

  /**
   * The browser there is.
   *
   * @param named the one that was named, or null
   * @param path the folders programs are looked for in
   */
  static Optional<Path> find(String named, String path) {
    if (named != null && !named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Lets Playwright fetch its own Chromium, once for this user. */
  private static void install() {
    ProcessBuilder installing =
        Driver.ensureDriverInstalled(Map.of(), false)
            .createProcessBuilder()
            .redirectErrorStream(true);
    installing.command().addAll(List.of("install", "chromium"));
    try {
      Process process = installing.start();
      process.getInputStream().transferTo(System.out);
      if (process.waitFor() == 0) {
        return;
      }
    } catch (IOException e) {
      throw new AssertionError(NO_BROWSER, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError(NO_BROWSER);
  }

  /** A new window, of its own cookies, this wide, in a language; with script or without. */
  public Window window(int width, String language, Script script) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setJavaScriptEnabled(script == Script.ON));
    Window window = new Window(context, context.newPage(), width, language, script);
    return Length.asked() == Length.LONG ? window.withAxe() : window;
  }

  /** Each language once and each width once, for what does not hang on which meet. */
  public static Stream<Arguments> crossed() {
    return Stream.of(Arguments.of("en", 375), Arguments.of("zh-CN", 1280));
  }

  /** The same; in the short form of the tests the narrow one alone, for states no journey is of. */
  public static Stream<Arguments> narrow() {
    return Length.of(crossed().limit(1), crossed());
  }

  /** The same with the wide one. */
  public static Stream<Arguments> wide() {
    return Length.of(crossed().skip(1), crossed());
  }

  /** Each language once and each width once, one with script and one without. */
  public static Stream<Arguments> crossedReaders() {
    return Stream.of(Arguments.of("en", 375, Script.ON), Arguments.of("zh-CN", 1280, Script.OFF));
  }

  /** The same; in the short form of the tests the one with script alone. */
  public static Stream<Arguments> withScript() {
    return Length.of(crossedReaders().limit(1), crossedReaders());
  }

  /** Whether pages may run scripts. */
  public enum Script {
    ON,
    OFF
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
    private boolean hasAxe;

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

    /**
     * Lets each look at a page with script have axe-core look, too. It is put into every page of
     * the window: to send it for each look would take longer than to look.
     */
    public Window withAxe() {
      context.addInitScript(AXE);
      hasAxe = true;
      return this;
    }

    /** Holds the first request to such an address, until the test lets it go; later ones pass. */
    public List<Route> holdFirst(String address) {
      List<Route> held = new ArrayList<>();
      page.route(
          address,
          route -> {
            if (held.isEmpty()) {
              held.add(route);
            } else {
              route.resume();
            }
          });
      return held;
    }

    /** What went wrong so far. */
    public List<String> faults() {
      return faults;
    }

    /**
     * Nothing may stick out to the side, and axe-core, where this window has it, must find no
     * violation. The long form of the tests has it in every window and takes a picture, too, to
     * look through; in the short form it looks at the examples of pages.
     */
    public void look(String name) {
      assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
      if (Length.asked() == Length.LONG) {
        picture(script == Script.ON ? name : name + "-noscript");
      }
      assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(name + " sticks out")
          .isTrue();
      if (hasAxe && script == Script.ON) {
        List<?> violations = violations();
        // What axe leant on keeps an empty style, which htmx would carry over to the next answer.
        page.evaluate(
            "document.querySelectorAll('[style=\"\"]').forEach(e => e.removeAttribute('style'))");
        assertThat(violations).as(name).isEmpty();
      }
    }

    /**
     * What axe-core finds wrong, by all its rules. Only that is told: to describe each element that
     * passes, and hand it over, takes far longer than to look at it.
     */
    private List<?> violations() {
      return (List<?>)
          page.evaluate(
              "async () => (await axe.run({resultTypes: ['violations']})).violations"
                  + ".map(found => found.id + ': ' + found.nodes[0].html)");
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
