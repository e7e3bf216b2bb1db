package sixones.pages.authorities;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.pages.authorities.AuthoritiesExamples.CHEN;
import static sixones.pages.authorities.AuthoritiesExamples.LI;
import static sixones.pages.authorities.AuthoritiesExamples.WANG;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sixones.pages.frame.Option;
import sixones.people.Role;
import sixones.proceeding.permission.Permission;
import sixones.report.Language;

/** What the page of authorities shows whom, and the table of permissions. */
class AuthoritiesViewTest {
  private static final Map<Long, String> OFFICERS =
      Map.of(WANG, "wang.fang", LI, "li.wei", CHEN, "chen.jie");

  private static AuthoritiesView view(Role role, long reader) {
    return AuthoritiesExamples.view(
        role, reader, AuthoritiesExamples.acts(), OFFICERS, Map.of(), null, Language.EN);
  }

  @Test
  void each_authority_tells_its_state_the_newest_first() {
    assertThat(view(Role.OFFICER, LI).rows())
        .extracting(AuthorityRow::state)
        .containsExactly(
            "waits for confirmation",
            "waits for confirmation",
            "waits for confirmation",
            "rests: the principal has no such authority now",
            "past its last day",
            "ended",
            "declined",
            "in force");
  }

  @Test
  void the_last_day_is_told_not_the_day_after() {
    assertThat(view(Role.OFFICER, LI).rows().get(4).days()).endsWith("through 1 March 2026");
    assertThat(AuthoritiesMaker.until("2026年3月1日")).isEqualTo("2026-03-02");
    assertThat(AuthoritiesMaker.until("soon")).isEqualTo("soon");
  }

  @Test
  void who_cannot_confirm_is_told_why_instead_of_a_button() {
    List<AuthorityRow> rows = view(Role.OFFICER, LI).rows();

    assertThat(rows.get(0).answer().why()).startsWith("You gave it");
    assertThat(rows.get(1).answer().why()).startsWith("It is for you");
    assertThat(rows.get(2).answer().why()).isNull();
    assertThat(rows.get(3).answer()).isNull();
    assertThat(view(Role.AUDITOR, 9).rows().get(2).answer().why())
        .isEqualTo("An officer confirms it.");
  }

  @Test
  void where_only_two_officers_are_what_neither_may_confirm_is_told() {
    AuthoritiesView two =
        AuthoritiesExamples.view(
            Role.OFFICER,
            LI,
            AuthoritiesExamples.acts(),
            Map.of(LI, "li.wei", CHEN, "chen.jie"),
            Map.of(),
            null,
            Language.EN);

    assertThat(two.missing()).isNull();
    assertThat(two.rows().get(1).answer().why()).startsWith("Nobody can confirm this");
  }

  @Test
  void until_two_officers_exist_the_page_tells_what_is_missing() {
    AuthoritiesView one =
        AuthoritiesExamples.view(
            Role.OFFICER, LI, List.of(), Map.of(LI, "li.wei"), Map.of(), null, Language.EN);

    assertThat(one.missing()).startsWith("There is only one officer.");
    assertThat(one.noDelegate()).startsWith("You have no authority");
    assertThat(one.delegate()).isNull();
  }

  @Test
  void auditors_only_look_and_administrators_neither_confirm_nor_delegate() {
    AuthoritiesView auditor = view(Role.AUDITOR, 9);
    AuthoritiesView admin = view(Role.ADMIN, 9);

    assertThat(auditor.give()).isNull();
    assertThat(auditor.rows()).allMatch(row -> row.end() == null);
    assertThat(admin.give()).isNotNull();
    assertThat(admin.delegate()).isNull();
    assertThat(admin.rows()).filteredOn(row -> row.end() != null).hasSize(6);
  }

  @Test
  void only_what_one_may_do_oneself_can_be_delegated_and_to_another() {
    AuthorityForm form = view(Role.OFFICER, LI).delegate();

    assertThat(form.powers()).extracting(Option::value).containsExactly("handle");
    assertThat(form.people()).extracting(Option::value).doesNotContain(String.valueOf(LI));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_table_of_permissions_is_whole_in_both_languages(Language language) {
    assertThat(PermissionRow.table(language)).hasSameSizeAs(Permission.TABLE);
  }
}
