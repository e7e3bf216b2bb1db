package sixones.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;
import sixones.Share;
import sixones.postgres.DatabaseUnusable;

/** A start looks at every wall there is, and names the one that is not as it was built. */
@Timeout(120)
@InTurns(3)
class WallsAtStartTest {
  /** What is changed, and how the start names it. */
  private static final String CHANGES =
      """
      drop policy reading on submission | missing=policy reading on public.submission
      alter policy reading on submission using (true) | changed=policy reading on public.submission
      alter policy handing_in on submission with check (true) | changed=policy handing_in on public.submission
      alter policy naming on person to public | changed=policy naming on public.person
      create policy more on evaluation for select using (true) | unknown=policy more on public.evaluation
      drop policy of_the_embedded_table on person; create policy of_the_embedded_table on person to sixones_app using (password is not null) with check (password is not null) | changed=policy of_the_embedded_table on public.person
      alter table withdrawal disable row level security | changed=table public.withdrawal
      alter table round no force row level security | changed=table public.round
      alter table bundle owner to postgres | changed=table public.bundle
      alter table audit_entry set unlogged | changed=table public.audit_entry
      create table more (of text) | unknown=table public.more
      create table more () inherits (submission) | unknown=table public.more
      alter table submission drop constraint submission_once | missing=constraint submission_once on public.submission
      alter table withdrawal drop constraint withdrawal_of_applicant | missing=constraint withdrawal_of_applicant on public.withdrawal
      alter table round drop constraint round_check1; alter table round add constraint round_check1 check (true) | changed=constraint round_check1 on public.round
      alter table person drop constraint person_check; alter table person add constraint person_check check ((role = 'applicant') = (applicant is not null)) not valid | changed=constraint person_check on public.person
      alter table evaluation disable trigger all | unknown=reference evaluation_of_applicant on public.evaluation
      alter table submission alter submitted_by drop not null | changed=column public.submission.submitted_by
      alter table submission alter submitted_by set default 1 | changed=column public.submission.submitted_by
      alter table submission alter size drop expression | changed=column public.submission.size
      alter table audit_entry alter number drop identity | changed=column public.audit_entry.number
      alter table person add column mine text | unknown=column public.person.mine
      create or replace function asking_role() returns text language sql stable as $$ select 'admin' $$ | changed=function public.asking_role()
      alter function asking_person() security invoker | changed=function public.asking_person()
      alter function asking_person() reset search_path | changed=function public.asking_person()
      alter function asking_applicant() owner to postgres | changed=function public.asking_applicant()
      create function more() returns int language sql security definer as 'select 1' | unknown=function public.more()
      create function pg_catalog.more() returns int language sql as 'select 1' | unknown=function more()
      create or replace view person_name with (security_barrier) as select number, coalesce(called, name) as name, role from person | changed=view public.person_name
      alter view person_name reset (security_barrier) | changed=view public.person_name
      create view more as select * from submission | unknown=view public.more
      create materialized view more as select 1 as one | unknown=materialized view public.more
      create function more() returns trigger language plpgsql as 'begin return null; end'; create trigger more before insert on audit_entry for each row execute function more() | unknown=trigger more on public.audit_entry
      create rule more as on insert to audit_entry do instead nothing | unknown=rule more on public.audit_entry
      create function more() returns event_trigger language plpgsql as 'begin end'; create event trigger more on ddl_command_end execute function more() | unknown=event trigger more
      create schema more | unknown=schema more
      grant update on submission to sixones_app | changed=rights of application on table public.submission
      grant update (applicant) on submission to sixones_app | unknown=rights of application on column public.submission.applicant
      grant select on person to public | unknown=rights of public on table public.person
      grant select on person to pg_monitor | unknown=rights of pg_monitor on table public.person
      grant insert on bundle to sixones_app with grant option | changed=rights of application on table public.bundle
      revoke insert on audit_entry from sixones_app | changed=rights of application on table public.audit_entry
      grant execute on function asking_person() to public | unknown=rights of public on function public.asking_person()
      grant select on flyway_schema_history to sixones_app | unknown=rights of application on table public.flyway_schema_history
      grant update on sequence audit_entry_number_seq to sixones_app | unknown=rights of application on sequence public.audit_entry_number_seq
      grant create on schema public to sixones_app | unknown=rights of application on schema public
      grant create on database sixones to public | unknown=rights of public on database
      grant set on parameter session_replication_role to sixones_app | unknown=rights of application on setting session_replication_role
      alter default privileges for role sixones_owner grant all on tables to public | unknown=default rights by owner on r -
      alter role sixones_app bypassrls | changed=role application
      alter role sixones_app superuser | changed=role application
      alter role sixones_owner bypassrls | changed=role owner
      alter role sixones_owner createrole | changed=role owner
      grant pg_read_all_data to sixones_app | unknown=membership of application in pg_read_all_data
      grant pg_write_server_files to sixones_owner | unknown=membership of owner in pg_write_server_files
      alter role sixones_app set search_path = more | unknown=setting search_path of role application
      alter role sixones_app in database sixones set row_security = off | unknown=setting row_security of role application in the database
      alter database sixones set sixones.role = 'admin' | unknown=setting sixones.role of in the database
      """;

  private static MigratedDatabase database;

  @BeforeAll
  static void migrates() throws IOException {
    database = MigratedDatabase.start();
  }

  @AfterAll
  static void stops() throws Exception {
    database.close();
  }

  @Test
  void a_database_as_it_was_built_is_served() throws Exception {
    look();
  }

  static List<Arguments> changes() {
    return Share.ofEvery(4, CHANGES.lines().toList()).stream()
        .map(line -> line.split(" \\| "))
        .map(parts -> Arguments.of(parts[0].strip(), parts[1].strip()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_change_of_a_wall_is_named(String change, String named) throws Exception {
    try (Connection administrator = database.administrator();
        Statement statement = administrator.createStatement()) {
      administrator.setAutoCommit(false);
      statement.execute(change);

      assertThat(told(administrator)).contains(named);
    }
    look();
  }

  @ParameterizedTest
  @ValueSource(strings = {"session_replication_role = replica", "search_path = more, public"})
  void a_setting_of_the_database_is_named(String setting) throws Exception {
    String name = setting.substring(0, setting.indexOf(' '));
    administer("alter database sixones set " + setting);
    try {
      assertThatThrownBy(WallsAtStartTest::look)
          .isInstanceOf(DatabaseUnusable.class)
          .hasMessageContaining("changed=setting " + name + ",");
    } finally {
      administer("alter database sixones reset " + name);
    }
    look();
  }

  @Test
  void a_role_that_owns_what_it_works_on_is_named_with_no_more_than_ten() {
    assertThatThrownBy(
            () -> {
              try (Connection connection = database.application()) {
                WallsAtStart.check(connection, "sixones_app", "sixones_app");
              }
            })
        .hasMessageContaining("missing=role owner")
        .hasMessageContaining("; … +");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes"})
  void a_server_that_may_lose_what_it_accepted_is_refused(String setting) throws Exception {
    set(setting, "off");
    try {
      assertThatThrownBy(WallsAtStartTest::look)
          .isInstanceOf(DatabaseUnusable.class)
          .hasMessage("not-durable {settings=[" + setting + "]}");
    } finally {
      set(setting, "on");
    }
    look();
  }

  private static List<String> told(Connection connection) throws SQLException {
    Walls.Difference is =
        Walls.of(connection, "sixones_app", "sixones_owner").from(Walls.expected());
    return Stream.of(
            is.missing().stream().map("missing="::concat),
            is.changed().stream().map("changed="::concat),
            is.unknown().stream().map("unknown="::concat))
        .flatMap(each -> each)
        .toList();
  }

  private static void administer(String act) throws SQLException {
    try (Connection administrator = database.administrator();
        Statement statement = administrator.createStatement()) {
      statement.execute(act);
    }
  }

  private static void set(String setting, String value) throws SQLException {
    try (Connection administrator = database.administrator();
        Statement statement = administrator.createStatement()) {
      statement.execute("alter system set " + setting + " = " + value);
      statement.execute("select pg_reload_conf()");
      while (!value.equals(shown(setting))) {
        Thread.onSpinWait();
      }
    }
  }

  private static String shown(String setting) throws SQLException {
    try (Connection connection = database.application();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void look() throws SQLException {
    try (Connection connection = database.application()) {
      WallsAtStart.check(connection, "sixones_app", "sixones_owner");
    }
  }
}
