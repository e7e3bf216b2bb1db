package sixones.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.DEYANG;
import static sixones.people.account.PeopleInTests.OFFICER;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.http.signin.OpenedForm;
import sixones.http.strict.RawRequest;
import sixones.pages.PageInTests;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.Transactions;

@QuarkusTest
@TestProfile(StrictDoors.class)
@InTurns(3)
class LimitsTest {
  private static final String PROBLEM = "application/problem+json";

  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  @Test
  void a_person_who_asks_too_often_waits_and_nobody_else_does() {
    PeopleInTests test = new PeopleInTests(transactions);
    test.there(OFFICER);
    for (int i = 0; i < 6; i++) {
      test.as(OFFICER).get("/api/me").then().statusCode(200);
    }

    Response refused;
    try (DoorLines lines = new DoorLines()) {
      refused = test.as(OFFICER).header("Accept-Language", "zh-CN").get("/api/me");
      assertThat(lines.told())
          .singleElement()
          .asString()
          .matches("Refused with 429 too-many-requests: person [0-9]+ from 127\\.0\\.0\\.1");
    }

    refused
        .then()
        .statusCode(429)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/too-many-requests"))
        .body("title", equalTo("请求过多"));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
    test.as(AUDITOR).get("/api/me").then().statusCode(200);
  }

  @Test
  void an_address_that_checks_too_often_waits_and_no_other_does() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(checkFrom("127.0.0.2")).startsWith("HTTP/1.1 422");
    }

    assertThat(checkFrom("127.0.0.2"))
        .startsWith("HTTP/1.1 429")
        .containsIgnoringCase("retry-after: ")
        .contains("problems/too-many-requests");
    assertThat(checkFrom("127.0.0.3")).startsWith("HTTP/1.1 422");
  }

  @Test
  void after_some_wrong_passwords_a_right_one_waits_too_from_that_address_alone() throws Exception {
    new PeopleInTests(transactions).there(CHENGDU);
    for (int i = 0; i < 3; i++) {
      assertThat(meFrom("127.0.0.4", CHENGDU.name(), "wrong")).startsWith("HTTP/1.1 401");
    }

    assertThat(meFrom("127.0.0.4", CHENGDU.name(), PASSWORD))
        .startsWith("HTTP/1.1 429")
        .containsIgnoringCase("retry-after: ");
    assertThat(meFrom("127.0.0.5", CHENGDU.name(), PASSWORD)).startsWith("HTTP/1.1 200");
  }

  @Test
  void an_address_that_tries_name_after_name_waits() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(meFrom("127.0.0.6", "nobody-" + i, "wrong")).startsWith("HTTP/1.1 401");
    }

    assertThat(meFrom("127.0.0.6", "nobody-6", "wrong")).startsWith("HTTP/1.1 429");
  }

  @Test
  void of_many_wrong_passwords_sent_at_once_no_more_are_looked_at() throws Exception {
    String name = new PeopleInTests(transactions).there(DEYANG).name();
    ExecutorService all = Executors.newFixedThreadPool(16);
    try {
      List<Callable<String>> tries =
          Collections.nCopies(16, () -> meFrom("127.0.0.9", name, "wrong").substring(0, 12));

      List<String> answers = new ArrayList<>();
      for (Future<String> answer : all.invokeAll(tries)) {
        answers.add(answer.get());
      }

      assertThat(answers).containsOnly("HTTP/1.1 401", "HTTP/1.1 429");
      assertThat(answers.stream().filter(each -> each.endsWith("401"))).hasSize(3);
    } finally {
      all.shutdownNow();
    }
  }

  @Test
  void right_passwords_are_not_counted_and_names_without_end_count_as_one() throws Exception {
    PeopleInTests test = new PeopleInTests(transactions);
    for (int i = 0; i < 6; i++) {
      Person person = test.there(new Person("right-" + i, Role.AUDITOR, null));
      assertThat(meFrom("127.0.0.10", person.name(), PASSWORD)).startsWith("HTTP/1.1 200");
    }
    for (int i = 0; i < 3; i++) {
      assertThat(meFrom("127.0.0.10", i + "x".repeat(100), PASSWORD)).startsWith("HTTP/1.1 401");
    }

    assertThat(meFrom("127.0.0.10", "3" + "x".repeat(100), PASSWORD)).startsWith("HTTP/1.1 429");
    assertThat(meFrom("127.0.0.10", "right-0", PASSWORD)).startsWith("HTTP/1.1 200");
  }

  @Test
  void the_form_waits_after_wrong_passwords_too() {
    new PeopleInTests(transactions).there(DEYANG);
    for (int i = 0; i < 3; i++) {
      assertThat(form("wrong").statusCode()).isEqualTo(302);
    }

    assertThat(form(PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void a_person_on_a_page_is_told_to_wait_in_their_language() throws Exception {
    String page =
        "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: text/html\r\n"
            + "Accept-Language: zh-CN\r\nContent-Length: 1\r\nSec-Fetch-Site: same-origin\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\na";
    String answer = "";
    for (int i = 0; i < 20 && !answer.startsWith("HTTP/1.1 429"); i++) {
      answer = from("127.0.0.8", page);
    }

    assertThat(answer)
        .startsWith("HTTP/1.1 429")
        .containsIgnoringCase("retry-after: ")
        .containsIgnoringCase("content-type: text/html")
        .containsIgnoringCase("content-security-policy: ")
        .contains("请求过于频繁", "前往自查");
  }

  @Test
  void a_body_that_does_not_come_in_time_is_answered_and_the_connection_closed() throws Exception {
    try (RawRequest request = new RawRequest(root, "127.0.0.7")) {
      String answer =
          request
              .send(
                  "POST /api/checks HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                      + "Content-Length: 100\r\n\r\n{")
              .answer();

      assertThat(answer)
          .startsWith("HTTP/1.1 408")
          .contains(PROBLEM)
          .contains("/problems/sent-too-slowly");
    }
  }

  @Test
  void a_handler_that_does_not_answer_in_time_is_answered_for() {
    PageInTests.held = new CountDownLatch(1);
    try {
      given()
          .get("/page-in-tests/held")
          .then()
          .statusCode(503)
          .contentType(PROBLEM)
          .header("Retry-After", "5")
          .body("type", equalTo("/problems/took-too-long"))
          .body("detail", containsString("3 seconds"));
    } finally {
      PageInTests.held.countDown();
    }
  }

  private Response form(String password) {
    return OpenedForm.at("/sign-in")
        .formParam("name", DEYANG.name())
        .formParam("password", password)
        .post("/sign-in");
  }

  private String checkFrom(String address) throws Exception {
    return from(
        address,
        "POST /api/checks HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\n\r\n{");
  }

  private String meFrom(String address, String name, String password) throws Exception {
    String credentials =
        Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    return from(
        address,
        "GET /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic "
            + credentials
            + "\r\n\r\n");
  }

  private String from(String address, String request) throws Exception {
    try (RawRequest raw = new RawRequest(root, address)) {
      return raw.send(request).answer();
    }
  }
}
