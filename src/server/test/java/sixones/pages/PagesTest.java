package sixones.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Length;
import sixones.pages.frame.PageHeaders;
import sixones.rule.Rule;
import sixones.ruleset.RuleSetsInTests;

/** What holds for every page: language, headers, size, errors; and the pages of the rules. */
@QuarkusTest
@InTurns(3)
class PagesTest {
  private static final String RULES = "/rules/" + RuleSetsInTests.NEWEST;

  static Stream<String> pages() {
    return Stream.of(
        "/",
        "/?example=sample-met",
        "/rules",
        RULES,
        RULES + "/park-level",
        "/help",
        "/help/applicant",
        "/help/officer",
        "/help/auditor",
        "/nowhere",
        "/help/nobody");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_page_may_run_and_load_only_what_is_ours(String path) {
    String page =
        given()
            .accept("text/html")
            .get(path)
            .then()
            .header("Content-Security-Policy", equalTo(PageHeaders.POLICY))
            .header("X-Content-Type-Options", equalTo("nosniff"))
            .contentType(containsString("text/html"))
            .extract()
            .asString();

    assertThat(PageHeaders.POLICY).doesNotContain("unsafe");
    assertThat(page)
        .doesNotContainPattern("<script(?![^>]*src=)")
        .doesNotContain("<style")
        .doesNotContainPattern("\\sstyle=")
        .doesNotContainPattern("\\son[a-z]+=");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', en",
    "'', '', zh-CN, zh-CN",
    "'', '', 'fr, zh;q=0.8, en;q=0.3', zh-CN",
    "'', '', 'nonsense;;q=', en",
    "'', zh-CN, en, zh-CN",
    "en, zh-CN, zh, en",
    "zh, '', en, zh-CN",
    "xx, '', zh, zh-CN"
  })
  void the_language_is_asked_for_kept_accepted_or_english(
      String asked, String kept, String accepted, String expected) {
    var request = given().accept("text/html");
    if (!asked.isEmpty()) {
      request.queryParam("lang", asked);
    }
    if (!kept.isEmpty()) {
      request.cookie("lang", kept);
    }
    if (!accepted.isEmpty()) {
      request.header("Accept-Language", accepted);
    }

    Response page = request.get("/help");

    assertThat(page.asString()).contains("<html lang=\"" + expected + "\"");
    if (asked.equals("en") || asked.equals("zh")) {
      assertThat(page.cookie("lang")).isEqualTo(expected);
    } else {
      assertThat(page.cookie("lang")).isNull();
    }
  }

  @Test
  void the_cookie_of_forms_stays_as_it_is_until_the_browser_is_closed() {
    Response first = given().accept("text/html").get("/");

    Response later = given().accept("text/html").cookies(first.cookies()).get("/help");

    Cookie cookie = first.detailedCookie("sixones-form");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getMaxAge()).isNegative();
    assertThat(later.cookie("sixones-form")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"en, Page not found, To the self-check", "zh-CN, 没有这个页面, 前往自查"})
  void what_is_not_there_is_told_with_a_way_back(String language, String says, String back) {
    for (String path : new String[] {"/nowhere", "/?example=nobody", RULES + "/park-colour"}) {
      given()
          .accept("text/html")
          .header("Accept-Language", language)
          .get(path)
          .then()
          .statusCode(404)
          .body(containsString(says))
          .body(containsString(back));
    }
  }

  @ParameterizedTest
  @CsvSource({"en, Something failed on our side, To the self-check", "zh-CN, 系统出现故障, 前往自查"})
  void our_own_fault_is_told_with_a_reference_and_nothing_of_a_draft(
      String language, String says, String back) {
    given()
        .accept("text/html")
        .header("Accept-Language", language)
        .get("/page-in-tests/broken")
        .then()
        .statusCode(500)
        .contentType(containsString("text/html"))
        .header("Content-Security-Policy", equalTo(PageHeaders.POLICY))
        .body(containsString(says))
        .body(containsString(back))
        .body(matchesPattern("(?s).*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*"))
        .body(not(containsString("what a draft said")))
        .body(not(containsString("IllegalState")));
  }

  @Test
  void programs_are_answered_with_problems_all_the_same() {
    given().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
    given()
        .accept("text/html")
        .get("/api/nothing")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void a_form_beyond_the_limit_is_told_with_a_page() {
    given()
        .accept("text/html")
        .contentType("application/octet-stream")
        .body(new byte[4 << 20 | 1])
        .post("/")
        .then()
        .statusCode(413)
        .contentType(containsString("text/html"))
        .body(containsString("This is too large"));
  }

  static List<String> languages() {
    return Length.of(List.of("zh-CN"), List.of("en", "zh-CN"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_rule_has_a_page_with_examples_of_its_outcomes(String language) {
    for (Rule rule : RuleSetsInTests.SICHUAN.rules().values()) {
      String page =
          given()
              .header("Accept-Language", language)
              .queryParam("asOf", "2022-06-17")
              .get(RULES + "/" + rule.id())
              .then()
              .statusCode(200)
              .extract()
              .asString();

      String told = page.substring(page.indexOf("<main"), page.indexOf("<ol class=\"drl\""));
      assertThat(told).doesNotContain("{").doesNotContainPattern("class=\"value\">[^<]*null");
      assertThat(page).contains(rule.id()).contains("rule &quot;" + rule.id() + ": ");
      assertThat(page.split("class=\"example ", -1).length).as(rule.id()).isGreaterThan(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, park-hosts-pillar-industry, 14, 'The park’s industry, “[…]”, resembles'",
    "zh-CN, park-hosts-pillar-industry, 14, 园区产业“[…]”与主导产业“[…]”相近但不相同",
    "en, chain-head-city-leader, 9, The rank of the chain head is missing.",
    "zh-CN, chain-head-city-leader, 9, 未填写链长的职级。",
    "en, park-level, 3, The park’s level is […].",
    "zh-CN, world-conference-dated, 10, 提示：此日期已填写为[…]"
  })
  void a_rule_tells_each_reason_under_its_outcome(
      String language, String rule, int sentences, String says) {
    String page = given().header("Accept-Language", language).get(RULES + "/" + rule).asString();

    String told = page.substring(page.indexOf("<dl class=\"says\">"));
    told = told.substring(0, told.indexOf("</dl>"));
    assertThat(told).contains("<dd>" + says);
    assertThat(told.split("<dd>", -1)).hasSize(sentences + 1);
    assertThat(told.split("<dt>", -1)).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void an_example_is_told_in_the_language_of_the_page_alone() {
    String because = "a county zone is below the levels accepted";
    String english = given().get(RULES + "/park-level").asString();
    String chinese =
        given().header("Accept-Language", "zh-CN").get(RULES + "/park-level").asString();

    assertThat(english).contains(because);
    assertThat(chinese).contains("园区1 › 级别").doesNotContain(because);
  }

  @Test
  void a_parameter_is_shown_with_its_value_in_force_and_its_source() {
    given()
        .queryParam("asOf", "2022-06-17")
        .get(RULES + "/park-level")
        .then()
        .body(containsString("national and provincial"))
        .body(containsString("In force on 2022-06-17."));
    given()
        .queryParam("asOf", "2022-06-12")
        .get(RULES + "/park-level")
        .then()
        .body(containsString("Not in force on 2022-06-12."));
  }
}
