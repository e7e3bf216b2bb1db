package sixones.pages.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sixones.casework.SeenCase;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;
import sixones.pages.frame.PageFrame;
import sixones.people.Person;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.CaseInTests;
import sixones.proceeding.CaseView;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.Power;
import sixones.proceeding.permission.Asking;
import sixones.report.Language;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.submission.SubmissionFiles;

/** What pages of cases say and hold, made of cases in memory. */
class CaseworkViewsTest {
  private static final String RULE = "park-for-manufacturing";
  private static final String PLACE = "/parks/0/manufacturing";
  private static final Map<Long, String> NAMES =
      new TreeMap<>(Map.of(1L, "wang.fang", 2L, "li.wei", 3L, "liu.yang", 4L, "chen.jie"));
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private static CaseInTests open(CaseSettings settings) {
    CaseInTests test = CaseInTests.of(EvaluatedInTests.changed(PLACE, null), settings);
    test.take(1);
    return test;
  }

  private static SeenCase seen(CaseInTests test, CaseView view) {
    Round round =
        new Round(
            CaseInTests.ROUND,
            1,
            "A round",
            "批次",
            new Pin(new RuleSetVersion("sichuan-2022-cities", "2022.2", null, null), null),
            AT,
            AT,
            LocalDate.parse("2022-06-17"),
            3,
            RoundState.CLOSED,
            4,
            AT);
    return new SeenCase(test.bidCase, round, null, view, null);
  }

  private static SeenCase seen(CaseInTests test) {
    return seen(test, test.view());
  }

  private static ReadCase read(CaseInTests test, Role role, long self) {
    SeenCase seen = seen(test, CaseworkExamples.seenBy(test, role, self));
    return new ReadCase(
        new Person(NAMES.get(self), role, null),
        self,
        seen,
        test.examined(),
        SubmissionFiles.HandedIn.NONE,
        seen.view().conclusion(test.examined().evaluation()),
        seen.view().shown(test.acts),
        NAMES,
        Authorities.at(test.authorities, test.now),
        NAMES,
        Language.EN);
  }

  private static Map<String, String> fields(String... pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private static String json(ActFields fields) {
    return new String(fields.json(), StandardCharsets.UTF_8);
  }

  @Test
  void what_is_typed_becomes_a_body_without_what_is_blank() {
    ActFields sent =
        new ActFields(
            fields(
                "key", "k",
                "/listed", "yes",
                "/reasons/zh", " 已核对\r\n材料 ",
                "/reasons/en", "  ",
                "/evidence/0/title", "",
                "/evidence/2/title", "Decision 12",
                "/evidence/2/sha256", "AB".repeat(32),
                "/leaders/day", "2026年12月1日",
                "/expires", "2027/6/30",
                "/person", "12"));

    assertThat(json(sent))
        .isEqualTo(
            "{\"listed\":true,\"reasons\":{\"zh\":\"已核对\\n材料\"},\"evidence\":[{\"title\":"
                + "\"Decision 12\",\"sha256\":\"sha256:"
                + "ab".repeat(32)
                + "\"}],\"leaders\":{\"day\":\"2026-12-01\"},\"expires\":\"2027-06-30\","
                + "\"person\":12}");
    assertThat(sent.field("/evidence/0/sha256")).isEqualTo("/evidence/2/sha256");
  }

  @Test
  void an_entry_with_a_box_counts_only_if_it_is_ticked() {
    Map<String, String> sent =
        fields(
            "box:/grounds/0", "yes",
            "/grounds/0/rule", "one",
            "box:/grounds/1", "yes",
            "pick:/grounds/1", "yes",
            "/grounds/1/rule", "two");

    assertThat(json(new ActFields(sent))).isEqualTo("{\"grounds\":[{\"rule\":\"two\"}]}");
  }

  @Test
  void a_list_with_more_entries_than_an_act_may_have_is_refused_and_not_cut_short() {
    Map<String, String> sent = new LinkedHashMap<>();
    for (int i = 0; i < 502; i++) {
      sent.put("/except/" + i + "/ground", "kin");
    }

    assertThatThrownBy(() -> ActReader.asked(ActKind.DECLARE, new ActFields(sent).json(), AT))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.faults()).extracting(Fault::kind).contains("list-form"));
  }

  @Test
  void fields_that_contradict_each_other_break_nothing() {
    assertThat(json(new ActFields(fields("/a", "x", "/a/b", "y", "/c/0", "x", "/c/0/d", "y"))))
        .isEqualTo("{\"a\":\"x\",\"c\":[\"x\"]}");
  }

  @Test
  void a_fault_stands_at_its_field_and_what_was_typed_stays() {
    CaseInTests test = open(CaseSettings.NEUTRAL);
    ReadCase of = read(test, Role.OFFICER, 1);
    ActFields sent =
        new ActFields(fields("key", "k", "/evidence/1/title", "Decision", "/reasons/en", "short"));
    ActForm form = new ActForms(of, sent.sent()).determination(new DetermineFields(RULE, PLACE));
    Refused refused =
        Refused.wrong(
            List.of(
                new Fault("/evidence/0/sha256", "missing", Map.of()),
                new Fault("/reasons", "missing", Map.of()),
                new Fault("", "missing", Map.of())));

    ActForm shown = FormRefusals.of(form, refused, sent, List.of(), Language.EN);

    assertThat(shown.refusal().links())
        .extracting(ActForm.Refusal.Link::id)
        .containsExactly(null, "f-reasons-en", "f-evidence-1-sha256");
    assertThat(shown.fields())
        .filteredOn(field -> field.name().equals("/evidence/1/title"))
        .extracting(ActForm.Field::value)
        .containsExactly("Decision");
    assertThat(shown.key()).isEqualTo("k");
  }

  @Test
  void what_is_open_comes_first_and_both_values_stand_beside() {
    CaseInTests test = open(CaseSettings.NEUTRAL);
    ReadCase before = read(test, Role.OFFICER, 2);
    CaseFindings.Parts parts = new CaseFindings(before, null, true, null).parts();
    assertThat(parts.open()).extracting(CaseFinding::id).contains("r-" + RULE);

    UUID made = test.act(1, test.determination(RULE, PLACE, "PASS", CaseInTests.SEEN));
    test.confirm(2, made);

    ReadCase after = read(test, Role.OFFICER, 2);
    CaseFindings.Parts now = new CaseFindings(after, null, true, null).parts();
    assertThat(now.open()).extracting(CaseFinding::id).doesNotContain("r-" + RULE);
    CaseFinding finding =
        now.rest().stream().filter(one -> one.id().equals("r-" + RULE)).findFirst().orElseThrow();
    assertThat(finding.machine().words()).isEqualTo("incomplete");
    assertThat(finding.concluded().words()).isEqualTo("pass");
    assertThat(finding.places().get(0).determinations()).hasSize(1);
    assertThat(new CaseViews(after).requirements())
        .anyMatch(one -> one.differs() && one.changedBy().equals("changed by 1 determination"));
  }

  @Test
  void a_confirmer_who_is_asked_first_sees_nothing_of_what_is_proposed() {
    CaseInTests test = open(CaseworkExamples.blind());
    UUID made = test.act(1, test.determination(RULE, PLACE, "PASS", CaseInTests.SEEN));

    assertThat(lines(test, Role.OFFICER, 2, made)).isEmpty();
    assertThat(lines(test, Role.OFFICER, 1, made)).isNotEmpty();
    assertThat(lines(test, Role.AUDITOR, 2, made)).isNotEmpty();
    ReadCase of = read(test, Role.OFFICER, 2);
    ProposalView asked =
        ProposalView.of(
            of, of.act(made).orElseThrow(), Optional.empty(), Optional.empty(), Map.of(), null);
    assertThat(asked.blind()).isNotNull();
    assertThat(asked.confirmation()).isNull();
    assertThat(asked.effect()).isNull();
    assertThat(asked.act().lines()).isEmpty();
    test.confirm(2, made);
    assertThat(lines(test, Role.OFFICER, 2, made)).isNotEmpty();
  }

  private static List<ActView.Line> lines(CaseInTests test, Role role, long self, UUID act) {
    ReadCase of = read(test, role, self);
    return new ActWords(of).view(of.act(act).orElseThrow()).lines();
  }

  @Test
  void an_auditor_is_told_who_could_do_what() {
    CaseInTests test = open(CaseSettings.NEUTRAL);
    test.act(3, new ActBody.Recuse(3, "kin", CaseInTests.REASONS));

    List<CasePageView.Could> could = new CaseViews(read(test, Role.AUDITOR, 4)).record().could();

    assertThat(could)
        .filteredOn(one -> one.act().equals("Acceptance"))
        .extracting(CasePageView.Could::who)
        .containsExactly("wang.fang, li.wei, chen.jie");
    assertThat(could).extracting(CasePageView.Could::act).doesNotContain("Case taken", "Reply");
    assertThat(new CaseViews(read(test, Role.OFFICER, 4)).record().could()).isEmpty();
  }

  @Test
  void the_desk_holds_what_waits_by_due_and_nothing_of_what_is_withheld() {
    CaseInTests late = CaseInTests.of(EvaluatedInTests.changed(PLACE, null));
    late.take(2);
    late.returned(6);
    CaseInTests soon = open(CaseSettings.NEUTRAL);
    soon.returned(3);
    CaseInTests pending = open(CaseSettings.NEUTRAL);
    pending.act(1, pending.determination(RULE, PLACE, "PASS", CaseInTests.SEEN));
    SeenCase hidden = new SeenCase(late.bidCase, seen(late).round(), "recused", null, null);

    DeskView desk = desk(soon, 2).view(List.of(seen(late), seen(soon), seen(pending), hidden));

    assertThat(section(desk, "ending")).hasSize(2);
    assertThat(section(desk, "ending"))
        .extracting(DeskView.Entry::due)
        .containsExactly(
            "5 March 2026 at 24:00 (Beijing time)", "8 March 2026 at 24:00 (Beijing time)");
    assertThat(section(desk, "confirm"))
        .extracting(DeskView.Entry::says)
        .containsExactly("Determination");
    assertThat(section(desk, "mine"))
        .extracting(DeskView.Entry::due)
        .containsExactly("8 March 2026 at 24:00 (Beijing time)");
    assertThat(desk.all()).hasSize(3);
    assertThat(desk.withheld())
        .containsExactly(
            new DeskView.Withheld("510100", "A round", "You keep away from this case.", null));
    assertThat(section(desk(soon, 1).view(List.of(seen(pending))), "confirm"))
        .as("nobody confirms her own")
        .isEmpty();
  }

  @Test
  void for_a_large_round_she_names_from_whose_cases_she_keeps_away() {
    DeclarationView large = declared("510007, Place 510042\n510118市；");

    assertThat(large.form().groups())
        .extracting(ActForm.Group::legend, ActForm.Group::picked)
        .containsExactly(
            tuple("Place 510007", true), tuple("Place 510042", true), tuple("Place 510118", true));
    assertThat(large.form().hidden()).containsEntry("/except/41/case", new UUID(7, 42).toString());
    assertThat(declared("").form().groups()).as("she keeps away from none").isEmpty();
    assertThat(declared(" \u3000\n").find().wrong()).isNull();
  }

  @Test
  void whoever_of_those_she_names_has_no_case_is_told_before_she_can_declare() {
    DeclarationView unknown = declared("510007\n510999\nNowhere");

    assertThat(unknown.form()).isNull();
    assertThat(unknown.find().wrong()).contains("no case of: 510999, Nowhere.");
    assertThat(unknown.find().typed()).isEqualTo("510007\n510999\nNowhere");
    String many =
        IntStream.rangeClosed(510_001, 510_101)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining("\n"));
    assertThat(declared(many).form()).isNull();
    assertThat(declared(many).find().wrong()).contains("101", "100");
  }

  @Test
  void what_she_names_after_the_cases_were_listed_is_listed_before_she_can_declare() {
    DeclarationView more =
        declared(
            fields(
                "of",
                "510007\n510042",
                "key",
                "k",
                "/except/6/case",
                "x",
                "/except/6/ground",
                "kin"));

    assertThat(more.isRefused()).isTrue();
    assertThat(more.find().wrong()).contains("nothing was declared");
    assertThat(more.form().groups())
        .extracting(ActForm.Group::legend, ActForm.Group::picked)
        .as("the tick she took out stays out")
        .containsExactly(tuple("Place 510007", false), tuple("Place 510042", true));
    assertThat(declared(fields("of", "510007", "key", "k", "list", "yes")).isRefused())
        .as("she asks for the list herself")
        .isFalse();
    assertThat(declared(fields("of", "510007", "key", "k", "/except/6/case", "x")).isRefused())
        .isFalse();
  }

  private static DeclarationView declared(String of) {
    return declared(Map.of("of", of));
  }

  private static DeclarationView declared(Map<String, String> sent) {
    PageFrame frame =
        new PageFrame(Language.EN, "/rounds", "", "x", "officer", null, "token", 0, false);
    return CaseworkExamples.declarations(frame, DeclarationView.MOST + 20)
        .view("A round", CaseInTests.ROUND, null, new ActFields(sent), null);
  }

  @Test
  void her_own_cases_stand_by_due_and_none_that_is_at_its_end() {
    CaseInTests late = open(CaseSettings.NEUTRAL);
    late.returned(20);
    CaseInTests soon = open(CaseSettings.NEUTRAL);
    soon.returned(10);
    CaseInTests open = open(CaseSettings.NEUTRAL);
    CaseInTests over = open(CaseSettings.NEUTRAL);
    assertThat(over.attempt(over.applicant(), new ActBody.GiveUp(null))).isNull();

    DeskView desk = desk(soon, 1).view(List.of(seen(open), seen(late), seen(over), seen(soon)));

    assertThat(section(desk, "mine"))
        .extracting(DeskView.Entry::due)
        .containsExactly(
            "12 March 2026 at 24:00 (Beijing time)", "22 March 2026 at 24:00 (Beijing time)", null);
    assertThat(section(desk, "ending")).as("none within a week").isEmpty();
    assertThat(section(desk(soon, 2).view(List.of(seen(late))), "mine")).isEmpty();
  }

  @Test
  void what_was_reopened_and_what_lapses_waits_on_the_desk() {
    CaseInTests again = open(CaseSettings.NEUTRAL);
    UUID made = again.act(3, again.determination(RULE, PLACE, "PASS", CaseInTests.SEEN));
    again.confirm(2, made);
    again.act(3, new ActBody.Recuse(3, "kin", CaseInTests.REASONS));
    CaseInTests lapsed = open(CaseSettings.NEUTRAL);
    lapsed.returned(3);
    lapsed.later(Duration.ofDays(4));
    CaseInTests expiring = open(CaseSettings.NEUTRAL);
    expiring.confirm(
        2,
        expiring.act(
            1,
            expiring.determination(
                RULE, PLACE, "PASS", CaseInTests.SEEN + ",'expires':'2026-03-06'")));

    DeskView desk = desk(again, 1).view(List.of(seen(again), seen(lapsed), seen(expiring)));

    assertThat(section(desk, "reopened"))
        .extracting(DeskView.Entry::says)
        .containsExactly("1 determination has to be made again");
    assertThat(section(desk, "ending"))
        .extracting(DeskView.Entry::says, DeskView.Entry::due)
        .containsExactly(
            tuple("A determination expires.", "6 March 2026 at 24:00 (Beijing time)"),
            tuple(
                "The term of a notice has passed without a reply. Whoever acts next puts it on"
                    + " record.",
                null));
  }

  @Test
  void who_may_decide_on_a_recusal_finds_it_on_her_desk() {
    CaseInTests test = open(CaseSettings.NEUTRAL);
    test.act(1, new ActBody.Recuse(3, "kin", CaseInTests.REASONS));

    assertThat(section(desk(test, 2).view(List.of(seen(test))), "confirm"))
        .extracting(DeskView.Entry::says)
        .containsExactly("Decision on a recusal");
    for (long self : new long[] {1, 3}) {
      assertThat(section(desk(test, self).view(List.of(seen(test))), "confirm"))
          .as("who asked, and who is asked")
          .isEmpty();
    }
  }

  @Test
  void an_authority_that_waits_is_told_to_who_may_confirm_it() {
    CaseInTests test = open(CaseSettings.NEUTRAL);
    test.authorities.add(
        CaseAct.of(
            test.authorities.size() + 1,
            test.id(),
            new ActBody.GiveAuthority(
                4, List.of(Power.HANDLE), null, LocalDate.parse("2026-01-01"), null, "d", null),
            1,
            null,
            null,
            test.now,
            null));

    assertThat(desk(test, 2).view(List.of()).authorities())
        .isEqualTo("1 authority waits for your confirmation.");
    assertThat(desk(test, 1).view(List.of()).authorities()).as("who gave it").isNull();
    assertThat(desk(test, 4).view(List.of()).authorities()).as("who gets it").isNull();
  }

  private static DeskView.Maker desk(CaseInTests test, long self) {
    PageFrame frame =
        new PageFrame(Language.EN, "/desk", "", "x", "officer", null, "token", 0, false);
    Asking asking =
        new Asking(self, Role.OFFICER, null, null, Authorities.at(test.authorities, test.now));
    return new DeskView.Maker(frame, (code, in) -> code, asking, test.now.plus(Duration.ZERO));
  }

  private static List<DeskView.Entry> section(DeskView desk, String id) {
    return desk.sections().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow()
        .entries();
  }
}
