package sixones.pages.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.InTurns;
import sixones.browser.Browser;
import sixones.browser.Browser.Script;
import sixones.browser.Browser.Window;
import sixones.pages.VisiblePage;

/** The form as whoever fills it in by hand meets it, with a script. */
@QuarkusTest
@InTurns(8)
class ComfortJourneyTest {
  private static Browser browser;

  @TestHTTPResource("/")
  String home;

  @BeforeAll
  static void open() {
    browser = Browser.ofThread();
  }

  @Test
  void notes_wait_until_a_field_was_left_and_stay_from_then_on() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      seen.place("/city/code").fill("Chengdu");
      assertThat(seen.place("/city/code")).hasAccessibleDescription(Pattern.compile("510100"));
      Locator level = seen.place("/parks/0/level");
      Locator industry = seen.place("/parks/0/industry");
      assertThat(industry).not().hasAccessibleDescription(Pattern.compile("missing"));
      assertThat(seen.answer().getByText("missing")).hasCount(0);

      industry.focus();
      assertThat(industry).not().hasAccessibleDescription(Pattern.compile("missing"));
      page.keyboard().press("Tab");
      assertThat(industry).hasAccessibleDescription(Pattern.compile("industry is missing"));
      assertThat(level).not().hasAccessibleDescription(Pattern.compile("incomplete"));

      industry.fill("Kites");
      assertThat(industry).not().hasAccessibleDescription(Pattern.compile("is missing"));
      industry.fill("");
      assertThat(industry).hasAccessibleDescription(Pattern.compile("industry is missing"));
      Locator rank = seen.place("/chainHeads/0/rank");
      assertThat(rank).not().hasAccessibleDescription(Pattern.compile("incomplete"));
      seen.answerButton("check.do").click();
      assertThat(rank).hasAccessibleDescription(Pattern.compile("incomplete"));
      page.waitForResponse(
          answer -> answer.url().endsWith("/live"), () -> seen.place("/baseline/gdp").fill("1"));
      assertThat(rank).hasAccessibleDescription(Pattern.compile("incomplete"));
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void notes_move_with_their_entry() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      seen.place("/city/code").fill("510100");
      seen.add("/parks").click();
      seen.hasEntries("/parks", 2);
      seen.place("/parks/1/industry").focus();
      page.keyboard().press("Tab");
      assertThat(seen.place("/parks/1/industry"))
          .hasAccessibleDescription(Pattern.compile("is missing"));

      seen.remove("/parks/0").click();

      seen.hasEntries("/parks", 1);
      assertThat(seen.place("/parks/0/industry"))
          .hasAccessibleDescription(Pattern.compile("is missing"));
      assertThat(window.faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"en, Not started, In progress", "zh-CN, 未开始, 填写中"})
  void on_a_phone_one_section_is_a_page(String language, String blank, String begun)
      throws Exception {
    try (Window window = browser.window(375, language, Script.ON).withAxe()) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, language);
      page.navigate(home);
      assertThat(seen.tasks().getByText(blank)).hasCount(14);
      assertThat(seen.main().getByRole(AriaRole.REGION)).hasCount(1);
      window.look("tasks");

      Locator baseline = seen.section("/baseline");
      seen.place("/baseline/gdp").fill("2656.56");
      assertThat(baseline).isVisible();
      assertThat(seen.tasks()).isHidden();
      assertThat(seen.main().getByRole(AriaRole.REGION)).hasCount(1);
      window.look("section");
      VisiblePage.button(baseline, seen.text("tasks.after", "section", label(seen, "parks")))
          .click();
      assertThat(seen.place("/parks/0/level")).isVisible();
      assertThat(baseline).isHidden();
      seen.add("/parks").click();
      seen.hasEntries("/parks", 2);
      assertThat(seen.place("/parks/1/name/" + (language.equals("en") ? "en" : "zh"))).isFocused();

      page.goBack();
      assertThat(baseline).isVisible();
      seen.link("tasks.all").click();
      assertThat(seen.tasks().getByText(begun)).hasCount(1);
      seen.place("/city/code").fill("510100");
      seen.answerButton("check.do").click();
      assertThat(seen.tasks()).isVisible();
      assertThat(seen.place("/baseline/gdp")).hasValue("2656.56");
      assertThat(seen.place("/city/code")).hasValue("510100");
      assertThat(window.faults()).isEmpty();
    }
  }

  private static Locator selected(Locator select) {
    return select.getByRole(AriaRole.OPTION, new Locator.GetByRoleOptions().setSelected(true));
  }

  private static String label(VisiblePage seen, String member) {
    return seen.label("/" + member.replace('.', '/'));
  }

  @Test
  void a_link_to_a_field_opens_its_section_on_a_phone() {
    try (Window window = browser.window(375, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home + "?example=sample-not-met");

      Locator gap = seen.answer().getByRole(AriaRole.LISTITEM).getByRole(AriaRole.LISTITEM);
      gap.getByRole(AriaRole.LINK).first().click();

      assertThat(seen.tasks()).isHidden();
      assertThat(seen.main().getByRole(AriaRole.REGION)).hasCount(1);
    }
  }

  @Test
  void a_text_grows_and_is_counted_as_its_limit_is() throws Exception {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      Locator text = seen.place("/pillarIndustries/0/growthPotential");
      assertThat(text).hasAccessibleDescription(Pattern.compile("At most 20,000 characters"));
      double before = text.boundingBox().height;

      text.fill("𠮷\n".repeat(20));
      assertThat(text).hasAccessibleDescription(Pattern.compile("40 of at most 20,000 characters"));
      assertThat(text.boundingBox().height).isGreaterThan(before * 3);
      text.fill("𠮷".repeat(20_000));
      assertThat(text).hasAccessibleDescription(Pattern.compile("20,000 of at most 20,000"));
      text.fill("𠮷".repeat(20_001));
      assertThat(text)
          .hasAccessibleDescription(Pattern.compile("20,001 characters: the limit of 20,000"));
      Locator name = seen.place("/parks/0/name/en");
      name.fill("x".repeat(20_001));
      assertThat(name).hasAccessibleDescription(Pattern.compile("20,001 characters: the limit"));
      assertThat(window.faults()).isEmpty();
    }
  }

  @Test
  void a_document_is_added_by_its_title_and_choices_follow_the_titles() {
    try (Window window = browser.window(1280, "en", Script.ON)) {
      Page page = window.page();
      VisiblePage seen = new VisiblePage(page, "en");
      page.navigate(home);
      Locator title = seen.entry("/parks/0").getByLabel(seen.fresh("/parks/0/evidence"));
      title.fill("Decision on the park");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");

      Locator chosen =
          seen.entry("/parks/0")
              .getByLabel(
                  seen.label("/parks/0/evidence/0"),
                  new Locator.GetByLabelOptions().setExact(true));
      assertThat(chosen).hasValue("e1");
      assertThat(selected(chosen)).hasText("Decision on the park");
      assertThat(seen.place("/evidence/0/title/en")).hasValue("Decision on the park");
      seen.place("/evidence/0/title/zh").fill("园区批复");
      assertThat(selected(chosen)).hasText("Decision on the park · 园区批复");
      assertThat(chosen).hasValue("e1");
      assertThat(window.faults()).isEmpty();
    }
  }
}
