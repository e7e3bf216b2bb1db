package sixones.pages.evaluations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.evaluation.Evaluations;
import sixones.http.signin.OpenedForm;
import sixones.official.Platform;
import sixones.pages.frame.PageWords;
import sixones.pages.report.ReportPage;
import sixones.pages.report.ReportView;
import sixones.pages.rounds.OverviewInTests;
import sixones.people.Person;
import sixones.report.Language;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;
import sixones.submission.Tampered;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class EvaluationPagesTest {
  private static Round threeBids;

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Transactions transactions;
  @Inject ReportPage reports;
  @Inject Evaluations machine;

  private OverviewInTests test;

  @BeforeEach
  void somebody_is_there() {
    test = new OverviewInTests(rounds, submissions, transactions);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3",
    "&applicant=510600, 1",
    "&applicant=%EF%BC%95%EF%BC%91%EF%BC%90%EF%BC%96%EF%BC%90%EF%BC%90, 1",
    "&applicant=999999, 0",
    "&applicant=DEYANG, 1",
    "&applicant=%E6%88%90%E9%83%BD%E5%B8%82, 2",
    "&applicant=5101, 2",
    "&applicant=yang, 1",
    "&applicant=nowhere, 0",
    "&ruleSet=sichuan-2022-cities, 3",
    "&ruleSet=sichuan-2022-cities%2F{newest}, 3",
    "&ruleSet=sichuan-2022-cities%2F1999.1, 0",
    "&verdict=MET, 1",
    "&verdict=NOT_MET, 1",
    "&verdict=GONE, 3",
    "&verdict=&applicant=&ruleSet=, 3",
    "&applicant=510100&verdict=OPEN, 1"
  })
  void evaluations_are_found_by_round_applicant_rules_and_verdict(String filter, int found) {
    String asked = filter.replace("{newest}", RuleSetsInTests.SICHUAN.version());
    String page = page(AUDITOR, "en", "/evaluations?round=" + threeBids().id() + asked);

    assertThat(page.split("<tr><th scope=\"row\" class=\"when\">", -1)).hasSize(found + 1);
  }

  /** A round of three bids that stays as it is: one met, one open, one not met. */
  private Round threeBids() {
    if (threeBids == null) {
      Round round = test.round("Audited", "审计的批次", "open");
      test.handIn(round, OverviewInTests.bid("510100"));
      test.handIn(round, OverviewInTests.bid("510100", "/parks/0/name"));
      ObjectNode elsewhere = OverviewInTests.bid("510600");
      elsewhere.withObject("/conferences/0").put("cityCode", "110000");
      test.handIn(round, elsewhere);
      threeBids = round;
    }
    return threeBids;
  }

  @Test
  void the_rule_set_versions_rounds_were_opened_under_are_there_to_choose() {
    test.round("Audited", "审计的批次", "open");

    assertThat(page(AUDITOR, "en", "/evaluations?ruleSet=sichuan-2022-cities%2F1999.1"))
        .contains("<option value=\"" + RuleSetsInTests.NEWEST + "\">")
        .contains("<option value=\"sichuan-2022-cities/1999.1\" selected>");
  }

  @Test
  void a_long_list_goes_on_by_its_cursor_with_the_filter_kept() {
    Round round = test.round("Long", "长批次", "open");
    for (int i = 0; i < 51; i++) {
      test.handIn(round, OverviewInTests.bid("510100"));
    }

    String first = page(OFFICER, "zh-CN", "/evaluations?applicant=510100&round=" + round.id());

    assertThat(first.split("<tr><th scope=\"row\" class=\"when\">", -1)).hasSize(51);
    Matcher next = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"").matcher(first);
    assertThat(next.find()).isTrue();
    String second = page(OFFICER, "zh-CN", next.group(1).replace("&amp;", "&"));
    assertThat(second.split("<tr><th scope=\"row\" class=\"when\">", -1)).hasSize(2);
    assertThat(second).contains("最新").doesNotContain("rel=\"next\"");
  }

  @Test
  void the_page_of_an_evaluation_tells_what_it_rests_on() {
    Round round = test.round("Audited", "审计的批次", "open");
    Submission submission = test.handIn(round, OverviewInTests.bid("510100"));

    String page = page(AUDITOR, "en", address(submission));

    assertThat(page)
        .contains("Chengdu", "version 1", "17 June 2022", "drools", "Run it again")
        .contains(submission.content().digest(), submission.result().digest())
        .contains(Platform.current().java(), Platform.current().unicode())
        .contains(Platform.current().application())
        .contains("met as stated · 4 for officers to judge")
        .contains(round.rules().digest(), round.rules().bundle())
        .contains("href=\"/rules/" + RuleSetsInTests.NEWEST + "\"", "6 requirements met")
        .contains("href=\"/rounds/" + round.id() + "/applicants/510100\"");
    assertThat(page.split("<h1", -1)).hasSize(2);
  }

  @Test
  void a_report_leads_to_no_rules_this_release_does_not_carry() throws Exception {
    Draft draft =
        Draft.read(
            OverviewInTests.bid("510100", "/parks/0/name").toString().getBytes(UTF_8),
            Draft.Format.JSON,
            RuleSetsInTests.SICHUAN.contract());
    LocalDate day = LocalDate.of(2022, 6, 17);

    ReportView here = reports.of(machine.run(draft, day, RuleSetsInTests.SICHUAN), Language.EN);
    ReportView elsewhere =
        reports.of(machine.run(draft, day, RuleSetsInTests.sichuanAs("1999.1")), Language.EN);

    String rules = here.basis().rules();
    assertThat(rules).isEqualTo("/rules/" + RuleSetsInTests.NEWEST);
    assertThat(here.groups().get(0).findings().open().get(0).address())
        .startsWith(rules + "/park-");
    assertThat(elsewhere.basis().rules()).isNull();
    assertThat(elsewhere.groups())
        .flatExtracting(group -> group.findings().open())
        .isNotEmpty()
        .extracting(finding -> ((ReportView.FindingView) finding).address())
        .containsOnlyNulls();
  }

  @Test
  void the_draft_is_shown_as_text_and_handed_out_to_the_byte() {
    Round round = test.round("Audited", "审计的批次", "open");
    ObjectNode bid = OverviewInTests.bid("510100");
    bid.withObject("/parks/0/name")
        .put("en", "</code><script>alert(1)</script>\u202Egnp")
        .put("zh", "示例");
    Submission submission = test.handIn(round, bid);

    String page = page(OFFICER, "zh-CN", address(submission));
    assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "\u202E");
    test.as(AUDITOR, "en")
        .get(address(submission) + "/draft")
        .then()
        .statusCode(200)
        .header(
            "Content-Disposition",
            matchesPattern("attachment; filename=\"bid-\\d+-510100-1\\.json\""))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .body(equalTo(bid.toString()));
  }

  @Test
  void the_draft_is_handed_out_as_a_workbook_to_those_who_judge_it() {
    Round round = test.round("Audited", "审计的批次", "open");
    Submission submission = test.handIn(round, OverviewInTests.bid("510100"));
    String file = address(submission) + "/draft.xlsx";

    for (Person reader : List.of(OFFICER, AUDITOR)) {
      assertThat(page(reader, "en", address(submission))).contains(file);
      test.as(reader, "en")
          .get(file)
          .then()
          .statusCode(200)
          .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
          .header("Content-Disposition", equalTo("attachment; filename=\"bid-510100-1.xlsx\""));
    }
    test.as(CHENGDU, "en").get(file).then().statusCode(403);
  }

  @Test
  void run_again_it_gives_the_same_answer_to_the_byte() {
    Round round = test.round("Audited", "审计的批次", "open");
    Submission submission = test.handIn(round, OverviewInTests.bid("510100"));

    String page = again(AUDITOR, submission.result().evaluation()).asString();

    assertThat(page).contains("Identical to the byte");
    String answer = page.substring(page.indexOf("id=\"replay\""), page.indexOf("</section>"));
    assertThat(answer.split(submission.result().digest(), -1)).hasSize(3);
  }

  @Test
  void an_answer_that_differs_is_told_with_the_first_place_and_both_values() {
    Round round = test.round("Audited", "审计的批次", "open");
    UUID evaluation =
        new Tampered(transactions)
            .byAnotherAnswer(test.handIn(round, OverviewInTests.bid("510100")));

    assertThat(page(AUDITOR, "en", "/evaluations/" + evaluation))
        .contains("The stored answer cannot be shown");
    String page = again(AUDITOR, evaluation).asString();

    assertThat(page)
        .contains(
            "What is stored was changed.", "<code>evaluation.body</code>", "<code>/verdict</code>")
        .contains("<dt>Stored</dt><dd><code>&quot;NOT_MET&quot;</code>")
        .contains("<dt>Now</dt><dd><code>&quot;MET&quot;</code>");
    assertThat(page(OFFICER, "zh-CN", "/rounds/" + round.id() + "/applicants/510100"))
        .contains("不符", "/evaluations/" + evaluation);
  }

  @Test
  void rules_that_do_not_hold_any_more_are_told() {
    Round round = test.round("Audited", "审计的批次", "open");
    UUID evaluation =
        new Tampered(transactions).byBrokenRules(test.handIn(round, OverviewInTests.bid("510100")));

    assertThat(again(AUDITOR, evaluation).asString())
        .contains(PageWords.in(Language.EN).text("evaluation.broken"));
  }

  @Test
  void the_audit_is_for_auditors_and_officers_alone() {
    Round round = test.round("Audited", "审计的批次", "open");
    Submission submission = test.handIn(round, OverviewInTests.bid("510100"));

    for (String path :
        List.of("/evaluations", address(submission), address(submission) + "/draft")) {
      for (Person other : new Person[] {CHENGDU, ADMIN}) {
        test.as(other, "en").get(path).then().statusCode(403).body(containsString("href=\"/\""));
      }
      RestAssured.given().redirects().follow(false).get(path).then().statusCode(302);
    }
    assertThat(again(CHENGDU, submission.result().evaluation()).statusCode()).isEqualTo(403);
    test.as(AUDITOR, "en")
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/x-www-form-urlencoded")
        .post(address(submission))
        .then()
        .statusCode(400);
  }

  @Test
  void what_is_not_there_is_404() {
    for (String path :
        List.of(
            "/evaluations/" + UUID.randomUUID(),
            "/evaluations/1",
            "/evaluations/" + UUID.randomUUID() + "/draft",
            "/evaluations?cursor=x",
            "/evaluations?round=x")) {
      test.as(AUDITOR, "zh-CN").get(path).then().statusCode(404).body(containsString("没有这个页面"));
    }
  }

  private static String address(Submission submission) {
    return "/evaluations/" + submission.result().evaluation();
  }

  private String page(Person person, String language, String path) {
    return test.as(person, language)
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private Response again(Person person, UUID evaluation) {
    return OpenedForm.at("/", test.signedIn(person))
        .accept("text/html")
        .header("Accept-Language", "en")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .post("/evaluations/" + evaluation);
  }
}
