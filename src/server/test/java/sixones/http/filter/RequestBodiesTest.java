package sixones.http.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.PASSWORD;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.http.strict.RawRequest;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** How bodies are read: whole, whatever their size and form, and without a thread that waits. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class RequestBodiesTest {
  /** More than there are threads for requests that wait. */
  private static final int MANY = 260;

  /** Of an applicant whose drafts no other test counts. */
  private static final Person APPLICANT = new Person("test-bodies", Role.APPLICANT, "511900");

  private static final String JSON = "application/json";
  private static final Duration LONGEST = Duration.ofSeconds(15);

  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @ValueSource(ints = {0, 12_000, 300_000, 1_030_000})
  void a_draft_is_read_whole_whether_its_length_is_said_or_not(int more) throws Exception {
    new PeopleInTests(transactions).there(APPLICANT);
    byte[] draft = (Fixtures.compliant() + " ".repeat(more)).getBytes(StandardCharsets.UTF_8);
    BodyPublisher said = BodyPublishers.ofByteArray(draft);
    BodyPublisher unsaid = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(draft));

    HttpResponse<String> first = post("/api/checks?asOf=2022-06-13", said);
    HttpResponse<String> second = post("/api/checks?asOf=2022-06-13", unsaid);

    assertThat(first.body()).contains("\"verdict\":\"MET\"");
    assertThat(second.body()).isEqualTo(first.body());
    for (BodyPublisher body : List.of(said, unsaid)) {
      assertThat(post("/api/drafts?name=x", body).statusCode()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/checks", "/api/drafts?name=x"})
  void who_asks_before_sending_is_told_to_go_on(String address) throws Exception {
    new PeopleInTests(transactions).there(APPLICANT);
    try (RawRequest request =
        begin(address, JSON, "Expect: 100-continue\r\nConnection: close\r\n", "")) {
      assertThat(request.line()).isEqualTo("HTTP/1.1 100 Continue");

      assertThat(request.send("{\"a\":1}").answer()).containsPattern("HTTP/1\\.1 (201|422)");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/checks, application/json",
    "/api/drafts?name=x, application/json",
    "/live, application/x-www-form-urlencoded",
    "/load, multipart/form-data; boundary=x"
  })
  void who_sends_slowly_keeps_nobody_waiting(String address, String type) throws Exception {
    new PeopleInTests(transactions).there(APPLICANT);
    List<RawRequest> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        slow.add(begin(address, type, "", "{"));
      }

      BodyPublisher draft = BodyPublishers.ofString("{}");

      assertThat(post("/api/drafts?name=quick", draft).statusCode()).isEqualTo(201);
    } finally {
      for (RawRequest request : slow) {
        request.close();
      }
    }
  }

  @Test
  void a_body_that_comes_piece_by_piece_is_one() throws Exception {
    new PeopleInTests(transactions).there(APPLICANT);
    try (RawRequest request = begin("/api/drafts?name=x", JSON, "Connection: close\r\n", "{\"a")) {
      request.send("\":");

      assertThat(request.send("1}").answer()).startsWith("HTTP/1.1 201");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/checks, 422",
    "/api/drafts?name=x, 201",
    "/api/rounds, 403",
    "/api/rounds/00000000-0000-4000-8000-000000000000/submissions, 422"
  })
  void an_empty_body_is_answered_at_once(String address, int status) throws Exception {
    new PeopleInTests(transactions).there(APPLICANT);
    for (String empty :
        List.of("Content-Length: 0\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")) {
      try (RawRequest request = new RawRequest(root, "127.0.0.1")) {
        String answer =
            request
                .send(
                    "POST "
                        + address
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Idempotency-Key: empty\r\nConnection: close\r\nAuthorization: "
                        + login()
                        + "\r\n"
                        + empty)
                .answer();

        assertThat(answer).as(empty).startsWith("HTTP/1.1 " + status);
      }
    }
  }

  /** A request with a body of seven bytes, of which this much is sent. */
  private RawRequest begin(String address, String type, String headers, String sent)
      throws Exception {
    return new RawRequest(root, "127.0.0.1")
        .send(
            "POST "
                + address
                + " HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\nContent-Type: "
                + type
                + "\r\nAuthorization: "
                + login()
                + "\r\n"
                + headers
                + "\r\n"
                + sent);
  }

  private HttpResponse<String> post(String address, BodyPublisher body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(address))
            .header("Content-Type", "application/json")
            .header("Authorization", login())
            .timeout(LONGEST)
            .POST(body)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String login() {
    byte[] login = (APPLICANT.name() + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }
}
