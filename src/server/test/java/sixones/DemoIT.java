package sixones;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.pages.VisiblePage;
import sixones.pages.frame.StartPage;
import sixones.people.account.Demo;

/**
 * All that a person with no knowledge of the project does with the demonstration, as it is packed:
 * checks a draft, hands it in, finds it as an officer and audits it; proposes in a case as one
 * officer and confirms as another.
 */
@Timeout(300)
@InTurns(value = 8, at = 1)
class DemoIT {
  private static PackagedApplication demonstration;
  private static Browser browser;
  private static String home;

  @BeforeAll
  static void start() throws Exception {
    demonstration = PackagedApplication.demonstration();
    home = demonstration.root().toString().replaceFirst("/*$", "/");
    browser = Browser.ofThread();
  }

  @ParameterizedTest
  @MethodSource("sixones.browser.Browser#narrow")
  void a_bid_goes_from_a_draft_to_its_audit(String language, int width) {
    try (Window window = browser.window(width, language, Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      page.navigate(home);
      assertThat(page.locator("html")).hasAttribute("lang", language);
      assertThat(seen.told("demo")).isVisible();
      window.look("demo-check");

      VisiblePage.link(seen.header(), seen.text("sign-in.title")).click();
      window.look("demo-sign-in");
      signIn(seen, page, "applicant", "/applicant");
      seen.button("applicant.draft.new").or(seen.button("applicant.draft.first")).click();
      seen.field("applicant.draft.name").fill("Demo 示例");
      page.getByLabel(seen.text("example.sample-met")).first().check();
      seen.button("applicant.new.do").click();
      assertThat(seen.answer()).isVisible();
      seen.answerButton("applicant.hand-in").click();
      seen.field("applicant.hand-in.confirm").check();
      page.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON).first().click();
      assertThat(seen.told("applicant.accepted").first()).isVisible();
      window.look("demo-receipt");
      List<String> receipt =
          page.getByRole(AriaRole.DEFINITION).getByRole(AriaRole.CODE).allInnerTexts();
      // Two numbers, and of two digests each with the command that computes it.
      assertThat(receipt).hasSize(6);
      signOut(seen);

      signIn(seen, page, "officer", "/desk");
      VisiblePage.link(seen.header(), seen.text("nav.rounds")).click();
      // The open rounds are listed first, that of the first rule set last; closed ones follow.
      page.getByRole(AriaRole.ARTICLE)
          .nth(Demo.SCRIPTS.size() - 1)
          .getByRole(AriaRole.HEADING)
          .getByRole(AriaRole.LINK)
          .click();
      assertThat(seen.rows()).hasCount(4);
      window.look("demo-matrix");
      seen.rows()
          .filter(of("510100"))
          .getByRole(AriaRole.ROWHEADER)
          .getByRole(AriaRole.LINK)
          .click();
      assertThat(seen.verdicts()).hasCount(6);
      assertThat(seen.main()).containsText(receipt.get(2));
      signOut(seen);

      signIn(seen, page, "auditor", "/evaluations");
      seen.rows().filter(of("510100")).first().getByRole(AriaRole.LINK).click();
      seen.button("evaluation.again").click();
      assertThat(page.getByRole(AriaRole.STATUS).getByText("✔")).isVisible();
      assertThat(page.getByRole(AriaRole.STATUS).getByRole(AriaRole.CODE))
          .hasText(new String[] {receipt.get(4), "sha256sum answer.json", receipt.get(4)});
      signOut(seen);
      assertThat(window.faults()).isEmpty();
    }
  }

  /** The closed rounds: two officers have cases in every state, and cities find their own. */
  @Test
  void what_one_officer_proposes_another_confirms_and_a_city_finds_its_case() {
    try (Window window = browser.window(1280, "zh-CN", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "zh-CN");
      page.navigate(home);
      signIn(seen, page, "officer", StartPage.of("officer"));
      page.navigate(home + "desk");
      Locator cases = seen.part("casework.desk.all").getByRole(AriaRole.LISTITEM);
      assertThat(cases).hasCount(12);
      window.look("demo-desk");
      cases
          .filter(of(seen.text("casework.state.accepted")))
          .getByRole(AriaRole.LINK)
          .first()
          .click();
      window.look("demo-case");
      String accepted = page.url();
      seen.button("casework.do.propose").click();
      assertThat(seen.title()).hasText(seen.text("casework.do.propose"));
      seen.field("casework.listed.yes").check();
      seen.button("casework.do.propose").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText(seen.text("casework.act.propose"));
      signOut(seen);

      signIn(seen, page, "officer2", StartPage.of("officer"));
      page.navigate(home + "desk");
      // She keeps away from one of them.
      assertThat(cases).hasCount(11);
      seen.part("casework.desk.confirm").getByRole(AriaRole.LINK).first().click();
      seen.button("casework.confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText(seen.text("casework.act.confirm"));
      assertThat(page.url()).startsWith(accepted);
      assertThat(seen.part("casework.stands")).containsText(seen.text("casework.state.proposed"));
      signOut(seen);

      signIn(seen, page, "deyang", "/applicant");
      Locator own = seen.part("mycase.list").getByRole(AriaRole.LISTITEM);
      assertThat(own).hasCount(4);
      Locator returned = own.filter(of(seen.text("mycase.state.returned")));
      // It is in review still where its term would have ended on a day no calendar covers yet.
      (returned.count() > 0 ? returned : own).getByRole(AriaRole.LINK).first().click();
      assertThat(seen.title()).hasText(seen.text("mycase.title"));
      window.look("demo-mine");
      signOut(seen);
      assertThat(window.faults()).isEmpty();
    }
  }

  private static Locator.FilterOptions of(String applicant) {
    return new Locator.FilterOptions().setHasText(applicant);
  }

  /** Picks somebody from the list of the demonstration. */
  private static void signIn(VisiblePage seen, Page page, String name, String start) {
    if (!page.url().endsWith("/sign-in")) {
      VisiblePage.link(seen.header(), seen.text("sign-in.title")).click();
    }
    VisiblePage.button(seen.main(), seen.text("sign-in.as", "name", name)).click();
    assertThat(page).hasURL(Pattern.compile(start + "$"));
  }

  private static void signOut(VisiblePage seen) {
    VisiblePage.button(seen.header(), seen.text("sign-out")).click();
    assertThat(VisiblePage.link(seen.header(), seen.text("sign-in.title"))).isVisible();
  }
}
