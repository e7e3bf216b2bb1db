package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.Fixtures;
import sixones.postgres.DebianPostgres;

/**
 * Two services on one database of the distribution behind a proxy, one of them killed again and
 * again: nobody notices but by an answer that asks to try again.
 */
class InstancesIT {
  private static final int KILLS = Integer.getInteger("faults.kills", Form.asked().of(2, 20));
  private static final Duration BACK = Duration.ofSeconds(60);

  /**
   * For 2 s a proxy sends nobody to an instance that failed, or does not look whether it is back.
   */
  private static final Duration UNTIL_COUNTED_ON = Duration.ofSeconds(3);

  /** Wrong passwords of a name from one address, and forms of an address, in a minute. */
  private static final int WRONG = 10;

  private static final int OF_ADDRESS = 40;

  @TempDir static Path temporary;

  private static DebianPostgres server;
  private static Service one;
  private static Service other;

  @BeforeAll
  static void two_services_on_one_database() throws Exception {
    server = DebianPostgres.start();
    Map<String, String> settings = new HashMap<>(OutagesIT.settings(server, server.port()));
    settings.put("SIXONES_LIMITS_ADDRESS", String.valueOf(OF_ADDRESS));
    Path data = temporary.resolve("data");
    one = new Service(data, settings).started();
    other = new Service(data, settings).started();
  }

  @AfterAll
  static void end() throws Exception {
    one.close();
    other.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Proxy.Kind.class)
  void nothing_that_was_acknowledged_is_lost_and_nobody_is_signed_out_while_one_is_killed(
      Proxy.Kind kind) throws Exception {
    try (Proxy proxy = Proxy.before(kind, temporary.resolve(kind.name()), one, other);
        Crowd crowd = new Crowd(proxy.root(), Seed.random()).started()) {
      OpenPage page = OpenPage.of(proxy.root(), "auditor");
      Book book = crowd.book();
      for (int kill = 0; kill < KILLS; kill++) {
        Service killed = kill % 2 == 0 ? one : other;
        moreIsAccepted(book);
        killed.kill();
        assertThat(account(proxy.root(), page)).as("still signed in").isEqualTo(200);
        moreIsAccepted(book);
        killed.started();
        long since = System.nanoTime();
        assertThat(account(killed.root(), page)).as("signed in there, too").isEqualTo(200);
        Waiting.until(
            "the proxy counts on the instance that is back",
            BACK,
            () -> System.nanoTime() - since > UNTIL_COUNTED_ON.toNanos());
      }
      crowd.end();

      Reckoning.Result result = Reckoning.of(book, proxy.root(), Database.at(server.jdbcUrl()));
      System.out.printf(
          "faults: %d times one of two instances behind %s killed: %d accepted, %d times asked"
              + " again, longest time without an answer %.1f s%n",
          KILLS, kind, result.accepted(), book.refused(), book.longestOutage().toMillis() / 1000.0);
      assertThat(book.faults()).isEmpty();
      assertThat(book.broken()).as("connections to the proxy that broke").isEmpty();
      assertThat(result.wrong()).isEmpty();
      assertThat(result.lost() + result.twice() + result.withoutEvaluation()).isZero();
    }
  }

  private static void moreIsAccepted(Book book) {
    int before = book.accepted();
    Waiting.until(
        () -> "more is accepted; " + book.faults() + "\n" + one.said() + "\n" + other.said(),
        BACK,
        () -> book.accepted() > before + 5);
  }

  /** The status of the page of one's own account, which leads to sign-in who is not signed in. */
  private static int account(URI root, OpenPage page) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve("/account"));
    page.headers()
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(header -> request.header(header[0], header[1]));
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void wrong_passwords_count_on_both_together() throws Exception {
    for (int i = 0; i < WRONG; i++) {
      assertThat(signIn(i % 2 == 0 ? one : other, "wrong")).as("attempt " + i).isEqualTo(401);
    }

    assertThat(signIn(one, "demo-of-six-ones")).isEqualTo(429);
    assertThat(signIn(other, "demo-of-six-ones")).isEqualTo(429);
  }

  private static int signIn(Service service, String password) throws Exception {
    byte[] login = ("yibin:" + password).getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(service.root().resolve("/api/me"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .build();
    return Caller.send(request).statusCode();
  }

  @Test
  void requests_count_on_both_together() throws Exception {
    int passed = 0;
    for (int i = 0; i < 2 * OF_ADDRESS; i++) {
      Caller nobody = new Caller((i % 2 == 0 ? one : other).root(), null);
      passed += nobody.post("/api/checks", "{}").statusCode() == 422 ? 1 : 0;
    }

    // Each minute's worth drips in again while they are sent.
    assertThat(passed).isBetween(OF_ADDRESS, OF_ADDRESS * 3 / 2);
  }

  @Test
  void a_round_opened_on_one_with_its_rules_and_engine_is_served_by_the_other() throws Exception {
    UUID round = new Caller(one.root(), "officer").openRound();
    Act act = Act.of(round, "mianyang", "510700");

    HttpResponse<byte[]> receipt = new Caller(other.root(), "mianyang").handIn(act);

    assertThat(receipt.statusCode()).as(Caller.text(receipt)).isEqualTo(201);
    assertThat(new Caller(one.root(), "mianyang").handIn(act).body()).isEqualTo(receipt.body());
    String replay =
        "/api/evaluations/" + Receipt.json(receipt.body()).at("/evaluation/id").asText();
    for (Service each : List.of(one, other)) {
      assertThat(new Caller(each.root(), "officer").get(replay).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void an_evidence_file_added_on_one_is_read_on_the_other() throws Exception {
    Caller there = new Caller(one.root(), "deyang");
    HttpResponse<byte[]> draft =
        there.post("/api/drafts?name=with-files", Fixtures.compliant().toString());
    assertThat(draft.statusCode()).as(Caller.text(draft)).isEqualTo(201);
    String files = "/api/drafts/" + Receipt.json(draft.body()).path("id").asText() + "/files";
    byte[] pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    HttpResponse<byte[]> added = Caller.send(adding(there, files, pdf));

    assertThat(added.statusCode()).as(Caller.text(added)).isEqualTo(201);
    String address = added.headers().firstValue("Location").orElseThrow();
    Caller elsewhere = new Caller(other.root(), "deyang");
    assertThat(elsewhere.get(URI.create(address).getPath()).body()).isEqualTo(pdf);
  }

  private static HttpRequest adding(Caller caller, String path, byte[] file) {
    String part = "--six-ones\r\nContent-Disposition: form-data; name=";
    String body =
        part
            + "\"entry\"\r\n\r\n/evidence/0\r\n"
            + part
            + "\"file\"; filename=\"plan.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
            + new String(file, StandardCharsets.UTF_8)
            + "\r\n--six-ones--\r\n";
    byte[] login = (caller.person() + ":demo-of-six-ones").getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(caller.root().resolve(path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("Content-Type", "multipart/form-data; boundary=six-ones")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
