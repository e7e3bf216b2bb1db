package sixones.pages.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.people.Account;
import sixones.people.Particulars;
import sixones.people.Person;
import sixones.people.Role;

class FewPeopleTest {
  @Test
  void all_are_listed_while_they_are_few() {
    List<Account> people = people(FewPeople.MOST);

    assertThat(FewPeople.of(people, "nobody", id -> id)).isEqualTo(new FewPeople(people, 500));
  }

  @Test
  void of_too_many_those_are_listed_that_somebody_looks_for() {
    List<Account> people = people(FewPeople.MOST + 1);

    assertThat(FewPeople.of(people, null, id -> id).few()).hasSize(FewPeople.MOST);
    assertThat(FewPeople.of(people, null, id -> id).more()).isEqualTo(1);
    assertThat(named(people, "person-007")).containsExactly("person-007");
    assertThat(named(people, " 李伟 ")).containsExactly("person-000");
    assertThat(named(people, "140921")).containsExactly("person-000");
    assertThat(named(people, "定襄")).containsExactly("person-000");
    assertThat(named(people, "nobody")).isEmpty();
  }

  private static List<String> named(List<Account> people, String find) {
    return FewPeople.of(people, find, id -> "定襄县").few().stream()
        .map(each -> each.person().name())
        .toList();
  }

  private static List<Account> people(int count) {
    List<Account> people = new ArrayList<>();
    Person applicant = new Person("person-000", Role.APPLICANT, "140921");
    people.add(account(applicant, new Particulars("李伟", null, null)));
    for (int i = 1; i < count; i++) {
      Person person = new Person("person-%03d".formatted(i), Role.AUDITOR, null);
      people.add(account(person, Particulars.NONE));
    }
    return people;
  }

  private static Account account(Person person, Particulars particulars) {
    return new Account(person, particulars, false, false, Instant.EPOCH);
  }
}
