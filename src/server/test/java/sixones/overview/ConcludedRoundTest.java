package sixones.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.IDLE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.casework.CaseRecords;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.pages.Visitor;
import sixones.paper.PdfInTests;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.act.ActKind;
import sixones.report.Language;
import sixones.round.Round;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Conclusions beside verdicts in the matrix of a round; what is withheld is in none of it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class ConcludedRoundTest {
  private static final String CHENGDU = "510100";
  private static final String DEYANG = "510600";
  private static final Person AUDITOR = new Person("board-auditor", Role.AUDITOR, null);
  private static final String WHY = "the register of firms says otherwise";
  private static final Instant AT = Instant.parse("2026-03-03T01:00:00Z");

  @Inject RoundEvaluations evaluations;
  @Inject CaseRecords records;
  @Inject Transactions transactions;

  private CaseworkInTests office;

  @BeforeEach
  void officers_are_there() {
    office = new CaseworkInTests();
    new PeopleInTests(transactions).there(AUDITOR);
  }

  @AfterEach
  void the_clock_runs_again() {
    MovableClock.reset();
  }

  private RoundOverview matrix(Person person, Round round) {
    RoundEvaluations.Seen found = evaluations.concludedBids(person, round.id());
    return RoundOverview.of(found.bids(), found.conclusions(), Language.EN);
  }

  private String csv(Person person, Round round) {
    RoundEvaluations.Exported exported = evaluations.export(person, round.id(), "csv");
    RoundExport export = RoundExport.of(exported, Language.EN, RoundOverview.Filter.NONE, AT);
    return new String(RoundOverviewCsv.render(export), StandardCharsets.UTF_8);
  }

  private Round closed() {
    return office.closed(CaseworkInTests.bid(CHENGDU), CaseworkInTests.bid(DEYANG));
  }

  /** Two officers find that something a required rule found met is not so. */
  private void fail(SeenCase seen) {
    Finding met =
        records.examined(FIRST, seen).evaluation().findings().stream()
            .filter(finding -> finding.rule().severity() == Severity.REQUIRED)
            .filter(finding -> finding.rule().requirement() != null)
            .filter(finding -> finding.outcome() == Outcome.PASS && !finding.places().isEmpty())
            .findFirst()
            .orElseThrow();
    office.byTwo(
        seen,
        ActKind.DETERMINE,
        ("{'rule': '%s', 'pointer': '%s', 'to': 'FAIL', 'reasonCode': 'untrue-statement',"
                + " 'reasons': {'en': '%s'},"
                + " 'evidence': [{'title': 'Extract', 'address': 'archive 2026-7'}]}")
            .formatted(met.rule().id(), met.places().get(0).pointer(), WHY));
  }

  private static RoundOverview.Row row(RoundOverview matrix, String applicant) {
    return matrix.rows().stream()
        .filter(row -> row.applicant().code().equals(applicant))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void before_closing_nothing_is_concluded_and_nothing_left_out() {
    Round round = office.open(null);

    RoundOverview matrix = matrix(IDLE, round);

    assertThat(matrix.leftOut()).isZero();
    assertThat(matrix.isConcluded()).isFalse();
  }

  @Test
  void a_conclusion_stands_beside_the_verdict_which_stays() {
    Round round = closed();
    SeenCase chengdu = office.of(round, CHENGDU);
    office.act(FIRST, chengdu, ActKind.TAKE, "{}");
    RoundOverview.Row before = row(matrix(FIRST, round), CHENGDU);
    assertThat(before.concluded().conclusion()).isEqualTo(before.verdict());
    assertThat(before.concluded().on()).isEqualTo(before.verdicts());
    assertThat(csv(FIRST, round)).doesNotContain("≠");

    fail(chengdu);

    RoundOverview.Row after = row(matrix(FIRST, round), CHENGDU);
    assertThat(after.verdict()).isEqualTo(before.verdict());
    assertThat(after.verdicts()).isEqualTo(before.verdicts());
    assertThat(after.concluded().conclusion()).isEqualTo(Verdict.NOT_MET);
    assertThat(after.concluded().determinations()).isEqualTo(1);
    assertThat(row(matrix(AUDITOR, round), CHENGDU)).isEqualTo(after);
    assertThat(row(matrix(FIRST, round), DEYANG).concluded().determinations()).isZero();
    assertThat(csv(FIRST, round)).contains("≠ not met", "Determinations counted");
    assertThat(page(CaseworkInTests.SECOND, round))
        .contains("≠</b> Conclusion:", "1 determination counted");
    assertThat(bid(CaseworkInTests.SECOND, round).asString())
        .contains("Verdict and conclusion", WHY)
        .contains("/cases/" + chengdu.bidCase().id());
  }

  @Test
  void the_conclusion_is_told_with_an_evaluation_to_officials_alone() throws IOException {
    Round round = closed();
    SeenCase chengdu = office.of(round, CHENGDU);
    office.act(FIRST, chengdu, ActKind.TAKE, "{}");
    String evaluation = "/evaluations/" + chengdu.bidCase().evaluation();
    String report = "/submissions/" + chengdu.bid().number(round) + "/report.pdf";
    String none = "No determination is in force; the conclusion is the verdict.";
    assertThat(visitor(AUDITOR).open(evaluation)).contains("Verdict and conclusion", none);
    assertThat(printed(FIRST, report)).contains(PdfInTests.squeezed(none));

    fail(chengdu);

    for (Person official : List.of(FIRST, AUDITOR)) {
      assertThat(visitor(official).open(evaluation)).contains(WHY, "(differs from the verdict)");
      assertThat(printed(official, report)).contains(PdfInTests.squeezed(WHY));
      assertThat(concluded(official, round)).isEqualTo("NOT_MET");
    }
    assertThat(printed(CaseworkInTests.applicant(CHENGDU), report))
        .doesNotContain(PdfInTests.squeezed(WHY))
        .doesNotContain(PdfInTests.squeezed("Verdict and conclusion"));
  }

  private String printed(Person person, String address) throws IOException {
    try (PdfInTests pdf = PdfInTests.of(visitor(person).get(address).asByteArray())) {
      return pdf.words();
    }
  }

  /** The conclusion in the list of cases, beside the verdict. */
  private String concluded(Person person, Round round) {
    JsonPath list =
        new PeopleInTests(transactions)
            .as(person)
            .get("/api/cases?round=" + round.id())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(list.getString("items[1].conclusion")).isEqualTo(list.getString("items[1].verdict"));
    return list.getString("items[0].conclusion");
  }

  /** One answer that cannot be read leaves one bid open, never met, and no other. */
  @Test
  void an_answer_that_was_changed_is_marked_and_the_rest_is_shown() throws SQLException {
    Round round = closed();
    for (String applicant : List.of(CHENGDU, DEYANG)) {
      SeenCase seen = office.of(round, applicant);
      office.act(FIRST, seen, ActKind.TAKE, "{}");
      fail(seen);
    }
    change(office.of(round, CHENGDU).bid().evaluation());

    RoundOverview matrix = matrix(FIRST, round);

    RoundOverview.Row damaged = row(matrix, CHENGDU);
    assertThat(damaged.concluded().damaged()).isTrue();
    assertThat(damaged.concluded().conclusion()).isEqualTo(Verdict.OPEN);
    assertThat(damaged.concluded().on())
        .hasSameSizeAs(damaged.verdicts())
        .containsOnly(Verdict.OPEN);
    assertThat(row(matrix, DEYANG).concluded().damaged()).isFalse();
    assertThat(row(matrix, DEYANG).concluded().conclusion()).isEqualTo(Verdict.NOT_MET);
    String says = "the stored answer cannot be read or was changed: nothing is concluded";
    assertThat(csv(AUDITOR, round)).containsOnlyOnce(says);
    assertThat(page(FIRST, round)).contains(says);
    new PeopleInTests(transactions)
        .as(FIRST)
        .get("/api/cases?round=" + round.id())
        .then()
        .statusCode(200)
        .body("items.conclusion", equalTo(List.of("OPEN", "NOT_MET")))
        .body("items.answerChanged", equalTo(Arrays.asList(true, null)));
  }

  /** Changes a stored answer, as the service itself cannot. */
  private static void change(UUID evaluation) throws SQLException {
    try (Connection administrator = TestDatabase.administrator();
        Statement statement = administrator.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(
          "update evaluation set body = convert_to('{', 'UTF8') where id = '" + evaluation + "'");
    }
  }

  @Test
  void what_is_withheld_is_left_out_of_everything_and_that_is_told() {
    Round round = closed();
    SeenCase chengdu = office.of(round, CHENGDU);
    office.act(FIRST, chengdu, ActKind.TAKE, "{}");
    RoundOverview before = matrix(IDLE, round);
    String file = csv(IDLE, round);
    assertThat(before.rows()).isEmpty();
    assertThat(before.all()).isZero();
    assertThat(before.leftOut()).isEqualTo(2);
    assertThat(before.silent())
        .extracting(RoundOverview.Applicant::code)
        .doesNotContain(CHENGDU, DEYANG);
    assertThat(file).contains("Bids left out of this file: 2").doesNotContain("Chengdu");
    assertThat(evaluations.currentBids(IDLE, round.id()).applicants()).isEmpty();
    assertThat(page(IDLE, round)).contains("2 bids are left out").doesNotContain("Chengdu");
    assertThat(bid(IDLE, round).statusCode()).isNotEqualTo(200);

    fail(chengdu);

    assertThat(matrix(IDLE, round)).as("as if nothing was done").isEqualTo(before);
    assertThat(csv(IDLE, round)).isEqualTo(file);
  }

  @Test
  void who_keeps_away_from_one_case_sees_the_others() {
    Round round = closed();
    office.act(
        CaseworkInTests.SECOND,
        office.of(round, CHENGDU),
        ActKind.RECUSE,
        "{'person': %d, 'ground': 'kin', 'reasons': {'en': 'a brother works in that bureau'}}"
            .formatted(records.numberOf(CaseworkInTests.SECOND)));

    RoundOverview matrix = matrix(CaseworkInTests.SECOND, round);

    assertThat(matrix.rows()).extracting(row -> row.applicant().code()).containsExactly(DEYANG);
    assertThat(matrix.leftOut()).isEqualTo(1);
    assertThat(matrix(FIRST, round).leftOut()).isZero();
  }

  private Visitor visitor(Person person) {
    return Visitor.signedIn(new PeopleInTests(transactions), person, "en");
  }

  private Response bid(Person person, Round round) {
    return visitor(person).get("/rounds/" + round.id() + "/applicants/" + CHENGDU);
  }

  private String page(Person person, Round round) {
    return visitor(person).open("/rounds/" + round.id());
  }
}
