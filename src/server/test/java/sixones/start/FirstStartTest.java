package sixones.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.people.Duty;
import sixones.people.Proven;
import sixones.people.account.People;
import sixones.store.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FirstStartTest {
  @Inject People people;

  @Test
  void the_first_passwords_are_in_a_file_of_its_owner_alone_and_have_to_be_changed()
      throws Exception {
    Path file = Path.of("target/data/first-passwords");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    List<String[]> lines =
        Files.readAllLines(file).stream().map(line -> line.split("\\s+")).toList();
    assertThat(lines)
        .extracting(line -> line[0])
        .contains("admin", "applicant", "officer", "auditor");
    for (String[] line : lines) {
      assertThat(people.prove(line[0], line[1]).map(Proven::duty)).contains(Duty.PASSWORD);
    }
  }
}
