package sixones.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Length;
import sixones.bid.Draft;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;
import sixones.submission.Tampered;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class EvaluationResourceTest {
  private static final String PINNED = "?asOf=2022-06-13&ruleSet=" + RuleSetsInTests.NEWEST;

  @Inject Transactions transactions;
  @Inject Submissions submissions;

  private PeopleInTests people;
  private RoundsByRest rest;

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
    rest = new RoundsByRest(people);
  }

  /** In the short form of the tests, to every thirty-sixth. */
  @Test
  void the_official_answer_to_every_fixture_is_the_self_checks_to_the_byte() throws Exception {
    List<Draft> drafts = new ArrayList<>();
    Fixtures.bids().forEach(bid -> drafts.add(bid.draft()));
    List<Fixtures.Fixture> fixtures = Fixtures.all();
    for (int i = 0; i < fixtures.size(); i += Length.of(36, 1)) {
      drafts.add(fixtures.get(i).draft());
    }
    String round = rest.open(1000);
    int compared = 0;
    for (Draft draft : drafts) {
      if (mayBid(draft)) {
        boolean json = compared++ % 3 != 0;
        byte[] yaml =
            new YAMLMapper().writeValueAsBytes(new ObjectMapper().readTree(draft.bytes()));
        assertOfficialIsSelfCheck(
            round,
            draft.applicant(),
            json ? "application/json" : "application/yaml",
            json ? draft.bytes() : yaml,
            draft.declaredUntruthful() ? "?declaredUntruthful=yes" : "");
      }
    }

    assertThat(compared).isGreaterThan(Length.of(10, 100));
  }

  /** Only applicants on the roll hand in; a self-check may be of any. */
  private static boolean mayBid(Draft draft) {
    return draft.ruleSet().equals(Fixtures.RULE_SET)
        && RuleSetsInTests.SICHUAN.applicant(draft.applicant()).isPresent();
  }

  private void assertOfficialIsSelfCheck(
      String round, String code, String form, byte[] bid, String query) {
    Person applicant = new Person("fixture-" + code, Role.APPLICANT, code);
    String id =
        people
            .as(applicant)
            .contentType(form)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(bid)
            .post("/api/rounds/" + round + "/submissions" + query)
            .then()
            .statusCode(201)
            .extract()
            .path("evaluation.id");

    byte[] selfCheck =
        people.as(applicant).contentType(form).body(bid).post("/api/checks" + PINNED).asByteArray();
    assertThat(people.as(applicant).get("/api/evaluations/" + id).asByteArray())
        .isEqualTo(selfCheck);
  }

  @Test
  void what_it_was_made_on_and_what_is_left_stand_beside_it_in_the_list_and_not_in_it() {
    String round = rest.open(3);
    String id = rest.handIn(CHENGDU, round).path("evaluation.id");

    people
        .as(OFFICER)
        .get("/api/evaluations?round=" + round)
        .then()
        .statusCode(200)
        .body("items[0].java", containsString(System.getProperty("java.version")))
        .body("items[0].unicode", matchesPattern("[0-9]+\\.[0-9]+.*"))
        .body("items[0].application", matchesPattern("[0-9a-f]{64}"))
        .body("items[0].toJudge", equalTo(6))
        .body("items[0].toSupply", equalTo(0))
        .body("items[0].toReview", equalTo(0));
    assertThat(people.as(OFFICER).get("/api/evaluations/" + id).asString())
        .doesNotContain(System.getProperty("java.version"), "unicode", "application");
  }

  @Test
  void told_in_a_language_it_is_the_self_check_in_that_language() {
    String id = rest.handIn(CHENGDU, rest.open(3)).path("evaluation.id");

    for (String lang : List.of("en", "zh-CN")) {
      Response told = people.as(OFFICER).get("/api/evaluations/" + id + "?lang=" + lang);

      told.then()
          .statusCode(200)
          .body("language", equalTo(lang))
          .body("requirements[0].findings[0].message", notNullValue());
      assertThat(told.asByteArray())
          .isEqualTo(
              rest.json(CHENGDU, RoundsByRest.bid("510100"))
                  .post("/api/checks" + PINNED + "&lang=" + lang)
                  .asByteArray());
    }
    people.as(OFFICER).get("/api/evaluations/" + id + "?lang=fr").then().statusCode(400);
    people
        .as(OFFICER)
        .get("/api/evaluations/" + id)
        .then()
        .statusCode(200)
        .body("language", nullValue());
  }

  @Test
  void an_evaluation_that_is_known_is_not_sent_again() {
    String address = "/api/evaluations/" + rest.handIn(CHENGDU, rest.open(3)).path("evaluation.id");
    String plain = people.as(CHENGDU).get(address).header("ETag");
    String told = people.as(CHENGDU).get(address + "?lang=en").header("ETag");

    Response again = people.as(CHENGDU).header("If-None-Match", plain).get(address);

    again.then().statusCode(304).header("ETag", equalTo(plain));
    assertThat(again.asByteArray()).isEmpty();
    assertThat(told).isNotEqualTo(plain);
    people
        .as(CHENGDU)
        .header("If-None-Match", plain)
        .get(address + "?lang=en")
        .then()
        .statusCode(200);
  }

  @Test
  void run_again_it_is_identical() {
    Response receipt = rest.handIn(CHENGDU, rest.open(3));
    String id = receipt.path("evaluation.id");

    for (Person person : List.of(CHENGDU, OFFICER, AUDITOR)) {
      people
          .as(person)
          .post("/api/evaluations/" + id + "/replay")
          .then()
          .statusCode(200)
          .body("identical", equalTo(true))
          .body("keptDigest", equalTo(receipt.path("evaluation.digest")))
          .body("nowDigest", equalTo(receipt.path("evaluation.digest")))
          .body("difference", nullValue());
    }
  }

  @Test
  void explained_it_has_the_conditions_and_the_digest_of_the_kept_answer() {
    Response receipt = rest.handIn(CHENGDU, rest.open(3));
    String id = receipt.path("evaluation.id");

    for (Person person : List.of(CHENGDU, OFFICER, AUDITOR)) {
      people
          .as(person)
          .post("/api/evaluations/" + id + "/explain")
          .then()
          .statusCode(200)
          .header("Cache-Control", containsString("no-store"))
          .body("format", equalTo("sixones/explanation/1"))
          .body("answer", equalTo(receipt.path("evaluation.digest")))
          .body("findings.find { it.rule == 'park-level' }.facts[0].checks", hasSize(2))
          .body("findings[0].facts[0].checks[0].lines", nullValue());
    }
    people
        .as(AUDITOR)
        .post("/api/evaluations/" + id + "/explain?rule=park-level&pointer=/parks/0")
        .then()
        .statusCode(200)
        .body("findings.rule", equalTo(List.of("park-level")))
        .body("answer", equalTo(receipt.path("evaluation.digest")));
    people
        .as(AUDITOR)
        .post("/api/evaluations/" + id + "/explain?rule=no-rule")
        .then()
        .statusCode(404);
    people
        .as(AUDITOR)
        .post("/api/evaluations/" + id + "/explain?lang=zh-CN")
        .then()
        .statusCode(200)
        .body("findings[0].facts[0].checks[0].lines[0].truth", equalTo("成立"));
  }

  @Test
  void explained_by_rules_whose_signature_does_not_hold_it_is_refused() {
    UUID id = new Tampered(transactions).byBrokenRules(handedIn());

    people
        .as(AUDITOR)
        .post("/api/evaluations/" + id + "/explain")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/rules-broken"));
  }

  @Test
  void run_again_an_answer_that_differs_is_told_with_its_first_place() {
    UUID id = new Tampered(transactions).byAnotherAnswer(handedIn());

    people
        .as(AUDITOR)
        .post("/api/evaluations/" + id + "/replay")
        .then()
        .statusCode(200)
        .body("identical", equalTo(false))
        .body("difference.pointer", equalTo("/verdict"))
        .body("difference.kept", equalTo("NOT_MET"))
        .body("difference.now", equalTo("MET"));
    people
        .as(AUDITOR)
        .get("/api/evaluations/" + id + "?lang=en")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/answer-changed"));
  }

  @Test
  void rules_whose_signature_does_not_hold_run_nothing_and_are_told() {
    UUID id = new Tampered(transactions).byBrokenRules(handedIn());

    for (String language : List.of("en", "zh-CN")) {
      people
          .as(AUDITOR)
          .header("Accept-Language", language)
          .post("/api/evaluations/" + id + "/replay")
          .then()
          .statusCode(409)
          .body("type", equalTo("/problems/rules-broken"))
          .body("detail", containsString("seal.key"));
    }
    people.as(AUDITOR).get("/api/evaluations/" + id).then().statusCode(200);
  }

  private Submission handedIn() {
    String id = rest.handIn(CHENGDU, rest.open(3)).path("submission");
    return submissions.find(OFFICER, UUID.fromString(id));
  }

  @Test
  void a_list_that_is_known_is_not_sent_again_and_says_how_it_goes_on() {
    // Three rounds, whichever tests ran before.
    rest.open(9);
    rest.open(9);
    String round = rest.open(9);
    for (int i = 0; i < 3; i++) {
      rest.handIn(CHENGDU, round);
    }
    for (String list :
        List.of(
            "/api/rounds?limit=2",
            "/api/submissions?limit=2&round=" + round,
            "/api/rounds/" + round + "/submissions?limit=2",
            "/api/evaluations?limit=2&round=" + round)) {
      Response first = people.as(OFFICER).get(list);
      first.then().statusCode(200).header("Link", containsString("rel=\"next\""));

      Response again = people.as(OFFICER).header("If-None-Match", first.header("ETag")).get(list);

      again
          .then()
          .statusCode(304)
          .header("ETag", equalTo(first.header("ETag")))
          .header("Link", equalTo(first.header("Link")));
      assertThat(again.asByteArray()).as(list).isEmpty();
    }
    String before = people.as(OFFICER).get("/api/evaluations?round=" + round).header("ETag");
    rest.handIn(CHENGDU, round);
    people
        .as(OFFICER)
        .header("If-None-Match", before)
        .get("/api/evaluations?round=" + round)
        .then()
        .statusCode(200)
        .body("items", hasSize(4));
  }

  @Test
  void a_list_is_filtered_and_goes_on_by_its_links() {
    String round = rest.open(9);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, rest.handIn(CHENGDU, round).path("evaluation.id"));
    }
    String list = "/api/evaluations?limit=2&round=" + round;

    assertThat(rest.all(OFFICER, list, "id")).isEqualTo(made);
    assertThat(rest.all(AUDITOR, list + "&verdict=MET&applicant=510100", "id")).isEqualTo(made);
    for (String set : List.of("sichuan-2022-cities", RuleSetsInTests.NEWEST)) {
      assertThat(rest.all(OFFICER, list + "&ruleSet=" + set, "id")).isEqualTo(made);
    }
    for (String none :
        List.of("verdict=OPEN", "applicant=510600", "ruleSet=sichuan-2022-cities/1")) {
      assertThat(rest.all(OFFICER, list + "&" + none, "id")).isEmpty();
    }
    people
        .as(OFFICER)
        .get("/api/evaluations?round=00000000-0000-4000-8000-000000000000")
        .then()
        .statusCode(404);
    for (String wrong : List.of("verdict=met", "applicant=x", "round=x")) {
      people
          .as(OFFICER)
          .urlEncodingEnabled(false)
          .get("/api/evaluations?" + wrong)
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/bad-filter"));
    }
  }
}
