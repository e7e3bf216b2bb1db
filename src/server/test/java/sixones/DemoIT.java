package sixones;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;

/**
 * All that a person with no knowledge of the project does with the demonstration, as it is packed:
 * checks a draft, hands it in, finds it as an officer and audits it.
 */
@Timeout(300)
class DemoIT {
  @TempDir static Path folder;

  private static PackagedApplication demonstration;
  private static Browser browser;
  private static String home;

  @BeforeAll
  static void start() throws Exception {
    demonstration = PackagedApplication.demonstrate(folder);
    home = demonstration.root().toString().replaceFirst("/*$", "/");
    browser = Browser.ofThread();
  }

  @AfterAll
  static void end() throws Exception {
    demonstration.close();
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#crossed")
  void a_bid_goes_from_a_draft_to_its_audit(String language, int width) {
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      page.navigate(home);
      assertThat(page.locator("html")).hasAttribute("lang", language);
      assertThat(page.locator(".demo")).isVisible();
      window.look("demo-check");

      page.locator("header a[href='/sign-in']").click();
      window.look("demo-sign-in");
      signIn(page, "applicant", "/applicant");
      page.locator("a[href='/applicant/drafts/new']").first().click();
      page.locator("#name").fill("Demo 示例");
      page.locator("input[value='sample-met']").check();
      page.locator("main button[type=submit]").click();
      assertThat(page.locator("#summary .overall")).isVisible();
      page.locator("aside button[formaction$='then=hand-in']").click();
      page.locator("#confirm").check();
      page.locator("#hand-in button").click();
      assertThat(page.locator(".done")).isVisible();
      window.look("demo-receipt");
      List<String> receipt = page.locator(".receipt dd code").allInnerTexts();
      assertThat(receipt).hasSize(4);
      signOut(page);

      signIn(page, "officer", "/rounds");
      page.locator("h2 a[href^='/rounds/']").first().click();
      assertThat(page.locator(".matrix tbody tr")).hasCount(4);
      window.look("demo-matrix");
      page.locator(".matrix a[href$='/applicants/510100#r-park']").click();
      assertThat(page.locator("#r-park .chip")).isVisible();
      assertThat(page.locator("#main")).containsText(receipt.get(2));
      signOut(page);

      signIn(page, "auditor", "/evaluations");
      page.locator(".matrix a[href$='/" + receipt.get(1) + "']").click();
      page.locator("#again").click();
      assertThat(page.locator("#replay .good")).isVisible();
      assertThat(page.locator("#replay code"))
          .hasText(new String[] {receipt.get(3), receipt.get(3)});
      signOut(page);
      assertThat(window.faults()).isEmpty();
    }
  }

  /** Picks somebody from the list of the demonstration. */
  private static void signIn(Page page, String name, String start) {
    if (!page.url().endsWith("/sign-in")) {
      page.locator("header a[href='/sign-in']").click();
    }
    page.locator("form:has(input[name=name][value='" + name + "']) button").click();
    assertThat(page).hasURL(Pattern.compile(start + "$"));
  }

  private static void signOut(Page page) {
    if (page.locator("header form[action='/sign-out']").count() > 0) {
      page.locator("header form[action='/sign-out'] button").click();
    } else {
      page.locator("header a[href='/sign-out']").click();
      page.locator("main form[action='/sign-out'] button").click();
    }
    assertThat(page.locator("header a[href='/sign-in']")).isVisible();
  }
}
