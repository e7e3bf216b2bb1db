package sixones;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.modules.ArchModules;
import com.tngtech.archunit.library.modules.ModuleDependency;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms and the arrows between them; changed together with the table in STYLE and an ADR. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "bid", Set.of(),
          "ruleset", Set.of("bid"),
          "database", Set.of(),
          "audit", Set.of("database"),
          "people", Set.of("audit", "database"),
          "evaluation", Set.of("ruleset", "bid", "database"),
          "round", Set.of("evaluation", "ruleset", "bid", "people", "audit", "database"),
          "report", Set.of("round", "evaluation", "ruleset", "bid", "people", "audit"),
          "web",
              Set.of(
                  "report", "round", "evaluation", "ruleset", "bid", "people", "audit", "database"),
          "cli",
              Set.of(
                  "report",
                  "round",
                  "evaluation",
                  "ruleset",
                  "bid",
                  "people",
                  "audit",
                  "database"));

  @Test
  void rooms_use_only_the_rooms_they_may() {
    ArchModules<?> rooms =
        ArchModules.defineByPackages("sixones.(*)..")
            .modularize(CLASSES.that(resideInAPackage("sixones..")));

    Set<String> found = new TreeSet<>();
    rooms.forEach(room -> found.add(room.getIdentifier().getPart(1)));
    assertThat(found).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    for (var room : rooms) {
      String from = room.getIdentifier().getPart(1);
      for (ModuleDependency<?> arrow : room.getModuleDependenciesFromSelf()) {
        assertThat(arrow.getTarget().getIdentifier().getPart(1))
            .as(arrow.getDescription())
            .isIn(MAY_USE.get(from));
      }
    }
  }

  @Test
  void only_ruleset_knows_drools() {
    noClasses()
        .that()
        .resideOutsideOfPackages("sixones.ruleset..", "rules..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..")
        .because("the engine may be changed without any other room noticing")
        .check(CLASSES);
  }

  @Test
  void only_web_knows_jax_rs() {
    noClasses()
        .that()
        .resideOutsideOfPackage("sixones.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..")
        .because("a door decides nothing, and no room behind it knows which door was used")
        .check(CLASSES);
  }

  @Test
  void only_the_rooms_that_keep_things_know_the_database() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "sixones.database..",
            "sixones.people..",
            "sixones.evaluation..",
            "sixones.round..",
            "sixones.audit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "jakarta.persistence..", "io.quarkus.hibernate..")
        .because("what is kept is kept in few rooms, each with a place for every act")
        .check(CLASSES);
  }

  @Test
  void the_core_reads_no_clock_and_no_network() {
    noClasses()
        .that()
        .resideInAnyPackage("sixones.bid..", "sixones.ruleset..", "sixones.report..")
        .should()
        .dependOnClassesThat(JavaClass.Predicates.type(java.time.Clock.class))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..")
        .because("the same draft, day and rule set version give the same findings")
        .check(CLASSES);
  }

  @Test
  void the_time_of_day_comes_from_one_clock() {
    for (Class<?> time :
        List.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            ZonedDateTime.class,
            OffsetDateTime.class)) {
      noClasses()
          .should()
          .callMethod(time, "now")
          .because("a test moves the clock it hands in, and no room may know another time")
          .check(CLASSES);
    }
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .because("a test moves the clock it hands in, and no room may know another time")
        .check(CLASSES);
  }

  @Test
  void no_package_has_a_name_that_says_nothing() {
    Set<String> idle =
        Set.of("util", "utils", "common", "helper", "manager", "core", "dto", "service", "impl");
    for (JavaClass type : CLASSES) {
      assertThat(type.getPackageName().split("\\."))
          .as(type.getName())
          .doesNotContainAnyElementsOf(idle);
    }
  }
}
