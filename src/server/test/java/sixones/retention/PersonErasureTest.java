package sixones.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static sixones.casework.CaseworkInTests.bid;
import static sixones.casework.CaseworkInTests.bytes;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.draft.WorkingDraft;
import sixones.draft.WorkingDrafts;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** The name of a person stands in few places, and goes from all of them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(6)
class PersonErasureTest {
  private static final RoundErasure.Basis BASIS =
      new RoundErasure.Basis("tester", "rule 8 of the made-up regulation");

  /** Everything else names people by number. */
  private static final String[] PLACES = {
    "earlier_saving",
    "known_address",
    "particulars",
    "person",
    "recovery_code",
    "second_factor",
    "session",
    "token",
    "working_draft"
  };

  @Inject Transactions transactions;
  @Inject WorkingDrafts drafts;
  @Inject Submissions submissions;
  @Inject Rounds rounds;

  private final String name = "gone-" + UUID.randomUUID();
  private final Person person = new Person(name, Role.APPLICANT, "510900");

  private static PersonErasure erasure(String period, Instant now) {
    return new PersonErasure(
        DecidedRound.owner(),
        new SetTime("a.setting", Optional.ofNullable(period)),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private String refusal(PersonErasure erasure, String asked, boolean confirmed) {
    RetentionRefused refused =
        catchThrowableOfType(
            RetentionRefused.class, () -> erasure.erase(asked, BASIS, planned -> confirmed));
    assertThat(refused).isNotNull();
    return refused.kind();
  }

  private static TreeSet<String> found(String sql) throws SQLException {
    TreeSet<String> found = new TreeSet<>();
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The tables with a text in any column of any row. */
  private static TreeSet<String> tablesWith(String text) throws SQLException {
    TreeSet<String> tables = new TreeSet<>();
    for (String table :
        found("select tablename::text from pg_tables where schemaname = 'public'")) {
      if (!found("select 1 from " + table + " t where t::text like '%" + text + "%' limit 1")
          .isEmpty()) {
        tables.add(table);
      }
    }
    return tables;
  }

  /** Does whatever leaves a name. */
  private Submission act() throws Exception {
    RoundsInTests.there(transactions);
    new PeopleInTests(transactions).there(person);
    WorkingDrafts.Text text =
        new WorkingDrafts.Text(Draft.Format.JSON, bytes(bid(person.applicant())));
    WorkingDraft draft = drafts.create(person, "mine", text);
    run(
        "insert into earlier_saving (draft, number, applicant, form, bytes, digest, why, saved_at,"
            + " saved_by) select id, 1, applicant, form, bytes, digest, 'hand-in', saved_at,"
            + " saved_by from working_draft where id = '"
            + draft.id()
            + "'");
    for (String row :
        new String[] {
          "particulars (person, full_name) select number, 'Full "
              + name
              + "' from person"
              + " where name = '"
              + name
              + "'",
          "known_address (person, address, seen_at) values ('" + name + "', '192.0.2.9', now())",
          "session (id, person, ticket, agent, opened_at, used_at, ends_at) values"
              + " (gen_random_uuid(), '"
              + name
              + "', encode(sha256('"
              + name
              + "'), 'hex'), 'a',"
              + " now(), now(), now())",
          "token (id, person, name, scope, secret, epoch, made_at, ends_at) values"
              + " (gen_random_uuid(), '"
              + name
              + "', 'a', 'reading', encode(sha256('"
              + name
              + "'), 'hex'), 0, now(), now() + interval '1 day')",
          "second_factor (person, secret, made_at) values ('"
              + name
              + "', decode(repeat('00', 48),"
              + " 'hex'), now())",
          "recovery_code (digest, person) values (encode(sha256('"
              + name
              + "'), 'hex'), '"
              + name
              + "')"
        }) {
      run("insert into " + row);
    }
    Round round = RoundsInTests.open(rounds, 3);
    return submissions.accept(
        person,
        new Submissions.Handed(
            round.id(),
            UUID.randomUUID().toString(),
            bytes(bid(person.applicant())),
            Draft.Format.JSON));
  }

  @Test
  void a_name_goes_from_every_place_and_what_the_person_did_stays() throws Exception {
    Submission submission = act();
    Instant later = Instant.now().plus(Duration.ofDays(3));

    assertThat(tablesWith(name)).containsExactly(PLACES);
    assertThat(refusal(erasure("P1D", later), "nobody-" + name, true)).isEqualTo("no-person");
    assertThat(refusal(erasure("P1D", later), name, true)).isEqualTo("open-account");
    run("update person set disabled = true where name = '" + name + "'");
    assertThat(refusal(erasure(null, later), name, true)).isEqualTo("nothing-set");
    assertThat(refusal(erasure("P1D", Instant.now()), name, true)).isEqualTo("too-early");
    assertThat(refusal(erasure("P1D", later), name, false)).isEqualTo("not-confirmed");
    assertThat(tablesWith(name)).containsExactly(PLACES);

    PersonErasure.Erased erased =
        erasure("P1D", later).erase(name, BASIS, planned -> planned.name().equals(name));

    assertThat(tablesWith(name)).isEmpty();
    String number = "#" + erased.number();
    Submission stays = submissions.find(RoundsInTests.AUDITOR, submission.id());
    assertThat(stays.submittedBy()).isEqualTo(number);
    assertThat(stays.content().digest()).isEqualTo(submission.content().digest());
    assertThat(found("select saved_by from working_draft where saved_by = '" + number + "'"))
        .hasSize(1);
    assertThat(
            found(
                "select act || ' ' || role from audit_entry where kind = 'person' and thing = '"
                    + erased.number()
                    + "'"))
        .containsExactly("erased admin");
    assertThat(found("select reason from erasure where person = " + erased.number()))
        .containsExactly("rule 8 of the made-up regulation");
    assertThat(refusal(erasure("P1D", later), number, true)).isEqualTo("person-erased-before");
    // The login is free, and who has it now did none of it.
    new PeopleInTests(transactions).there(person);
    assertThat(submissions.find(RoundsInTests.AUDITOR, submission.id()).submittedBy())
        .isEqualTo(number);
  }

  /** Of people of an identity provider, several may be called the same. */
  @Test
  void who_is_called_like_others_is_named_by_number() throws Exception {
    String called = "Wang " + UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      run(
          "insert into person (name, called, role, disabled, created_at) values ('idp-' ||"
              + " left(encode(sha256('"
              + called
              + i
              + "'), 'hex'), 60), '"
              + called
              + "', 'officer', false, now())");
    }
    String first =
        found("select '#' || min(number) from person where called = '" + called + "'").first();
    Instant later = Instant.now().plus(Duration.ofDays(3));

    assertThat(refusal(erasure("P1D", later), called, true)).isEqualTo("several-people");
    erasure("P1D", later).erase(first, BASIS, planned -> true);

    assertThat(found("select number::text from person where called = '" + called + "'")).hasSize(1);
    assertThat(found("select name from person where name = '" + first + "' and called is null"))
        .hasSize(1);
  }

  /** Whoever adds a column that names somebody by text finds this, and erases there, too. */
  @Test
  void columns_name_people_by_number_but_for_those_that_are_blanked() throws Exception {
    assertThat(
            found(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and table_name <> 'flyway_schema_history'
                  and data_type in ('text', 'character varying', 'name', 'json', 'jsonb')
                  and (column_name ~ '(^|_)(by|person|people|called|login|who|user|telephone)$'
                    or column_name ~ 'full_name'
                    or (table_name, column_name) in (select r.relname::text, a.attname::text
                      from pg_constraint c
                        join pg_class r on r.oid = c.conrelid
                        join pg_attribute a on a.attrelid = r.oid and a.attnum = any(c.conkey)
                      where c.contype = 'f' and c.confrelid = 'public.person'::regclass))
                """))
        .containsExactly(
            "earlier_saving.saved_by",
            // Who ran the command, as the machine calls its user.
            "erasure.by_user",
            "known_address.person",
            "particulars.full_name",
            "particulars.telephone",
            "person.called",
            "recovery_code.person",
            "second_factor.person",
            "session.person",
            "token.person",
            "working_draft.saved_by");
  }
}
