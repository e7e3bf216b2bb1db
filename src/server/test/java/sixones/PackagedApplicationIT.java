package sixones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is packed is what runs: the launcher's class path, without anything that compiles DRL. */
class PackagedApplicationIT {
  private static final String CHENGDU =
      "../../fixtures/sichuan-2022-cities/bids/chengdu-2022/bid.json";
  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<script(?![^>]*src=)[^>]*>(.*?)</script>", Pattern.DOTALL);

  private static PackagedApplication service;

  @BeforeAll
  static void starts() throws Exception {
    service = PackagedApplication.demonstration();
  }

  @Test
  void no_library_that_reads_or_compiles_drl_to_code_is_packed() throws IOException {
    assertThat(PackagedApplication.jars())
        .noneMatch(
            jar ->
                jar.matches(
                    ".*(model-codegen|drools-ecj|ecj-|drools-mvel|mvel2|javaparser|xml-support|xstream|codegen-common).*"));
  }

  @Test
  void a_check_carries_nothing_of_the_service() throws IOException {
    assertThat(PackagedApplication.checkClassPath().split(File.pathSeparator))
        .anyMatch(jar -> jar.contains("sixones-engine"))
        .anyMatch(jar -> jar.contains("sixones-rulesets"))
        .noneMatch(jar -> jar.matches(".*(quarkus|hibernate|jboss|postgres|vertx|netty|packer).*"));
  }

  @Test
  void the_build_leaves_an_archive_of_classes_for_checks_and_for_the_service() {
    String archive = Runtime.version() + ".jsa";

    assertThat(PackagedApplication.CHECK.resolve(archive)).isNotEmptyFile();
    assertThat(PackagedApplication.FOLDER.resolve(archive)).isNotEmptyFile();
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
              "sixones.packer.BundlePacker",
              "sixones.packer.RuleCompiler",
              "sixones.packer.RuleFile")) {
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
        new ProcessBuilder(
                PackagedApplication.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                PackagedApplication.classPath(),
                source.toString())
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
  void the_packed_service_starts_and_answers() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(service.root().resolve("/api/checks?asOf=2022-06-17"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofFile(Path.of(CHENGDU)))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(said("check", "--format", "json", "--as-of", "2022-06-17", CHENGDU));
  }

  /** A newer Swagger UI may write other scripts: their digests belong into the policy. */
  @Test
  void the_page_of_the_api_runs_its_own_scripts_alone() throws Exception {
    HttpRequest page = HttpRequest.newBuilder(service.root().resolve("/api/docs/")).build();
    HttpResponse<String> docs =
        HttpClient.newHttpClient().send(page, HttpResponse.BodyHandlers.ofString());
    String policy = docs.headers().firstValue("Content-Security-Policy").orElseThrow();

    Matcher inline = INLINE_SCRIPT.matcher(docs.body());
    int count = 0;
    while (inline.find()) {
      count++;
      byte[] script = inline.group(1).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(script);
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
    assertThat(count).isEqualTo(2);
    assertThat(policy).doesNotContainPattern("script-src[^;]*unsafe");
  }

  private static String said(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                PackagedApplication.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                PackagedApplication.checkClassPath(),
                "sixones.cli.Commands"));
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
    for (String jar : PackagedApplication.jars()) {
      urls.add(Path.of(jar).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
