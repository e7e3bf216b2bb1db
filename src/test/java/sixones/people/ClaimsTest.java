package sixones.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  @Test
  void one_role_of_ours_among_others_makes_a_person() throws Exception {
    assertThat(new Claims("zhang", Set.of("offline_access", "officer"), null).person(code -> true))
        .isEqualTo(new Person("zhang", Role.OFFICER, null));
    assertThat(new Claims("li", Set.of("city"), "510600").person(code -> true))
        .isEqualTo(new Person("li", Role.CITY, "510600"));
  }

  @Test
  void a_city_is_that_of_the_role_city_alone() throws Exception {
    assertThat(new Claims("zhang", Set.of("auditor"), "510600").person(code -> true).city())
        .isNull();
  }

  @Test
  void no_role_two_roles_and_no_city_make_nobody() {
    assertNobody(new Claims("a", Set.of("Officer", "user"), null), "no-role");
    assertNobody(new Claims("a", Set.of(), null), "no-role");
    assertNobody(new Claims("", Set.of("officer"), null), "no-role");
    assertNobody(new Claims("a", Set.of("officer", "admin"), null), "two-roles");
    assertNobody(new Claims("a", Set.of("city"), null), "no-city");
    assertNobody(new Claims("a", Set.of("city"), "5106"), "no-city");
    assertNobody(new Claims("a", Set.of("city"), "五一〇六〇〇"), "no-city");
    assertNobody(new Claims("a", Set.of("city"), "510104"), "city-not-on-roll");
  }

  private static void assertNobody(Claims claims, String kind) {
    assertThatThrownBy(() -> claims.person("510600"::equals))
        .isInstanceOfSatisfying(NoPerson.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
