package sixones.pages.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.bid.Draft;
import sixones.casework.CaseRecords;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.FileOwner;
import sixones.evidence.FilesInTests;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.CaseState;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActKind;
import sixones.round.Round;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.DraftFiles;
import sixones.submission.RoundsInTests;
import sixones.submission.SubmissionFiles;
import sixones.submission.Submissions;

/** The desk, the declaration, a case and its acts, as officers and auditors work them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class CaseworkPagesTest {
  private static final String CHENGDU = "510100";
  private static final String RULE = "park-for-manufacturing";
  private static final String PLACE = "/parks/0/manufacturing";
  private static final String REASONS = "compared with the decision of the city";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  @Inject Transactions transactions;
  @Inject CaseRecords records;
  @Inject WorkingDrafts drafts;
  @Inject DraftFiles files;
  @Inject Submissions submissions;
  @Inject SubmissionFiles submitted;

  @ConfigProperty(name = "sixones.data")
  Path data;

  private CaseworkInTests casework;
  private PeopleInTests people;

  @BeforeEach
  void officers_are_there() {
    casework = new CaseworkInTests();
    people = new PeopleInTests(transactions);
  }

  @AfterEach
  void now() {
    MovableClock.reset();
  }

  private Visitor visitor(Person person) {
    return Visitor.signedIn(people, person, "en");
  }

  private static ObjectNode open() {
    ObjectNode bid = CaseworkInTests.bid(CHENGDU);
    CaseworkInTests.blank(bid);
    return bid;
  }

  private SeenCase taken() {
    SeenCase seen = casework.of(casework.closed(open()), CHENGDU);
    casework.act(CaseworkInTests.FIRST, seen, ActKind.TAKE, "{}");
    return casework.again(seen);
  }

  private static String address(SeenCase seen) {
    return "/cases/" + seen.bidCase().id();
  }

  /** The hidden fields of the form that has an action, with what is typed besides. */
  private static Map<String, String> form(String page, String action, String... typed) {
    String from = page.substring(page.indexOf("action=\"" + action));
    Matcher hidden = HIDDEN.matcher(from.substring(0, from.indexOf("</form>")));
    Map<String, String> fields = new HashMap<>();
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    fields.remove("csrf-token");
    for (int i = 0; i < typed.length; i += 2) {
      fields.put(typed[i], typed[i + 1]);
    }
    return fields;
  }

  private static String determine(SeenCase seen) {
    return address(seen) + "/acts/determine?rule=" + RULE + "&pointer=" + PLACE;
  }

  private static Map<String, String> determination(String page, SeenCase seen) {
    return form(
        page,
        address(seen) + "/acts/determine",
        "/to",
        "PASS",
        "/reasonCode",
        "evidence-seen",
        "/reasons/en",
        REASONS,
        "/evidence/1/title",
        "Decision 12",
        "/evidence/1/sha256",
        "AB".repeat(32));
  }

  @Test
  void before_a_declaration_nothing_of_a_case_is_shown() {
    Round round = casework.closedUndeclared(null, open());
    SeenCase seen = casework.of(round, CHENGDU);
    Visitor first = visitor(CaseworkInTests.FIRST);

    assertThat(first.open("/desk?round=" + round.id()))
        .contains("Not shown to you", "Chengdu", "/rounds/" + round.id() + "/declaration")
        .doesNotContain(address(seen));
    assertThat(first.open(address(seen)))
        .contains("You have not declared yourself")
        .doesNotContain("Verdict of the rules", "park");
    assertThat(first.get(address(seen) + "/acts/take").statusCode()).isEqualTo(303);
  }

  @Test
  void a_declaration_that_is_refused_keeps_what_was_typed_and_one_that_is_right_holds_at_once() {
    Round round = casework.closedUndeclared(null, open());
    String address = "/rounds/" + round.id() + "/declaration";
    Visitor first = visitor(CaseworkInTests.FIRST);
    Map<String, String> sent =
        form(
            first.open(address),
            address,
            "pick:/except/0",
            "yes",
            "/except/0/reasons/en",
            "my sister works in its office");

    Response refused = first.post(address, sent);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("href=\"#f-except-0-ground\"", "my sister works in its office");

    sent.put("/except/0/ground", "kin");
    assertThat(first.post(address, sent).statusCode()).isEqualTo(303);
    assertThat(first.post(address, sent).statusCode()).as("sent twice").isEqualTo(303);
    assertThat(first.open("/desk?round=" + round.id())).contains("You keep away from this case");
    assertThat(first.open(address)).contains("kin concerned", "my sister works in its office");
  }

  @Test
  void a_form_sent_twice_takes_a_case_once() {
    SeenCase seen = casework.of(casework.closed(open()), CHENGDU);
    String take = address(seen) + "/acts/take";
    Visitor first = visitor(CaseworkInTests.FIRST);
    Map<String, String> sent = form(first.open(take), take);

    Response once = first.post(take, sent);
    Response twice = first.post(take, sent);

    assertThat(once.statusCode()).isEqualTo(303);
    assertThat(once.header("Location")).endsWith(address(seen) + "?done=1");
    assertThat(twice.header("Location")).isEqualTo(once.header("Location"));
    assertThat(casework.again(seen).view().revision()).isEqualTo(1);
    assertThat(first.open(address(seen) + "?done=1"))
        .contains("On record as no. 1: Case taken", CaseworkInTests.FIRST.name());
    assertThat(first.open(take)).contains("Back to the case").doesNotContain("name=\"key\"");
  }

  @Test
  void a_place_is_determined_where_it_stands_and_confirmed_by_another() {
    SeenCase seen = taken();
    String act = address(seen) + "/acts/determine";
    Visitor first = visitor(CaseworkInTests.FIRST);
    String page = first.open(determine(seen));
    assertThat(page).contains("id=\"determine\"", "pass (2 officers)");
    Map<String, String> sent = determination(page, seen);
    sent.put("/reasons/en", "short");

    Response refused = first.post(act, sent);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("id=\"determine\"", "href=\"#f-reasons-en\"", ">\nshort</textarea>")
        .contains("value=\"Decision 12\"");

    String pasted = "pasted reasons ".repeat(300);
    sent.put("/reasons/en", pasted);
    Response tooLong = first.post(act, sent);
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.asString())
        .contains("href=\"#f-reasons-en\"", ">\n" + pasted + "</textarea>", "to 4,000 characters");

    sent.put("/reasons/en", REASONS);
    assertThat(first.post(act, sent).statusCode()).isEqualTo(303);
    UUID made = casework.again(seen).view().determinations().get(0).id();
    String proposal = address(seen) + "/proposals/" + made;
    assertThat(first.open(proposal))
        .contains("You cannot answer this", REASONS, "sha256:" + "ab".repeat(32))
        .doesNotContain("value=\"yes\">");

    Visitor second = visitor(CaseworkInTests.SECOND);
    assertThat(second.open("/desk?round=" + seen.bidCase().round())).contains(proposal);
    String confirm = second.open(proposal);
    Map<String, String> no = form(confirm, proposal, "/answer", "no");
    assertThat(second.post(proposal, no).statusCode()).as("without reasons").isEqualTo(422);
    Map<String, String> yes = form(confirm, proposal, "/answer", "yes");
    assertThat(second.post(proposal, yes).statusCode()).isEqualTo(303);
    assertThat(casework.again(seen).view().determinations().get(0).standing())
        .isEqualTo(Standing.IN_FORCE);
    assertThat(second.open(address(seen))).contains("They differ", "changed by 1 determination");
  }

  @Test
  void what_changed_since_is_shown_and_what_was_typed_stays() {
    SeenCase seen = taken();
    String act = address(seen) + "/acts/determine";
    Visitor first = visitor(CaseworkInTests.FIRST);
    Map<String, String> sent = determination(first.open(determine(seen)), seen);
    casework.judge(seen);

    Response stale = first.post(act, sent);

    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.asString())
        .contains("The case went on while you were writing", "What was done since", REASONS);
    Map<String, String> again = determination(stale.asString(), seen);
    assertThat(again.get("revision")).isNotEqualTo(sent.get("revision"));
    assertThat(again.get("key")).isEqualTo(sent.get("key"));
    assertThat(first.post(act, again).statusCode()).isEqualTo(303);
  }

  @Test
  void what_one_proposed_one_withdraws() {
    SeenCase seen = taken();
    Visitor first = visitor(CaseworkInTests.FIRST);
    first.post(address(seen) + "/acts/determine", determination(first.open(determine(seen)), seen));
    UUID made = casework.again(seen).view().determinations().get(0).id();
    String proposal = address(seen) + "/proposals/" + made;

    Map<String, String> sent = form(first.open(proposal), proposal, "/reasons/en", REASONS);

    assertThat(first.post(proposal, sent).statusCode()).isEqualTo(303);
    assertThat(casework.again(seen).view().determinations().get(0).standing())
        .isEqualTo(Standing.WITHDRAWN);
  }

  @Test
  void who_is_asked_first_sees_the_proposal_after_she_said_what_she_would_say() {
    String blind = "{'blindConfirm': {'value': true, 'citation': 'rules of the office'}}";
    SeenCase seen = casework.of(casework.closed(blind, open()), CHENGDU);
    casework.act(CaseworkInTests.FIRST, seen, ActKind.TAKE, "{}");
    Visitor first = visitor(CaseworkInTests.FIRST);
    first.post(address(seen) + "/acts/determine", determination(first.open(determine(seen)), seen));
    UUID made = casework.again(seen).view().determinations().get(0).id();
    String proposal = address(seen) + "/proposals/" + made;
    Visitor second = visitor(CaseworkInTests.SECOND);

    assertThat(second.open(address(seen))).doesNotContain(REASONS);
    String asked = second.open(proposal);
    assertThat(asked).contains("What would you say?").doesNotContain(REASONS);
    Map<String, String> open = form(asked, proposal);
    assertThat(second.post(proposal, open).statusCode()).isEqualTo(422);
    open.put("/reasons/en", "I would let it pass, too");

    assertThat(second.post(proposal, open).asString())
        .contains(REASONS, "I would let it pass, too</textarea>", "value=\"yes\"");
  }

  @Test
  void a_bid_is_accepted_despite_what_holds_it_up() {
    SeenCase seen = taken();
    String accept = address(seen) + "/acts/accept";
    Visitor first = visitor(CaseworkInTests.FIRST);
    String page = first.open(accept);
    Map<String, String> sent = form(page, accept);
    assertThat(sent).containsEntry("/despite/0/rule", RULE);

    Response refused = first.post(accept, sent);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString()).contains("href=\"#f-despite-0-reasons-en\"");

    sent.put("/despite/0/reasons/en", "the office has seen the decision");
    assertThat(first.post(accept, sent).statusCode()).isEqualTo(303);
    UUID made = casework.again(seen).view().proposals().get(0).act().id();
    casework.confirm(CaseworkInTests.SECOND, seen, made);
    assertThat(casework.again(seen).view().state()).isEqualTo(CaseState.ACCEPTED);
  }

  @Test
  void a_bid_is_refused_on_the_grounds_that_are_ticked() {
    ObjectNode bid = CaseworkInTests.bid(CHENGDU, PLACE, false);
    SeenCase seen = casework.of(casework.closed(bid), CHENGDU);
    casework.act(CaseworkInTests.FIRST, seen, ActKind.TAKE, "{}");
    String refuse = address(seen) + "/acts/refuse";
    Visitor first = visitor(CaseworkInTests.FIRST);
    Map<String, String> sent = form(first.open(refuse), refuse);
    assertThat(first.post(refuse, sent).statusCode()).as("nothing ticked").isEqualTo(422);

    sent.put("pick:/grounds/0", "yes");
    Response untold = first.post(refuse, sent);
    assertThat(untold.statusCode()).isEqualTo(422);
    assertThat(untold.asString()).contains("href=\"#f-grounds-0-notMendable-en\"");
    sent.put("/grounds/0/notMendable/en", "a park cannot be built within the term");

    assertThat(first.post(refuse, sent).statusCode()).isEqualTo(303);
  }

  @Test
  void an_officer_who_keeps_away_sees_no_more() {
    SeenCase seen = taken();
    String recuse = address(seen) + "/acts/recuse";
    Visitor second = visitor(CaseworkInTests.SECOND);
    Map<String, String> begun = determination(second.open(determine(seen)), seen);
    begun.put("/reasons/en", "I had typed <b>this</b>\nbefore");
    Map<String, String> sent =
        form(
            second.open(recuse),
            recuse,
            "/person",
            String.valueOf(records.numberOf(CaseworkInTests.SECOND)),
            "/ground",
            "kin",
            "/reasons/en",
            "my brother works there now");

    assertThat(second.post(recuse, sent).statusCode()).isEqualTo(303);

    assertThat(second.open(address(seen)))
        .contains("You keep away from this case")
        .doesNotContain("Verdict of the rules");
    Response tooLate = second.post(address(seen) + "/acts/determine", begun);
    assertThat(tooLate.statusCode()).isBetween(403, 409);
    assertThat(tooLate.asString())
        .contains("What you typed", "\nI had typed &lt;b&gt;this&lt;/b&gt;\nbefore</textarea>")
        .doesNotContain(begun.get("key"));
  }

  @Test
  void an_auditor_sees_a_case_as_it_was_and_who_could_do_what() {
    SeenCase seen = casework.of(casework.closed(open()), CHENGDU);
    casework.later(Duration.ofHours(1));
    String before = casework.now().toString();
    casework.later(Duration.ofHours(1));
    casework.act(CaseworkInTests.FIRST, seen, ActKind.TAKE, "{}");
    Visitor auditor = visitor(PeopleInTests.AUDITOR);

    assertThat(auditor.open(address(seen)))
        .contains("in review", "Who could do what", CaseworkInTests.SECOND.name())
        .doesNotContain("/acts/");
    assertThat(auditor.open(address(seen) + "?at=" + before))
        .contains("This is the case as it stood on", "received", "Nothing has been done yet");
    for (String no : List.of("2099-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "yesterday")) {
      assertThat(auditor.get(address(seen) + "?at=" + no).statusCode()).as(no).isEqualTo(400);
    }
    assertThat(auditor.get(address(seen) + "?at=2020-01-01T00:00:00Z").asString())
        .contains("There was no case at this instant");
    assertThat(auditor.open("/desk")).contains("All cases").doesNotContain("Your cases");
    assertThat(visitor(CaseworkInTests.FIRST).get(address(seen) + "?at=" + before).statusCode())
        .isEqualTo(403);
  }

  @Test
  void applicants_and_officers_without_a_declaration_do_nothing_here() {
    SeenCase seen = taken();
    Visitor chengdu = visitor(PeopleInTests.CHENGDU);
    chengdu.open("/");

    assertThat(chengdu.get(address(seen)).statusCode()).isEqualTo(403);
    assertThat(chengdu.get("/desk").statusCode()).isEqualTo(403);
    assertThat(chengdu.post(address(seen) + "/acts/take", Map.of("key", "k")).statusCode())
        .isEqualTo(403);
    Visitor idle = visitor(CaseworkInTests.IDLE);
    idle.open("/");
    assertThat(
            idle.post(address(seen) + "/acts/accept", Map.of("key", "k", "revision", "1"))
                .statusCode())
        .isEqualTo(403);
    assertThat(casework.again(seen).view().revision()).isEqualTo(1);
  }

  /** A case whose bid came with a file for the document its park rests on. */
  private SeenCase withFile(String words) throws Exception {
    WorkingDraft draft =
        drafts.create(
            RoundsInTests.CHENGDU,
            "a bid",
            new WorkingDrafts.Text(Draft.Format.JSON, CaseworkInTests.bytes(open())));
    files.add(
        RoundsInTests.CHENGDU,
        draft.id(),
        new EvidenceFiles.Sent(
            UUID.randomUUID().toString(),
            "/evidence/0",
            "approval.pdf",
            FilesInTests.written(FilesInTests.pdf(words))));
    Round round = casework.open(null);
    submissions.accept(
        RoundsInTests.CHENGDU,
        new Submissions.Handed(
                round.id(),
                UUID.randomUUID().toString(),
                CaseworkInTests.bytes(open()),
                Draft.Format.JSON,
                false,
                null)
            .withFilesOf(FileOwner.draft(draft.id())));
    casework.later(Duration.ofHours(2));
    casework.change(round, "{'state': 'closed', 'reason': 'as called'}");
    casework.declare(round);
    SeenCase seen = casework.of(round, CHENGDU);
    casework.act(CaseworkInTests.FIRST, seen, ActKind.TAKE, "{}");
    return casework.again(seen);
  }

  private static String finding(String page, String rule) {
    String from = page.substring(page.indexOf("<article class=\"finding\" id=\"r-" + rule + "\""));
    return from.substring(0, from.indexOf("</article>"));
  }

  private Path place(String digest) {
    String hex = digest.substring("sha256:".length());
    return data.resolve("files").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  @Test
  void a_file_stands_beside_the_finding_with_how_strong_the_evidence_is() throws Exception {
    assertThat(finding(visitor(CaseworkInTests.FIRST).open(address(taken())), RULE))
        .contains("claimed: the bid names a document")
        .doesNotContain("/files/sha256:");
    SeenCase seen = withFile("beside the finding");
    String digest =
        submitted.list(CaseworkInTests.FIRST, seen.view().bidCase().submission()).get(0).digest();
    Visitor first = visitor(CaseworkInTests.FIRST);
    Visitor auditor = visitor(PeopleInTests.AUDITOR);

    for (Visitor reader : List.of(first, auditor)) {
      String page = reader.open(address(seen));
      assertThat(finding(page, RULE))
          .contains("filed: a file is kept", "approval.pdf", "PDF, 0.1 MiB", digest)
          .contains("href=\"/files/" + digest + "\" download");
      assertThat(page).contains("id=\"files\"");
    }
    assertThat(first.get("/files/" + digest).header("Content-Disposition")).contains("attachment");

    String form = first.open(determine(seen));
    Map<String, String> sent = determination(form, seen);
    sent.put("/evidence/1/sha256", digest.substring("sha256:".length()));
    assertThat(first.post(address(seen) + "/acts/determine", sent).statusCode()).isEqualTo(303);
    assertThat(finding(first.open(address(seen)), RULE)).contains("seen: an officer has recorded");
  }

  @Test
  void a_missing_or_changed_file_is_told_in_words_and_cannot_be_followed() throws Exception {
    SeenCase seen = withFile("changed later");
    String digest =
        submitted.list(CaseworkInTests.FIRST, seen.view().bidCase().submission()).get(0).digest();
    Visitor first = visitor(CaseworkInTests.FIRST);
    String bid = "/rounds/" + seen.round().id() + "/applicants/" + CHENGDU;
    assertThat(first.open(bid)).contains("approval.pdf", "href=\"/files/" + digest + "\"");
    byte[] bytes = Files.readAllBytes(place(digest));
    byte[] other = bytes.clone();
    other[bytes.length - 8] ^= 1;

    Files.write(place(digest), other);
    Files.setLastModifiedTime(place(digest), FileTime.from(Instant.EPOCH));
    for (String page : List.of(address(seen), bid)) {
      assertThat(first.open(page))
          .as(page)
          .contains("approval.pdf", digest, "was changed in the data folder")
          .doesNotContain("href=\"/files/" + digest);
    }
    assertThat(finding(first.open(address(seen)), RULE)).contains("claimed: the bid names");
    Files.delete(place(digest));
    for (String page : List.of(address(seen), bid)) {
      assertThat(first.open(page)).as(page).contains("is missing from the data folder");
    }
    Files.write(place(digest), bytes);
    assertThat(first.open(bid)).contains("href=\"/files/" + digest + "\"");
  }

  private static String field(Map<String, String> hidden, String list, String rule) {
    return hidden.entrySet().stream()
        .filter(one -> one.getKey().startsWith(list) && one.getValue().equals(rule))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow()
        .replace("/rule", "");
  }

  /** A reason never turns up at another rule because the list before it became shorter. */
  @Test
  void what_was_typed_for_a_rule_stays_with_it() {
    String scope = "world-conference-world-scope";
    String text = "the association is recognized all over the world";
    ObjectNode bid = CaseworkInTests.bid(CHENGDU, "/conferences/0/scope", "national", PLACE, false);
    SeenCase seen = casework.of(casework.closed(bid), CHENGDU);
    casework.act(CaseworkInTests.FIRST, seen, ActKind.TAKE, "{}");
    for (String kind : List.of("accept", "refuse")) {
      String list = kind.equals("accept") ? "/despite/" : "/grounds/";
      String act = address(seen) + "/acts/" + kind;
      Visitor first = visitor(CaseworkInTests.FIRST);
      Map<String, String> sent = form(first.open(act), act);
      String at = field(sent, list, scope);
      String field = at + (kind.equals("accept") ? "/reasons/en" : "/notMendable/en");
      sent.put(field, text);
      sent.put("pick:" + at, "yes");
      String settled =
          "{'rule': '%s', 'pointer': '%s', 'to': 'PASS', 'reasonCode': 'evidence-seen', 'evidence':"
              + " [{'title': 'Decision 12', 'address': 'https://example.org/12'}],"
              + " 'reasons': {'en': 'compared with the decision'}}";
      UUID made =
          casework
              .byTwo(casework.again(seen), ActKind.DETERMINE, settled.formatted(RULE, PLACE))
              .after()
              .inForce()
              .get(0)
              .id();

      Response stale = first.post(act, sent);

      assertThat(stale.statusCode()).isEqualTo(412);
      String page = stale.asString();
      String now = field(form(page, act), list, scope);
      assertThat(page).containsPattern("name=\"" + field.replace(at, now) + "\"[^>]*>\\s*" + text);
      casework.act(
          CaseworkInTests.FIRST,
          seen,
          ActKind.WITHDRAW,
          "{'of': '%s', 'reasons': {'en': 'it was a mistake of mine'}}".formatted(made));
    }
  }

  /** What is in the form no more is still in sight. */
  @Test
  void what_was_typed_for_a_rule_that_is_settled_stays_in_sight() {
    String text = "the park is run by a firm";
    SeenCase seen = taken();
    String act = address(seen) + "/acts/accept";
    Visitor first = visitor(CaseworkInTests.FIRST);
    Map<String, String> sent = form(first.open(act), act);
    sent.put(field(sent, "/despite/", RULE) + "/reasons/en", text);
    casework.byTwo(
        seen,
        ActKind.DETERMINE,
        "{'rule': '%s', 'pointer': '%s', 'to': 'PASS', 'reasonCode': 'evidence-seen', 'evidence':"
                .formatted(RULE, PLACE)
            + " [{'title': 'Decision 12', 'address': 'https://example.org/12'}],"
            + " 'reasons': {'en': 'compared with the decision'}}");

    Response stale = first.post(act, sent);

    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.asString()).contains(text);
  }

  /** A conflict somebody describes is never left out because a box was not ticked. */
  @Test
  void what_is_typed_beside_an_empty_box_is_asked_about() {
    Round round = casework.closedUndeclared(null, open());
    String address = "/rounds/" + round.id() + "/declaration";
    Visitor first = visitor(CaseworkInTests.FIRST);
    Map<String, String> sent =
        form(
            first.open(address),
            address,
            "/except/0/ground",
            "kin",
            "/except/0/reasons/en",
            "my sister works in its office");

    Response asked = first.post(address, sent);

    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.asString()).contains("my sister works in its office", "not ticked");
    assertThat(first.open(address)).contains("<form");
  }

  /** A form whose key was used up can be sent again, with another key. */
  @Test
  void a_form_sent_once_and_then_changed_gets_a_key_of_its_own() {
    SeenCase seen = taken();
    String act = address(seen) + "/acts/determine";
    Visitor first = visitor(CaseworkInTests.FIRST);
    Map<String, String> sent = determination(first.open(determine(seen)), seen);
    assertThat(first.post(act, sent).statusCode()).isEqualTo(303);
    sent.put("/reasons/en", "compared with another decision of the city");

    Response reused = first.post(act, sent);

    assertThat(reused.statusCode()).isEqualTo(422);
    assertThat(reused.asString())
        .contains("compared with another decision of the city")
        .doesNotContain("value=\"" + sent.get("key") + "\"");
  }
}
