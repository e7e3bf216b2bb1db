package sixones.proceeding.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.round.Refused;
import sixones.rule.Outcome;

class ActReaderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final String REASONS = "'reasons':{'en':'compared with the document'}";
  private static final UUID ID = new UUID(1, 1);

  private static List<String> faults(ActKind kind, String json) {
    try {
      ActReader.asked(kind, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW);
      return List.of();
    } catch (Refused e) {
      return e.faults().stream().map(one -> one.pointer() + " " + one.kind()).toList();
    }
  }

  private static String determination(String more) {
    return "{'rule':'r','to':'PASS','reasonCode':'other'," + more + "}";
  }

  @Test
  void a_determination_is_read_with_a_day_as_its_end_in_beijing() {
    Determination read =
        (Determination)
            ActReader.asked(
                ActKind.DETERMINE,
                determination(REASONS + ",'expires':'2027-06-30','lookedAt':['/a/0']")
                    .replace('\'', '"')
                    .getBytes(StandardCharsets.UTF_8),
                NOW);

    assertThat(read.to()).isEqualTo(Outcome.PASS);
    assertThat(read.expires()).isEqualTo(Instant.parse("2027-06-30T16:00:00Z"));
    assertThat(read.restsOn().lookedAt()).containsExactly("/a/0");
    assertThat(read.basis()).isNull();
  }

  @Test
  void every_fault_is_told_at_once() {
    assertThat(
            faults(
                ActKind.DETERMINE,
                "{'pointer':'a','to':'GOOD','reasonCode':'because','reasons':{'en':'ok','fr':'x'},"
                    + "'evidence':[{'title':''}],'lookedAt':'/a','expires':'2026-02-30','basis':{}}"))
        .containsExactlyInAnyOrder(
            "/basis unknown-member",
            "/rule missing",
            "/pointer pointer-form",
            "/to word-form",
            "/reasonCode word-form",
            "/reasons/fr unknown-member",
            "/evidence/0/title text-form",
            "/evidence/0/sha256 missing",
            "/lookedAt list-form",
            "/expires expiry-form");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-01 | expiry-past",
        "2026-03-02T01:00:59Z | expiry-soon",
        "2026-03-02T01:01:00Z | ok",
        "2036-03-02T01:00:00Z | ok",
        "2036-03-02T01:00:00.001Z | expiry-far",
        "2036-03-02 | expiry-far",
        "2026-02-30 | expiry-form",
        "2026-12-01T00:00:00 | expiry-form",
        "2026-12-01T00:00:00.0001Z | expiry-form",
        "2026-12-01T00:00:00+08:00 | ok",
        "+12026-12-01 | expiry-form",
        "soon | expiry-form"
      })
  void an_end_lies_a_minute_to_ten_years_ahead(String expires, String kind) {
    List<String> faults =
        faults(ActKind.DETERMINE, determination(REASONS + ",'expires':'" + expires + "'"));

    assertThat(faults).isEqualTo(kind.equals("ok") ? List.of() : List.of("/expires " + kind));
  }

  @Test
  void an_end_that_cannot_be_says_the_instant_it_means() {
    try {
      ActReader.asked(
          ActKind.DETERMINE,
          determination(REASONS + ",'expires':'2026-03-01'")
              .replace('\'', '"')
              .getBytes(StandardCharsets.UTF_8),
          NOW);
    } catch (Refused e) {
      assertThat(e.faults().get(0).values().get("means")).isEqualTo("2026-03-01T16:00:00.000Z");
      return;
    }
    throw new AssertionError("an end in the past was read");
  }

  @Test
  void reasons_say_something() {
    String chinese = "经核对原件，材料属实无误";
    for (String said :
        List.of(
            "'          '",
            "'too short'",
            "'..............'",
            "'" + "x".repeat(4001) + "'",
            "'good enough \\u0007 bell'",
            "'good enough \\ud800 half'",
            "'good enough \\u202e turned'",
            "'" + "\u3164".repeat(20) + "'",
            "'good enough \u115f filled'",
            "'good enough \u034f joined'",
            "'good enough \u2028 broken'",
            "'a" + "\ufe0f".repeat(20) + "'",
            "'good enough \udb40\udc41 tagged'",
            "'good enough \uffff never'",
            "7",
            "null")) {
      assertThat(faults(ActKind.DETERMINE, determination("'reasons':{'en':" + said + "}")))
          .as(said)
          .hasSize(1)
          .allMatch(one -> one.startsWith("/reasons"));
    }
    for (String said : List.of("x".repeat(4000), chinese, "<script>alert(1)</script>")) {
      assertThat(faults(ActKind.DETERMINE, determination("'reasons':{'zh':'" + said + "'}")))
          .as(said)
          .isEmpty();
    }
  }

  @Test
  void what_is_no_json_is_refused_as_a_whole() {
    assertThat(faults(ActKind.TAKE, "[]")).containsExactly(" no-object");
    assertThat(faults(ActKind.TAKE, "{")).containsExactly(" no-json");
    assertThat(faults(ActKind.TAKE, "{} {}")).containsExactly(" more-after-end");
    assertThat(faults(ActKind.WITHDRAW, "{'of':'a','of':'b'}")).containsExactly(" member-twice");
    assertThat(faults(ActKind.TAKE, "{'a':" + "[".repeat(20) + "]".repeat(20) + "}"))
        .containsExactly(" too-deep");
    assertThat(
            faults(
                ActKind.DETERMINE,
                determination("'reasons':{'en':'" + "x".repeat(10 << 20) + "'}")))
        .containsExactly(" too-large");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1000000000", "0.5", "5.0", "true", "367"})
  void half_days_and_endless_terms_are_none(String amount) {
    String notice =
        "{'items':[{'kind':'missing','rule':'r','pointers':['/a']}],'term':{'start':'2026-03-02',"
            + "'amount':"
            + amount
            + ",'unit':'day','firstDayCounts':false}}";

    assertThat(faults(ActKind.NOTICE, notice)).containsExactly("/term/amount number-form");
  }

  @Test
  void a_notice_has_items_and_a_term() {
    assertThat(faults(ActKind.NOTICE, "{}")).containsExactly("/items missing", "/term missing");
    assertThat(
            faults(
                ActKind.NOTICE,
                "{'items':[{'kind':'bad'}],'term':{'start':'2026-03-32','amount':1,'unit':'month',"
                    + "'firstDayCounts':'no'}}"))
        .containsExactlyInAnyOrder(
            "/items/0/kind word-form",
            "/items/0/demand missing",
            "/items/0/pointers missing",
            "/term/start day-form",
            "/term/unit word-form",
            "/term/firstDayCounts yes-form");
  }

  @Test
  void a_decision_has_what_its_kind_needs_and_nothing_else() {
    assertThat(faults(ActKind.REFUSE, "{}")).containsExactly("/grounds missing");
    assertThat(faults(ActKind.DECIDE, "{}")).containsExactly("/listed missing", "/leaders missing");
    assertThat(faults(ActKind.ACCEPT, "{'listed':true,'grounds':[{'rule':'r'}]}"))
        .containsExactlyInAnyOrder("/listed unknown-member", "/grounds unknown-member");
    assertThat(faults(ActKind.CONFIRM, "{'of':'" + ID + "','answer':'no'}"))
        .containsExactly("/reasons missing");
    assertThat(faults(ActKind.PROPOSE, "{'listed':true,'views':[{},'x']}"))
        .containsExactlyInAnyOrder("/views/0 missing", "/views/1 object-form");
  }

  @Test
  void an_authority_names_whom_what_from_when_and_on_which_document() {
    assertThat(faults(ActKind.GIVE_AUTHORITY, "{'acts':['fly'],'until':'2026-01-01'}"))
        .containsExactlyInAnyOrder(
            "/acts/0 word-form", "/person missing", "/from missing", "/document missing");
    assertThat(
            faults(
                ActKind.GIVE_AUTHORITY,
                "{'person':1,'acts':['handle'],'from':'2026-01-02','until':'2026-01-02',"
                    + "'document':'12'}"))
        .containsExactly("/until until-not-later");
  }

  /** What is kept is read as it was written, byte for byte. */
  @Test
  void what_is_kept_is_read_as_it_was_written() throws Exception {
    List<ActBody> bodies = bodies();
    assertThat(bodies.stream().map(ActBody::kind).distinct()).hasSize(ActKind.values().length);
    for (ActBody body : bodies) {
      CaseAct act = CaseAct.of(1, ID, body, 1, null, null, NOW, null);

      ActBody read = ActReader.kept(act.kind(), act.json());
      assertThat(read).isEqualTo(body);
      assertThat(Canonical.text(read.json())).isEqualTo(act.json());
      assertThat(Canonical.text(new ObjectMapper().readTree(act.json()))).isEqualTo(act.json());
      assertThat(act.digest()).matches("sha256:[0-9a-f]{64}");
    }
  }

  static List<ActBody> bodies() {
    GivenReasons plain = new GivenReasons("理由充分，已核对原件", "<b>compared</b> \"with\"\nthe file");
    String digest = "sha256:" + "0a".repeat(32);
    java.time.LocalDate day = java.time.LocalDate.of(2026, 3, 2);
    Basis basis = new Basis(ID, digest, digest, digest, digest, day);
    DueTerm term = new DueTerm(day, 2, "working-day", false, digest, List.of(day.plusDays(1)), NOW);
    NoticeItem item =
        new NoticeItem(
            1, "wrong", "q", "r", List.of("/a/0"), "FAIL", "c#1", plain, plain, List.of("/a/*"));
    List<ActBody> all = new ArrayList<>();
    Collections.addAll(
        all,
        new ActBody.Take(),
        new Determination(
            "r",
            "/a/0",
            Outcome.FAIL,
            Outcome.PASS,
            ReasonCode.READING_OF_THE_TEXT,
            plain,
            new RestsOn(
                List.of("c#1"),
                List.of(new SeenEvidence("t", digest, null), new SeenEvidence("u", null, "a")),
                List.of("/a"),
                ID),
            basis,
            NOW,
            2),
        new Notice(ID, List.of(item), List.of(new Notice.Dropped("r", null, plain)), term, digest),
        new Widening(ID, List.of("/b"), List.of(item, item.numbered(2)), term, plain),
        new Widening(ID, List.of(), List.of(item.numbered(4), item.numbered(5)), null, plain),
        new Extension(ID, term, plain),
        new Reply(
            ID,
            ID,
            digest,
            ID,
            List.of(new Reply.Changed("/a", null, "listed")),
            List.of(new Reply.Carried(ID, "/a", List.of("/a"), basis)),
            List.of(new Reply.Reopened(ID, "facts", List.of("/a")))),
        new ActBody.Lapse(ID),
        new ActBody.Close(ID, plain),
        new Decision(
            ActKind.ACCEPT,
            null,
            List.of(),
            List.of(new Decision.Despite("r", plain)),
            null,
            List.of(),
            null),
        new Decision(
            ActKind.REFUSE,
            null,
            List.of(new Decision.Ground("r", "/a", plain, null)),
            List.of(),
            null,
            List.of(),
            plain),
        new Decision(ActKind.PROPOSE, true, List.of(), List.of(), null, List.of(plain), plain),
        new Decision(
            ActKind.DECIDE,
            false,
            List.of(),
            List.of(),
            new Decision.Leaders("b", day, "3"),
            List.of(),
            null),
        new ActBody.Reopen("own-error", plain),
        new ActBody.GiveUp(null),
        new ActBody.Confirm(ID, true, null, NOW),
        new ActBody.Withdraw(ID, plain),
        new ActBody.Recuse(3, "kin", plain),
        new ActBody.DecideRecusal(ID, false, plain),
        new ActBody.LiftRecusal(3, plain),
        new ActBody.GiveAuthority(
            3, List.of(Power.HANDLE, Power.CONFIRM), ID, day, day.plusDays(9), "d", 4L),
        new ActBody.EndAuthority(ID, plain),
        new ActBody.Declare(List.of(new ActBody.Declare.Except(ID, "kin", plain))));
    return all;
  }

  @Test
  void settings_are_neutral_cited_and_kept_as_they_are() {
    CaseSettings set =
        CaseSettings.read(
            bytes(
                "{'corrections':{'value':2,'citation':'p. 4'},"
                    + "'correctionTerm':{'value':{'amount':10,'unit':'working-day','firstDayCounts':false},'citation':'p."
                    + " 5'},'noReply':{'value':'give-up','citation':'p."
                    + " 6'},'persons':{'value':{'determine':2},'citation':'p. 7'}}"));

    assertThat(CaseSettings.read(bytes("{}"))).isEqualTo(CaseSettings.NEUTRAL);
    assertThat(set.corrections()).isEqualTo(2);
    assertThat(set.closesWithoutReply()).isTrue();
    assertThat(CaseSettings.read(set.json().toString().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(set);
    assertThat(set.digest()).isNotEqualTo(CaseSettings.NEUTRAL.digest());
    try {
      CaseSettings.read(
          bytes("{'corrections':{'value':10},'unlisted':{'value':'x','citation':'p'},'panel':1}"));
      throw new AssertionError("unfit settings were read");
    } catch (Refused e) {
      assertThat(e.faults().stream().map(one -> one.pointer() + " " + one.kind()))
          .containsExactlyInAnyOrder(
              "/panel unknown-member",
              "/corrections/citation missing",
              "/corrections/value number-form",
              "/unlisted/value word-form");
    }
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void settings_never_lower_how_many_persons_an_act_takes() {
    CaseSettings raised =
        CaseSettings.read(bytes("{'persons':{'value':{'determine':2,'extend':2},'citation':'p'}}"));
    for (ActBody body : bodies()) {
      int floor = body instanceof Determination made ? made.persons() : body.kind().persons();
      assertThat(CaseSettings.NEUTRAL.persons(body)).isEqualTo(floor);
      assertThat(raised.persons(body)).isGreaterThanOrEqualTo(floor);
    }
    assertThat(raised.persons(bodies().get(4))).isEqualTo(2);
  }

  @Test
  void canonical_json_is_that_of_rfc_8785() throws Exception {
    String json =
        "{\"b\":[1,true,null,\"\\u20ac\\u0007\\n\\\"\\\\/\"],\"a\":{},\"\\ud83d\\ude00\":1,"
            + "\"\\ufb33\":2}";

    assertThat(Canonical.text(new ObjectMapper().readTree(json)))
        .isEqualTo("{\"a\":{},\"b\":[1,true,null,\"€\\u0007\\n\\\"\\\\/\"],\"😀\":1,\"\ufb33\":2}");
    assertThat(Canonical.digest("{}"))
        .isEqualTo("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }
}
