package sixones.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.http.signin.SignInMode;
import sixones.people.Person;
import sixones.people.account.Demo;
import sixones.people.account.Seeds;
import sixones.postgres.DatabaseUnusable;
import sixones.postgres.SecretFile;

/**
 * Creates the first accounts on an empty database. Their passwords are written to a file readable
 * by its owner alone.
 */
@ApplicationScoped
class FirstStart {
  /** Runs before {@link DemoRound}, which needs the people. */
  private static final int EARLY = 100;

  private static final String FILE = "first-passwords";

  @Inject Seeds seeds;
  @Inject Demo demo;
  @Inject SignInMode mode;

  @ConfigProperty(name = "sixones.data", defaultValue = "data")
  Path folder;

  void seed(@Observes @Priority(EARLY) StartupEvent start) {
    if (mode.isByProvider()) {
      if (demo.on()) {
        throw DatabaseUnusable.demonstrationWithProvider();
      }
      return;
    }
    if (demo.on()) {
      List<String> open = seeds.addDemo();
      Map<Person, String> passwords = new LinkedHashMap<>();
      Demo.PEOPLE.stream()
          .filter(person -> open.contains(person.name()))
          .forEach(person -> passwords.put(person, Demo.PASSWORD));
      print("This is a demonstration: anybody knows these people and passwords.", passwords);
      return;
    }
    seeds.refuseDemo();
    // The passwords are written before the accounts are committed. The other order would leave
    // accounts with unknown passwords if the process were killed in between.
    seeds.addToEmpty(this::leave);
  }

  private void leave(Map<Person, String> passwords) {
    SecretFile file = new SecretFile(folder.resolve(FILE));
    List<String> lines = new ArrayList<>();
    passwords.forEach((person, password) -> lines.add(line(person, password)));
    try {
      file.replace(lines);
    } catch (IOException e) {
      throw DatabaseUnusable.notWritable(folder, e);
    }
    System.out.println(
        "\nThe first people. Their passwords are in "
            + file.file().toAbsolutePath()
            + ";\neach has to be changed at the first sign-in. Delete the file then.\n");
  }

  /** Prints to standard output, not to the log, which is retained and read by others. */
  private static void print(String head, Map<Person, String> passwords) {
    PrintStream out = System.out;
    StringBuilder block = new StringBuilder("\n" + head + "\n\n");
    passwords.forEach(
        (person, password) ->
            block.append("  ").append(line(person, password)).append(System.lineSeparator()));
    out.println(block);
    out.flush();
  }

  private static String line(Person person, String password) {
    String applicant = person.applicant() == null ? "" : " " + person.applicant();
    return "%-10s %-36s %s".formatted(person.name(), password, person.role().id() + applicant);
  }
}
