package sixones.pages.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.fact.Applicant;
import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.Contacts;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class OverviewPagesTest {
  private static Round three;

  private static final String WITHDRAWN = "withdrawn 20[-0-9: ]{17} \\(Beijing time\\) by ";

  @Inject Contacts contacts;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Transactions transactions;
  @Inject SessionFactory hibernate;

  private OverviewInTests test;

  @BeforeEach
  void somebody_is_there() {
    test = new OverviewInTests(rounds, submissions, transactions);
  }

  @Test
  void a_matrix_of_the_whole_roll_costs_at_most_eight_queries() throws IOException {
    Round round = test.round("The whole roll", "全部市州", "open");
    List<Applicant> roll = RuleSetsInTests.SICHUAN.applicants();
    roll.forEach(member -> test.handIn(round, OverviewInTests.bid(member.id())));
    RequestSpecification officer = test.as(OFFICER, "en");
    Statistics statistics = hibernate.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();

    String page = officer.get("/rounds/" + round.id()).then().statusCode(200).extract().asString();

    long queries = statistics.getPrepareStatementCount();
    statistics.setStatisticsEnabled(false);
    int sent = compressed(page);
    System.out.println(
        "matrix of the whole roll: " + queries + " queries, " + sent + " bytes sent");
    assertThat(sent).isLessThan(60_000);
    assertThat(rows(page)).hasSameSizeAs(roll);
    assertThat(queries).isBetween(1L, 8L);
  }

  @Test
  void whom_to_reach_is_told_beside_a_bid_and_its_evaluation() throws Exception {
    Round round = test.round("A round", "一个批次", "open");
    Submission submission = test.handIn(round, OverviewInTests.bid("510500"));
    Person person = new Person("test-510500", Role.APPLICANT, "510500");
    contacts.describe(person, new Particulars("李 <伟>", "An office", "000-1"));

    for (String page :
        List.of(
            page(OFFICER, "en", round, "/applicants/510500"),
            page(AUDITOR, "/evaluations/" + submission.result().evaluation()))) {
      assertThat(page).contains("Contact: 李 &lt;伟&gt; · An office · 000-1");
    }
  }

  @Test
  void each_cell_tells_its_verdict_in_a_word_and_leads_to_its_part_of_the_report() {
    Round round = test.round("A round", "一个批次", "open");
    test.handIn(round, OverviewInTests.bid("510100", "/parks/0/name"));

    String page = page(OFFICER, "en", round, "");

    String cell =
        "<td class=\"open\"><a href=\"/rounds/%s/applicants/510100#r-park\"".formatted(round.id());
    assertThat(page)
        .contains(cell)
        .containsPattern(
            Pattern.quote(cell)
                + "[^>]*>.*○</span>inconclusive<span class=\"left\">. for the applicant to"
                + " supply</span></a>");
    assertThat(page)
        .containsPattern(
            "<td class=\"verdict open\"><a href=\"/rounds/%s/applicants/510100\""
                    .formatted(round.id())
                + " aria-label=\"Chengdu, Whole bid: inconclusive · [1-9] for the applicant to"
                + " supply · 4 for officers to judge\"");
    assertThat(page.replaceAll("(?s)^.*<tbody>|</tbody>.*$", ""))
        .doesNotContainPattern("<td class=\"[^\"]*(good|bad|open)\">(?!<a )");
    assertThat(page(OFFICER, "en", round, "/applicants/510100")).contains("id=\"r-park\"");
    assertThat(page(AUDITOR, "zh-CN", round, "")).contains("成都市", "Chengdu", "尚无结论");
  }

  @Test
  void only_what_stands_is_shown_and_the_others_have_handed_in_nothing() {
    Round round = test.round("A round", "一个批次", "open");
    test.handIn(round, OverviewInTests.bid("510100"));
    test.withdraw(test.handIn(round, OverviewInTests.bid("510100", "/parks/0/name")));
    test.withdraw(test.handIn(round, OverviewInTests.bid("510600")));

    String page = page(OFFICER, "en", round, "");

    assertThat(rows(page)).containsExactly("510100");
    assertThat(page).contains("version 1");
    String silent = page.substring(page.indexOf("silent-title"));
    assertThat(silent).contains(">19</span>").doesNotContain("Chengdu", "Deyang");
    String gone = page.substring(page.indexOf("withdrawn-title"), page.indexOf("silent-title"));
    assertThat(gone).contains("Deyang").containsPattern(WITHDRAWN + "test-510600");
    assertThat(page.substring(0, page.indexOf("withdrawn-title")))
        .containsPattern("version 2 " + WITHDRAWN + "test-510100");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '510100,510600,510700'",
    "?applicant=deyang, 510600",
    "?applicant=绵阳, 510700",
    "?applicant=５１０６, 510600",
    "?applicant=nowhere, ''",
    "?applicant=*, '510100,510600,510700'",
    "?verdict=OPEN, 510600",
    "?verdict=GONE, '510100,510600,510700'",
    "?requirement=park&is=OPEN, 510600",
    "?requirement=chain-head&is=OPEN, ''",
    "?is=OPEN, 510600",
    "?is=MET, '510100,510600,510700'",
    "?by=applicant&order=desc, '510700,510600,510100'",
    "?by=time, '510700,510600,510100'",
    "?by=verdict, '510700,510600,510100'",
    "?by=verdict&order=desc, '510100,510600,510700'",
    "?by=park&order=desc, '510100,510700,510600'",
    "?left=toSupply, 510600",
    "?left=toReview, ''",
    "?left=toJudge, '510100,510600,510700'",
    "?left=nothing, '510100,510600,510700'",
    "?by=toSupply, '510600,510100,510700'",
    "?by=toSupply&order=desc, '510100,510700,510600'",
    "?by=nothing, '510100,510600,510700'"
  })
  void the_matrix_is_filtered_and_ordered_by_its_address(String query, String applicants) {
    Round round = three();

    assertThat(String.join(",", rows(page(OFFICER, "en", round, query)))).isEqualTo(applicants);
  }

  /** A round of three bids that stays as it is. */
  private Round three() {
    if (three == null) {
      Round round = test.round("Three", "三个", "open");
      test.handIn(round, OverviewInTests.bid("510100"));
      test.handIn(round, OverviewInTests.bid("510600", "/parks/0/name"));
      var mianyang = OverviewInTests.bid("510700");
      mianyang.withObject("/conferences/0").put("cityCode", "110000");
      test.handIn(round, mianyang);
      three = round;
    }
    return three;
  }

  @Test
  void the_verdicts_on_each_requirement_are_counted() {
    String page = page(OFFICER, "en", three(), "");

    List<String> tallies =
        Pattern.compile("<ul class=\"tally\">(.*?)</ul>", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(tally -> tally.group(1).replaceAll("<[^>]*>", ""))
            .toList();
    assertThat(tallies).hasSize(7);
    assertThat(tallies.get(0)).isEqualTo("✔1 met✘1 not met○1 inconclusive");
    assertThat(tallies.get(1)).isEqualTo("✔2 met✘0 not met○1 inconclusive");
  }

  @Test
  void the_page_of_a_bid_tells_versions_receipts_and_the_report_on_what_stands() {
    Round round = test.round("A round", "一个批次", "open");
    Submission first = test.handIn(round, OverviewInTests.bid("510100", "/parks/0/name"));
    test.handIn(round, OverviewInTests.bid("510100"));
    Submission third = test.handIn(round, OverviewInTests.bid("510100", "/parks/0/name"));
    test.withdraw(third);

    String page = page(OFFICER, "en", round, "/applicants/510100");

    assertThat(page)
        .contains("Version 2 is the current one.", "6 requirements met", "version 3")
        .containsPattern(WITHDRAWN + "test-510100")
        .contains(first.id().toString(), first.content().digest(), first.result().digest())
        .contains("/evaluations/" + first.result().evaluation() + "/draft");
    assertThat(page.split("<h1", -1)).hasSize(2);
    assertThat(page(OFFICER, "zh-CN", round, "/applicants/510600")).contains("德阳市", "没有有效的申报");
  }

  @Test
  void a_bid_is_read_field_by_field_and_what_is_judged_is_quoted() {
    Round round = test.round("A round", "一个批次", "open");
    ObjectNode bid = OverviewInTests.bid("510100", "/parks/0/level");
    String reason = "Because <b>buyers</b> order ahead. " + "長".repeat(1_000);
    bid.withObject("/pillarIndustries/0").put("growthPotential", reason);
    Submission submission = test.handIn(round, bid);
    String told = reason.replace("<", "&lt;").replace(">", "&gt;");

    for (String path :
        List.of(
            "/rounds/" + round.id() + "/applicants/510100",
            "/evaluations/" + submission.result().evaluation())) {
      String page = page(path.startsWith("/rounds") ? OFFICER : AUDITOR, path);
      String read = page.substring(page.indexOf("id=\"bid-title\""));
      assertThat(read).contains(told, "Chengdu (510100)", "id=\"b-parks-0-level\"");
      assertThat(read.substring(read.indexOf("id=\"b-parks-0-level\""), read.length()))
          .containsPattern(
              "(?s)^[^$]{0,80}<dt>Level</dt><dd><span class=\"read-blank\">not stated");
      String report = page.substring(0, page.indexOf("id=\"bid-title\""));
      assertThat(report)
          .contains("in the words of the bid:", told, "1200.00 (unit: 100 million yuan)");
    }
  }

  @Test
  void two_bids_and_two_versions_stand_side_by_side_for_officers_and_auditors_alone() {
    Round round = test.round("A round", "一个批次", "open");
    Submission first = test.handIn(round, stating("510100", "1111.00"));
    Submission second = test.handIn(round, stating("510100", "2222.00"));
    Submission other = test.handIn(round, OverviewInTests.bid("510600", "/parks/0/name"));
    test.withdraw(second);
    Round elsewhere = test.round("Another round", "另一个批次", "open");
    String versions = beside(round, first.id(), second.id());

    String page = page(AUDITOR, versions + "&only=yes");
    assertThat(page)
        .contains("1 answer differs.", "1111.00", "2222.00", ">differs</span>")
        .containsPattern(WITHDRAWN + "test-510100")
        .doesNotContain("Sample Park");
    assertThat(page(OFFICER, beside(round, first.id(), other.id())))
        .contains("Chengdu, version 1", "Deyang, version 1", "only on the left", "Sample Park");
    assertThat(page(OFFICER, "en", round, "")).contains(round.id() + "/beside\"");
    for (Person stranger : new Person[] {CHENGDU, ADMIN}) {
      test.as(stranger, "en").get(versions).then().statusCode(403);
    }
    for (String path :
        List.of(
            beside(elsewhere, first.id(), second.id()),
            beside(round, first.id(), UUID.randomUUID()),
            "/rounds/" + round.id() + "/beside",
            "/rounds/" + round.id() + "/beside?left=1&right=2")) {
      test.as(OFFICER, "en").get(path).then().statusCode(404);
    }
  }

  private static String beside(Round round, UUID left, UUID right) {
    return "/rounds/%s/beside?left=%s&right=%s".formatted(round.id(), left, right);
  }

  @Test
  void a_withdrawn_bid_is_told_as_withdrawn_beside_its_evaluation_and_in_their_list() {
    Round round = test.round("A round", "一个批次", "open");
    Submission submission = test.handIn(round, OverviewInTests.bid("510600"));
    String list = "/evaluations?round=" + round.id();
    assertThat(page(AUDITOR, list)).doesNotContainPattern(WITHDRAWN);

    test.withdraw(submission);

    assertThat(page(AUDITOR, list)).containsPattern(WITHDRAWN + "test-510600");
    assertThat(page(AUDITOR, "/evaluations/" + submission.result().evaluation()))
        .containsPattern(WITHDRAWN + "test-510600");
  }

  @Test
  void figures_are_shown_beside_those_of_the_other_bids_that_stand_in_the_round() {
    Round round = test.round("A round", "一个批次", "open");
    test.handIn(round, stating("510100", "1111.00"));
    test.handIn(round, stating("510600", "2221.00"));
    test.handIn(round, stating("510600", "2222.00"));
    test.withdraw(test.handIn(round, stating("510600", "2223.00")));
    test.withdraw(test.handIn(round, stating("510700", "3333.00")));
    Submission mine = test.handIn(round, stating("510100", "1112.00"));
    RequestSpecification officer = test.as(OFFICER, "en");
    Statistics statistics = hibernate.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();

    String page = officer.get("/rounds/" + round.id() + "/applicants/510100").asString();

    long queries = statistics.getPrepareStatementCount();
    statistics.setStatisticsEnabled(false);
    // Three of them are the entries on who read the evaluation, the bid, and the others' figures;
    // two find the files that were handed in, one the other bids, and one the versions of this.
    assertThat(queries).isBetween(1L, 23L);
    for (String path :
        List.of(
            "/rounds/" + round.id() + "/applicants/510100",
            "/evaluations/" + mine.result().evaluation())) {
      String told = path.startsWith("/rounds") ? page : page(AUDITOR, path);
      assertThat(bars(told))
          .contains("Chengdu (this bid) 1,112", "Deyang 2,222")
          .noneMatch(bar -> bar.matches(".*(1,111|2,221|2,223|3,333)|Mianyang.*"));
      assertThat(told).contains("compared with the other current bids in this round");
    }
  }

  /** PostgreSQL reads no value beside a text with the character 0. */
  @Test
  void a_text_with_the_character_0_hides_no_figure_and_no_name() {
    Round round = test.round("A round", "一个批次", "open");
    ObjectNode odd = stating("510100", "1111.00");
    Fixtures.change(odd, "/parks/0/name/en", TextNode.valueOf("Park \u0000 One"));
    test.handIn(round, odd);
    test.handIn(round, stating("510600", "2222.00"));

    assertThat(bars(page(OFFICER, "en", round, "/applicants/510600")))
        .contains("Chengdu 1,111", "Deyang (this bid) 2,222");
    assertThat(page(OFFICER, "en", round, "/overview.csv")).containsPattern("Park [^,]{1,20} One");
  }

  @Test
  void a_bid_alone_in_its_round_is_shown_beside_none() {
    Round round = test.round("A round", "一个批次", "open");
    test.handIn(round, stating("510100", "1111.00"));

    String page = page(OFFICER, "en", round, "/applicants/510100");

    assertThat(page).doesNotContain("<figure").contains("1,111");
  }

  private static ObjectNode stating(String applicant, String gdp) {
    ObjectNode bid = OverviewInTests.bid(applicant);
    bid.withObject("/baseline").put("gdp", gdp);
    return bid;
  }

  private String page(Person person, String path) {
    return test.as(person, "en").get(path).then().statusCode(200).extract().asString();
  }

  /** The rows of the tables of all charts. */
  private static List<String> bars(String page) {
    return Pattern.compile("<tr><td>(.*?)</td><td>(.*?)</td></tr>")
        .matcher(page)
        .results()
        .map(row -> row.group(1) + " " + row.group(2))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/applicants/510100"})
  void a_round_is_for_officers_and_auditors_alone(String below) {
    Round round = test.round("A round", "一个批次", "open");
    String path = "/rounds/" + round.id() + below;

    for (Person other : new Person[] {CHENGDU, ADMIN}) {
      test.as(other, "en")
          .get(path)
          .then()
          .statusCode(403)
          .contentType(containsString("text/html"))
          .body(containsString("href=\"/\""));
    }
    io.restassured.RestAssured.given()
        .redirects()
        .follow(false)
        .get(path)
        .then()
        .statusCode(302)
        .header("Location", containsString("/sign-in"));
  }

  @Test
  void what_is_not_there_is_404_with_a_way_back() {
    Round round = test.round("A round", "一个批次", "open");
    Round draft = test.round("A draft", "草拟批次", "draft");

    for (String path :
        new String[] {
          "/rounds/" + UUID.randomUUID(),
          "/rounds/1",
          "/rounds/" + round.id() + "/applicants/999999",
          "/rounds/" + round.id() + "/applicants/x",
          "/rounds/" + draft.id() + "/applicants/510100"
        }) {
      test.as(OFFICER, "zh-CN")
          .get(path)
          .then()
          .statusCode(404)
          .contentType(containsString("text/html"))
          .body(containsString("没有这个页面"));
    }
    assertThat(page(OFFICER, "en", draft, "")).contains("The round is in preparation");
  }

  @Test
  void a_name_that_turns_the_direction_of_writing_is_refused() {
    assertThatThrownBy(() -> test.round("A\u202Eb", "甲\u202E乙", "open"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void names_full_of_markup_are_shown_as_text() {
    Round round = test.round("<script>alert(1)</script>\"'&", "<b>批次</b>".repeat(20), "open");
    test.handIn(round, OverviewInTests.bid("510100"));

    for (String language : new String[] {"en", "zh-CN"}) {
      for (String below : new String[] {"?applicant=\"><script>", "/applicants/510100"}) {
        assertThat(page(OFFICER, language, round, below))
            .doesNotContain("<script>", "<b>批次", "\"'&")
            .contains(language.equals("en") ? "&lt;script&gt;alert" : "&lt;b&gt;批次");
      }
    }
  }

  private String page(Person person, String language, Round round, String below) {
    return test.as(person, language)
        .get("/rounds/" + round.id() + below)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static int compressed(String page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(page.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  /** The codes of the applicants of the rows, in their order. */
  private static List<String> rows(String page) {
    return Pattern.compile("<tr><th scope=\"row\"><a href=\"[^\"]*/([0-9]{6})\"")
        .matcher(page)
        .results()
        .map((MatchResult row) -> row.group(1))
        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
  }
}
