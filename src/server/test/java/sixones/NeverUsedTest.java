package sixones;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.RandomAccessFile;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no place in this service, so that nothing of it can be used against it. */
@InTurns(3)
class NeverUsedTest {
  /** Asks this very service, on its own port, before the build packs its classes. */
  private static final String REHEARSAL = "sixones.start.Rehearsal";

  /** Reads the XML of a workbook, without document types and entities. */
  private static final String READS_WORKBOOKS = "sixones.pages.workbook";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              Project.file("src/engine/target/classes"), Project.file("src/server/target/classes"));
  private static final List<Path> SOURCES =
      List.of(Project.file("src/engine/main"), Project.file("src/server/main"));
  private static final Path SERVER = Path.of("main");

  @Test
  void only_the_database_starts_programs() {
    noClasses()
        .that()
        .resideOutsideOfPackage("sixones.postgres..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class)
        .orShould()
        .callMethodWhere(called(Runtime.class, "exec"))
        .because("nothing that was sent becomes a command")
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javax.xml..", "org.xml.sax..", "org.w3c.dom.."})
  void only_paper_and_the_reader_of_workbooks_read_xml(String packages) {
    noClasses()
        .that()
        .resideOutsideOfPackages("sixones.paper", READS_WORKBOOKS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages)
        .because(
            "what is printed was written by templates of this service, a workbook's parts are read"
                + " within limits, and nothing else is XML")
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.naming..",
        "javax.script..",
        "java.rmi..",
        "java.net.http..",
        "io.vertx.ext.web.client..",
        "jakarta.ws.rs.client..",
        "jakarta.mail..",
        "io.quarkus.websockets..",
        "jakarta.websocket.."
      })
  void nothing_looks_names_up_runs_scripts_or_asks_others(String packages) {
    noClasses().should().dependOnClassesThat().resideInAPackage(packages).check(CLASSES);
  }

  @Test
  void what_builds_trees_of_a_workbook_or_calculates_is_never_called() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.poi.xssf.usermodel..",
            "org.apache.poi.xssf.streaming..",
            "org.apache.poi.hssf..",
            "org.apache.poi.ss.formula..",
            "org.apache.poi.poifs..",
            "org.apache.xmlbeans..",
            "org.openxmlformats..")
        .because("a workbook somebody sends is read part by part, and no formula runs")
        .check(CLASSES);
  }

  @Test
  void no_object_of_java_is_read_and_no_address_is_opened() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(REHEARSAL)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ObjectInputStream.class, URLConnection.class)
        .because("bytes from elsewhere make no objects, and evidence is never fetched")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("sixones.postgres..")
        .and()
        .doNotHaveFullyQualifiedName(REHEARSAL)
        .should()
        .callMethodWhere(called(URL.class, "open.*"))
        .because("only the server that is packed with the service is read by its address")
        .check(CLASSES);
  }

  @Test
  void chance_comes_from_a_secure_source() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, ThreadLocalRandom.class, SplittableRandom.class)
        .orShould()
        .callMethodWhere(called(Math.class, "random"))
        .check(CLASSES);
  }

  @Test
  void no_method_is_of_another_language() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .doNotHaveSimpleName("Templates")
        .should()
        .haveModifier(JavaModifier.NATIVE)
        .because("memory is managed by Java; those of templates are written by the build")
        .check(CLASSES);
  }

  @Test
  void a_pattern_is_made_once_of_what_we_wrote() {
    noClasses()
        .should()
        .callMethodWhere(
            called(Pattern.class, "compile")
                .and(
                    describe(
                        "while something is answered",
                        call ->
                            !call.getOrigin().getName().matches("<clinit>|lambda\\$static\\$.*"))))
        .because("no text that was sent becomes one")
        .check(CLASSES);
  }

  @Test
  void files_are_written_where_keys_and_the_database_are_kept_alone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("sixones.postgres..")
        .and()
        // Unpacks signed engines; the names of their jars are of letters, digits and dots.
        .doNotHaveFullyQualifiedName("sixones.library.EngineClasses")
        .and()
        // Print all papers of a round into a folder of their own, under names of their own.
        .haveNameNotMatching("sixones\\.paper\\.PrintJobs?")
        .and()
        // Keeps evidence files under their digests.
        .doNotHaveFullyQualifiedName("sixones.evidence.FileStore")
        .and()
        // Write the file an administrator names at the terminal, and keys under three fixed names.
        .resideOutsideOfPackage("sixones.backup")
        .should()
        .callMethodWhere(
            called(
                Files.class,
                "write.*|newOutputStream|newBufferedWriter|move|copy|delete.*|create.*"))
        .orShould()
        .callConstructor(FileOutputStream.class, String.class)
        .orShould()
        .callConstructor(FileOutputStream.class, File.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(FileWriter.class, RandomAccessFile.class)
        .because("no name that was sent becomes a path")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaMethodCall> called(Class<?> owner, String names) {
    return describe(
        owner.getSimpleName() + "." + names,
        call ->
            call.getTargetOwner().isAssignableTo(owner)
                && call.getTarget().getName().matches(names));
  }

  @Test
  void no_weak_digest_or_cipher_is_named() throws IOException {
    String weak = "\"(MD[245]|SHA-?1|DES.*|RC4|.*ECB.*|.*PKCS1.*)\"|Cipher\\.getInstance\\(\"AES\"";

    for (Path sources : SOURCES) {
      assertThat(holding(sources.resolve("java"), weak)).isEmpty();
    }
  }

  @Test
  void our_scripts_run_no_text_and_one_keeps_the_self_check() throws IOException {
    String never =
        "localStorage|indexedDB|document\\.cookie|postMessage|[\"']message[\"']"
            + "|\\beval\\b|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\\.write";
    Path assets = SERVER.resolve("resources/META-INF/resources/assets");

    assertThat(holding(assets, never)).isEmpty();
    assertThat(holding(assets, "sessionStorage")).containsExactly(assets.resolve("kept.js"));
    assertThat(SERVER.resolve("resources/templates/pages/frame/layout.html"))
        .content()
        .contains("\"allowEval\":false", "\"historyCacheSize\":0", "\"selfRequestsOnly\":true");
  }

  /** A join makes PostgreSQL read all people for each row it is joined to (ADR 53). */
  @Test
  void no_statement_joins_the_names_of_people() throws IOException {
    assertThat(holding(SERVER.resolve("java"), "join (person_name|KnownName)\\b")).isEmpty();
  }

  /** A browser cuts off what is pasted into such a field, and says nothing. */
  @Test
  void no_field_of_a_page_cuts_off_what_is_pasted() throws Exception {
    assertThat(holding(SERVER.resolve("resources/templates"), "maxlength")).isEmpty();
  }

  private static List<Path> holding(Path folder, String pattern) throws IOException {
    Pattern never = Pattern.compile(pattern);
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).isNotEmpty();
      List<Path> holding = new ArrayList<>();
      for (Path file : all) {
        if (never.matcher(Files.readString(file)).find()) {
          holding.add(file);
        }
      }
      return holding;
    }
  }
}
