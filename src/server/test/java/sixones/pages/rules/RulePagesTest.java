package sixones.pages.rules;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.rule.OtherBids;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;

/** Of each field a page tells which rules and verdicts depend on it, and of none that none does. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class RulePagesTest {
  private static final String MEMBERS = "/rules/" + RuleSetsInTests.NEWEST + "/members";
  private static final Pattern LINK = Pattern.compile("<a class=\"ask\" href=\"([^\"]*)\"");

  private static String page(String path, String language) {
    return given()
        .urlEncodingEnabled(false)
        .accept("text/html")
        .header("Accept-Language", language)
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void a_clause_that_is_typed_leads_to_its_rules_and_stays_in_its_field() {
    String page =
        page("/rules?clause=" + URLEncoder.encode("集群面积一般不超过100平方公里 <b>", UTF_8), "zh-CN");

    assertThat(page).contains("集群面积一般不超过100平方公里 &lt;b&gt;</textarea>");
    assertThat(page.substring(page.indexOf("id=\"found\"")))
        .contains("/scale-area\">", "<b>100")
        .contains("/scale-area#examples\"");
  }

  @Test
  void a_member_tells_the_rules_and_verdicts_that_depend_on_it() {
    assertThat(page(MEMBERS + "/parks/*/cityCode", "en"))
        .contains("Park › Place", "/park-in-city\">")
        .contains("Can change the verdict on: Park for high-quality manufacturing");
    assertThat(page(MEMBERS + "/parks/0/level", "en"))
        .contains("/park-level\">", "It changes no verdict.");
    assertThat(page(MEMBERS + "/parks/0/level", "zh-CN")).contains("/park-level\">", "不影响结论。");
  }

  @Test
  void what_needs_other_bids_stands_below_the_rules_with_its_source() {
    for (RuleSet set : RuleSetsInTests.ALL.newest()) {
      for (OtherBids asked : set.otherBids()) {
        assertThat(page("/rules", "en")).contains("<li><b>" + asked.title().en() + "</b> ");
        assertThat(page("/rules", "zh-CN")).contains("<li><b>" + asked.title().zh() + "</b> ");
      }
    }
    assertThat(page("/rules", "en")).contains("Other bids are needed for this, so no bid is");
  }

  @Test
  void a_member_that_no_rule_reads_says_so() {
    assertThat(page(MEMBERS + "/conferences/0/edition", "en")).contains("No rule depends on it.");
    assertThat(page(MEMBERS + "/conferences/0/edition", "zh-CN")).contains("没有规则与该栏目有关");
    given().get(MEMBERS + "/conferences/0/height").then().statusCode(404);
  }

  @Test
  void each_field_of_each_form_leads_to_its_page() {
    for (RuleSet set : RuleSetsInTests.ALL.newest()) {
      Set<String> links = new TreeSet<>();
      LINK.matcher(page("/?ruleSet=" + set.id(), "en"))
          .results()
          .forEach(link -> links.add(link.group(1)));

      assertThat(links).as(set.id()).hasSizeGreaterThan(5);
      for (String link : links) {
        String member = link.substring(link.indexOf("/members") + "/members".length());
        assertThat(set.contract().isMember(member)).as(link).isTrue();
      }
      assertThat(page(links.iterator().next(), "en")).contains("Why it is asked");
    }
  }

  @Test
  void a_field_links_to_why_it_is_asked_with_its_name_in_both_languages() {
    String english = page("/?ruleSet=sichuan-2022-cities", "en");
    String chinese = page("/?ruleSet=sichuan-2022-cities", "zh-CN");

    assertThat(english)
        .contains("Why?<span class=\"unseen\"> – Park › Level (opens in a new tab)</span>")
        .contains("No rule reads this<span class=\"unseen\"> – World brand conference › ");
    assertThat(chinese).containsPattern("为何填写？<span class=\"unseen\"> – 园区 › [^<]*级别");
  }
}
