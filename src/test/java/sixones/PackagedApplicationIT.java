package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is packed is what runs: the launcher's class path, without anything that compiles DRL. */
class PackagedApplicationIT {
  private static final Path APPLICATION = Path.of(System.getProperty("application"));
  private static final String CHENGDU = "fixtures/sichuan-2022-cities/bids/chengdu-2022/bid.json";

  @Test
  void no_library_that_reads_or_compiles_drl_to_code_is_packed() throws IOException {
    assertThat(jars())
        .noneMatch(
            jar ->
                jar.matches(
                    ".*(model-codegen|drools-ecj|ecj-|drools-mvel|mvel2|javaparser|xml-support|xstream|codegen-common).*"));
  }

  @Test
  void no_class_that_compiles_drl_can_be_reached() throws Exception {
    try (URLClassLoader packed = packed()) {
      for (String compiler :
          List.of(
              "org.drools.model.codegen.ExecutableModelProject",
              "org.drools.model.codegen.execmodel.generator.DrlxParseUtil",
              "org.drools.ecj.EclipseJavaCompiler",
              "org.drools.mvel.builder.MVELDialect",
              "sixones.ruleset.BundleBuild",
              "sixones.ruleset.RuleCompiler",
              "sixones.ruleset.RuleFile")) {
        assertThat(isThere(packed, compiler)).as(compiler).isFalse();
      }
      assertThat(isThere(packed, "sixones.ruleset.RuleSets")).isTrue();
    }
  }

  @Test
  void drl_handed_to_the_engine_of_the_service_does_not_compile() throws Exception {
    Path source = Files.createTempDirectory("compile").resolve("Compile.java");
    Files.writeString(source, COMPILE);
    Process run =
        new ProcessBuilder(java(), "-cp", classPath(), source.toString())
            .redirectErrorStream(true)
            .start();

    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(said).contains("REFUSED").doesNotContain("COMPILED");
  }

  private static final String COMPILE =
      """
      import org.kie.api.KieServices;
      import org.kie.api.builder.*;
      public class Compile {
        public static void main(String[] none) {
          try {
            KieServices services = KieServices.get();
            KieFileSystem files = services.newKieFileSystem();
            files.write("src/main/resources/a/a.drl", "package a\\nrule \\"a\\" when then System.out.println(1); end\\n");
            KieBuilder builder = services.newKieBuilder(files);
            builder.buildAll();
            System.out.println(builder.getResults().hasMessages(Message.Level.ERROR) ? "REFUSED" : "COMPILED");
          } catch (Throwable e) {
            System.out.println("REFUSED " + e);
          }
        }
      }
      """;

  @Test
  @Timeout(120)
  void the_packed_service_starts_and_answers(@TempDir Path data) throws Exception {
    Process service = serve(data);
    try {
      URI root = listening(service);
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(root.resolve("/api/checks?asOf=2022-06-17"))
                      .header("Content-Type", "application/json")
                      .POST(HttpRequest.BodyPublishers.ofFile(Path.of(CHENGDU)))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .isEqualTo(said("check", "--format", "json", "--as-of", "2022-06-17", CHENGDU));
    } finally {
      service.destroy();
      service.waitFor();
    }
  }

  @Test
  @Timeout(180)
  void a_service_that_cannot_use_its_database_says_why_in_both_languages_and_no_more(
      @TempDir Path data) throws Exception {
    Path file = Files.writeString(data.resolve("file"), "no folder");
    assertRefused(serve(file), "is a file, not a folder", "不是文件夹");

    Path folder = data.resolve("of-demonstration");
    Process demonstration = serve(folder, "--demo");
    try {
      listening(demonstration);
      assertRefused(serve(folder), "is in use by another service", "正由另一个服务使用");
    } finally {
      demonstration.destroy();
      demonstration.waitFor();
    }
    assertRefused(serve(folder), "the password of the demonstration", "演示密码");
  }

  private static void assertRefused(Process service, String... words) throws Exception {
    String said = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(service.waitFor()).as(said).isEqualTo(69);
    assertThat(said).contains(words).doesNotContain("Exception", "\tat ");
  }

  private static Process serve(Path data, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-Dquarkus.http.port=0",
                "-Dsixones.data=" + data,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classPath(),
                "sixones.cli.SixOnes",
                "serve"));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static URI listening(Process service) throws IOException {
    var lines = service.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int at = line.indexOf("Listening on: ");
      if (at >= 0) {
        Thread drain = new Thread(() -> lines.lines().forEach(l -> {}));
        drain.setDaemon(true);
        drain.start();
        return URI.create(line.substring(at + 14).strip().replace("0.0.0.0", "localhost"));
      }
    }
    throw new AssertionError("the service ended before it listened");
  }

  private static String said(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(java(), "-cp", classPath(), "sixones.cli.SixOnes"));
    command.addAll(List.of(arguments));
    Process run =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    run.waitFor();
    return said;
  }

  private static boolean isThere(ClassLoader packed, String name) {
    try {
      Class.forName(name, false, packed);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static URLClassLoader packed() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String jar : jars()) {
      urls.add(Path.of(jar).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static String classPath() throws IOException {
    return String.join(File.pathSeparator, jars());
  }

  private static List<String> jars() throws IOException {
    try (Stream<Path> files = Files.walk(APPLICATION)) {
      List<String> jars =
          files
              .map(Path::toString)
              .filter(f -> f.endsWith(".jar"))
              // What the build made of a class comes before the class.
              .sorted(Comparator.comparing((String f) -> !f.contains("/quarkus/")))
              .toList();
      assertThat(jars).isNotEmpty();
      return jars;
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
