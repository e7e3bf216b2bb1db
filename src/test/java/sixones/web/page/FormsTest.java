package sixones.web.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static sixones.people.PeopleInTests.CHENGDU;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.bid.BidShape;
import sixones.bid.Shape;
import sixones.database.TestDatabase;
import sixones.database.Transactions;
import sixones.people.PeopleInTests;

/** Forms as large as a bid can be, and forms no browser sends. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FormsTest {
  private static final List<String> FORMS =
      List.of(
          "/",
          "/live",
          "/report",
          "/bid.json",
          "/load",
          "/sign-in",
          "/sign-out",
          "/city/drafts/new",
          "/city/drafts/new/from-check",
          "/city/drafts/00000000-0000-4000-8000-000000000000",
          "/city/drafts/00000000-0000-4000-8000-000000000000/file",
          "/city/drafts/00000000-0000-4000-8000-000000000000/hand-in",
          "/rounds",
          "/people",
          "/people/x");

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
    assertThat(Session.fields(session.post("/", fields).asString()))
        .containsKeys("/evidence/199/id", "/parks/199/level");
  }

  @Test
  void a_draft_with_many_documents_can_be_edited() {
    Visitor city = Visitor.signedIn(new PeopleInTests(transactions), CHENGDU, "en");
    city.open("/city/drafts/new");
    Map<String, String> fields = Map.of("name", "Many", "from", "blank");
    String draft =
        city.send("/city/drafts/new", fields, "", new byte[0])
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    String path = draft.substring(draft.indexOf("/city/"));
    Map<String, String> sent = Session.fields(city.open(path));
    for (int i = 0; i < 200; i++) {
      for (String member : ((Shape.Members) of("evidence")).members().keySet()) {
        sent.put("/evidence/" + i + "/" + member, "x" + i);
      }
    }
    sent.put("revision", city.hidden("revision"));
    sent.put("name", "Many");

    assertThat(city.post(path, sent).statusCode()).isIn(200, 302, 303);
    assertThat(Session.fields(city.open(path))).containsEntry("/evidence/199/id", "x199");
  }

  @Test
  void more_fields_than_any_bid_has_are_told_in_words() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < 20_000; i++) {
      fields.put("/evidence/" + i + "/id", "x");
    }

    Response answer = Session.open("/", "en").post("/live", fields);

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "text/plain",
        "application/json",
        "application/octet-stream",
        "application/x-www-form-urlencodedx",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"",
        "multipart/mixed; boundary=x"
      })
  void a_form_of_another_type_is_refused(String type) {
    for (String path : FORMS) {
      assertThat(sent(path, type, "a=b&csrf-token=c").statusCode()).as(path).isEqualTo(415);
    }
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
    "multipart/form-data; boundary=x, a",
    "multipart/form-data; boundary=x, '--x'",
    "multipart/form-data; boundary=x, '--x--'",
    "multipart/form-data; boundary=x, '--x|X: y||a|--x--|'",
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
  void a_form_no_browser_sends_is_never_a_fault_of_ours(String type, String body) {
    for (String path : FORMS) {
      int status = sent(path, type, body.replace("|", "\r\n")).statusCode();

      assertThat(status).as(path).isLessThan(500);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?example=%00",
        "/?%00",
        "/rules/%00/1",
        "/rules?lang=%00",
        "/sign-in?failed=%00",
        "/city?after=%00",
        "/help/%00",
        "/audit?city=%00",
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

  private static Response sent(String path, String type, String body) {
    RequestSpecification form =
        given().redirects().follow(false).accept("text/html").body(body.getBytes());
    return (type.equals("none") ? form.noContentType() : form.header("Content-Type", type))
        .post(path);
  }

  private static Map<String, Shape> lists() {
    Map<String, Shape> lists = new TreeMap<>(BidShape.whole().members());
    lists.values().removeIf(shape -> !(shape instanceof Shape.Entries));
    return lists;
  }

  private static Shape of(String list) {
    return ((Shape.Entries) lists().get(list)).of();
  }

  /** Every field of every list, of as many entries as a list may have. */
  private static Map<String, String> full() {
    Map<String, String> fields = new LinkedHashMap<>();
    lists().keySet().forEach(name -> fill(fields, "/" + name, of(name)));
    return fields;
  }

  private static void fill(Map<String, String> fields, String list, Shape of) {
    for (int i = 0; i < Shape.MOST_ENTRIES; i++) {
      below(fields, list + "/" + i, of);
    }
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
