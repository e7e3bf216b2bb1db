package sixones.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Length;
import sixones.Project;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.pages.frame.PageHeaders;
import sixones.pages.frame.TokenField;
import sixones.report.Language;
import sixones.store.TestDatabase;

/**
 * Each page in each state there is an example of, looked at in each language and width; in the
 * short form narrow in English and wide in Chinese by turns, and with axe-core the first of each
 * page alone. The browser is handed what the template renders, and asks no service for anything.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageExamplesTest {
  private static final String HOME = "http://example.test";

  @Inject @All List<PageExamples> rooms;

  private final Map<Look, Window> windows = new HashMap<>();
  private String shown;

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

  @AfterAll
  void windows_are_closed() {
    windows.values().forEach(Window::close);
  }

  private List<Example> examples() {
    return rooms.stream().flatMap(room -> room.all().stream()).toList();
  }

  List<Arguments> looks() {
    List<Arguments> looks = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    for (Example example : examples()) {
      boolean axe = pages.add(page(example)) || Length.asked() == Length.LONG;
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
    shown = example.page().apply(look.screen.language).render();

    window.page().navigate(HOME + "/");
    unfold(window.page());
    window.look(example.name());

    assertThat(window.faults()).isEmpty();
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

  private static String page(Example example) {
    String template = example.page().apply(Language.EN).getTemplate().getId();
    return template.replaceFirst("\\.html$", "");
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
    window.page().route("**", this::answer);
    return window;
  }

  /** Answers with the page, or with what it loads; the rest fails, and is a fault. */
  private void answer(Route route) {
    String path = URI.create(route.request().url()).getPath();
    if (path.equals("/")) {
      Map<String, String> headers =
          Map.of(
              "Content-Type",
              "text/html;charset=UTF-8",
              "Content-Security-Policy",
              PageHeaders.POLICY);
      route.fulfill(new Route.FulfillOptions().setBody(shown).setHeaders(headers));
      return;
    }
    try (InputStream in = PageHeaders.class.getResourceAsStream("/META-INF/resources" + path)) {
      if (in == null) {
        route.abort();
      } else {
        route.fulfill(
            new Route.FulfillOptions().setBodyBytes(in.readAllBytes()).setContentType(type(path)));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
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
