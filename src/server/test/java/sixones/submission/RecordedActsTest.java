package sixones.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sixones.submission.RoundsInTests.ADMIN;
import static sixones.submission.RoundsInTests.AUDITOR;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;
import static sixones.submission.RoundsInTests.OFFICER;
import static sixones.submission.RoundsInTests.handed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.audit.Act;
import sixones.audit.AuditEntries;
import sixones.audit.AuditEntry;
import sixones.draft.WorkingDrafts;
import sixones.finding.Focus;
import sixones.overview.RoundEvaluations;
import sixones.people.Change;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.people.factor.AppInTests;
import sixones.people.factor.SecondFactors;
import sixones.people.session.Session;
import sixones.people.session.Sessions;
import sixones.people.token.Tokens;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.Cursor;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.store.WrittenRows;

/** Every act that matters leaves an entry of who did what to what, and none of what a bid says. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class RecordedActsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject Transactions transactions;
  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject WorkingDrafts drafts;
  @Inject People people;
  @Inject Sessions sessions;
  @Inject Tokens tokens;
  @Inject SecondFactors factors;
  @Inject AuditEntries entries;

  @BeforeEach
  void people_are_there() {
    RoundsInTests.there(transactions);
  }

  @Test
  void no_room_writes_rows_without_an_entry() throws Exception {
    String name = "p-" + UUID.randomUUID();
    try (WrittenRows written = WrittenRows.watch()) {
      Round draft = rounds.create(OFFICER, call("draft"));
      rounds.change(OFFICER, draft.id(), bytes("{\"submissionsPerApplicant\": 5}"), null);
      rounds.change(
          OFFICER, draft.id(), bytes("{\"state\": \"open\", \"reason\": \"as called\"}"), null);
      Submission accepted = submissions.accept(CHENGDU, handed(draft));
      evaluations.replay(CHENGDU, accepted.result().evaluation());
      submissions.withdraw(CHENGDU, accepted.id());
      people.add(ADMIN, name, "auditor", null, people.makePassword());
      people.change(ADMIN, name, true, null);
      String password = people.makePassword();
      people.change(ADMIN, name, new Change(false, password, "officer", null));
      people.called(people.find(name).orElseThrow(), PeopleInTests.BROWSER);
      livesWithAnAccount(name, password);
      Person vouched = new Person("vouched", Role.OFFICER, null, "idp-" + "5f".repeat(30));
      String token = UUID.randomUUID().toString();
      sessions.vouchedFor(vouched, token, Instant.now(), PeopleInTests.BROWSER).orElseThrow();

      assertThat(written.unrecorded()).isEmpty();
      assertThat(written.tables())
          .contains("round", "submission", "evaluation", "withdrawal", "person", "audit_entry")
          .contains("session", "token", "known_address", "second_factor", "recovery_code");
    }
    everyMemberHasWords(name);
  }

  /**
   * The page of entries shows a member without words by its name in JSON, which nobody should read.
   */
  private void everyMemberHasWords(String name) throws Exception {
    Set<String> members = new TreeSet<>();
    List<AuditEntry> newest = new ArrayList<>(entries(AUDITOR, AuditEntries.Filter.ALL));
    newest.addAll(
        entries(AUDITOR, new AuditEntries.Filter(null, null, name, null, null, null, null, null)));
    for (AuditEntry entry : newest) {
      for (String values : Arrays.asList(entry.before(), entry.after())) {
        if (values != null) {
          JSON.readTree(values).fieldNames().forEachRemaining(members::add);
        }
      }
    }

    assertThat(members).contains("sessions", "scope", "ends", "by", "state");
    for (String language : List.of("en", "zh-CN")) {
      Properties words = new Properties();
      String file = "/sixones/pages/audit/words." + language + ".properties";
      try (var in = getClass().getResourceAsStream(file)) {
        words.load(in);
      }
      assertThat(members).allMatch(member -> words.containsKey("audit.member." + member));
    }
  }

  private void livesWithAnAccount(String name, String given) throws Exception {
    Session session = people.open(name, given, PeopleInTests.BROWSER).orElseThrow();
    Person person = session.person();
    String chosen = people.makePassword();
    people.choose(person, session.id(), given, chosen);
    UUID second = people.open(name, chosen, PeopleInTests.BROWSER).orElseThrow().id();
    UUID third = people.open(name, chosen, PeopleInTests.BROWSER).orElseThrow().id();
    assertThat(sessions.end(person, second)).isTrue();
    sessions.endOthers(person, third);
    tokens.end(person, tokens.make(person, "nightly", "reading", "30").token().id());
    sessions.signOut(person, third);
    livesWithASecondFactor(person, chosen);

    assertThat(
            entries(
                AUDITOR, new AuditEntries.Filter(null, null, name, null, null, null, null, null)))
        .extracting(AuditEntry::act)
        .containsExactly(
            "second-factor-removed",
            "recovery-codes-made",
            "second-factor-shown",
            "signed-in",
            "second-factor-set-up",
            "second-factor-begun",
            "signed-in",
            "signed-out",
            "token-ended",
            "token-made",
            "sessions-ended",
            "sessions-ended",
            "signed-in",
            "signed-in",
            "password-chosen",
            "signed-in",
            "signed-in");
  }

  private void livesWithASecondFactor(Person person, String password) throws Exception {
    UUID first = people.open(person.name(), password, PeopleInTests.BROWSER).orElseThrow().id();
    AppInTests app = new AppInTests(factors.begin(person, password).bytes());
    List<String> codes = factors.confirm(person, first, app.code(Instant.now()));
    UUID second = people.open(person.name(), password, PeopleInTests.BROWSER).orElseThrow().id();
    assertThat(factors.show(person, second, codes.get(0), PeopleInTests.BROWSER))
        .isEqualTo(SecondFactors.Shown.RIGHT);
    codes = factors.renew(person, password, codes.get(1));
    factors.remove(person, second, password, codes.get(0));
  }

  @Test
  void what_an_admin_takes_away_and_how_somebody_signed_in_is_recorded() throws Exception {
    String name = "p-" + UUID.randomUUID();
    String password = people.makePassword();
    people.add(ADMIN, name, "officer", null, password);
    Person person = people.find(name).orElseThrow();
    UUID first = people.open(name, password, PeopleInTests.BROWSER).orElseThrow().id();
    AppInTests app = new AppInTests(factors.begin(person, password).bytes());
    List<String> codes = factors.confirm(person, first, app.code(Instant.now()));
    UUID second = people.open(name, password, PeopleInTests.BROWSER).orElseThrow().id();
    factors.show(person, second, codes.get(0), PeopleInTests.BROWSER);
    people.change(ADMIN, name, new Change(null, null, null, null, false, null));

    List<AuditEntry> own =
        entries(AUDITOR, new AuditEntries.Filter(null, null, name, null, null, null, null, null));
    assertThat(own.get(0).after()).isEqualTo("{\"by\": \"recovery-code\"}");
    assertThat(own.get(1).act()).isEqualTo("signed-in");
    assertThat(own.get(1).after()).isEqualTo("{\"by\": \"page\", \"awaits\": \"code\"}");
    AuditEntry taken = entries(AUDITOR, of(own.get(0).thing())).get(0);
    assertThat(taken.act()).isEqualTo("second-factor-removed");
    assertThat(taken.name()).isEqualTo("admin");
  }

  @Test
  void a_round_is_recorded_with_its_deadline_before_and_after_each_move() {
    Round round = rounds.create(OFFICER, call("draft"));
    rounds.change(OFFICER, round.id(), bytes("{\"submissionsPerApplicant\": 5}"), null);
    rounds.change(
        OFFICER, round.id(), bytes("{\"state\": \"open\", \"reason\": \"as called\"}"), null);
    Instant later = round.deadline().plusSeconds(3600);
    rounds.change(
        OFFICER,
        round.id(),
        bytes("{\"deadline\": \"%s\", \"reason\": \"as called\"}".formatted(later)),
        null);
    rounds.change(
        OFFICER,
        round.id(),
        bytes("{\"deadline\": \"%s\", \"reason\": \"as called\"}".formatted(later)),
        null);

    List<AuditEntry> of = on(round.id());
    assertThat(of)
        .extracting(AuditEntry::act)
        .containsExactly("round-moved", "round-moved", "round-changed", "round-called");
    assertThat(of).allMatch(e -> e.name().equals("officer") && e.role().equals("officer"));
    assertThat(of.get(0).before()).contains(round.deadline().toString(), "\"state\": \"open\"");
    assertThat(of.get(0).after()).contains(later.toString(), "\"state\": \"open\"");
    assertThat(of.get(1).before()).contains(round.deadline().toString(), "\"state\": \"draft\"");
    assertThat(of.get(1).after()).contains(round.deadline().toString(), "\"state\": \"open\"");
    assertThat(of.get(2).before()).isEqualTo("{\"submissionsPerApplicant\": 3}");
    assertThat(of.get(2).after()).isEqualTo("{\"submissionsPerApplicant\": 5}");
    assertThat(of.get(3).before()).isNull();
  }

  @Test
  void handing_in_evaluating_running_again_and_withdrawing_are_recorded_once() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    Submissions.Handed handed = handed(round);
    Submission accepted = submissions.accept(CHENGDU, handed);
    submissions.accept(CHENGDU, handed);
    evaluations.replay(AUDITOR, accepted.result().evaluation());
    evaluations.explanation(AUDITOR, accepted.result().evaluation(), Focus.WHOLE);
    submissions.withdraw(CHENGDU, accepted.id());
    submissions.withdraw(CHENGDU, accepted.id());

    assertThat(on(accepted.id()))
        .extracting(AuditEntry::act)
        .containsExactly("withdrawn", "submitted");
    assertThat(on(accepted.id())).allMatch(e -> e.name().equals("chengdu"));
    assertThat(on(accepted.id()).get(1).after())
        .contains(accepted.content().digest(), round.id().toString());
    assertThat(on(accepted.result().evaluation()))
        .extracting(AuditEntry::act)
        .containsExactly("explained", "replayed", "evaluated");
    assertThat(on(accepted.result().evaluation()).subList(0, 2))
        .extracting(AuditEntry::after)
        .containsOnly("{\"identical\": true}");
  }

  @Test
  void looking_at_a_bid_is_recorded_of_others_and_taking_it_away_of_everybody() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    Submission accepted = submissions.accept(CHENGDU, handed(round));
    Submission other = submissions.accept(DEYANG, handed(round, "k", bid(DEYANG, "Deyang")));
    submissions.read(CHENGDU, accepted.id());
    evaluations.read(CHENGDU, accepted.result().evaluation());
    evaluations.explained(CHENGDU, accepted.result().evaluation());
    submissions.read(OFFICER, accepted.id());
    evaluations.read(OFFICER, accepted.result().evaluation());
    evaluations.explained(AUDITOR, accepted.result().evaluation());
    submissions.export(CHENGDU, accepted.id());
    submissions.exportReceipt(CHENGDU, accepted.id());
    evaluations.export(OFFICER, round.id(), "csv");
    evaluations.figures(AUDITOR, round.id(), other.applicant());

    assertThat(on(accepted.id()))
        .extracting(AuditEntry::act, AuditEntry::name, AuditEntry::after)
        .startsWith(
            tuple("exported", "chengdu", "{\"file\": \"receipt\"}"),
            tuple("exported", "chengdu", "{\"file\": \"bid\"}"),
            tuple("read", "officer", null),
            tuple("submitted", "chengdu", on(accepted.id()).get(3).after()));
    assertThat(on(accepted.result().evaluation()))
        .extracting(AuditEntry::act, AuditEntry::name)
        .startsWith(tuple("read", "auditor"), tuple("read", "officer"));
    assertThat(on(round.id()))
        .extracting(AuditEntry::act, AuditEntry::name, AuditEntry::after)
        .startsWith(
            tuple("read", "auditor", "{\"figures\": 1}"),
            tuple("exported", "officer", "{\"file\": \"overview.csv\"}"));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }

  @Test
  void what_did_not_come_about_leaves_no_entry() {
    Round round = RoundsInTests.open(rounds, 2);
    int before = on(round.id()).size();

    assertThatThrownBy(
            () ->
                rounds.change(
                    OFFICER,
                    round.id(),
                    bytes("{\"state\": \"closed\", \"reason\": \"as called\"}"),
                    null))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> evaluations.export(CHENGDU, round.id(), "csv"));

    assertThat(on(round.id())).hasSize(before);
  }

  @Test
  void no_entry_says_what_a_bid_says() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    String canary = "canary-" + UUID.randomUUID();
    Submission accepted = submissions.accept(CHENGDU, handed(round, canary, bid(CHENGDU, canary)));
    evaluations.replay(OFFICER, accepted.result().evaluation());
    submissions.read(OFFICER, accepted.id());

    assertThat(entries(AUDITOR, AuditEntries.Filter.ALL))
        .isNotEmpty()
        .noneMatch(entry -> entry.toString().contains(canary));
  }

  @Test
  void who_a_provider_knows_keeps_the_number_whatever_it_calls_them() {
    String mark = "idp-" + "3f".repeat(30);
    Person before = new Person("Zhang", Role.OFFICER, null, mark);
    Person after = new Person("Zhang San", Role.OFFICER, null, mark);
    Person another = new Person("Zhang", Role.OFFICER, null, "idp-" + "4f".repeat(30));

    UUID first = rounds.create(before, call("draft")).id();
    UUID second = rounds.create(after, call("draft")).id();
    UUID third = rounds.create(another, call("draft")).id();

    assertThat(on(first).get(0).person()).isEqualTo(on(second).get(0).person());
    assertThat(on(first).get(0).name()).isEqualTo("Zhang San");
    assertThat(on(third).get(0).person()).isNotEqualTo(on(first).get(0).person());
    assertThat(on(third).get(0).name()).isEqualTo("Zhang");
    assertThat(people.list(ADMIN)).noneMatch(a -> a.person().name().startsWith("idp-"));
  }

  @Test
  void a_name_that_is_erased_stands_nowhere() throws Exception {
    String name = "leaving-" + UUID.randomUUID().toString().substring(0, 8);
    String password = people.makePassword();
    people.add(ADMIN, name, "applicant", CHENGDU.applicant(), password);
    people.open(name, password, PeopleInTests.BROWSER).orElseThrow();
    Person leaving = new Person(name, Role.APPLICANT, CHENGDU.applicant());
    Round round = RoundsInTests.open(rounds, 2);
    Submission accepted = submissions.accept(leaving, handed(round));
    submissions.withdraw(leaving, accepted.id());
    tokens.make(leaving, "nightly", "reading", "30");
    UUID session = people.open(name, password, PeopleInTests.BROWSER).orElseThrow().id();
    AppInTests app = new AppInTests(factors.begin(leaving, password).bytes());
    factors.confirm(leaving, session, app.code(Instant.now()));
    String erased = "erased-" + UUID.randomUUID().toString().substring(0, 8);

    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("update person set name = '%s' where name = '%s'".formatted(erased, name));
    }

    assertThat(on(accepted.id())).isNotEmpty().allMatch(e -> e.name().equals(erased));
    assertThat(submissions.find(CHENGDU, accepted.id()).submittedBy()).isEqualTo(erased);
    assertThat(rows()).noneMatch(row -> row.contains(name));
  }

  /** Every row of every table that names or could name a person. */
  private static List<String> rows() throws Exception {
    List<String> rows = new java.util.ArrayList<>();
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of(
              "person",
              "round",
              "submission",
              "withdrawal",
              "audit_entry",
              "session",
              "token",
              "second_factor",
              "recovery_code",
              "known_address")) {
        try (var found = statement.executeQuery("select cast(t as text) from " + table + " t")) {
          while (found.next()) {
            rows.add(found.getString(1));
          }
        }
      }
    }
    return rows;
  }

  @Test
  void people_are_recorded_by_number() throws Exception {
    String name = "recorded-" + UUID.randomUUID().toString().substring(0, 8);
    people.add(ADMIN, name, "applicant", CHENGDU.applicant(), people.makePassword());
    people.change(ADMIN, name, true, null);
    people.change(ADMIN, name, true, null);
    String password = people.makePassword();
    people.change(ADMIN, name, false, password);
    people.open(name, password, PeopleInTests.BROWSER).orElseThrow();

    List<AuditEntry> own =
        entries(CHENGDU, new AuditEntries.Filter(null, null, name, null, null, null, null, null));
    assertThat(own).hasSize(1);
    AuditEntry signedIn = own.get(0);
    assertThat(signedIn.thing()).isEqualTo(signedIn.person().toString());
    assertThat(signedIn.address()).isEqualTo("192.0.2.7");
    assertThat(
            entries(
                ADMIN,
                new AuditEntries.Filter(
                    null, null, null, "person", signedIn.thing(), null, null, null)))
        .extracting(AuditEntry::act)
        .containsExactly(
            "signed-in", "password-given", "person-opened", "person-closed", "person-added");
  }

  @Test
  void an_applicant_reads_what_is_its_own_and_others_who_may_not_read_nothing() throws Exception {
    Round round = RoundsInTests.open(rounds, 2);
    Submission accepted = submissions.accept(CHENGDU, handed(round));

    assertThat(entries(CHENGDU, AuditEntries.Filter.ALL))
        .isNotEmpty()
        .allMatch(entry -> entry.applicant().equals(CHENGDU.applicant()));
    assertThat(entries(DEYANG, of(accepted.id().toString()))).isEmpty();
    assertThat(entries(OFFICER, AuditEntries.Filter.ALL)).isEmpty();
    assertThat(entries(ADMIN, of(accepted.id().toString()))).hasSize(1);
  }

  @Test
  void entries_are_filtered_and_read_on_page_by_page() {
    Round round = rounds.create(OFFICER, call("draft"));
    for (int i = 4; i < 9; i++) {
      rounds.change(
          OFFICER, round.id(), bytes("{\"submissionsPerApplicant\": %d}".formatted(i)), null);
    }
    AuditEntries.Filter of = of(round.id().toString());
    List<AuditEntry> all = entries(AUDITOR, of);
    var first = entries.list(AUDITOR.reader(), of, Cursor.START, 4);
    var rest = entries.list(AUDITOR.reader(), of, first.next(), 4);

    assertThat(all).hasSize(6);
    assertThat(first.items()).isEqualTo(all.subList(0, 4));
    assertThat(rest.items()).isEqualTo(all.subList(4, 6));
    assertThat(rest.next()).isNull();
    AuditEntry one = all.get(0);
    for (AuditEntries.Filter none :
        List.of(
            new AuditEntries.Filter(Act.READ, null, null, null, one.thing(), null, null, null),
            new AuditEntries.Filter(null, -1L, null, null, one.thing(), null, null, null),
            new AuditEntries.Filter(null, null, "nobody", null, one.thing(), null, null, null),
            new AuditEntries.Filter(null, null, null, "person", one.thing(), null, null, null),
            new AuditEntries.Filter(null, null, null, null, one.thing(), "510100", null, null),
            new AuditEntries.Filter(
                null, null, null, null, one.thing(), null, one.at().plusSeconds(60), null),
            new AuditEntries.Filter(
                null, null, null, null, one.thing(), null, null, one.at().minusSeconds(60)))) {
      assertThat(entries(AUDITOR, none)).as(none.toString()).isEmpty();
    }
    assertThat(
            entries(
                AUDITOR,
                new AuditEntries.Filter(
                    Act.ROUND_CHANGED,
                    one.person(),
                    "officer",
                    "round",
                    one.thing(),
                    null,
                    one.at().minusSeconds(60),
                    one.at().plusSeconds(60))))
        .hasSize(5);
  }

  private static AuditEntries.Filter of(String thing) {
    return new AuditEntries.Filter(null, null, null, null, thing, null, null, null);
  }

  private List<AuditEntry> on(UUID thing) {
    return entries(AUDITOR, of(thing.toString()));
  }

  private List<AuditEntry> entries(Person reader, AuditEntries.Filter filter) {
    return entries.list(reader.reader(), filter, Cursor.START, 200).items();
  }

  private static byte[] call(String state) {
    Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    return RoundsInTests.call(state, now.minusSeconds(60), now.plusSeconds(86400), 3);
  }

  private static byte[] bid(Person applicant, String name) {
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/city").put("code", applicant.applicant());
    bid.withObject("/parks/0/name").put("en", name);
    return bytes(bid.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
