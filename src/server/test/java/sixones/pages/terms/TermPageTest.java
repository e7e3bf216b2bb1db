package sixones.pages.terms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.calendar.CalendarFiles;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** How days are counted, for everybody; the calendars, for officials. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TermPageTest {
  private static final Person QIAN = new Person("calendar-qian", Role.OFFICER, null);
  private static final Person ZHOU = new Person("calendar-zhou", Role.OFFICER, null);

  @Inject Transactions transactions;

  private PeopleInTests people;

  @BeforeEach
  void people_are_there() {
    people = new PeopleInTests(transactions);
  }

  private static Response terms(String query) {
    return given().header("Accept", "text/html").get("/terms?" + query);
  }

  @Test
  void anybody_counts_a_term_by_an_address_alone() {
    String page =
        terms("lang=en&start=2024-09-25&amount=5&unit=working-day&firstDayCounts=false").asString();

    assertThat(page)
        .contains("8 October 2024 at 24:00")
        .contains("make-up working day for National Day (国办发明电〔2023〕7号)")
        .contains("not counted: the first day")
        .contains("counted: the last day")
        .contains("off in Liangshan Yi Autonomous Prefecture");
  }

  @Test
  void numbers_and_days_are_read_as_people_write_them() {
    String page =
        terms("lang=zh-CN&start=2024年9月25日&amount=５&unit=working-day&firstDayCounts=false")
            .asString();

    assertThat(page).contains("2024年10月8日24:00届满").contains("国庆节调休上班");
  }

  @Test
  void a_term_beyond_the_calendar_has_no_end() {
    Response page =
        terms("lang=en&start=2026-12-18&amount=10&unit=working-day&firstDayCounts=false");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString())
        .contains("The end is not known yet")
        .contains("up to 31 December 2026")
        .doesNotContain("The term ends on");
  }

  @Test
  void what_cannot_be_counted_is_told_beside_the_form() {
    Response page = terms("lang=en&start=soon&amount=-1&unit=working-day&firstDayCounts=false");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("This term cannot be counted", "href=\"#t-start\"", "href=\"#t-amount\"")
        .contains("value=\"soon\"");
  }

  @Test
  void a_blank_field_is_told_what_to_enter() {
    String page = terms("lang=en&start=&amount=&unit=working-day&firstDayCounts=false").asString();

    assertThat(page)
        .contains("</a>: Enter a day, for example 2026-09-24.")
        .contains("</a>: Enter the number of days, a whole number from 1 to 366, in digits.")
        .doesNotContain("“”");
  }

  @Test
  void a_calendar_is_proposed_and_accepted_on_pages_by_two() {
    byte[] file =
        CalendarFiles.changed(
            tree -> ((ObjectNode) tree.path("meta")).put("compiled", UUID.randomUUID().toString()));
    Visitor qian = Visitor.signedIn(people, QIAN, "en");
    qian.open("/calendars");

    Response proposed = qian.send("/calendars", Map.of(), "working-days.json", file);
    assertThat(proposed.statusCode()).isEqualTo(303);
    String address = proposed.header("Location").replaceFirst("^https?://[^/]+", "");
    assertThat(qian.open(address)).contains("Another officer has to accept it");
    assertThat(qian.post(address, Map.of("answer", "yes")).statusCode()).isEqualTo(403);

    Visitor zhou = Visitor.signedIn(people, ZHOU, "en");
    assertThat(zhou.open(address)).contains("value=\"yes\"");
    assertThat(zhou.post(address, Map.of("answer", "no")).statusCode()).isEqualTo(422);
    assertThat(zhou.post(address, Map.of("answer", "yes")).statusCode()).isEqualTo(303);

    assertThat(zhou.open(address)).contains("in use", "accepted by calendar-zhou");
  }

  @Test
  void a_form_without_a_file_is_told_to_choose_one() {
    Visitor qian = Visitor.signedIn(people, QIAN, "en");
    qian.open("/calendars");

    Response page = qian.send("/calendars", Map.of(), "working-days.json", new byte[0]);

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString()).contains("No file was chosen, or it is empty.");
  }

  @Test
  void the_defects_of_a_file_are_told() {
    Visitor qian = Visitor.signedIn(people, QIAN, "en");
    qian.open("/calendars");

    Response page =
        qian.send(
            "/calendars",
            Map.of(),
            "working-days.json",
            CalendarFiles.changed(tree -> ((ObjectNode) tree.at("/years/3")).remove("notice")));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString()).contains("/years/3/notice", "The year 2025 has no source");
  }

  @Test
  void applicants_do_not_see_what_was_proposed() {
    Visitor chengdu = Visitor.signedIn(people, PeopleInTests.CHENGDU, "en");

    chengdu.get("/calendars").then().statusCode(403);
  }
}
