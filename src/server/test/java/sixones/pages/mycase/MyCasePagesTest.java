package sixones.pages.mycase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.casework.ApplicantCase;
import sixones.casework.CaseRecords;
import sixones.casework.CaseworkInTests;
import sixones.casework.OwnCases;
import sixones.casework.SeenCase;
import sixones.draft.WorkingDrafts;
import sixones.evidence.FilesInTests;
import sixones.pages.Visitor;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.CaseState;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.ActKind;
import sixones.round.Round;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** What an applicant is shown of its case and can do in it, whatever the browser. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class MyCasePagesTest {
  private static final String PLACE = "/parks/0/manufacturing";
  private static final String CANARY = "canary-of-the-office";
  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"(/[^\"]*)\" value=\"([^\"]*)\"");

  private static final Pattern INPUT =
      Pattern.compile("<input type=\"(?:hidden|text)\"[^>]* name=\"([^\"]*)\" value=\"([^\"]*)\"");
  private static final Pattern AREA =
      Pattern.compile("<textarea[^>]* name=\"([^\"]*)\"[^>]*>\\n([^<]*)</textarea>");
  private static final Pattern SELECT =
      Pattern.compile("(?s)<select[^>]* name=\"([^\"]*)\"[^>]*>(.*?)</select>");
  private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected>");

  @Inject Transactions transactions;
  @Inject CaseRecords records;
  @Inject OwnCases ownCases;
  @Inject WorkingDrafts drafts;

  private CaseworkInTests office;
  private PeopleInTests people;

  @BeforeEach
  void an_office() {
    office = new CaseworkInTests();
    people = new PeopleInTests(transactions);
  }

  @AfterEach
  void time_goes_on() {
    MovableClock.reset();
  }

  private Visitor chengdu() {
    return Visitor.signedIn(people, CHENGDU, "en");
  }

  private SeenCase received() {
    Round round = office.closed(bid("510100", PLACE, false), bid("510600"));
    return office.of(round, "510100");
  }

  private SeenCase returned() {
    SeenCase seen = received();
    office.act(FIRST, seen, ActKind.TAKE, "{}");
    office.byTwo(office.again(seen), ActKind.NOTICE, office.notice(office.again(seen), 10));
    return office.again(seen);
  }

  private static String home(SeenCase seen) {
    return "/applicant/cases/" + seen.bidCase().id();
  }

  private UUID begun(Visitor visitor, SeenCase seen) {
    visitor.open(home(seen));
    Response begun = visitor.post(home(seen) + "/reply", Map.of());
    assertThat(begun.statusCode()).isEqualTo(303);
    String address = begun.header("Location");
    return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
  }

  private ObjectNode kept(UUID draft) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(drafts.read(CHENGDU, draft).text().bytes());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private void save(UUID draft, JsonNode bid) {
    WorkingDrafts.Saved saved = drafts.read(CHENGDU, draft);
    drafts.save(
        CHENGDU,
        draft,
        saved.draft().revision(),
        null,
        new WorkingDrafts.Text(Draft.Format.JSON, bid.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void set(ObjectNode bid, String pointer, Object value) {
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) bid.at(pointer.substring(0, slash)))
        .set(pointer.substring(slash + 1), new ObjectMapper().valueToTree(value));
  }

  /** Returns what a browser sends of the form of a draft, whatever nobody touched. */
  private static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    String form = page.substring(page.indexOf("id=\"bid\""));
    form = form.substring(0, form.indexOf("</form>"));
    Matcher input = INPUT.matcher(form);
    while (input.find()) {
      fields.put(input.group(1), plain(input.group(2)));
    }
    Matcher area = AREA.matcher(form);
    while (area.find()) {
      fields.put(area.group(1), plain(area.group(2)));
    }
    Matcher select = SELECT.matcher(form);
    while (select.find()) {
      Matcher chosen = CHOSEN.matcher(select.group(2));
      fields.put(select.group(1), chosen.find() ? plain(chosen.group(1)) : "");
    }
    fields.remove("csrf-token");
    return fields;
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static Map<String, String> confirmed(Visitor visitor) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String field : List.of("key", "revision", "digest")) {
      form.put(field, visitor.hidden(field));
    }
    form.put("confirm", "yes");
    return form;
  }

  @Test
  void the_case_says_where_it_stands_and_the_start_page_leads_to_it() {
    SeenCase seen = received();
    Visitor visitor = chengdu();

    assertThat(visitor.open("/applicant")).contains("My cases", home(seen), "Received");
    assertThat(visitor.open("/applicant/rounds/" + seen.round().id())).contains(home(seen));
    assertThat(visitor.open(home(seen)))
        .contains("The office has not begun its review", "The office acts next")
        .contains("No term is running", "No letter was issued yet")
        .doesNotContain("Begin the reply");
  }

  @Test
  void nobody_elses_case_is_there() {
    SeenCase seen = returned();
    Visitor deyang = Visitor.signedIn(people, DEYANG, "en");

    for (String page : List.of("", "/give-up", "/recusal", "/reply/" + UUID.randomUUID())) {
      assertThat(deyang.get(home(seen) + page).statusCode()).as(page).isEqualTo(404);
    }
    deyang.open("/applicant");
    for (String page : List.of("/reply", "/give-up", "/recusal")) {
      assertThat(deyang.post(home(seen) + page, Map.of("sure", "yes")).statusCode())
          .as(page)
          .isEqualTo(404);
    }
    Visitor officer = Visitor.signedIn(people, FIRST, "en");
    assertThat(officer.get(home(seen)).statusCode()).as("not hers").isEqualTo(403);
    assertThat(office.again(seen).view().state()).isEqualTo(CaseState.RETURNED);
  }

  @Test
  void nothing_of_the_office_is_shown() {
    SeenCase seen = returned();
    String said = "'reasons':{'en':'" + CANARY + " has its reasons'}";
    office.act(
        FIRST,
        seen,
        ActKind.WIDEN,
        ("{'notice':'%s','mayChange':['/conferences/0']," + said + "}")
            .formatted(seen.view().notices().get(0).id()));
    Visitor visitor = chengdu();

    String page = visitor.open(home(seen));
    assertThat(page)
        .doesNotContain(CANARY)
        .doesNotContain(SECOND.name(), ">" + FIRST.name() + "<")
        .doesNotContain("Conference");
  }

  @Test
  void items_that_widen_a_notice_are_numbered_on_after_its_own() {
    SeenCase seen = returned();
    IssuedNotice notice = seen.view().notices().get(0);
    int own = notice.items().size();
    office.byTwo(
        seen,
        ActKind.WIDEN,
        ("{'notice':'%s','reasons':{'en':'it was forgotten'},'items':[{'kind':'unclear',"
                + "'pointers':['/conferences/0/name'],'demand':{'en':'say who hosts it'}}]}")
            .formatted(notice.id()));
    Visitor visitor = chengdu();

    assertThat(visitor.open(home(seen)))
        .contains(
            "<li value=\"" + own + "\">", "<li value=\"" + (own + 1) + "\">", "say who hosts it")
        .containsOnlyOnce("<li value=\"1\">");
    people
        .as(CHENGDU)
        .get("/api/cases/" + seen.bidCase().id())
        .then()
        .statusCode(200)
        .body("notices[0].items.n", equalTo(IntStream.rangeClosed(1, own + 1).boxed().toList()));
  }

  @Test
  void a_determination_is_not_shown() {
    SeenCase seen = received();
    office.act(FIRST, seen, ActKind.TAKE, "{}");
    office.byTwo(
        office.again(seen),
        ActKind.DETERMINE,
        ("{'rule':'park-for-manufacturing','pointer':'%s','to':'PASS',"
                + "'reasonCode':'evidence-seen','reasons':{'en':'%s saw the document'},"
                + "'evidence':[{'title':'%s','address':'https://example.org/1'}]}")
            .formatted(PLACE, CANARY, CANARY));

    assertThat(chengdu().open(home(seen)))
        .contains("Under review")
        .doesNotContain(CANARY)
        .doesNotContain(SECOND.name(), ">" + FIRST.name() + "<");
  }

  @Test
  void a_notice_is_shown_with_its_items_and_its_term() {
    SeenCase seen = returned();

    assertThat(chengdu().open(home(seen)))
        .contains("Returned for correction", "You act next", "Begin the reply")
        .contains("at 24:00 (Beijing time)", "/terms?start=", "10 days from")
        .contains("What was found", "How to mend it", "What may be changed")
        .contains("the office decides on the bid as it stands")
        .contains("/cases/" + seen.bidCase().id() + "/letters/", "/en.pdf", "/en.docx");
  }

  @Test
  void only_what_is_listed_is_open_in_the_form() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    UUID draft = begun(visitor, seen);

    String form = visitor.open("/applicant/drafts/" + draft);

    assertThat(form)
        .contains("Reply to a correction notice", "Compare and hand in as reply")
        .contains("<select id=\"in-parks-0-manufacturing\"")
        .doesNotContain("<select id=\"in-conferences-0-scope\"")
        .contains("id=\"in-conferences-0-scope\" tabindex=\"-1\"")
        .doesNotContain("id=\"add-conferences\"");
    assertThat(FIELD.matcher(form).results().map(one -> one.group(1)))
        .contains("/conferences/0/scope")
        .doesNotContain(PLACE);
  }

  @Test
  void a_form_sent_back_loses_nothing_that_is_locked() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    UUID draft = begun(visitor, seen);
    ObjectNode before = kept(draft);
    String page = visitor.open("/applicant/drafts/" + draft);
    Map<String, String> form = fields(page);
    form.put(PLACE, "true");

    assertThat(visitor.post("/applicant/drafts/" + draft, form).statusCode()).isEqualTo(200);

    set(before, PLACE, true);
    assertThat(kept(draft)).isEqualTo(before);
  }

  @Test
  void a_reply_is_compared_handed_in_once_and_has_a_receipt() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    UUID draft = begun(visitor, seen);
    String reply = home(seen) + "/reply/" + draft;

    assertThat(visitor.open(reply))
        .contains("The draft says the same as the bid handed in")
        .doesNotContain("name=\"confirm\"");
    ObjectNode mended = kept(draft);
    set(mended, PLACE, true);
    save(draft, mended);
    assertThat(visitor.open(reply)).contains("listed", "What the check finds now");
    Map<String, String> form = confirmed(visitor);
    Map<String, String> unconfirmed = new LinkedHashMap<>(form);
    unconfirmed.remove("confirm");
    assertThat(visitor.post(reply, unconfirmed).statusCode()).isEqualTo(422);
    visitor.open(reply);

    for (int i = 0; i < 2; i++) {
      Response done = visitor.post(reply, form);
      assertThat(done.statusCode()).as("time " + i).isEqualTo(303);
      assertThat(done.header("Location")).endsWith(home(seen) + "?done=reply");
    }

    assertThat(visitor.open(home(seen) + "?done=reply"))
        .contains("Your reply was received", "/applicant/submissions/", "Reply handed in")
        .contains("Replied to");
    assertThat(office.again(seen).view().state()).isEqualTo(CaseState.IN_REVIEW);
    ApplicantCase own = ownCases.find(CHENGDU, seen.bidCase().id());
    assertThat(own.done())
        .singleElement()
        .satisfies(one -> assertThat(one.submission()).isNotNull());
    assertThat(visitor.open("/applicant/submissions/" + own.done().get(0).submission()))
        .containsIgnoringCase("version 2");
  }

  @Test
  void what_is_not_listed_is_told_and_can_be_put_back() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    UUID draft = begun(visitor, seen);
    ObjectNode changed = kept(draft);
    String scope = changed.at("/conferences/0/scope").asText();
    set(changed, PLACE, true);
    set(changed, "/conferences/0/scope", "national");
    save(draft, changed);
    String reply = home(seen) + "/reply/" + draft;

    String page = visitor.open(reply);
    assertThat(page)
        .contains("One change is not listed in the notice", "ask the office", "not listed")
        .doesNotContain("name=\"confirm\"");
    Map<String, String> forced = confirmed(visitor);
    forced.put("key", UUID.randomUUID().toString());
    forced.put("revision", "" + seen.view().revision());
    Response refused = visitor.post(reply, forced);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("Put back what is not listed");

    Response back = visitor.post(reply + "/within", Map.of("digest", visitor.hidden("digest")));

    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(kept(draft).at("/conferences/0/scope").asText()).isEqualTo(scope);
    assertThat(kept(draft).at(PLACE).asBoolean()).isTrue();
    assertThat(visitor.open(reply)).contains("name=\"confirm\"");
    assertThat(visitor.open("/applicant/drafts/" + draft + "/earlier")).contains("earlier/");
  }

  @Test
  void a_reply_that_comes_too_late_is_told_when_it_was_due_and_stays_a_draft() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    UUID draft = begun(visitor, seen);
    ObjectNode mended = kept(draft);
    set(mended, PLACE, true);
    save(draft, mended);
    String reply = home(seen) + "/reply/" + draft;
    visitor.open(reply);
    Map<String, String> form = confirmed(visitor);
    office.later(Duration.between(office.now(), seen.view().notices().get(0).due()));
    visitor = chengdu();
    visitor.open(home(seen));

    Response late = visitor.post(reply, form);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.asString()).contains("Too late", "The reply was due by", "at 24:00");
    assertThat(kept(draft).at(PLACE).asBoolean()).isTrue();
    assertThat(visitor.open(home(seen)))
        .contains("no reply was received in time")
        .doesNotContain("Begin the reply");
    assertThat(visitor.open("/applicant/drafts/" + draft))
        .doesNotContain("Reply to a correction notice");
  }

  @Test
  void another_applicants_bid_is_no_reply() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    UUID draft = begun(visitor, seen);
    ObjectNode other = kept(draft);
    set(other, "/city/code", "510600");
    save(draft, other);

    assertThat(visitor.get(home(seen) + "/reply/" + draft).statusCode()).isEqualTo(409);
  }

  @Test
  void a_bid_is_given_up_after_it_was_asked_once_more() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    String address = home(seen) + "/give-up";
    visitor.open(address);

    assertThat(visitor.post(address, Map.of("reasons", "no")).statusCode()).isEqualTo(422);
    Response sure = visitor.post(address, Map.of("reasons", "we have other plans now"));
    assertThat(sure.statusCode()).isEqualTo(200);
    assertThat(sure.asString()).contains("Do you really give up", "we have other plans now");
    assertThat(office.again(seen).view().state()).isEqualTo(CaseState.RETURNED);
    Response done =
        visitor.post(
            address,
            Map.of(
                "sure", "yes", "key", visitor.hidden("key"), "reasons", "we have other plans now"));

    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(visitor.open(home(seen) + "?done=give-up"))
        .contains("Your bid was given up", "we have other plans now")
        .doesNotContain(address);
    assertThat(visitor.get(address).statusCode()).isEqualTo(409);
    assertThat(office.again(seen).view().state()).isEqualTo(CaseState.CLOSED_WITHDRAWN);
  }

  @Test
  void a_bid_can_be_given_up_after_a_term_passed_which_is_put_on_record_with_it() {
    SeenCase seen = returned();
    office.later(Duration.ofDays(30));
    Visitor visitor = chengdu();
    String address = home(seen) + "/give-up";
    visitor.open(address);
    visitor.post(address, Map.of("reasons", ""));

    Response done =
        visitor.post(address, Map.of("sure", "yes", "key", visitor.hidden("key"), "reasons", ""));

    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(records.acts(FIRST, office.again(seen)))
        .extracting(act -> act.kind())
        .endsWith(ActKind.LAPSE, ActKind.GIVE_UP);
  }

  @Test
  void an_applicant_asks_that_an_officer_keep_away_and_reads_what_became_of_it() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    String address = home(seen) + "/recusal";
    visitor.open(address);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("officer", "nobody of this name");
    form.put("ground", "kin");
    form.put("reasons", "related to the director of the park");

    Response unknown = visitor.post(address, form);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.asString()).contains("There is no officer of this name");
    form.put("officer", SECOND.name());
    form.put("key", visitor.hidden("key"));
    assertThat(visitor.post(address, form).statusCode()).isEqualTo(303);

    assertThat(visitor.open(home(seen))).contains(SECOND.name() + " keep away; not decided yet");
    assertThat(office.again(seen).view().recusals().asked()).hasSize(1);
    UUID asked = office.again(seen).view().recusals().asked().get(0).id();
    office.act(
        FIRST,
        seen,
        ActKind.DECIDE_RECUSAL,
        "{'of':'%s','answer':'no','reasons':{'en':'there is no such relation'}}".formatted(asked));
    assertThat(visitor.open(home(seen)))
        .contains(SECOND.name() + " keep away; declined")
        .doesNotContain("there is no such relation");
  }

  private static Response add(
      Visitor visitor, String files, String entry, String name, byte[] file) {
    visitor.open(files);
    return visitor.send(files, Map.of("key", visitor.hidden("key"), "entry", entry), name, file);
  }

  @Test
  void files_are_added_to_a_reply_told_beside_its_differences_and_handed_in_with_it() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    UUID draft = begun(visitor, seen);
    String reply = home(seen) + "/reply/" + draft;
    String files = reply + "/files";

    assertThat(visitor.open("/applicant/drafts/" + draft)).contains("Evidence files of the reply");
    Response leads = visitor.get("/applicant/drafts/" + draft + "/files");
    assertThat(leads.header("Location")).endsWith(files);
    assertThat(visitor.open(reply)).contains("There are no files yet", files);
    assertThat(visitor.open(files)).contains("value=\"/evidence/0\"").doesNotContain("/evidence/1");
    Response wrong = add(visitor, files, "/evidence/0", "a.exe", FilesInTests.pdf("page"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.asString()).contains("The file was not added", "href=\"#file\"", "selected");

    Response added = add(visitor, files, "/evidence/0", "approval.pdf", FilesInTests.pdf("page"));

    assertThat(added.header("Location")).endsWith(files);
    assertThat(visitor.open(files)).contains("approval.pdf", "Remove", "sha256:");
    assertThat(visitor.open(reply))
        .contains("approval.pdf", "name=\"confirm\"")
        .doesNotContain("The draft says the same as the bid handed in");
    assertThat(visitor.post(reply, confirmed(visitor)).header("Location")).endsWith("?done=reply");
    ApplicantCase own = ownCases.find(CHENGDU, seen.bidCase().id());
    assertThat(visitor.open("/applicant/submissions/" + own.done().get(0).submission()))
        .contains("approval.pdf", "Evidence files");
    assertThat(visitor.open(files)).contains("No reply is awaited", "Handed in before");
  }

  @Test
  void a_file_of_a_reply_is_removed_and_nobody_elses_page_is_there() {
    SeenCase seen = returned();
    Visitor visitor = chengdu();
    UUID draft = begun(visitor, seen);
    String files = home(seen) + "/reply/" + draft + "/files";
    add(visitor, files, "/evidence/0", "approval.pdf", FilesInTests.pdf("removed"));
    String removal =
        Pattern.compile("action=\"([^\"]*/removal)\"")
            .matcher(visitor.open(files))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    Visitor deyang = Visitor.signedIn(people, DEYANG, "en");
    deyang.open("/applicant");

    assertThat(deyang.get(files).statusCode()).isEqualTo(404);
    assertThat(deyang.post(removal, Map.of()).statusCode()).isEqualTo(404);
    assertThat(
            deyang
                .send(
                    files,
                    Map.of("key", "k", "entry", "/evidence/0"),
                    "a.pdf",
                    FilesInTests.pdf("x"))
                .statusCode())
        .isEqualTo(404);
    visitor.open(files);
    assertThat(visitor.post(removal, Map.of()).header("Location")).endsWith(files);
    assertThat(visitor.open(files)).doesNotContain("approval.pdf").contains("no files yet");
  }
}
