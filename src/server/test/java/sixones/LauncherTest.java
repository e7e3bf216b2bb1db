package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, with a Java in its place that only writes down how it was called: the application
 * itself is started by the integration tests.
 */
class LauncherTest {
  private static final String RELEASE = "17.0.1+9";
  private static final String CHECKS = "src/rulesets/target/check";
  private static final String SERVICE = "src/server/target/quarkus-app";

  /** A Java that writes the archive it is asked for, and one that cannot. */
  private static final String DUMPING =
      "for a; do case $a in -XX:DumpLoadedClassList=*) : > \"${a#*=}\";; esac; done\n"
          + "case \"$*\" in *-Xshare:dump*|*ArchiveClassesAtExit*) echo whole > "
          + "\"$(printf '%s\\n' \"$@\""
          + " | sed -n 's/^-XX:SharedArchiveFile=//p; s/^-XX:ArchiveClassesAtExit=//p')\";; esac\n"
          + "case \"$*\" in *SharedArchiveFile*--version)"
          + " [ -e \"$(printf '%s\\n' \"$@\" | sed -n 's/^-XX:SharedArchiveFile=//p')\" ] || exit 1;;"
          + " esac";

  private static final String FAILING =
      "case \"$*\" in *-Xshare:dump*|*ArchiveClassesAtExit*|*--version) exit 1;; esac";

  @TempDir Path folder;

  @BeforeEach
  void a_build_is_there() throws Exception {
    Files.copy(Project.file("sixones"), folder.resolve("sixones"));
    for (String source :
        List.of("src/engine/main", "src/server/main", "rules", "java/bin", "target")) {
      Files.createDirectories(folder.resolve(source));
    }
    for (String pom : List.of("pom.xml", "src/engine/pom.xml", "src/server/pom.xml")) {
      Files.writeString(folder.resolve(pom), "");
    }
    for (String jar :
        List.of(
            CHECKS + "/engine.jar", SERVICE + "/app/server.jar", SERVICE + "/quarkus-run.jar")) {
      Files.createDirectories(folder.resolve(jar).getParent());
      Files.writeString(folder.resolve(jar), "");
    }
    java(RELEASE, DUMPING);
  }

  private void java(String release, String act) throws IOException {
    Path java = folder.resolve("java/bin/java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -XshowSettings:properties ]; then
          echo '    java.runtime.version = %s' >&2
          exit
        fi
        printf '%%s\\n' "$@" >> '%s'
        %s
        """
            .formatted(release, folder.resolve("calls"), act));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_check_runs_on_the_engine_alone_with_its_arguments_as_they_are() throws Exception {
    Path archive = archive(CHECKS, RELEASE);

    List<String> call = launch("check", "bid 一.json", "--lang", "zh-CN", "a\"b");

    assertThat(call)
        .contains("-XX:SharedArchiveFile=" + archive)
        .endsWith("sixones.cli.Commands", "check", "bid 一.json", "--lang", "zh-CN", "a\"b");
    assertThat(String.join("\n", call))
        .contains(CHECKS + "/engine.jar")
        .doesNotContain("quarkus", "jboss", "DumpLoadedClassList");
    assertThat(launch("--help")).endsWith("sixones.cli.Commands", "--help");
  }

  @Test
  void a_service_maps_the_archive_of_the_build() throws Exception {
    Path archive = archive(SERVICE, RELEASE);

    assertThat(launch("serve", "--demo"))
        .contains("-XX:SharedArchiveFile=" + archive)
        .endsWith("sixones.start.SixOnes", "serve", "--demo");
    assertThat(launch("password", "admin")).endsWith("sixones.start.SixOnes", "password", "admin");
    assertThat(archive).hasContent("of the build");
  }

  @Test
  void without_sources_it_builds_nothing_and_runs_what_is_beside_it() throws Exception {
    Files.move(folder.resolve(CHECKS), folder.resolve("check"));
    Files.move(folder.resolve(SERVICE), folder.resolve("service"));
    Files.move(folder.resolve("src"), folder.resolve("elsewhere"));
    Path archive = archive("service", RELEASE);
    archive("check", RELEASE);

    assertThat(launch("serve"))
        .contains("-XX:SharedArchiveFile=" + archive)
        .endsWith("sixones.start.SixOnes", "serve");
    assertThat(String.join("\n", launch("check", "bid.json")))
        .contains("/check/engine.jar")
        .doesNotContain("/service/");
    assertThat(folder.resolve("said")).isEmptyFile();
  }

  @Test
  void the_first_start_on_another_java_makes_an_archive_for_it() throws Exception {
    Path another = archive(SERVICE, "25.0.1+8-LTS");

    List<String> calls = launch("serve");

    Path archive = folder.resolve(SERVICE).resolve(RELEASE + ".jsa");
    assertThat(calls)
        .containsSubsequence(
            "serve",
            "--demo",
            "--rehearsal",
            "--version",
            "-XX:SharedArchiveFile=" + archive,
            "sixones.start.SixOnes",
            "serve");
    assertThat(archive).hasContent("whole");
    assertThat(another).exists();
    assertThat(drafts()).isEmpty();
    assertThat(String.join("\n", calls)).contains("-XX:ArchiveClassesAtExit=");
    assertThat(String.join("\n", launch("serve"))).doesNotContain("ArchiveClassesAtExit");
  }

  @Test
  void an_archive_that_cannot_be_made_is_done_without() throws Exception {
    java(RELEASE, FAILING);

    List<String> calls = launch("check", "bid.json");

    assertThat(calls).endsWith("sixones.cli.Commands", "check", "bid.json");
    int last = calls.lastIndexOf("-Xlog:disable");
    assertThat(String.join("\n", calls.subList(last, calls.size()))).doesNotContain("Shared");
    assertThat(drafts()).isEmpty();
    assertThat(folder.resolve(CHECKS).resolve(RELEASE + ".jsa")).doesNotExist();
  }

  @Test
  void an_archive_java_cannot_start_with_gets_no_name() throws Exception {
    java(RELEASE, DUMPING + "\ncase \"$*\" in *SharedArchiveFile*--version) exit 134;; esac");

    assertThat(launch("serve")).endsWith("sixones.start.SixOnes", "serve");
    assertThat(folder.resolve(SERVICE).resolve(RELEASE + ".jsa")).doesNotExist();
    assertThat(drafts()).isEmpty();
  }

  @Test
  void the_build_makes_the_archive_of_the_java_it_runs_on() throws Exception {
    List<String> calls = launch("archive", "check");

    assertThat(calls).contains("-Xshare:dump");
    assertThat(folder.resolve(CHECKS).resolve(RELEASE + ".jsa")).hasContent("whole");
    assertThat(folder.resolve(SERVICE).resolve(RELEASE + ".jsa")).doesNotExist();
  }

  @Test
  void the_folder_of_a_java_says_which_it_is() throws Exception {
    Files.writeString(folder.resolve("java/release"), "JAVA_RUNTIME_VERSION=\"21.0.2+13\"\n");
    Path archive = archive(CHECKS, "21.0.2+13");

    assertThat(launch("check", "bid.json")).contains("-XX:SharedArchiveFile=" + archive);
  }

  @Test
  void a_java_that_is_too_old_or_missing_is_told() throws Exception {
    java("11.0.2+9", DUMPING);
    assertThat(fail())
        .isEqualTo("sixones: Java 11.0.2+9 is too old; install a JDK, version 17 or newer");
    java("1.8.0_292-b10", DUMPING);
    assertThat(fail()).contains("Java 1.8.0_292-b10 is too old");
    Files.delete(folder.resolve("java/bin/java"));
    assertThat(fail()).isEqualTo("sixones: no Java found; install a JDK, version 17 or newer");
    assertThat(folder.resolve("calls")).doesNotExist();
  }

  @Test
  void the_launcher_can_be_read_at_once() throws Exception {
    assertThat(Files.readAllLines(folder.resolve("sixones"))).hasSizeLessThanOrEqualTo(80);
  }

  private Path archive(String application, String release) throws IOException {
    Path archive = folder.resolve(application).resolve(release + ".jsa");
    return Files.writeString(archive, "of the build");
  }

  /** What making an archive has left behind. */
  private List<Path> drafts() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().contains("archive.")).toList();
    }
  }

  /** How Java was called, argument by argument. */
  private List<String> launch(String... arguments) throws Exception {
    Files.deleteIfExists(folder.resolve("calls"));
    assertThat(start(arguments).waitFor()).isZero();
    return Files.readAllLines(folder.resolve("calls"));
  }

  private String fail() throws Exception {
    Process process = start("serve");
    assertThat(process.waitFor()).isEqualTo(70);
    return Files.readString(folder.resolve("said")).strip();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("sixones").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder launcher =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    launcher.environment().put("JAVA_HOME", folder.resolve("java").toString());
    launcher.environment().put("LC_ALL", "C.UTF-8");
    return launcher.start();
  }
}
