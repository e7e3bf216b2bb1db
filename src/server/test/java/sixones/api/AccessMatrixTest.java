package sixones.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Share;
import sixones.api.AccessMatrixThings.Asker;
import sixones.draft.WorkingDrafts;
import sixones.http.EveryLog;
import sixones.http.signin.SessionCookie;
import sixones.http.strict.Wire;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.store.WrittenRows;
import sixones.submission.Submissions;

/**
 * Every operation the OpenAPI document tells of, asked by everybody for everything, answers what
 * access-matrix.yaml says, and nobody reads what is another's.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AccessMatrixTest {
  private static final Path DECLARED = Path.of("test/resources/sixones/access-matrix.yaml");
  private static final Set<String> ROWS =
      new TreeSet<>(Set.of("own", "others", "none", "draft", "submitted"));
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final String NO_SENSE = "-";

  @Inject Transactions transactions;
  @Inject People people;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;
  @TestHTTPResource URI root;

  private static AccessMatrixThings things;
  private Wire wire;

  @BeforeEach
  void there_is_something_of_everybody() throws Exception {
    if (things == null) {
      PeopleInTests test = new PeopleInTests(transactions);
      things = new AccessMatrixThings(test, people, rounds, submissions, drafts);
    }
    wire = new Wire(root);
  }

  @Test
  void every_operation_has_its_cells_and_every_cell_its_operation() throws Exception {
    assertThat(declared().keySet()).containsExactlyInAnyOrderElementsOf(operations());
    declared()
        .forEach(
            (operation, block) -> {
              Map<String, List<String>> rows = rows(block);
              assertThat(rows.keySet()).as(operation).isEqualTo(ROWS);
              rows.forEach(
                  (row, cells) ->
                      assertThat(cells)
                          .as(operation + " " + row)
                          .hasSize(Asker.values().length)
                          .allMatch(cell -> cell.matches("[1-5][0-9]{2}|-")));
              boolean some = rows.values().stream().anyMatch(cells -> cells.contains(NO_SENSE));
              assertThat(block.has("because"))
                  .as(operation + ": a reason where, and only where, a cell makes no sense")
                  .isEqualTo(some);
            });
  }

  @Test
  void everybody_is_answered_as_declared_and_nobody_reads_what_is_another_s() throws Exception {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    int asked = 0;
    Map<String, JsonNode> operations = asked();
    try (EveryLog log = new EveryLog();
        WrittenRows written = WrittenRows.watch()) {
      for (Map.Entry<String, JsonNode> operation : operations.entrySet()) {
        boolean shown = false;
        for (Asker asker : Asker.values()) {
          Map<String, Wire.Answer> answers = new LinkedHashMap<>();
          for (Map.Entry<String, List<String>> row : rows(operation.getValue()).entrySet()) {
            String expected = row.getValue().get(asker.ordinal());
            cells++;
            if (!expected.equals(NO_SENSE)) {
              asked++;
              String cell = operation.getKey() + " " + row.getKey() + " " + asker;
              Wire.Answer answer = ask(operation, row.getKey(), asker);
              answers.put(row.getKey(), answer);
              if (answer.status() != Integer.parseInt(expected)) {
                wrong.add(cell + ": " + answer.status() + " and not " + expected);
              }
              boolean mayRead = mayRead(operation.getValue(), asker);
              shown |= mayRead && Canary.isIn(answer.bytes());
              boolean mayKnow = mayKnow(operation.getValue(), asker);
              if (tells(answer, asker, mayRead, mayKnow)) {
                wrong.add(cell + " tells what is another's: " + answer.withoutDate());
              }
            }
          }
          Set<String> nothing = new TreeSet<>();
          answers.values().stream()
              .filter(answer -> answer.status() == 404)
              .forEach(answer -> nothing.add(answer.withoutDate()));
          if (nothing.size() > 1) {
            wrong.add(operation.getKey() + " " + asker + " can tell apart " + nothing);
          }
        }
        if (operation.getValue().has("shows") && !shown) {
          wrong.add(operation.getKey() + " shows nothing of what was handed in");
        }
        things.tidy();
      }
      log.told().forEach(line -> wrong.add("logged: " + line));
      assertThat(log.lines()).as("lines listened to").isPositive();
      assertThat(written.unrecorded()).as("rows written without an audit entry").isEmpty();
      assertThat(written.tables()).contains("audit_entry");
    }

    assertThat(wrong).isEmpty();
    assertThat(logOfDatabase()).contains("ready to accept").satisfies(this::holdsNoCanary);
    System.out.printf(
        "access matrix: %d operations, %d cells, %d asked, %d make no sense%n",
        operations.size(), cells, asked, cells - asked);
  }

  private static Map<String, JsonNode> asked() throws Exception {
    Map<String, JsonNode> asked = new LinkedHashMap<>();
    Share.ofEvery(16, declared().entrySet())
        .forEach(operation -> asked.put(operation.getKey(), operation.getValue()));
    return asked;
  }

  private void holdsNoCanary(String text) {
    assertThat(Canary.isIn(text)).isFalse();
  }

  private Wire.Answer ask(Map.Entry<String, JsonNode> operation, String row, Asker asker) {
    String[] parts = operation.getKey().split(" ");
    JsonNode block = operation.getValue();
    String address = things.address(parts[1], block.path("of").asText(), row, asker);
    List<String> headers = new ArrayList<>(things.headers(block.path("with").asText(), asker));
    if (headers.stream().noneMatch(header -> header.startsWith("Content-Type"))) {
      headers.add("Content-Type: application/json");
    }
    if (asker.person != null) {
      headers.add(Wire.signed(asker.person.name()));
    }
    return wire.send(
        parts[0] + " " + address, headers, things.body(block.path("sends").asText(), row, asker));
  }

  private static boolean mayRead(JsonNode block, Asker asker) {
    return isNamed(block, "shows", asker);
  }

  private static boolean mayKnow(JsonNode block, Asker asker) {
    return isNamed(block, "names", asker) || asker == Asker.OFFICER_ || asker == Asker.AUDITOR_;
  }

  private static boolean isNamed(JsonNode block, String line, Asker asker) {
    String role = asker.person == null ? "nobody" : asker.person.role().id();
    return List.of(block.path(line).asText().split(" ")).contains(role);
  }

  /** Whether an answer holds what its reader has no part in. */
  private boolean tells(
      Wire.Answer answer, Asker asker, boolean mayReadHandedIn, boolean mayKnowHandedIn) {
    if (asker == Asker.APPLICANT_A) {
      return false;
    }
    boolean canary =
        mayReadHandedIn ? Canary.isInBesideHandedIn(answer.bytes()) : Canary.isIn(answer.bytes());
    String text = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
    return canary
        || things.idsOfDraftsOfA().stream().anyMatch(text::contains)
        || !mayKnowHandedIn && things.idsOfA().stream().anyMatch(text::contains);
  }

  /** The operations of the document the application itself serves. */
  private static Set<String> operations() throws Exception {
    JsonNode document =
        new ObjectMapper().readTree(given().get("/api/openapi?format=json").asByteArray());
    Set<String> operations = new TreeSet<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method) && path.getKey().startsWith("/api")) {
                            operations.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    assertThat(operations).isNotEmpty();
    return operations;
  }

  private static Map<String, JsonNode> declared() throws Exception {
    Map<String, JsonNode> declared = new LinkedHashMap<>();
    new YAMLMapper()
        .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .readTree(Files.readAllBytes(DECLARED))
        .fields()
        .forEachRemaining(block -> declared.put(block.getKey(), block.getValue()));
    return declared;
  }

  private static Map<String, List<String>> rows(JsonNode block) {
    Map<String, List<String>> rows = new java.util.TreeMap<>();
    block
        .fields()
        .forEachRemaining(
            line -> {
              if (Set.of("of", "sends", "with", "shows", "names", "because")
                  .contains(line.getKey())) {
                return;
              }
              List<String> cells = List.of(line.getValue().asText().strip().split(" +"));
              for (String row : line.getKey().split(", ")) {
                boolean whole = cells.equals(List.of(NO_SENSE));
                List<String> full =
                    whole ? java.util.Collections.nCopies(Asker.values().length, NO_SENSE) : cells;
                assertThat(rows.put(row, full)).as("declared twice: " + row).isNull();
              }
            });
    return rows;
  }

  /** What PostgreSQL itself wrote down. */
  private String logOfDatabase() throws Exception {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("show data_directory")) {
      found.next();
      return Files.readString(Path.of(found.getString(1)).resolveSibling("postgresql.log"));
    }
  }

  @Test
  void what_applicant_a_sends_wrongly_is_refused_and_told_nobody() throws Exception {
    Asker a = Asker.APPLICANT_A;
    String draft = things.address("/api/drafts/{id}", "draft", "own", a);
    String handIn = "/api/rounds/" + things.open().id() + "/submissions";
    String canary = Canary.IN_DRAFT;
    byte[] bid = AccessMatrixThings.bid(a, canary);
    byte[] large = ("{\"" + canary + "\":\"" + "x".repeat(2 << 20) + "\"}").getBytes();
    byte[] broken = ("{\"" + canary + "\": \"" + canary + "\"").getBytes(StandardCharsets.UTF_8);
    String key = "Idempotency-Key: " + Canary.IN_KEY;
    List<String> json = List.of("Content-Type: application/json");
    Map<String, Wire.Answer> answers = new LinkedHashMap<>();
    try (EveryLog log = new EveryLog()) {
      Attempts attempts = new Attempts(answers, Wire.signed(a.person.name()));
      attempts.ask("POST " + draft + "/checks?asOf=" + canary, json, new byte[0]);
      attempts.ask("POST " + draft + "/checks?ruleSet=" + canary, json, new byte[0]);
      attempts.ask("POST " + draft + "/checks?lang=" + canary, json, new byte[0]);
      attempts.ask("POST /api/checks", json, broken);
      attempts.ask("POST /api/checks", List.of("Content-Type: application/yaml"), broken);
      attempts.ask("POST /api/checks", List.of("Content-Type: text/plain"), bid);
      attempts.ask("POST /api/checks", List.of("Content-Type: application/" + canary), bid);
      attempts.ask("POST /api/checks", List.of("Content-Type: " + canary), bid);
      attempts.ask("POST /api/checks", json, large);
      attempts.ask("POST /api/drafts?name=" + Canary.IN_NAME, json, large);
      attempts.ask("POST /api/drafts?name=", json, bid);
      attempts.ask("POST /api/drafts?name=%00" + Canary.IN_NAME, json, bid);
      attempts.ask("POST /api/drafts?name=" + Canary.IN_NAME + "x".repeat(300), json, bid);
      attempts.ask("PUT " + draft + "?name=" + Canary.IN_NAME, json, bid);
      attempts.ask("PUT " + draft, List.of("If-Match: \"" + canary + "\"", json.get(0)), bid);
      attempts.ask("PUT " + draft, List.of("If-Match: \"7\"", json.get(0)), bid);
      attempts.ask("POST " + handIn, List.of(json.get(0)), bid);
      attempts.ask("POST " + handIn, List.of(key + " " + canary, json.get(0)), bid);
      attempts.ask("POST " + handIn, List.of(key + "-1", json.get(0)), broken);
      attempts.ask("POST " + handIn, List.of(key + "-2", json.get(0)), large);
      attempts.ask("POST " + handIn, List.of(key + "-3", "Content-Type: text/" + canary), bid);
      attempts.ask(
          "POST " + handIn,
          List.of(key + "-4", json.get(0)),
          AccessMatrixThings.bid(Asker.APPLICANT_B, canary));
      attempts.ask("GET /api/drafts/" + canary, json, new byte[0]);
      attempts.ask("GET /api/drafts?cursor=" + canary, json, new byte[0]);
      attempts.ask("GET /api/drafts?limit=" + canary, json, new byte[0]);
      attempts.ask("GET /api/submissions?round=" + canary, json, new byte[0]);
      attempts.ask("GET /api/evaluations?verdict=" + canary, json, new byte[0]);
      attempts.ask("GET /api/" + canary, json, new byte[0]);
      attempts.ask("POST /api/drafts/" + canary + "/checks", json, bid);
      attempts.ask("POST /api/rounds", json, broken);
      attempts.ask(canary.toUpperCase(java.util.Locale.ROOT) + " /api/drafts", json, bid);
      log.told().forEach(line -> answers.put("logged: " + line, null));
    }

    assertThat(answers)
        .allSatisfy(
            (what, answer) -> {
              assertThat(answer).as(what).isNotNull();
              assertThat(answer.status()).as(what).isBetween(400, 499);
            });
    assertThat(logOfDatabase()).satisfies(this::holdsNoCanary);
    things.tidy();
  }

  /** Asks as one person and keeps the answers. */
  private final class Attempts {
    private final Map<String, Wire.Answer> answers;
    private final String signed;

    Attempts(Map<String, Wire.Answer> answers, String signed) {
      this.answers = answers;
      this.signed = signed;
    }

    void ask(String line, List<String> headers, byte[] body) {
      List<String> all = new ArrayList<>(headers);
      all.add(signed);
      answers.put(answers.size() + " " + line + " " + headers, wire.send(line, all, body));
    }
  }

  @Test
  void a_session_that_ended_opens_no_page_and_no_api() throws Exception {
    Asker a = Asker.APPLICANT_A;
    String ticket =
        people
            .open(a.person.name(), PeopleInTests.PASSWORD, PeopleInTests.BROWSER)
            .orElseThrow()
            .ticket();
    Map<Boolean, String> cookies = new LinkedHashMap<>();
    cookies.put(true, SessionCookie.of(ticket, 60_000));
    cookies.put(false, SessionCookie.of(ticket, -60_000));

    cookies.forEach(
        (holds, cookie) -> {
          List<String> headers = List.of("Cookie: " + cookie);
          assertThat(wire.send("GET /page-in-tests", headers, new byte[0]).status())
              .isEqualTo(holds ? 200 : 302);
          assertThat(wire.send("GET /api/me", headers, new byte[0]).status()).isEqualTo(401);
        });
  }
}
