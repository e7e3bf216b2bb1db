package sixones.pages.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.overview.RoundEvaluations;
import sixones.overview.RoundExport;
import sixones.overview.RoundOverview;
import sixones.overview.RoundOverviewXlsx;
import sixones.people.account.PeopleInTests;
import sixones.report.Language;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * What a matrix of many rows costs. No roll is as long yet: the rows are put into the database, for
 * a bid is taken from the roll alone.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class OverviewSizeTest {
  private static final String SUBMISSIONS =
      """
      insert into submission (id, round, applicant, version, form, bytes, digest, idempotency_key,
        request_digest, submitted_at, submitted_by, declared_untruthful)
      select cast(md5('submission' || n || id) as uuid), round, cast(110100 + n as text), version,
        form, bytes, digest, n || '-' || id, request_digest, submitted_at, submitted_by,
        declared_untruthful
      from submission, generate_series(1, ?) n where id = ?
      """;
  private static final String EVALUATIONS =
      """
      insert into evaluation (id, submission, round, applicant, rule_set, rule_set_version,
        rule_set_digest, bundle, as_of, draft_digest, body, findings_digest, verdict, verdicts,
        to_judge, to_supply, to_review, engine, java, unicode, application, evaluated_at,
        stage, subject, purpose)
      select cast(md5('evaluation' || n || submission) as uuid),
        cast(md5('submission' || n || submission) as uuid), round, cast(110100 + n as text),
        rule_set, rule_set_version, rule_set_digest, bundle, as_of, draft_digest, body,
        findings_digest, verdict, verdicts, to_judge, to_supply, to_review, engine, java, unicode,
        application, evaluated_at, stage, cast(110100 + n as text), purpose
      from evaluation, generate_series(1, ?) n where submission = ?
      """;

  private static final String FINDINGS =
      """
      insert into finding (evaluation, position, requirement, rule, subject, pointer, outcome,
        looked_at)
      select cast(md5('evaluation' || n || submission) as uuid), position, requirement, rule,
        cast(110100 + n as text), pointer, outcome, looked_at
      from finding f join evaluation e on e.id = f.evaluation, generate_series(1, ?) n
      where e.submission = ?
      """;

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject Transactions transactions;
  @Inject SessionFactory hibernate;
  @Inject RoundEvaluations evaluations;

  private OverviewInTests test;
  private PeopleInTests people;

  @BeforeEach
  void somebody_is_there() {
    test = new OverviewInTests(rounds, submissions, transactions);
    people = new PeopleInTests(transactions);
  }

  @Test
  void a_page_of_a_matrix_of_200_bids_costs_the_queries_of_one_and_few_bytes()
      throws IOException, SQLException {
    Round round = test.round("Two hundred", "两百", "open");
    Submission first = test.handIn(round, OverviewInTests.bid("510100", "/parks/0/name"));
    RequestSpecification officer = test.as(OFFICER, "en");
    Cost ofOne = cost(officer, round);
    copy(first, 199);

    Cost ofAll = cost(test.as(OFFICER, "en"), round);

    System.out.println("page of a matrix of 200 bids: " + ofAll);
    assertThat(ofOne.rows()).isEqualTo(1);
    assertThat(ofAll.rows()).isEqualTo(RoundEvaluations.PAGE);
    assertThat(ofAll.queries()).isEqualTo(ofOne.queries()).isBetween(1L, 8L);
    assertThat(ofAll.sent()).isLessThan(60_000);
  }

  /** By the clock of the one thread that writes it; the request around it is not counted. */
  @Test
  void a_workbook_of_200_bids_is_written_within_a_second_of_cpu() throws IOException, SQLException {
    Round round = test.round("Workbook of two hundred", "两百行", "open");
    Submission first = test.handIn(round, OverviewInTests.bid("510100"));
    copy(first, 199);
    String address = "/rounds/" + round.id() + "/overview.xlsx";
    test.as(OFFICER, "zh-CN").get(address).then().statusCode(200);

    var threads = ManagementFactory.getThreadMXBean();
    var exported = evaluations.export(people.there(OFFICER), round.id(), "xlsx");
    long before = threads.getCurrentThreadCpuTime();
    exported = evaluations.export(people.there(OFFICER), round.id(), "xlsx");
    RoundExport export =
        RoundExport.of(exported, Language.ZH_CN, RoundOverview.Filter.NONE, Instant.now());
    byte[] workbook = RoundOverviewXlsx.render(export);
    long spent = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;

    System.out.println("workbook of 200 bids: " + spent + " ms, " + workbook.length + " bytes");
    assertThat(export.overview().rows()).hasSize(200);
    assertThat(export.names()).hasSize(200);
    assertThat(spent).isLessThan(1000);
    assertThat(workbook.length).isLessThan(100_000);
  }

  private record Cost(int rows, long queries, int sent) {}

  private Cost cost(RequestSpecification officer, Round round) throws IOException {
    Statistics statistics = hibernate.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    String page = officer.get("/rounds/" + round.id()).then().statusCode(200).extract().asString();
    long queries = statistics.getPrepareStatementCount();
    statistics.setStatisticsEnabled(false);
    int rows = page.split("<tr><th scope=\"row\">", -1).length - 1;
    return new Cost(rows, queries, compressed(page));
  }

  /** Lets as many other applicants have handed in the same. */
  private static void copy(Submission submission, int applicants) throws SQLException {
    try (Connection administrator = TestDatabase.administrator()) {
      for (String insert : new String[] {SUBMISSIONS, EVALUATIONS, FINDINGS}) {
        try (PreparedStatement statement = administrator.prepareStatement(insert)) {
          statement.setInt(1, applicants);
          statement.setObject(2, submission.id());
          assertThat(statement.executeUpdate()).isGreaterThanOrEqualTo(applicants);
        }
      }
    }
  }

  private static int compressed(String page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(page.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }
}
