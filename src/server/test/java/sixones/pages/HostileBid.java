package sixones.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import sixones.pages.rounds.OverviewInTests;

/** A bid that tries to be more than text: markup, marks that turn the writing, endless names. */
public final class HostileBid {
  public static final String MARKUP =
      "<script>window.broken=1</script>\"'><img src=x onerror=window.broken=2>{frame.say('x')}";
  private static final int LENGTH = 4000;

  private HostileBid() {}

  public static ObjectNode of(String applicant) {
    ObjectNode bid = OverviewInTests.bid(applicant);
    bid.withObject("/parks/0").put("industry", MARKUP).put("level", "county");
    bid.withObject("/parks/0/name").put("en", longName("en")).put("zh", longName("zh-CN"));
    bid.withObject("/pillarIndustries/0/name").put("en", MARKUP).put("zh", "\u202Egnp.exe\u202C");
    bid.withObject("/conferences/0/name").put("en", MARKUP).put("zh", longName("zh-CN"));
    return bid;
  }

  /** The name of its park in a language: no word of it ends where a line could. */
  public static String longName(String language) {
    return (language.equals("en") ? "W" : "长").repeat(LENGTH);
  }

  /** Nothing of it became a part of the page, ran, or turned what stands around it. */
  public static void assertText(Page page) {
    assertThat(page.locator("#main img, #main script")).hasCount(0);
    assertThat(page.content().replaceAll("value=\"[^\"]*\"", "")).doesNotContain("\u202E");
    assertThat(page.evaluate("window.broken")).isNull();
  }
}
