package sixones.pages.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.IDLE;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.pages.Visitor;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.CaseState;
import sixones.proceeding.CaseView;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.Notice;
import sixones.representation.StoredJson;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** An officer writes a notice, looks at it, proposes, widens and extends it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class NoticePagesTest {
  @Inject Transactions transactions;

  private PeopleInTests people;
  private CaseworkInTests office;
  private SeenCase seen;
  private String page;

  @BeforeEach
  void a_case_in_review() {
    people = new PeopleInTests(transactions);
    office = new CaseworkInTests();
    ObjectNode bid = CaseworkInTests.bid("510100", "/conferences/0/scope", "national");
    CaseworkInTests.blank(bid);
    seen = office.of(office.closed(bid), "510100");
    office.act(FIRST, seen, ActKind.TAKE, "{}");
    page = "/cases/" + seen.bidCase().id() + "/notice";
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private CaseView now() {
    return office.again(seen).view();
  }

  /** What a form that tells the first candidate alone sends. */
  private Map<String, String> form(Visitor visitor, String... more) {
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "kind", "notice",
                "key", UUID.randomUUID().toString(),
                "revision", visitor.hidden("revision"),
                "tell-0", "yes",
                "start", LocalDate.ofInstant(office.now(), StoredJson.ZONE).toString(),
                "amount", "5",
                "unit", "working-day"));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  @Test
  void a_notice_is_looked_at_in_both_languages_and_proposed() {
    Visitor visitor = Visitor.signedIn(people, FIRST, "en");
    assertThat(visitor.open(page)).contains("name=\"tell-0\"", "name=\"tell-1\"", "checked");
    Map<String, String> fields =
        form(
            visitor,
            "drop-1-en",
            "the leaders settle the scope",
            "added-0-kind",
            "unproven",
            "added-0-place",
            "/conferences/0/scope",
            "added-0-zh",
            "请提交会议批准文件的复印件。");

    fields.put("preview", "yes");
    visitor.post(page, fields).then().statusCode(200);
    assertThat(visitor.page())
        .contains("article class=\"letter\" lang=\"zh-CN\"", "article class=\"letter\" lang=\"en\"")
        .contains("请提交会议批准文件的复印件。", "day 5", "第5日");
    assertThat(now().pending()).isEmpty();

    fields.remove("preview");
    Response done = visitor.post(page, fields);
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.header("Location")).contains("/cases/" + seen.bidCase().id() + "?done=");
    Notice notice = (Notice) now().proposals().get(0).act().body();
    assertThat(notice.items()).hasSize(2);
    assertThat(notice.dropped()).hasSize(1);
    assertThat(notice.items().get(1).pointers()).containsExactly("/conferences/0/scope");
  }

  /** What was typed stays, and each fault leads to its field. */
  @Test
  void what_is_refused_stays_as_it_was_typed() {
    Visitor visitor = Visitor.signedIn(people, FIRST, "zh-CN");
    visitor.open(page);
    Map<String, String> fields =
        form(
            visitor,
            "drop-1-zh",
            "太短",
            "amount",
            "many",
            "mend-0-en",
            "say what the <park> is for");

    visitor.post(page, fields).then().statusCode(422);

    assertThat(visitor.page())
        .contains("太短", "value=\"many\"", "say what the &lt;park&gt; is for")
        .contains("href=\"#amount\"", "href=\"#drop-1-zh\"", "aria-invalid=\"true\"")
        .contains("value=\"" + fields.get("key") + "\"");
    assertThat(now().pending()).isEmpty();
  }

  @Test
  void another_item_is_added_without_script_and_nothing_is_lost() {
    Visitor visitor = Visitor.signedIn(people, FIRST, "en");
    visitor.open(page);
    assertThat(visitor.page()).doesNotContain("added-1-zh");

    visitor.post(page, form(visitor, "more", "yes", "added-0-en", "hand in the minutes please"));

    assertThat(visitor.page()).contains("hand in the minutes please", "added-1-zh");
  }

  @Test
  void a_form_made_before_another_act_is_refused() {
    Visitor visitor = Visitor.signedIn(people, FIRST, "en");
    visitor.open(page);
    Map<String, String> fields = form(visitor, "drop-1-en", "the leaders settle the scope");
    office.act(FIRST, seen, ActKind.NOTICE, office.notice(seen, 10));

    assertThat(visitor.post(page, fields).statusCode()).isEqualTo(412);
  }

  @Test
  void a_notice_that_waits_is_extended_and_widened() {
    UUID notice = office.act(FIRST, seen, ActKind.NOTICE, office.notice(seen, 3)).act().id();
    office.confirm(SECOND, seen, notice);
    Visitor visitor = Visitor.signedIn(people, FIRST, "en");
    assertThat(visitor.open(page)).contains("value=\"extend\"", "value=\"widen\"");
    Map<String, String> fields =
        form(visitor, "kind", "extend", "notice", notice.toString(), "amount", "20");
    fields.put("reasons-en", "the register was closed for a week");

    assertThat(visitor.post(page, fields).statusCode()).isEqualTo(303);
    assertThat(now().waiting().orElseThrow().due()).isAfter(office.now());

    visitor.open(page);
    Map<String, String> wider =
        form(visitor, "kind", "widen", "notice", notice.toString(), "place-0", "/parks/0/level");
    wider.remove("amount");
    wider.put("reasons-en", "the level follows from the park");
    assertThat(visitor.post(page, wider).statusCode()).isEqualTo(303);
    office.confirm(SECOND, seen, now().pending().get(0));
    assertThat(now().waiting().orElseThrow().mayChange()).contains("/parks/0/level");
    assertThat(now().state()).isEqualTo(CaseState.RETURNED);
  }

  @Test
  void a_letter_is_previewed_by_officers_and_read_by_its_applicant_once_issued() {
    UUID notice = office.act(FIRST, seen, ActKind.NOTICE, office.notice(seen, 3)).act().id();
    String letters = "/cases/" + seen.bidCase().id() + "/letters";
    Visitor second = Visitor.signedIn(people, SECOND, "zh-CN");
    Visitor city = Visitor.signedIn(people, CHENGDU, "zh-CN");
    assertThat(second.open(letters + "/" + notice)).contains("补正", "/proposals/" + notice);
    assertThat(city.get(letters + "/" + notice).statusCode()).isIn(403, 404);

    office.confirm(SECOND, seen, notice);

    assertThat(second.open(letters)).contains(letters + "/" + notice + "/zh-CN.docx");
    assertThat(city.open(letters + "/" + notice)).contains("article class=\"letter\"");
    Response file = city.get(letters + "/" + notice + "/en.txt");
    assertThat(file.header("Content-Disposition")).contains("-correction-en.txt");
    assertThat(file.asString()).contains("Items to correct");
    Visitor other = Visitor.signedIn(people, DEYANG, "en");
    assertThat(other.get(letters + "/" + notice).statusCode()).isIn(403, 404);
    Visitor idle = Visitor.signedIn(people, IDLE, "en");
    assertThat(idle.get(letters + "/" + notice).statusCode()).isEqualTo(403);
    assertThat(idle.get(page).statusCode()).isEqualTo(303);
  }

  private static final String SETTLED =
      "{'rule': 'park-for-manufacturing', 'pointer': '/parks/0/manufacturing', 'to': 'PASS',"
          + " 'reasonCode': 'evidence-seen', 'evidence': [{'title': 'Decision 12',"
          + " 'address': 'https://example.org/12'}],"
          + " 'reasons': {'en': 'compared with the decision'}}";

  private Map<String, String> dropping(Visitor visitor, String text) {
    return form(
        visitor, "of-0", visitor.hidden("of-0"), "of-1", visitor.hidden("of-1"), "drop-1-en", text);
  }

  /** A list that became shorter since moves no reason to another rule. */
  @Test
  void what_was_typed_for_a_candidate_stays_with_it() {
    String text = "the leaders settle the scope";
    Visitor visitor = Visitor.signedIn(people, FIRST, "en");
    visitor.open(page);
    Map<String, String> fields = dropping(visitor, text);
    office.byTwo(seen, ActKind.DETERMINE, SETTLED);

    fields.put("preview", "yes");
    visitor.post(page, fields);

    assertThat(visitor.page())
        .containsPattern("name=\"drop-0-en\"[^>]*>\\s*" + text)
        .doesNotContainPattern("name=\"tell-0\"[^>]*checked");
    fields.remove("preview");
    assertThat(visitor.post(page, fields).statusCode()).isEqualTo(412);
    assertThat(now().pending()).isEmpty();
  }

  /** What waits for the second person bars a notice, and takes nothing away that was typed. */
  @Test
  void a_form_that_cannot_be_sent_now_keeps_what_was_typed() {
    String text = "the leaders settle the scope";
    Visitor visitor = Visitor.signedIn(people, FIRST, "en");
    visitor.open(page);
    Map<String, String> fields = dropping(visitor, text);
    office.act(SECOND, seen, ActKind.DETERMINE, SETTLED);

    assertThat(visitor.post(page, fields).statusCode()).isBetween(409, 412);
    assertThat(visitor.page()).contains(text);
    UUID notice = returned();
    assertThat(visitor.post(page, fields).statusCode()).isBetween(409, 412);
    assertThat(visitor.page()).contains(text);

    visitor.open(page);
    Map<String, String> widen =
        form(
            visitor, "kind", "widen", "notice", notice.toString(), "reasons-en", "asked by letter");
    office.later(java.time.Duration.ofDays(30));
    assertThat(visitor.post(page, widen).statusCode()).isBetween(409, 412);
    assertThat(visitor.page()).contains("asked by letter");
  }

  private UUID returned() {
    UUID made = now().pending().get(0);
    office.act(
        SECOND,
        seen,
        ActKind.WITHDRAW,
        "{'of': '%s', 'reasons': {'en': 'it was a mistake of mine'}}".formatted(made));
    UUID notice = office.act(FIRST, seen, ActKind.NOTICE, office.notice(seen, 3)).act().id();
    office.confirm(SECOND, seen, notice);
    return notice;
  }
}
