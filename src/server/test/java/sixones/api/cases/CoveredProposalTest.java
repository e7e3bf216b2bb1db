package sixones.api.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static sixones.casework.CaseworkInTests.FIRST;
import static sixones.casework.CaseworkInTests.IDLE;
import static sixones.casework.CaseworkInTests.SECOND;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.people.account.PeopleInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.MovableClock;
import sixones.casework.CaseRecords;
import sixones.casework.CaseworkInTests;
import sixones.casework.SeenCase;
import sixones.pages.Visitor;
import sixones.paper.PdfInTests;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;
import sixones.proceeding.act.ActKind;
import sixones.round.Round;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** Where a confirmer is asked first, nothing tells her what another proposes before she said. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class CoveredProposalTest {
  private static final String BLIND =
      "{'blindConfirm': {'value': true, 'citation': 'rules of the office'}}";
  private static final String CANARY = "seen-in-the-archive-of-1987";
  private static final String SAID = "{'reasons': {'en': 'I would let it pass, too'}}";

  @Inject Transactions transactions;
  @Inject CaseRecords records;

  private CaseworkInTests work;
  private PeopleInTests people;
  private ByRest rest;
  private Round round;

  @BeforeEach
  void a_round_that_asks_first() {
    work = new CaseworkInTests();
    people = new PeopleInTests(transactions);
    rest = new ByRest(people);
    ObjectNode blank = bid(CHENGDU.applicant());
    CaseworkInTests.blank(blank);
    ObjectNode other = bid(DEYANG.applicant());
    CaseworkInTests.blank(other);
    round = work.closed(BLIND, blank, other);
  }

  @AfterEach
  void resetClock() {
    MovableClock.reset();
  }

  private SeenCase taken(Person applicant) {
    SeenCase seen = work.of(round, applicant.applicant());
    work.act(FIRST, seen, ActKind.TAKE, "{}");
    return work.again(seen);
  }

  private UUID determination(SeenCase seen) {
    return work.act(
            FIRST,
            seen,
            ActKind.DETERMINE,
            ("{'rule': 'park-for-manufacturing', 'pointer': '/parks/0/manufacturing', 'to': 'PASS',"
                    + " 'reasonCode': 'evidence-seen', 'reasons': {'en': '%s'},"
                    + " 'evidence': [{'title': '%s', 'address': '%s'}]}")
                .formatted(CANARY, CANARY, CANARY))
        .act()
        .id();
  }

  private UUID notice(SeenCase seen) {
    String own =
        "{'kind':'missing','pointers':['/parks/0/name'],'demand':{'en':'%s'}}".formatted(CANARY);
    String notice = work.notice(seen, 10).replace("\"items\":[", "\"items\":[" + own + ",");
    return work.act(FIRST, seen, ActKind.NOTICE, notice).act().id();
  }

  /** Whatever an officer can ask for that has to do with a case, as text. */
  private List<String> read(Person person, SeenCase seen, UUID act) throws IOException {
    String id = seen.bidCase().id().toString();
    String at = "?at=" + work.now();
    List<String> read = new ArrayList<>();
    for (String address :
        List.of(
            "cases/" + id,
            "cases/" + id + at,
            "cases/" + id + "/acts",
            "cases/" + id + "/acts" + at,
            "cases/" + id + "/conclusion",
            "cases/" + id + "/candidates",
            "cases?round=" + round.id(),
            "determinations/" + act,
            "notices/" + act,
            "evaluations/" + seen.bidCase().evaluation())) {
      read.add(rest.read(person, address).asString());
    }
    Visitor visitor = Visitor.signedIn(people, person, "en");
    for (String address :
        List.of(
            "/desk",
            "/desk?round=" + round.id(),
            "/cases/" + id,
            "/cases/" + id + "/proposals/" + act,
            "/cases/" + id + "/letters",
            "/cases/" + id + "/letters/" + act,
            "/cases/" + id + "/letters/" + act + "/en.txt",
            "/rounds/" + round.id(),
            "/rounds/" + round.id() + "/overview.csv",
            "/rounds/" + round.id() + "/applicants/" + seen.bidCase().applicant(),
            "/evaluations/" + seen.bidCase().evaluation())) {
      read.add(visitor.get(address).asString());
    }
    read.add(unpacked(visitor.get("/rounds/" + round.id() + "/overview.xlsx").asByteArray()));
    String report = "/submissions/" + seen.bid().number(round) + "/report.pdf";
    try (PdfInTests pdf = PdfInTests.of(visitor.get(report).asByteArray())) {
      read.add(pdf.words());
    }
    return read;
  }

  private static String unpacked(byte[] workbook) throws IOException {
    StringBuilder text = new StringBuilder();
    // As a spreadsheet program opens it: by the list at its end.
    try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return text.toString();
  }

  private Response open(Person person, SeenCase seen, UUID act, String said) {
    String address = "cases/" + seen.bidCase().id() + "/proposals/" + act;
    return rest.post(person, address, null, null, said);
  }

  @Test
  void a_determination_is_told_to_its_confirmer_after_she_said_what_she_would() throws Exception {
    SeenCase seen = taken(CHENGDU);
    UUID act = determination(seen);
    String id = seen.bidCase().id().toString();
    assertThat(read(AUDITOR, seen, act)).anyMatch(text -> text.contains(CANARY));

    assertThat(read(SECOND, seen, act)).noneMatch(text -> text.contains(CANARY));
    rest.read(SECOND, "cases/" + id)
        .then()
        .body("determinations.size()", equalTo(0))
        .body("pending", hasItem(act.toString()))
        .body("proposals[0].kind", equalTo("determine"))
        .body("proposals[0].covered", equalTo(true))
        .body("proposals[0].digest", nullValue())
        .body("proposals[0].body.rule", equalTo("park-for-manufacturing"))
        .body("proposals[0].body.to", nullValue());
    rest.read(SECOND, "determinations/" + act)
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/proposal-covered"));
    rest.read(FIRST, "determinations/" + act).then().statusCode(200).body("to", equalTo("PASS"));
    for (String nothing : List.of("", "{}", "{'reasons': {'en': '   '}}", "{'said': 'yes'}")) {
      open(SECOND, seen, act, nothing).then().statusCode(422);
    }
    open(FIRST, seen, act, SAID).then().statusCode(403);
    open(IDLE, seen, act, SAID).then().statusCode(403);
    open(CHENGDU, seen, act, SAID).then().statusCode(403);
    open(SECOND, seen, UUID.randomUUID(), SAID).then().statusCode(404);

    open(SECOND, seen, act, SAID)
        .then()
        .statusCode(200)
        .body("reasons.en", equalTo(CANARY))
        .body("effect.conclusion.ifConfirmed", equalTo("MET"));
    assertThat(rest.read(SECOND, "cases/" + id).asString()).doesNotContain(CANARY);
    rest.act(SECOND, id, "determinations/" + act + "/confirmation", "{'answer': 'yes'}")
        .statusCode(201);
    assertThat(rest.read(SECOND, "cases/" + id).asString()).contains(CANARY);
  }

  @Test
  void so_is_a_notice_with_its_letter() throws Exception {
    SeenCase seen = taken(DEYANG);
    UUID act = notice(seen);
    assertThat(read(AUDITOR, seen, act)).anyMatch(text -> text.contains(CANARY));

    assertThat(read(SECOND, seen, act)).noneMatch(text -> text.contains(CANARY));
    open(SECOND, seen, act, SAID)
        .then()
        .statusCode(200)
        .body("body.items[0].demand.en", equalTo(CANARY))
        .body("covered", nullValue());
    String letter = "/cases/" + seen.bidCase().id() + "/letters/" + act + "?said=as+it+is";
    assertThat(Visitor.signedIn(people, SECOND, "en").open(letter)).contains(CANARY);
  }

  /** An answer that cannot be taken opens nothing that was not opened. */
  @Test
  void an_answer_that_is_refused_tells_nothing() {
    SeenCase seen = taken(CHENGDU);
    UUID act = determination(seen);
    String page = "/cases/" + seen.bidCase().id() + "/proposals/" + act;
    Visitor second = Visitor.signedIn(people, SECOND, "en");
    second.open(page);

    Response refused =
        second.post(page, java.util.Map.of("/answer", "perhaps", "key", "k", "revision", "1"));

    assertThat(refused.statusCode()).isNotEqualTo(303);
    assertThat(refused.asString()).doesNotContain(CANARY);
  }
}
