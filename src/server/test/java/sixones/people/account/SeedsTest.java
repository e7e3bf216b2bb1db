package sixones.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sixones.people.Person;

class SeedsTest {
  private static final List<String> DEMO = Demo.PEOPLE.stream().map(Person::name).toList();

  @Test
  void a_demonstration_whose_people_have_passwords_of_their_own_is_one_all_the_same() {
    assertThat(Seeds.isOfADemonstration(List.of(), List.of())).isTrue();
    assertThat(Seeds.isOfADemonstration(DEMO, List.of("admin", "officer"))).isTrue();
    assertThat(
            Seeds.isOfADemonstration(
                Stream.concat(DEMO.stream(), Stream.of("li.wei")).toList(), List.of("li.wei")))
        .isTrue();
    assertThat(Seeds.isOfADemonstration(DEMO.subList(0, 4), List.of())).isTrue();
  }

  /** Else people with a password anybody knows would be added to it. */
  @Test
  void a_service_with_people_of_its_own_is_none() {
    List<String> seeded = List.of("applicant", "officer", "auditor", "admin");

    assertThat(Seeds.isOfADemonstration(seeded, seeded)).isFalse();
    assertThat(Seeds.isOfADemonstration(List.of("li.wei"), List.of("li.wei"))).isFalse();
    assertThat(Seeds.isOfADemonstration(DEMO.subList(0, 7), List.of("admin"))).isFalse();
  }
}
