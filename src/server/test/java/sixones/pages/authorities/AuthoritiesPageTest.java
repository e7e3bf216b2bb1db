package sixones.pages.authorities;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.casework.CaseRecords;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Authorities given, confirmed and ended on pages; what everybody may know of it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AuthoritiesPageTest {
  private static final Person QIAN = new Person("authority-qian", Role.OFFICER, null);
  private static final Person ZHOU = new Person("authority-zhou", Role.OFFICER, null);
  private static final Person WU = new Person("authority-wu", Role.OFFICER, null);

  @Inject Transactions transactions;
  @Inject CaseRecords records;

  private PeopleInTests people;

  @BeforeEach
  void people_are_there() {
    people = new PeopleInTests(transactions);
  }

  private static Map<String, String> give(String document, long person) {
    Map<String, String> form = new HashMap<>();
    form.put("form", "give");
    form.put("key", UUID.randomUUID().toString());
    form.put("person", String.valueOf(person));
    form.put("acts-handle", "yes");
    form.put("from", "2026年1月1日");
    form.put("last", "2099-12-31");
    form.put("document", document);
    return form;
  }

  private static String id(String page, String document) {
    int at = page.indexOf(document);
    Matcher id = Pattern.compile("id=\"a-([0-9a-f-]{36})\"").matcher(page.substring(0, at));
    String last = null;
    while (id.find()) {
      last = id.group(1);
    }
    return last;
  }

  @Test
  void an_authority_is_given_confirmed_and_ended_by_pages_alone() {
    String document = "Order " + UUID.randomUUID();
    Visitor qian = Visitor.signedIn(people, QIAN, "en");
    Visitor wu = Visitor.signedIn(people, WU, "en");
    Visitor zhou = Visitor.signedIn(people, ZHOU, "en");
    qian.open("/authorities");
    Map<String, String> form = give(document, records.numberOf(ZHOU));
    assertThat(qian.post("/authorities", form).statusCode()).isEqualTo(303);
    assertThat(qian.post("/authorities", form).statusCode()).as("sent twice").isEqualTo(303);

    String page = qian.open("/authorities");
    assertThat(page.split(document, -1)).as("done once").hasSize(2);
    String id = id(page, document);
    assertThat(page).doesNotContain("answer-" + id);
    assertThat(zhou.open("/authorities")).doesNotContain("answer-" + id);
    assertThat(wu.open("/authorities")).contains("answer-" + id);
    Map<String, String> yes =
        Map.of("form", "answer", "of", id, "key", UUID.randomUUID().toString(), "answer", "yes");
    assertThat(wu.post("/authorities", yes).statusCode()).isEqualTo(303);
    assertThat(wu.open("/authorities"))
        .contains("Confirmed by authority-wu", "through 31 December 2099");

    Map<String, String> end =
        Map.of(
            "form",
            "end",
            "of",
            id,
            "key",
            UUID.randomUUID().toString(),
            "reasons",
            "The task went to another office.");
    assertThat(wu.post("/authorities", end).statusCode()).isEqualTo(303);
    assertThat(wu.open("/authorities")).contains("Ended 2");
  }

  @Test
  void what_was_typed_stays_when_it_is_refused() {
    String document = "Order " + UUID.randomUUID();
    Visitor qian = Visitor.signedIn(people, QIAN, "en");
    people.there(ZHOU);
    qian.open("/authorities");
    Map<String, String> form = give(document, records.numberOf(ZHOU));
    form.remove("acts-handle");

    Response refused = qian.post("/authorities", form);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("href=\"#give-acts\"", "value=\"" + document + "\"", "value=\"2026年1月1日\"")
        .contains("value=\"" + form.get("key") + "\"");

    Map<String, String> pasted = give("Order " + "x".repeat(1001), records.numberOf(ZHOU));
    Response tooLong = qian.post("/authorities", pasted);

    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.asString()).contains("value=\"" + pasted.get("document") + "\"");
  }

  @Test
  void applicants_see_no_authorities_and_everybody_sees_who_may_do_what() {
    Visitor.signedIn(people, PeopleInTests.CHENGDU, "en")
        .get("/authorities")
        .then()
        .statusCode(403);
    String page = given().accept("text/html").get("/permissions?lang=zh-CN").asString();

    assertThat(page).contains("谁能做什么", "承办案件", "一人或两人，视认定事项而定");
  }

  @Test
  void an_auditor_gives_nothing() {
    Person auditor = new Person("authority-auditor", Role.AUDITOR, null);
    Visitor visitor = Visitor.signedIn(people, auditor, "en");
    people.there(ZHOU);
    assertThat(visitor.open("/authorities")).doesNotContain("name=\"form\"");

    Map<String, String> form = give("Order", records.numberOf(ZHOU));
    assertThat(visitor.post("/authorities", form).statusCode()).isEqualTo(403);
  }
}
