package sixones.pages.rounds;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.http.signin.OpenedForm;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** Rounds with bids, and people who look at them, for tests of the pages. */
public final class OverviewInTests {
  private final Rounds rounds;
  private final Submissions submissions;
  private final PeopleInTests people;

  public OverviewInTests(Rounds rounds, Submissions submissions, Transactions transactions) {
    this.rounds = rounds;
    this.submissions = submissions;
    this.people = new PeopleInTests(transactions);
  }

  /** The cookie of a person who has signed in. */
  public Map<String, String> signedIn(Person person) {
    return OpenedForm.at("/sign-in")
        .formParam("name", people.there(person).name())
        .formParam("password", PeopleInTests.PASSWORD)
        .post("/sign-in")
        .then()
        .statusCode(302)
        .extract()
        .cookies();
  }

  /** A browser's request of a person. */
  public RequestSpecification as(Person person, String language) {
    return given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .header("Accept-Language", language)
        .cookies(signedIn(person));
  }

  public Round round(String en, String zh, String state) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    String call =
        """
        {"name": {"en": %s, "zh": %s}, "ruleSet": "sichuan-2022-cities", "opensAt": "%s",
         "deadline": "%s", "evaluationDay": "2022-06-17", "submissionsPerApplicant": 300, "state": "%s", "reason": "as called"}
        """
            .formatted(
                quoted(en),
                quoted(zh),
                now.minus(1, ChronoUnit.HOURS),
                now.plus(1, ChronoUnit.DAYS),
                state);
    Person officer = people.there(PeopleInTests.OFFICER);
    return rounds.create(officer, call.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
  }

  /** A bid of an applicant, complete but for what is blanked. */
  public static ObjectNode bid(String applicant, String... blanked) {
    ObjectNode bid = Fixtures.readable();
    bid.withObject("/city").put("code", applicant);
    for (String place : new String[] {"/parks/0", "/chainLeaders/0", "/conferences/0"}) {
      bid.withObject(place).put("cityCode", applicant);
    }
    for (String pointer : blanked) {
      Fixtures.change(bid, pointer, bid.nullNode());
    }
    return bid;
  }

  public Submission handIn(Round round, ObjectNode bid) {
    String applicant = bid.at("/city/code").asText();
    Person person = people.there(new Person("test-" + applicant, Role.APPLICANT, applicant));
    try {
      return submissions.accept(
          person,
          new Submissions.Handed(
              round.id(),
              UUID.randomUUID().toString(),
              bid.toString().getBytes(StandardCharsets.UTF_8),
              Draft.Format.JSON));
    } catch (UnreadableDraft e) {
      throw new AssertionError(e);
    }
  }

  public void withdraw(Submission submission) {
    submissions.withdraw(
        new Person("test-" + submission.applicant(), Role.APPLICANT, submission.applicant()),
        submission.id());
  }

  /** Lets the applicants of Sichuan hand in bids of every kind. */
  public void handInAll(Round round, List<String> applicants) {
    String[][] kinds = {
      {}, {"/parks/0/name"}, {"/chainHeads/0/post", "/parks/0/name"}, {"/conferences/0/scope"}
    };
    for (int i = 0; i < applicants.size(); i++) {
      ObjectNode bid = bid(applicants.get(i), kinds[i % kinds.length]);
      if (i % 5 == 4) {
        bid.withObject("/conferences/0").put("cityCode", "110000");
      }
      handIn(round, bid);
    }
  }
}
