package sixones.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.calendar.CalendarFiles;
import sixones.calendar.WorkingDays;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Terms and calendars as programs ask for them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class CalendarResourceTest {
  private static final Person ZHAO = new Person("calendar-zhao", Role.OFFICER, null);
  private static final Person SUN = new Person("calendar-sun", Role.OFFICER, null);

  @Inject Transactions transactions;

  private PeopleInTests people;

  @BeforeEach
  void people_are_there() {
    people = new PeopleInTests(transactions);
  }

  private static ValidatableResponse count(String query) {
    return given().get("/api/terms/preview" + (query.isEmpty() ? "" : "?" + query)).then();
  }

  @Test
  void a_term_is_counted_day_by_day_for_anybody() {
    count("start=2024-09-25&amount=5&unit=working-day&firstDayCounts=false")
        .statusCode(200)
        .body("known", equalTo(true))
        .body("lastDay", equalTo("2024-10-08"))
        .body("due", equalTo("2024-10-09T00:00:00.000+08:00"))
        .body("days.size()", equalTo(14))
        .body("days[0].counting", equalTo("start"))
        .body("days[4].kind", equalTo("make-up"))
        .body("days[4].number", equalTo(3))
        .body("days[6].holiday.zh", equalTo("国庆节"))
        .body("days[6].notice", equalTo("国办发明电〔2023〕7号"))
        .body("local.day", hasItem("2024-10-08"));
  }

  @Test
  void a_term_beyond_the_calendar_has_no_end_and_says_the_last_day_covered() {
    count("start=2026-12-18&amount=10&unit=working-day&firstDayCounts=false")
        .statusCode(200)
        .body("known", equalTo(false))
        .body("lastDay", nullValue())
        .body("due", nullValue())
        .body("counted", equalTo(9))
        .body("message.en", containsString("2026-12-31"))
        .body("message.zh", containsString("2026-12-31"));
  }

  @Test
  void what_cannot_be_counted_is_told_at_once_in_the_language_of_the_reader() {
    count("start=2026-02-30&amount=0.5&unit=week&firstDayCounts=maybe")
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItems("/start", "/amount", "/unit", "/firstDayCounts"));
    count("").statusCode(422).body("errors.kind", hasItems("missing", "missing"));
    count("start=2027-01-01&amount=1&unit=day&firstDayCounts=true")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/start"))
        .body("errors[0].detail", containsString("2026-12-31"));
    given()
        .header("Accept-Language", "zh-CN")
        .get("/api/terms/preview?start=2026-01-05&amount=1000000000&unit=day&firstDayCounts=true")
        .then()
        .statusCode(422)
        .body("errors[0].detail", containsString("整数"));
  }

  private ValidatableResponse propose(Person person, byte[] file) {
    return people.as(person).contentType(ContentType.JSON).body(file).post("/api/calendars").then();
  }

  private ValidatableResponse answer(Person person, String digest, String answer) {
    return people
        .as(person)
        .contentType(ContentType.JSON)
        .body(answer)
        .post("/api/calendars/" + digest + "/confirmation")
        .then();
  }

  @Test
  void a_calendar_is_proposed_by_one_and_accepted_by_another() {
    byte[] file =
        CalendarFiles.changed(
            tree -> ((ObjectNode) tree.path("meta")).put("compiled", UUID.randomUUID().toString()));

    String digest =
        propose(ZHAO, file)
            .statusCode(201)
            .body("state", equalTo("proposed"))
            .body("proposed.by", equalTo(ZHAO.name()))
            .extract()
            .path("digest");
    given().get("/api/calendars/" + digest).then().statusCode(404);
    answer(ZHAO, digest, "{\"answer\": \"yes\"}")
        .statusCode(403)
        .body("type", containsString("same-person"));
    answer(SUN, digest, "{\"answer\": \"perhaps\"}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/answer"));
    answer(SUN, digest, "{\"answer\": \"no\"}")
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/reason"));
    answer(SUN, digest, "{\"answer\": \"yes\"}").statusCode(200).body("state", equalTo("in-use"));
    answer(SUN, digest, "{\"answer\": \"yes\"}").statusCode(409);

    assertThat(given().get("/api/calendars/" + digest).asByteArray()).isEqualTo(file);
    given()
        .get("/api/calendars")
        .then()
        .statusCode(200)
        .body("items.digest", hasItems(digest, WorkingDays.bundled().digest()))
        .body("items[0].proposed.by", nullValue());
  }

  @Test
  void every_defect_of_a_calendar_is_told_by_its_place() {
    byte[] file =
        CalendarFiles.changed(
            tree -> {
              ((ObjectNode) tree.at("/years/3")).remove("notice");
              ((ObjectNode) tree.at("/years/4/makeUpWorkingDays/0")).put("date", "2026-01-05");
            });

    propose(ZHAO, file)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.pointer", hasItems("/years/3/notice", "/years/4/makeUpWorkingDays/0/date"));
  }
}
