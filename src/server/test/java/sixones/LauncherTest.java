package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, with a Java in its place that only writes down how it was called: the application
 * itself is started by the integration tests.
 */
class LauncherTest {
  /** What Java begins an archive of classes with, once it is whole. */
  private static final byte[] WHOLE = {(byte) 0xA8, (byte) 0xAB, 0x0B, (byte) 0xF0, 1};

  private static final byte[] CUT_SHORT = {0, 0, 0, 0, 1};
  private static final String MACHINE = "17.0.1_9";

  @TempDir Path folder;
  private String build;

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
    Path jar = folder.resolve("src/server/target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "");
    build = String.valueOf(Files.getLastModifiedTime(jar).toMillis() / 1000);
    java("17", "17.0.1+9");
  }

  private void java(String version, String machine) throws IOException {
    Path java = folder.resolve("java/bin/java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -XshowSettings:properties ]; then
          echo '    java.specification.version = %s' >&2
          echo '    java.vm.version = %s' >&2
          exit
        fi
        printf '%%s\\n' "$@" "by $$" >> '%s'
        """
            .formatted(version, machine, folder.resolve("calls")));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void what_a_service_that_ended_has_written_serves_the_next() throws Exception {
    Path written = archive(build, "serve.jsa." + ended(), WHOLE);

    List<String> call = launch("serve", "--demo");

    Path archive = at(build, "serve.jsa");
    assertThat(call).contains("-XX:SharedArchiveFile=" + archive, "serve", "--demo");
    assertThat(archive).hasBinaryContent(WHOLE);
    assertThat(written).doesNotExist();
    assertThat(String.join("\n", call)).doesNotContain("ArchiveClassesAtExit");
  }

  @Test
  void archives_of_other_builds_go_and_those_being_written_stay() throws Exception {
    String another = "1";
    List<Path> gone =
        List.of(
            archive(another, "serve.jsa", WHOLE),
            archive(another, "serve.jsa." + ended(), WHOLE),
            archive(build, "serve.jsa." + ended(), CUT_SHORT));
    long alive = ProcessHandle.current().pid();
    List<Path> kept =
        List.of(
            archive(another, "serve.jsa." + alive, CUT_SHORT), archive(build, "check.jsa", WHOLE));

    List<String> call = launch("serve");

    assertThat(gone).noneMatch(Files::exists);
    assertThat(kept).allMatch(Files::exists);
    String writer = call.get(call.size() - 1).substring("by ".length());
    assertThat(call).contains("-XX:ArchiveClassesAtExit=" + at(build, "serve.jsa." + writer));
  }

  @Test
  void a_check_has_its_archive_written_before_and_those_of_other_builds_removed() throws Exception {
    Path another = archive("1", "check.jsa", WHOLE);

    List<String> calls = launch("check", "bid 一.json", "--lang", "zh-CN", "a\"b");

    Path archive = at(build, "check.jsa");
    assertThat(another).doesNotExist();
    assertThat(calls)
        .containsSubsequence(
            "-XX:ArchiveClassesAtExit=" + archive,
            "check",
            folder.resolve("fixtures/sichuan-2022-cities/compliant.json").toString(),
            "-XX:SharedArchiveFile=" + archive,
            "check",
            "bid 一.json",
            "--lang",
            "zh-CN",
            "a\"b");

    Files.write(archive, WHOLE);
    Files.delete(folder.resolve("calls"));
    assertThat(String.join("\n", launch("check", "bid.json")))
        .doesNotContain("ArchiveClassesAtExit");
  }

  @Test
  void a_java_that_is_too_old_or_missing_is_told() throws Exception {
    java("11", "11.0.2+9");
    assertThat(fail()).isEqualTo("sixones: Java 11 is too old; install a JDK, version 17 or newer");
    java("1.8", "25.1-b01");
    assertThat(fail()).contains("Java 1.8 is too old");
    Files.delete(folder.resolve("java/bin/java"));
    assertThat(fail()).isEqualTo("sixones: no Java found; install a JDK, version 17 or newer");
    assertThat(folder.resolve("calls")).doesNotExist();
  }

  private Path archive(String build, String name, byte[] content) throws IOException {
    return Files.write(at(build, name), content);
  }

  private Path at(String build, String name) {
    return folder.resolve("target").resolve(MACHINE + "-" + build + "-" + name);
  }

  /** The number of a process that was there and is no more. */
  private static long ended() throws Exception {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  /** How Java was called, argument by argument. */
  private List<String> launch(String... arguments) throws Exception {
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
