package sixones.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.Length;
import sixones.bid.Shape;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Forms as large as a bid can be, and forms no browser sends. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class FormsTest {
  private static final Set<String> FORMS = found();
  private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

  @Inject Transactions transactions;

  @Test
  void all_lists_full_at_once_are_checked_and_saved() throws Exception {
    Map<String, String> fields = full();
    assertThat(fields.size()).isGreaterThan(13_000);

    Session session = Session.open("/", "en");
    Response file = session.post("/bid.json", fields);
    JsonNode bid = new ObjectMapper().readTree(file.asString());

    assertThat(file.statusCode()).isEqualTo(200);
    lists().forEach((name, list) -> assertThat(bid.get(name)).as(name).hasSize(200));
    assertThat(session.post("/live", fields).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("long")
  void all_lists_full_at_once_are_shown_again() {
    assertThat(Session.fields(Session.open("/", "en").post("/", full()).asString()))
        .containsKeys("/evidence/199/id", "/parks/199/level");
  }

  @Test
  @Tag("long")
  void a_draft_with_all_lists_full_can_be_edited() {
    Visitor applicant = signedIn(CHENGDU);
    String path = newDraft(applicant);
    Map<String, String> fields = full();
    fields.put("name", "Many");
    fields.put("revision", applicant.hidden("revision"));

    assertThat(applicant.post(path, fields).statusCode()).isEqualTo(200);

    Map<String, String> kept = Session.fields(applicant.open(path));
    lists()
        .keySet()
        .forEach(
            list -> full(list).forEach((at, text) -> assertThat(kept).containsEntry(at, text)));
    fields.put("revision", applicant.hidden("revision"));
    fields.put("/evidence/119/id", "another");
    assertThat(applicant.post(path, fields).statusCode()).isEqualTo(200);
    assertThat(Session.fields(applicant.open(path))).containsEntry("/evidence/119/id", "another");
  }

  @Test
  void more_fields_than_any_bid_has_are_told_in_words() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < 30_000; i++) {
      fields.put("/evidence/" + i + "/id", "x");
    }

    Response answer = Session.open("/", "en").post("/live", fields);

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json",
        "application/octet-stream",
        "application/x-www-form-urlencodedx",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"",
        "multipart/mixed; boundary=x"
      })
  void a_form_of_another_type_is_refused(String type) throws Exception {
    Visitor anybody = Visitor.anybody("en");
    byte[] body = "a=b&csrf-token=c".getBytes(StandardCharsets.UTF_8);
    for (String path : byTurns(forms(NOTHING), type)) {
      assertThat(anybody.send(path, type, body)).as(path).isEqualTo(415);
    }
  }

  /** In the short form of the tests each sixth of them, beginning with another for each body. */
  private static List<String> byTurns(List<String> forms, String what) {
    int each = Length.of(6, 1);
    return IntStream.range(0, forms.size())
        .filter(i -> i % each == Math.floorMod(what.hashCode(), each))
        .mapToObj(forms::get)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "application/x-www-form-urlencoded, a=%zz",
    "application/x-www-form-urlencoded, a=%",
    "application/x-www-form-urlencoded, %=a",
    "application/x-www-form-urlencoded, a=%ff%fe",
    "application/x-www-form-urlencoded, /city/code=%00",
    "application/x-www-form-urlencoded, %00=1",
    "application/x-www-form-urlencoded, &&=&=",
    "application/x-www-form-urlencoded; charset=foo, a=%41",
    "application/x-www-form-urlencoded; charset=\"\", a=%41",
    "APPLICATION/X-WWW-Form-Urlencoded, a=b",
    "multipart/form-data; boundary=x, '--x'",
    "multipart/form-data; boundary=x, '--x--'",
    "multipart/form-data; boundary=x, '--x|X: y||a|--x--|'",
    "multipart/form-data; boundary=x, '--x|X: y| z||a|--x--|'",
    "multipart/form-data; boundary=x, '--x|X||a|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data;"
        + " name=\"file\"||a|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data; name=\"file\"|"
        + "Content-Type: application/octet-stream||a|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data;"
        + " name=\"original\"||A|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data||a|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data; name=\"a||b|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data; name=a|"
        + "Content-Type: text/plain; charset=foo||b|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data; name=a|"
        + "Content-Type: text/plain; charset=?||b|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data; name=a|"
        + "Content-Type: /||b|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data; name=file; filename=|"
        + "Content-Transfer-Encoding: base64||%|--x--|'",
    "multipart/form-data; boundary=x, '--x|Content-Disposition: form-data; name=a|"
        + "Content-Transfer-Encoding: quoted-printable||=%|--x--|'"
  })
  void a_form_no_browser_sends_is_never_a_fault_of_ours(String type, String body) throws Exception {
    List<Person> all = List.of(CHENGDU, OFFICER, AUDITOR, ADMIN);
    // In the short form of the tests one of them, by turns.
    Person one = all.get(Math.floorMod(body.hashCode(), all.size()));
    for (Person person : Length.of(List.of(one), all)) {
      Visitor visitor = signedIn(person);
      visitor.open("/");
      byte[] sent = withToken(visitor.token(), body).getBytes(StandardCharsets.ISO_8859_1);
      String draft = person == CHENGDU ? newDraft(visitor).replaceAll(".*/", "") : NOTHING;
      for (String path : byTurns(forms(draft), type + body)) {
        assertThat(visitor.send(path, type, sent)).as(path).isBetween(200, 499);
      }
    }
  }

  /** Its page would give back what was typed, and there is no field that it was typed in. */
  @Test
  void a_part_that_is_no_field_is_refused_where_the_token_should_be() throws Exception {
    Visitor visitor = signedIn(CHENGDU);
    visitor.open("/");
    String sent = "--x\r\nContent-Disposition: x\r\n\r\n" + visitor.token() + "\r\n--x--\r\n";

    assertThat(
            visitor.send(
                "/load",
                "multipart/form-data; boundary=x",
                sent.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(400);
  }

  /** As the first field or part, so that the rest is what is wrong with it. */
  private static String withToken(String token, String body) {
    return body.startsWith("--")
        ? "--x\r\nContent-Disposition: form-data; name=\"csrf-token\"\r\n\r\n"
            + token
            + "\r\n"
            + body.replace("|", "\r\n")
        : "csrf-token=" + token + "&" + body;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?example=%00",
        "/?%00",
        "/rules/%00/1",
        "/rules?lang=%00",
        "/sign-in?failed=%00",
        "/applicant?after=%00",
        "/help/%00",
        "/evaluations?applicant=%00",
        "/rounds?cursor=%00"
      })
  void an_address_of_a_page_with_nul_is_refused(String path) {
    given()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .accept("text/html")
        .get(path)
        .then()
        .statusCode(400);
  }

  private Visitor signedIn(Person person) {
    return Visitor.signedIn(new PeopleInTests(transactions), person, "en");
  }

  /** The address of one, as its applicant has opened it. */
  private static String newDraft(Visitor applicant) {
    applicant.open("/applicant/drafts/new");
    Map<String, String> fields = Map.of("name", "Many", "from", "blank");
    Response made = applicant.send("/applicant/drafts/new", fields, "", new byte[0]);
    String path =
        made.then()
            .statusCode(303)
            .extract()
            .header("Location")
            .replaceAll(".*/applicant/", "/applicant/");
    applicant.open(path);
    return path;
  }

  /** The addresses of all forms there are but that of signing out, after which nobody is there. */
  private static List<String> forms(String id) {
    return FORMS.stream()
        .filter(form -> !form.equals("/sign-out"))
        .map(form -> form.replaceAll("\\{[^}]*}", id))
        .toList();
  }

  private static Set<String> found() {
    Set<String> forms = new TreeSet<>(Set.of("/sign-in"));
    for (JavaClass page : PageAddresses.classes()) {
      for (JavaMethod method : page.getMethods()) {
        if (method.isAnnotatedWith(POST.class)) {
          String whole = path(page) + "/" + path(method);
          forms.add(whole.replaceAll("/+", "/").replaceAll("(.)/$", "$1"));
        }
      }
    }
    assertThat(forms).contains("/", "/live", "/load", "/applicant/drafts/{id}/hand-in");
    return forms;
  }

  private static String path(HasAnnotations<?> one) {
    return one.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
  }

  @Test
  void a_page_is_shown_to_whoever_names_no_language() {
    for (String accepted : List.of("-", "--;q=1")) {
      int status =
          given()
              .accept("text/html")
              .header("Accept-Language", accepted)
              .get("/sign-in")
              .statusCode();
      assertThat(status).as(accepted).isEqualTo(200);
    }
  }

  private static Map<String, Shape> lists() {
    Map<String, Shape> lists = new TreeMap<>(RuleSetsInTests.SICHUAN.contract().whole().members());
    lists.values().removeIf(shape -> !(shape instanceof Shape.Entries));
    return lists;
  }

  /** Every field of every list, of as many entries as a list may have. */
  private static Map<String, String> full() {
    Map<String, String> fields = new LinkedHashMap<>();
    lists().keySet().forEach(list -> fields.putAll(full(list)));
    return fields;
  }

  private static Map<String, String> full(String list) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < Shape.MOST_ENTRIES; i++) {
      below(fields, "/" + list + "/" + i, ((Shape.Entries) lists().get(list)).of());
    }
    return fields;
  }

  private static void below(Map<String, String> fields, String at, Shape shape) {
    if (shape instanceof Shape.Members members) {
      members.members().forEach((name, of) -> below(fields, at + "/" + name, of));
    } else if (shape instanceof Shape.Entries entries) {
      below(fields, at + "/0", entries.of());
    } else {
      fields.put(at, "x");
    }
  }
}
