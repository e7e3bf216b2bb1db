package sixones.web;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import sixones.database.DatabaseUnusable;
import sixones.people.Demo;
import sixones.people.Person;
import sixones.people.Seeds;

/**
 * Sees to it that there is somebody to sign in, and prints new passwords, once and nowhere else.
 */
@ApplicationScoped
class FirstStart {
  /** Before what builds on the people of a demonstration. */
  private static final int EARLY = 100;

  @Inject Seeds seeds;
  @Inject Demo demo;
  @Inject SignInMode mode;

  void seed(@Observes @Priority(EARLY) StartupEvent start) {
    if (mode.isByProvider()) {
      if (demo.on()) {
        throw DatabaseUnusable.demonstrationWithProvider();
      }
      return;
    }
    if (demo.on()) {
      seeds.addDemo();
      Map<Person, String> passwords = new LinkedHashMap<>();
      Demo.PEOPLE.forEach(person -> passwords.put(person, Demo.PASSWORD));
      print("This is a demonstration: anybody knows these people and passwords.", passwords);
      return;
    }
    seeds.refuseDemo();
    // Shown before they are kept: a service killed in between would leave passwords nobody knows.
    seeds.addToEmpty(
        added -> print("The first people. Their passwords are shown this once; keep them.", added));
  }

  /** Past the log, which others read and keep. */
  private static void print(String head, Map<Person, String> passwords) {
    PrintStream out = System.out;
    StringBuilder block = new StringBuilder("\n" + head + "\n\n");
    passwords.forEach(
        (person, password) ->
            block.append(
                "  %-10s %-26s %s%n"
                    .formatted(
                        person.name(),
                        password,
                        person.city() == null
                            ? person.role().id()
                            : person.role().id() + " " + person.city())));
    out.println(block);
    out.flush();
  }
}
