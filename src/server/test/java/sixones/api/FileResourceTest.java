package sixones.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.evidence.FilesInTests;
import sixones.http.strict.Wire;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class FileResourceTest {
  private static final Person OWN = new Person("file-ziyang", Role.APPLICANT, "512000");
  private static final Person OTHER = new Person("file-yaan", Role.APPLICANT, "511800");
  private static final String PROBLEM = "application/problem+json";

  @Inject Transactions transactions;
  @TestHTTPResource URI root;

  @ConfigProperty(name = "sixones.data")
  Path data;

  private PeopleInTests people;
  private RoundsByRest rest;
  private String draft;

  @BeforeEach
  void a_draft_is_there() {
    people = new PeopleInTests(transactions);
    rest = new RoundsByRest(people);
    draft =
        rest.json(OWN, RoundsByRest.bid("512000"))
            .queryParam("name", "with files")
            .post("/api/drafts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @AfterEach
  void the_draft_goes_away() {
    people.as(OWN).header("If-Match", "*").delete("/api/drafts/" + draft);
    String tag = people.as(OWN).get("/api/drafts/" + draft).header("ETag");
    if (tag != null) {
      people.as(OWN).header("If-Match", tag).delete("/api/drafts/" + draft);
    }
  }

  private String address() {
    return "/api/drafts/" + draft + "/files";
  }

  private RequestSpecification form(Person person, String key, String entry) {
    RequestSpecification form = people.as(person).header("Idempotency-Key", key);
    return entry == null ? form : form.multiPart("entry", entry);
  }

  private Response add(String name, byte[] file) {
    return form(OWN, UUID.randomUUID().toString(), "/evidence/0")
        .multiPart(
            new MultiPartSpecBuilder(file)
                .fileName(name)
                .controlName("file")
                .charset(StandardCharsets.UTF_8)
                .mimeType("text/html")
                .build())
        .post(address());
  }

  private List<Path> incoming() throws Exception {
    Path folder = data.resolve("files/incoming");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> left = Files.list(folder)) {
      return left.toList();
    }
  }

  /** What arrives is discarded in the background after the answer. */
  private void nothingIsLeftOver() throws Exception {
    long until = System.nanoTime() + 10_000_000_000L;
    while (!incoming().isEmpty() && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    assertThat(incoming()).isEmpty();
  }

  @Test
  void a_file_is_added_listed_read_and_removed() throws Exception {
    byte[] bytes = FilesInTests.pdf("by rest");

    Response added = add("plan.pdf", bytes);

    added
        .then()
        .statusCode(201)
        .body("type", equalTo("pdf"))
        .body("entry", equalTo("/evidence/0"))
        .body("size", equalTo(bytes.length));
    String digest = added.path("digest");
    added.then().header("Location", endsWith("/api/files/" + digest));
    people
        .as(OWN)
        .get(address())
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("quota.usedByBid", equalTo(bytes.length));
    Response read = people.as(OWN).get("/api/files/" + digest);
    read.then()
        .statusCode(200)
        .header("Content-Type", equalTo("application/pdf"))
        .header("Content-Disposition", containsString("attachment; filename=\"plan.pdf\""))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", containsString("sandbox"))
        .header("Cache-Control", equalTo("private, no-store"))
        .header("ETag", equalTo("\"" + digest + "\""));
    assertThat(read.asByteArray()).isEqualTo(bytes);
    people
        .as(OWN)
        .header("If-None-Match", "\"" + digest + "\"")
        .get("/api/files/" + digest)
        .then()
        .statusCode(304);
    for (Person other : List.of(OTHER, OFFICER)) {
      people.as(other).get("/api/files/" + digest).then().statusCode(404);
      people.as(other).get(address()).then().statusCode(404);
    }
    people.as(OWN).delete(address() + "/" + added.path("id")).then().statusCode(204);
    people.as(OWN).get("/api/files/" + digest).then().statusCode(404);
    nothingIsLeftOver();
  }

  @Test
  void what_was_handed_in_with_the_draft_is_for_officers() {
    String round = rest.open(3);
    String digest = add("plan.pdf", FilesInTests.pdf("handed in")).path("digest");

    String submission =
        rest.json(OWN, RoundsByRest.bid("512000"))
            .header("Idempotency-Key", UUID.randomUUID())
            .queryParam("filesOf", draft)
            .post("/api/rounds/" + round + "/submissions")
            .then()
            .statusCode(201)
            .extract()
            .path("submission");

    people
        .as(OFFICER)
        .get("/api/submissions/" + submission + "/files")
        .then()
        .statusCode(200)
        .body("items[0].digest", equalTo(digest))
        .body("items[0].entry", equalTo("/evidence/0"));
    people.as(OFFICER).get("/api/files/" + digest).then().statusCode(200);
    people.as(OTHER).get("/api/files/" + digest).then().statusCode(404);
  }

  @Test
  void twenty_mebibytes_arrive_and_a_byte_more_is_refused_and_nothing_is_left_over()
      throws Exception {
    Wire.Answer most = addLarge(20 << 20);
    Wire.Answer more = addLarge((20 << 20) + 1);
    Wire.Answer muchMore = addLarge(22 << 20);

    assertThat(most.status()).isEqualTo(201);
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.header("Content-Type")).isEqualTo(PROBLEM);
    assertThat(more.text()).contains("\"kind\":\"file-large\"");
    assertThat(muchMore.status()).isEqualTo(413);
    assertThat(muchMore.text()).contains("\"type\":\"/problems/file-too-large\"");
    nothingIsLeftOver();
  }

  private Wire.Answer addLarge(int size) {
    List<String> headers =
        List.of(
            Wire.signed(OWN.name()),
            "Idempotency-Key: " + UUID.randomUUID(),
            "Content-Type: multipart/form-data; boundary=b");
    return new Wire(root).send("POST " + address(), headers, FilesInTests.form(padded(size)));
  }

  private static byte[] padded(int size) {
    byte[] pdf = FilesInTests.pdf("padded");
    byte[] padded = new byte[size];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(pdf, 0, padded, 0, 9);
    System.arraycopy(pdf, pdf.length - 30, padded, size - 30, 30);
    return padded;
  }

  @Test
  void every_other_address_keeps_its_limit() {
    List<String> headers = List.of(Wire.signed(OWN.name()), "Content-Type: application/json");

    Wire.Answer answer = new Wire(root).send("POST /api/drafts?name=x", headers, padded(5 << 20));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text()).contains("\"type\":\"/problems/body-too-large\"");
  }

  @Test
  void what_is_no_form_or_has_no_file_two_files_or_no_entry_is_refused() throws Exception {
    rest.json(OWN, "{}")
        .header("Idempotency-Key", "x")
        .post(address())
        .then()
        .statusCode(415)
        .body("type", equalTo("/problems/not-multipart"));
    byte[] pdf = FilesInTests.pdf();
    kind("file-missing", form(OWN, "x", "/evidence/0").multiPart("other", "y").post(address()));
    kind(
        "file-two",
        form(OWN, "x", "/evidence/0")
            .multiPart("file", "a.pdf", pdf)
            .multiPart("file", "b.pdf", pdf)
            .post(address()));
    kind(
        "file-entry-missing", form(OWN, "x", null).multiPart("file", "a.pdf", pdf).post(address()));
    kind(
        "file-entry-none",
        form(OWN, "x", "/evidence/77").multiPart("file", "a.pdf", pdf).post(address()));
    kind("file-name-extension", add("plan.pdf.exe", pdf));
    kind("file-unknown", add("plan.pdf", new byte[] {'M', 'Z'}));
    form(OWN, " ", "/evidence/0")
        .multiPart("file", "a.pdf", pdf)
        .post(address())
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/no-idempotency-key"));
    form(OTHER, "x", "/evidence/0")
        .multiPart("file", "a.pdf", pdf)
        .post(address())
        .then()
        .statusCode(404);
    RestAssured.given().multiPart("file", "a.pdf", pdf).post(address()).then().statusCode(401);
    nothingIsLeftOver();
  }

  private static void kind(String kind, Response response) {
    response.then().statusCode(422).contentType(PROBLEM).body("errors[0].kind", equalTo(kind));
  }

  /** Browsers send the name of a file in UTF-8; RestAssured sends question marks. */
  @Test
  void a_chinese_name_is_kept_and_encoded() throws Exception {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String begin =
        """
        --b
        Content-Disposition: form-data; name="entry"

        /evidence/0
        --b
        Content-Disposition: form-data; name="file"; filename="园区批复.pdf"
        Content-Type: application/pdf

        """;
    form.write(begin.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    form.write(FilesInTests.pdf("named"));
    form.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    people.there(OWN);
    String credentials = OWN.name() + ":" + PeopleInTests.PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + address()))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()))
            .build();

    HttpResponse<String> added =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    String digest = JsonPath.from(added.body()).getString("digest");
    people
        .as(OWN)
        .get("/api/files/" + digest)
        .then()
        .header(
            "Content-Disposition",
            endsWith("filename*=UTF-8''%E5%9B%AD%E5%8C%BA%E6%89%B9%E5%A4%8D.pdf"));
  }

  @Test
  void a_changed_file_is_a_fault_with_its_place_and_never_served() throws Exception {
    String digest = add("plan.pdf", FilesInTests.pdf("damaged")).path("digest");
    String hex = digest.substring("sha256:".length());
    String place = hex.substring(0, 2) + "/" + hex.substring(2);
    Files.writeString(data.resolve("files").resolve(place), "changed");

    people
        .as(OWN)
        .get("/api/files/" + digest)
        .then()
        .statusCode(500)
        .contentType(PROBLEM)
        .body("type", equalTo("/problems/file-damaged"))
        .body("detail", containsString("files/" + place));
  }

  @Test
  void an_address_of_no_digest_is_nothing() {
    for (String sent : List.of("..%2F..%2Fseal.key", "sha256:1", "x", "sha256:" + "0".repeat(64))) {
      people.as(OWN).urlEncodingEnabled(false).get("/api/files/" + sent).then().statusCode(404);
    }
  }
}
