package sixones.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Length;
import sixones.Project;
import sixones.Share;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.pages.frame.PageHeaders;
import sixones.pages.frame.TokenField;
import sixones.report.Language;
import sixones.store.TestDatabase;

/**
 * Each page in each state there is an example of, looked at in each language and width; in the
 * short form the first state of each page and a twenty-fourth of the others, narrow in English and
 * wide in Chinese by turns.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageExamplesTest {
  /** An error at the top of a page, as opposed to one that a script may show later. */
  private static final String SUMMARY = "role=\"alert\" tabindex=\"-1\" autofocus";

  private static final Set<String> EVIDENCE =
      new TreeSet<>(
          Set.of(
              "pages/account/account",
              "pages/account/tokens",
              "pages/applicant/applicant",
              "pages/applicant/history",
              "pages/applicant/receipt",
              "pages/audit/entries",
              "pages/evaluations/evaluation",
              "pages/evaluations/evaluations",
              "pages/rounds/overview",
              "pages/rounds/overviewBid"));

  private static final String ZONE = "(Sichuan|Beijing|四川|北京)";
  private static final Pattern INSTANT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}.{0,12}");
  private static final Pattern INCLUDED = Pattern.compile("\\{#include (pages/[\\w/]+)");

  @Inject @All List<PageExamples> rooms;

  private final Map<Look, Window> windows = new HashMap<>();
  private final Map<Example, Map<Language, String>> rendered = new HashMap<>();
  private final Map<Example, String> templates = new HashMap<>();
  private List<Example> examples;
  private HttpServer server;
  private String home;
  private volatile String shown;

  /** Where an example is looked at. */
  enum Screen {
    NARROW_EN(Language.EN, 375),
    WIDE_ZH(Language.ZH_CN, 1280),
    WIDE_EN(Language.EN, 1280),
    NARROW_ZH(Language.ZH_CN, 375);

    private final Language language;
    private final int width;

    Screen(Language language, int width) {
      this.language = language;
      this.width = width;
    }
  }

  /** A window to look through, with axe-core or without. */
  private record Look(Screen screen, boolean axe) {}

  @BeforeAll
  void forms_have_a_token_without_a_request() {
    QuarkusMock.installMockForType(
        new TokenField() {
          @Override
          public String getToken() {
            return "token";
          }
        },
        TokenField.class);
  }

  @BeforeAll
  void pages_are_handed_out() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    home = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @AfterAll
  void windows_are_closed() {
    windows.values().forEach(Window::close);
    server.stop(0);
  }

  /** An example in a language, rendered when first asked for. */
  private String rendered(Example example, Language language) {
    return rendered
        .computeIfAbsent(example, one -> new EnumMap<>(Language.class))
        .computeIfAbsent(language, one -> example.page().apply(one).render());
  }

  /** Asked for once: another list has other examples, each of which is to be rendered anew. */
  private List<Example> examples() {
    if (examples == null) {
      examples = rooms.stream().flatMap(room -> room.all().stream()).toList();
    }
    return examples;
  }

  List<Arguments> looks() {
    List<Arguments> looks = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    for (Example example : Share.ofEvery(24, examples())) {
      boolean isLong = Length.asked() == Length.LONG;
      boolean axe = pages.add(page(example)) || isLong;
      Screen byTurns = Screen.values()[looks.size() % 2];
      for (Screen screen : Length.of(new Screen[] {byTurns}, Screen.values())) {
        looks.add(Arguments.of(example, new Look(screen, axe)));
      }
    }
    return looks;
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("looks")
  void an_example_can_be_read_by_everybody(Example example, Look look) {
    Window window = windows.computeIfAbsent(look, this::window);
    window.faults().clear();
    shown = rendered(example, look.screen.language);

    HeadingsAndFocus looked = new HeadingsAndFocus(window.page());

    window.page().navigate(home);
    looked.anErrorIsSaidFirst(example.name(), look.screen.language);
    unfold(window.page());
    looked.headingsAreInOrder(example.name());
    window.look(example.name());

    assertThat(window.faults()).isEmpty();
    if (look.axe) {
      looked.everythingHasARing(example.name());
    }
  }

  @Test
  @InTurns(8)
  void an_error_is_said_first_without_script_too() {
    try (Window window = Browser.ofThread().window(375, Language.EN.tag(), Script.OFF)) {
      for (Example example : examples()) {
        shown = rendered(example, Language.EN);
        if (shown.contains(SUMMARY)) {
          window.page().navigate(home);
          new HeadingsAndFocus(window.page()).anErrorIsSaidFirst(example.name(), Language.EN);
        }
      }
    }
  }

  @Test
  void each_page_that_can_show_an_error_has_an_example_with_one() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (Example example : examples()) {
      if (rendered(example, Language.EN).contains(SUMMARY)) {
        shown.add(page(example));
      }
    }

    Set<String> able = pages();
    able.removeIf(page -> !source(page).contains("role=\"alert\" tabindex=\"-1\""));
    assertThat(shown).isEqualTo(able);
  }

  /** A deadline in a sentence has the zone behind it, and seconds only if it has any. */
  @Test
  void an_instant_that_is_evidence_has_seconds_and_a_zone() {
    Set<String> told = new TreeSet<>();
    for (Example example : examples()) {
      for (Language language : Language.values()) {
        if (EVIDENCE.contains(page(example))) {
          String text = rendered(example, language).replaceAll("<[^>]*>", "\n");
          List<String> instants = INSTANT.matcher(text).results().map(MatchResult::group).toList();
          told.addAll(instants.isEmpty() ? Set.of() : Set.of(page(example)));
          assertThat(instants)
              .as(example.name())
              .allMatch(one -> one.matches("[-0-9]{10} [0-9]{2}(:[0-9]{2}){2}.*|.*" + ZONE + ".*"));
          assertThat(text).as(example.name()).containsPattern(instants.isEmpty() ? "" : ZONE);
        }
      }
    }

    assertThat(told).isEqualTo(EVIDENCE);
  }

  /** A template with what it includes. */
  private static String source(String template) {
    try {
      String text =
          Files.readString(
              Project.file("src/server/main/resources/templates/" + template + ".html"));
      StringBuilder all = new StringBuilder(text);
      INCLUDED
          .matcher(text)
          .results()
          .map(included -> included.group(1))
          .filter(included -> !included.equals("pages/frame/layout") && !included.equals(template))
          .forEach(included -> all.append(source(included)));
      return all.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void each_page_has_an_example_and_each_example_a_name_of_its_own() throws IOException {
    Set<String> named = examples().stream().map(Example::name).collect(Collectors.toSet());
    Set<String> rendered = new TreeSet<>();
    for (Example example : examples()) {
      rendered.add(page(example));
    }

    assertThat(rendered).isEqualTo(pages());
    assertThat(named).hasSameSizeAs(examples());
  }

  private String page(Example example) {
    return templates.computeIfAbsent(
        example,
        one -> {
          String template = one.page().apply(Language.EN).getTemplate().getId();
          return template.replaceFirst("\\.html$", "");
        });
  }

  /** The templates that are a whole page, read off the files so that none is forgotten. */
  private static Set<String> pages() throws IOException {
    Path templates = Project.file("src/server/main/resources/templates");
    try (Stream<Path> files = Files.walk(templates.resolve("pages"))) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .filter(file -> isWhole(file))
          .map(file -> templates.relativize(file).toString().replaceFirst("\\.html$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isWhole(Path template) {
    try {
      return Files.readString(template).contains("{#include pages/frame/layout}");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Window window(Look look) {
    Screen screen = look.screen;
    Window window = Browser.ofThread().window(screen.width, screen.language.tag(), Script.ON);
    if (look.axe) {
      window.withAxe();
    }
    return window;
  }

  /** Answers with the page, or with what it loads; the rest is not found, and is a fault. */
  private void answer(HttpExchange asked) throws IOException {
    String path = asked.getRequestURI().getPath();
    try (asked;
        InputStream in = PageHeaders.class.getResourceAsStream("/META-INF/resources" + path)) {
      Headers headers = asked.getResponseHeaders();
      byte[] body;
      if (path.equals("/") || asksAgain(path)) {
        headers.set("Content-Type", "text/html;charset=UTF-8");
        headers.set("Content-Security-Policy", PageHeaders.POLICY);
        headers.set("Cache-Control", "no-store");
        body = shown.getBytes(StandardCharsets.UTF_8);
      } else if (in == null) {
        asked.sendResponseHeaders(404, -1);
        return;
      } else {
        headers.set("Content-Type", type(path));
        headers.set("Cache-Control", "max-age=3600");
        body = in.readAllBytes();
      }
      asked.sendResponseHeaders(200, body.length);
      asked.getResponseBody().write(body);
    }
  }

  /** Returns whether the page asks for itself there every second, as the application answers it. */
  private boolean asksAgain(String path) {
    return shown.contains("hx-get=\"" + path + "\" hx-trigger=\"every 1s\"");
  }

  private static String type(String path) {
    return path.endsWith(".css")
        ? "text/css"
        : path.endsWith(".js") ? "text/javascript" : "font/woff2";
  }

  /** Opens all that is folded, so that nothing hides from the look. */
  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
  }
}
