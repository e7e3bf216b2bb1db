package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sixones.faults.Service;
import sixones.faults.UsedData;

/** The service as it is packed, started as the launcher starts it, on a port of its own. */
final class PackagedApplication implements AutoCloseable {
  static final Path FOLDER = Path.of(System.getProperty("application"));
  static final Path CHECK = Project.file("src/rulesets/target/check");
  private static final String LISTENING = "Listening on: ";
  private static final String MANAGEMENT = "Management interface listening on ";

  private static PackagedApplication demonstration;
  private static Path demonstrated;

  private final Process process;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private URI root;
  private URI management;

  private PackagedApplication(Process process) {
    this.process = process;
  }

  /**
   * A demonstration on what its first start left, which answers to the host x, too: one for all
   * tests of this process that leave it as it is to the others. It ends with the process.
   */
  static synchronized PackagedApplication demonstration() throws IOException {
    if (demonstration == null) {
      demonstrated = UsedData.copyTo(Files.createTempDirectory("demonstration"));
      demonstration =
          serve(
              Map.of(
                  "SIXONES_DATA",
                  demonstrated.toString(),
                  "SIXONES_DEMO",
                  "true",
                  "SIXONES_HOSTS",
                  "x,127.0.0.1"));
      Runtime.getRuntime().addShutdownHook(new Thread(PackagedApplication::endDemonstration));
    }
    return demonstration;
  }

  /** Its data folder. */
  static Path demonstrated() {
    return demonstrated;
  }

  private static void endDemonstration() {
    try {
      demonstration.close();
      new ProcessBuilder("rm", "-rf", demonstrated.toString()).start().waitFor();
    } catch (IOException | InterruptedException e) {
      // The process ends, and the operating system empties that folder.
    }
  }

  /** Starts on a data folder. */
  static PackagedApplication serve(Path data, String... more) throws IOException {
    return serve(Map.of("SIXONES_DATA", data.toString()), more);
  }

  /** Starts with these settings of the environment, and no others. */
  static PackagedApplication serve(Map<String, String> settings, String... more)
      throws IOException {
    return serveWith(settings, List.of(), more);
  }

  /** The same with these options of Java. */
  static PackagedApplication serveWith(
      Map<String, String> settings, List<String> options, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dquarkus.http.port=0",
                "-Dquarkus.management.port=0",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
    command.addAll(UsedData.classes());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), "sixones.start.SixOnes", "serve"));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    builder.environment().putAll(settings);
    return new PackagedApplication(builder.start());
  }

  /** Where it listens, as soon as it does. */
  URI root() throws IOException {
    if (root == null) {
      BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
      for (String line = lines.readLine(); root == null; line = lines.readLine()) {
        assertThat(line).as("it ended before it listened: " + said).isNotNull();
        said.add(line);
        if (line.contains(LISTENING)) {
          root = address(line, LISTENING);
          management = address(line, MANAGEMENT);
        }
      }
      Thread drain = new Thread(() -> drain(lines));
      drain.setDaemon(true);
      drain.start();
    }
    return root;
  }

  /** Reads to the end, which is when the process ends. */
  private void drain(BufferedReader lines) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
      }
    } catch (IOException closed) {
      // It has ended.
    }
  }

  /** Where metrics and the details of health are told. */
  URI management() throws IOException {
    root();
    return management;
  }

  private static URI address(String line, String after) {
    String address = line.substring(line.indexOf(after) + after.length()).split(" ")[0];
    return URI.create(address.replaceFirst("\\.$", "").replace("0.0.0.0", "localhost"));
  }

  /** What it has said so far. */
  List<String> said() {
    synchronized (said) {
      return List.copyOf(said);
    }
  }

  /** Sees that it ends with a code, saying these words and showing nothing of its inside. */
  void assertRefused(int code, String... words) throws Exception {
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(all).isTrue();
    assertThat(process.exitValue()).as(all).isEqualTo(code);
    assertThat(all).contains(words).doesNotContain("Exception", "\tat ", "{");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  static String classPath() {
    return Service.classPath();
  }

  static String checkClassPath() throws IOException {
    return String.join(File.pathSeparator, jars(CHECK));
  }

  static List<String> jars() throws IOException {
    return jars(FOLDER);
  }

  private static List<String> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> jars = files.map(Path::toString).filter(f -> f.endsWith(".jar")).toList();
      assertThat(jars).isNotEmpty();
      return jars;
    }
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
