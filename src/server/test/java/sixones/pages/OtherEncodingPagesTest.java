package sixones.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static sixones.people.account.PeopleInTests.CHENGDU;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.official.OfficialEvaluations;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;
import sixones.text.Encoding;

/** Bytes that are no UTF-8 are read on somebody's word alone, and never saved over ruined. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class OtherEncodingPagesTest {
  private static final byte[] FILE = file();
  private static final byte[] CONVERTED =
      new String(FILE, Charset.forName("GBK")).getBytes(StandardCharsets.UTF_8);

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject WorkingDrafts drafts;

  private PeopleInTests people;

  private static byte[] file() {
    try (InputStream in = Draft.class.getResourceAsStream("gbk.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void somebody_is_there() {
    people = new PeopleInTests(transactions);
    people.there(OFFICER);
    people.there(CHENGDU);
  }

  private Visitor chengdu() {
    return Visitor.signedIn(people, CHENGDU, "en");
  }

  private WorkingDraft draft(Draft.Format form, byte[] bytes) {
    return drafts.create(CHENGDU, "g", new WorkingDrafts.Text(form, bytes));
  }

  private byte[] kept(WorkingDraft draft) {
    return drafts.read(CHENGDU, draft.id()).text().bytes();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static UUID id(Response answer) {
    answer.then().statusCode(303);
    String address = answer.header("Location");
    return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
  }

  @Test
  void a_draft_kept_in_gbk_is_never_shown_ruined_nor_saved_ruined() {
    Visitor visitor = chengdu();
    WorkingDraft draft = draft(Draft.Format.JSON, FILE);
    String self = "/applicant/drafts/" + draft.id();

    assertThat(visitor.open(self)).doesNotContain("\uFFFD").doesNotContain("<textarea");
    String ruined = new String(FILE, StandardCharsets.UTF_8);
    Map<String, String> text = Map.of("name", "g2", "revision", "1", "text", ruined);
    visitor.post(self, text).then().statusCode(303);
    visitor.post(self + "/live", text).then().statusCode(409);
    visitor.post(self + "/live", Map.of("name", "g2", "revision", "1")).then().statusCode(409);

    assertThat(kept(draft)).isEqualTo(FILE);
  }

  @Test
  void a_draft_kept_in_gbk_is_renamed_downloaded_copied_and_read_on_its_applicants_word() {
    Visitor visitor = chengdu();
    WorkingDraft draft = draft(Draft.Format.JSON, FILE);
    String self = "/applicant/drafts/" + draft.id();

    visitor.open(self);
    visitor.post(self + "/name", Map.of("name", "g2", "revision", "1")).then().statusCode(303);
    assertThat(drafts.find(CHENGDU, draft.id()).name()).isEqualTo("g2");
    assertThat(kept(draft)).isEqualTo(FILE);
    visitor
        .post(self + "/name", Map.of("name", " ", "revision", "2"))
        .then()
        .statusCode(422)
        .body(containsString("The name was not saved"));
    assertThat(visitor.get(self + "/bid").asByteArray()).isEqualTo(FILE);
    UUID copy = id(visitor.post(self + "/copy", Map.of()));
    assertThat(drafts.read(CHENGDU, copy).text().bytes()).isEqualTo(FILE);

    assertThat(visitor.open(self)).contains("示例园区", "It could be GB 18030", "value=\"GB18030\"");
    Map<String, String> word = Map.of("revision", visitor.hidden("revision"), "as", "GB18030");
    visitor.send(self + "/file", word, "", new byte[0]).then().statusCode(303);

    assertThat(kept(draft)).isEqualTo(CONVERTED);
    assertThat(visitor.open(self)).contains("value=\"示例园区\"");
  }

  @Test
  void another_file_takes_the_place_of_a_draft_that_is_no_text() {
    Visitor visitor = chengdu();
    WorkingDraft draft = draft(Draft.Format.JSON, FILE);
    String self = "/applicant/drafts/" + draft.id();
    visitor.open(self);
    byte[] utf16 =
        new String(CONVERTED, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);

    visitor
        .send(self + "/file", Map.of("revision", "1", "as", "GB18030"), "b.json", utf16)
        .then()
        .statusCode(422)
        .body(containsString("It could be UTF-16"));
    assertThat(kept(draft)).isEqualTo(FILE);
    Map<String, String> word =
        Map.of(
            "revision",
            "1",
            "as",
            "UTF-16LE",
            "original",
            visitor.hidden("original"),
            "original-name",
            visitor.hidden("original-name"));
    visitor.send(self + "/file", word, "", new byte[0]).then().statusCode(303);

    WorkingDraft saved = drafts.find(CHENGDU, draft.id());
    assertThat(kept(draft)).isEqualTo(CONVERTED);
    assertThat(saved.source().digest()).isEqualTo(OfficialEvaluations.digest(utf16));
    assertThat(saved.source().encoding()).isEqualTo(Encoding.UTF_16LE);
    visitor.send(self + "/file", Map.of("revision", "1"), "b.json", FILE).then().statusCode(422);
    Map<String, String> late = new HashMap<>(word);
    late.put("as", "GB18030");
    late.put("original", visitor.hidden("original"));
    visitor
        .send(self + "/file", late, "", new byte[0])
        .then()
        .statusCode(409)
        .body(containsString("You saved this draft in another tab"));
  }

  /** Upload, preview, word, draft, hand in, receipt: without a script. */
  @Test
  void a_file_in_gbk_is_read_on_an_applicants_word_and_the_receipt_names_both_digests() {
    Round round = round();
    Visitor visitor = chengdu();
    int before = drafts.list(CHENGDU, Cursor.START, 200).items().size();
    visitor.open("/applicant/drafts/new");

    visitor
        .send("/applicant/drafts/new", Map.of("name", "From GBK", "from", "file"), "b.json", FILE)
        .then()
        .statusCode(422)
        .body(containsString("This file is not UTF-8"))
        .body(containsString("示例园区"))
        .body(containsString("示例人"))
        .body(containsString("name=\"name\" value=\"From GBK\""));
    assertThat(visitor.page()).doesNotContain("\uFFFD");
    assertThat(drafts.list(CHENGDU, Cursor.START, 200).items()).hasSize(before);
    Map<String, String> word = new HashMap<>();
    for (String field : new String[] {"name", "from", "original", "original-name"}) {
      word.put(field, visitor.hidden(field));
    }
    word.put("as", "GB18030");
    UUID draft = id(visitor.send("/applicant/drafts/new", word, "", new byte[0]));
    assertThat(drafts.read(CHENGDU, draft).text().bytes()).isEqualTo(CONVERTED);

    String handIn = "/applicant/drafts/" + draft + "/hand-in?round=" + round.id();
    visitor.open(handIn);
    Map<String, String> confirmed =
        Map.of("key", visitor.hidden("key"), "digest", visitor.hidden("digest"), "confirm", "yes");
    visitor.post(handIn, confirmed).then().statusCode(303);

    Submission made =
        submissions
            .list(CHENGDU, new Submissions.Filter(round.id(), null), Cursor.START, 1)
            .items()
            .get(0);
    assertThat(submissions.read(CHENGDU, made.id()).bytes()).isEqualTo(CONVERTED);
    String fileDigest = OfficialEvaluations.digest(FILE);
    assertThat(visitor.open("/applicant/submissions/" + made.id()))
        .contains(made.content().digest(), fileDigest, "Read as GB 18030, and not changed since");
    assertThat(visitor.get("/applicant/submissions/" + made.id() + "/receipt.json").asString())
        .contains("\"source\":{\"digest\":\"" + fileDigest + "\",\"encoding\":\"GB18030\"")
        .contains(made.content().digest());
    UUID again = id(visitor.post("/applicant/submissions/" + made.id() + "/copy", Map.of()));
    assertThat(drafts.find(CHENGDU, again).source().digest()).isEqualTo(fileDigest);
  }

  private Round round() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return rounds.create(
        OFFICER,
        utf8(
            """
            {"name": {"en": "Round %s", "zh": "批次"}, "ruleSet": "sichuan-2022-cities",
             "opensAt": "%s", "deadline": "%s", "evaluationDay": "2022-06-17",
             "submissionsPerApplicant": 3, "state": "open", "reason": "as called"}
            """
                .formatted(UUID.randomUUID(), now.minusSeconds(60), now.plus(1, ChronoUnit.DAYS))));
  }

  @Test
  void the_self_check_asks_about_a_file_in_gbk_and_reads_it_when_told() throws Exception {
    Session session = Session.open("/", "en");

    session.load("bid.json", FILE);

    assertThat(session.page())
        .doesNotContain("\uFFFD")
        .doesNotContain("<textarea")
        .contains("It could be GB 18030", "示例园区");
    Visitor visitor = Visitor.anybody("zh-CN");
    visitor.open("/");
    visitor.send("/load", Map.of(), "bid.json", FILE);
    assertThat(visitor.page()).contains("可能是GB 18030编码".replace("GB 18030", "GB18030"));
    Map<String, String> word =
        Map.of(
            "as", "GB18030",
            "original", visitor.hidden("original"),
            "original-name", visitor.hidden("original-name"));
    visitor.send("/load", word, "", new byte[0]).then().statusCode(200);
    assertThat(visitor.page()).contains("value=\"示例园区\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/load", "/applicant/drafts/new"})
  void a_file_of_another_kind_is_told_as_what_it_is_and_another_can_be_chosen(String door) {
    Visitor visitor = chengdu();
    visitor.open("/applicant/drafts/new");

    visitor.send(door, Map.of("name", "x", "from", "file"), "b.json", utf8("%PDF-1.7\n%\u00e2\0"));

    assertThat(visitor.page())
        .contains("This is a PDF document, not a bid file", "type=\"file\"")
        .doesNotContain("<textarea");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schema\":\"sixones/bid/1\",  \"ruleSet\":\"sichuan-2022-cities\",\"parks\":[{},null],"
            + "\"baseline\":{\"year\":2021,\"gdp\":null},\"conferences\":[],\r\n"
            + "\"city\":{\"code\":\"510100\"}}",
        "\uFEFF{\"schema\":\"sixones/bid/1\",\"city\":{\"code\":\"510100\",\"name\":{\"zh\":\""
            + " \"}}}",
        "# kept\nschema: sixones/bid/1\nruleSet: sichuan-2022-cities # why\n"
            + "city: {code: \"510100\"}\n"
            + "chainHeads:\n- name: {zh: 示例}\n  post: {zh: \"a\\nb\"}\n",
        "{\"schema\":\"sixones/bid/1\",\"baseline\":{\"year\":\"2021\"}}"
      })
  void a_name_saved_with_a_form_nobody_changed_leaves_the_bytes(String text) throws Exception {
    byte[] bytes = utf8(text);
    WorkingDraft draft =
        draft(text.contains("# kept") ? Draft.Format.YAML : Draft.Format.JSON, bytes);
    Visitor visitor = chengdu();
    String self = "/applicant/drafts/" + draft.id();
    Map<String, String> form = Session.fields(visitor.open(self));
    form.put("revision", "1");

    form.put("name", "g");
    visitor.post(self + "/live", form).then().statusCode(200);
    assertThat(drafts.find(CHENGDU, draft.id()).revision()).isEqualTo(1);
    form.put("name", "g2");
    visitor.post(self, form).then().statusCode(200);

    assertThat(drafts.find(CHENGDU, draft.id()).name()).isEqualTo("g2");
    assertThat(kept(draft)).isEqualTo(bytes);
    form.put("revision", "2");
    form.put("/city/code", "510600");
    visitor.post(self, form).then().statusCode(200);
    assertThat(new String(kept(draft), StandardCharsets.UTF_8)).contains("510600");
  }

  @Test
  void a_form_that_cannot_send_back_what_it_was_shown_is_saved_when_that_is_asked_for() {
    WorkingDraft draft =
        draft(
            Draft.Format.JSON,
            utf8("{\"schema\":\"sixones/bid/1\",\"baseline\":{\"year\":\"2021\"}}"));
    Visitor visitor = chengdu();
    String self = "/applicant/drafts/" + draft.id();
    Map<String, String> form = Session.fields(visitor.open(self));
    form.put("revision", "1");
    form.put("name", "g");

    visitor.post(self + "?then=report", form);
    assertThat(drafts.find(CHENGDU, draft.id()).revision()).isEqualTo(1);
    visitor.post(self, form).then().statusCode(200);

    assertThat(new String(kept(draft), StandardCharsets.UTF_8)).contains("\"year\" : 2021");
  }

  @Test
  void a_text_nobody_changed_keeps_its_mark_and_its_ends_of_lines() {
    byte[] bytes = utf8("\uFEFF{\r\n\"schema\": \"sixones/bid/1\",\r\"colour\": 1\n}");
    WorkingDraft draft = draft(Draft.Format.JSON, bytes);
    Visitor visitor = chengdu();
    String self = "/applicant/drafts/" + draft.id();
    String shown = "{\r\n\"schema\": \"sixones/bid/1\",\r\n\"colour\": 1\r\n}";

    visitor.open(self);
    visitor.post(self, Map.of("name", "g2", "revision", "1", "text", shown));

    assertThat(drafts.find(CHENGDU, draft.id()).name()).isEqualTo("g2");
    assertThat(kept(draft)).isEqualTo(bytes);
  }

  @Test
  void a_bid_changed_after_it_was_read_still_names_its_file() {
    WorkingDraft draft = draft(Draft.Format.JSON, FILE);
    Visitor visitor = chengdu();
    String self = "/applicant/drafts/" + draft.id();
    visitor.open(self);
    visitor.send(self + "/file", Map.of("revision", "1", "as", "GB18030"), "", new byte[0]);
    Map<String, String> form = Session.fields(visitor.open(self));
    form.put("revision", "2");
    form.put("name", "g");
    form.put("/parks/0/industry", "另一产业");

    visitor.post(self, form).then().statusCode(200);

    WorkingDraft saved = drafts.find(CHENGDU, draft.id());
    assertThat(saved.source().digest()).isEqualTo(OfficialEvaluations.digest(FILE));
    assertThat(saved.source().converted()).isNotEqualTo(saved.digest());
  }
}
