package sixones.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import sixones.people.NoPerson;
import sixones.people.Person;
import sixones.people.Role;

class ClaimsTest {
  /** The first 60 digits of the SHA-256 of "s". */
  private static final String MARK_OF_S =
      "idp-043a718774c572bd8a25adbeb1bfcd5c0256ae11cecf9f9c3f925d0e52be";

  @Test
  void one_role_of_ours_among_others_makes_a_person() throws Exception {
    assertThat(
            new Claims("zhang", Set.of("offline_access", "officer"), null, "s").person(c -> true))
        .isEqualTo(new Person("zhang", Role.OFFICER, null, MARK_OF_S));
    assertThat(new Claims("li", Set.of("applicant"), "510600", "s").person(code -> true))
        .isEqualTo(new Person("li", Role.APPLICANT, "510600", MARK_OF_S));
  }

  @Test
  void an_applicant_is_that_of_the_role_applicant_alone() throws Exception {
    assertThat(
            new Claims("zhang", Set.of("auditor"), "510600", "s").person(code -> true).applicant())
        .isNull();
  }

  @Test
  void no_role_two_roles_and_no_applicant_make_nobody() {
    assertNobody(new Claims("a", Set.of("Officer", "user"), null, "s"), "no-role");
    assertNobody(new Claims("a", Set.of(), null, "s"), "no-role");
    assertNobody(new Claims("", Set.of("officer"), null, "s"), "no-role");
    assertNobody(new Claims("a", Set.of("officer", "admin"), null, "s"), "two-roles");
    assertNobody(new Claims("a", Set.of("applicant"), null, "s"), "no-applicant");
    assertNobody(new Claims("a", Set.of("applicant"), "5106", "s"), "no-applicant");
    assertNobody(new Claims("a", Set.of("applicant"), "五一〇六〇〇", "s"), "no-applicant");
    assertNobody(new Claims("a", Set.of("applicant"), "510104", "s"), "applicant-not-on-roll");
  }

  @Test
  void a_name_is_one_the_database_can_hold() throws Exception {
    assertThat(new Claims("z\0h\ud800", Set.of("officer"), null, "s").person(c -> true).name())
        .isEqualTo("zh?");
    assertNobody(new Claims("\0", Set.of("officer"), null, "s"), "no-role");
  }

  private static void assertNobody(Claims claims, String kind) {
    assertThatThrownBy(() -> claims.person("510600"::equals))
        .isInstanceOfSatisfying(NoPerson.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
