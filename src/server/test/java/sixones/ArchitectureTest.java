package sixones;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms and the arrows between them; changed together with docs/style.md and an ADR. */
class ArchitectureTest {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              Project.file("src/engine/target/classes"), Project.file("src/server/target/classes"));

  /** The rooms from the lowest to the highest: each may use those before it. */
  private static final List<String> ROOMS =
      List.of(
          "text",
          "bid",
          "fact",
          "fact.identity",
          "fact.derived",
          "fact.kind",
          "rule",
          "finding",
          "rule.drools",
          "ruleset",
          "evaluation",
          "answer",
          "door",
          "report",
          "report.text",
          "report.json",
          "cli",
          "calendar",
          "postgres",
          "store",
          "audit",
          "people",
          "people.session",
          "people.account",
          "people.token",
          "people.factor",
          "library",
          "official",
          "round",
          "calendar.adoption",
          "draft",
          "evidence",
          "submission",
          "proceeding.act",
          "proceeding.conclusion",
          "proceeding",
          "proceeding.permission",
          "representation",
          "paper",
          "letter",
          "casework.letter",
          "casework",
          "overview",
          "backup",
          "watch",
          "retention",
          "http",
          "http.strict",
          "http.signin",
          "http.filter",
          "api",
          "api.cases",
          "pages.frame",
          "pages.choice",
          "pages.form",
          "pages.bid",
          "pages.report",
          "pages.workbook",
          "pages.change",
          "pages.account",
          "pages.audit",
          "pages.authorities",
          "pages.casework",
          "pages.check",
          "pages.applicant",
          "pages.draft",
          "pages.evaluations",
          "pages.help",
          "pages.mycase",
          "pages.people",
          "pages.rounds",
          "pages.rules",
          "pages.notices",
          "pages.terms",
          "pages.paper",
          "start");

  /** What the rooms of the engine may use; the others may use it, and it none of them. */
  private static final int ENGINE = ROOMS.indexOf("cli");

  private static final int MOST_FILES = 25;
  private static final int MOST_COMPONENTS = 12;

  @Test
  void rooms_use_only_the_rooms_below_them() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : own()) {
      String from = room(type);
      found.add(from);
      for (Dependency use : type.getDirectDependenciesFromSelf()) {
        if (use.getTargetClass().getPackageName().startsWith("sixones.")) {
          assertThat(isBelow(room(use.getTargetClass()), from))
              .as("arrows never point back: " + use.getDescription())
              .isTrue();
        }
      }
    }

    assertThat(found).isEqualTo(new TreeSet<>(ROOMS));
  }

  private static boolean isBelow(String used, String from) {
    boolean journeys = isJourney(used) && isJourney(from);
    boolean storeOfDomain = List.of("postgres", "store").contains(from) && isEngine(used);
    if (from.equals("calendar")) {
      return used.equals(from);
    }
    return used.equals(from)
        || ROOMS.indexOf(used) < ROOMS.indexOf(from) && !journeys && !storeOfDomain;
  }

  /**
   * Pages of one journey; they share what the rooms of pages before them hold, and nothing else.
   */
  private static boolean isJourney(String room) {
    return room.startsWith("pages.")
        && !List.of(
                "pages.frame",
                "pages.choice",
                "pages.form",
                "pages.bid",
                "pages.report",
                "pages.workbook",
                "pages.change")
            .contains(room);
  }

  private static boolean isEngine(String room) {
    return ROOMS.indexOf(room) <= ENGINE;
  }

  @Test
  void a_room_can_be_taken_in_at_a_glance() {
    Map<String, Set<String>> files = new TreeMap<>();
    for (JavaClass type : own()) {
      String file = type.getSource().orElseThrow().getFileName().orElseThrow();
      files.computeIfAbsent(room(type), room -> new TreeSet<>()).add(file);
    }

    files.forEach(
        (room, in) ->
            assertThat(in)
                .as("a room of more than %d files is two rooms: %s", MOST_FILES, room)
                .hasSizeLessThanOrEqualTo(MOST_FILES));
  }

  @Test
  void a_record_has_at_most_twelve_components() {
    Set<String> wide = new TreeSet<>();
    for (JavaClass type : own()) {
      long components =
          type.getFields().stream()
              .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
              .count();
      if (type.isRecord() && components > MOST_COMPONENTS) {
        wide.add(type.getName().substring(type.getPackageName().length() + 1));
      }
    }

    assertThat(wide)
        .as("a record of more than %d components is several values", MOST_COMPONENTS)
        .isEmpty();
  }

  private static JavaClasses own() {
    return CLASSES.that(resideInAPackage("sixones.."));
  }

  private static String room(JavaClass type) {
    return type.getPackageName().substring("sixones.".length());
  }

  @Test
  void only_one_room_knows_drools() {
    noClasses()
        .that()
        .resideOutsideOfPackages("sixones.rule.drools..", "rules..")
        .and()
        // What a check hands over when it fires is named by the engine of its rules.
        .doNotHaveFullyQualifiedName("sixones.finding.Findings")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..")
        .because("the engine may be changed without any other room noticing")
        .check(CLASSES);
  }

  @Test
  void no_page_sleeps() {
    noClasses()
        .that()
        .resideInAnyPackage("sixones.pages..", "sixones.api..", "sixones.http..")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.locks.LockSupport")
        .because("a worker thread that sleeps serves nobody; what is waited for is waited on")
        .check(CLASSES);
  }

  @Test
  void only_doors_know_jax_rs() {
    noClasses()
        .that()
        .resideOutsideOfPackages("sixones.http..", "sixones.api..", "sixones.pages..")
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
            "sixones.postgres..",
            "sixones.store..",
            "sixones.audit..",
            "sixones.people..",
            "sixones.library..",
            "sixones.official..",
            "sixones.round..",
            "sixones.calendar.adoption..",
            "sixones.draft..",
            "sixones.evidence..",
            "sixones.submission..",
            "sixones.casework..",
            "sixones.overview..",
            "sixones.backup..",
            "sixones.retention..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "jakarta.persistence..", "io.quarkus.hibernate..")
        .because("what is kept is kept in few rooms, each with a place for every act")
        .check(CLASSES);
  }

  @Test
  void what_is_shown_of_an_evaluation_is_told_from_what_is_kept() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "sixones.overview..",
            "sixones.representation..",
            "sixones.pages.report..",
            "sixones.pages.rounds..",
            "sixones.pages.evaluations..",
            "sixones.pages.audit..")
        .should()
        .callMethodWhere(
            describe(
                "a run of rules",
                call ->
                    call.getName().matches("run|examine|look|preview")
                        && call.getTargetOwner()
                            .getFullName()
                            .matches("sixones[.](ruleset|evaluation|official)[.].*")))
        .because("an evaluation is shown as it was made; running it again is an act of its own")
        .check(CLASSES);
  }

  @Test
  void what_counts_officially_is_evaluated_behind_the_door_of_a_pinned_engine() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "sixones.official..",
            "sixones.round..",
            "sixones.draft..",
            "sixones.evidence..",
            "sixones.submission..",
            "sixones.casework..",
            "sixones.overview..",
            "sixones.pages.applicant..",
            "sixones.pages.draft..",
            "sixones.pages.rounds..",
            "sixones.pages.evaluations..")
        .should()
        .callMethodWhere(
            describe(
                "a run of rules outside the door",
                call ->
                    call.getName().matches("run|examine")
                        && call.getTargetOwner()
                            .getFullName()
                            .matches("sixones[.](ruleset|evaluation)[.].*")))
        .because("a round is served by the engine it pins, whatever this release carries")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages("sixones.door..", "sixones.library..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("sixones.door..")
        .because("only the library knows whether the engine behind a door is the present one")
        .check(CLASSES);
  }

  @Test
  void the_core_reads_no_clock_and_no_network() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "sixones.text..",
            "sixones.bid..",
            "sixones.fact..",
            "sixones.rule..",
            "sixones.finding..",
            "sixones.ruleset..",
            "sixones.report..",
            "sixones.calendar",
            "sixones.proceeding..")
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
