package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.bid.FuzzedReader;
import sixones.http.filter.FuzzedFilters;
import sixones.pages.form.FuzzedForm;
import sixones.store.FuzzedCursor;

/** Jazzer sends what it likes to what reads: nothing is thrown, and nothing takes ten seconds. */
class FuzzIT {
  private static final int FEW = 1_500;
  private static final int MANY = 1_000_000;

  /** Printed with what Jazzer says. */
  private static final long SEED = Long.getLong("faults.seed", 9112) & 0x7fffffff;

  /** What it starts from: something of each kind that can be read. */
  private static final List<String> SEEDS =
      List.of(
          "{\"schema\": \"sixones/bid/1\", \"city\": {\"code\": \"510100\"}, \"parks\": [{}]}",
          "schema: sixones/bid/1\ncity: {code: \"510100\"}\nparks:\n- level: national\n",
          "a510100\nb2021\nc\nd2656.56\n",
          "2022-06-13T00:00:00Z/00000000-0000-4000-8000-000000000000",
          "2022-06-13T00:00:00.5+08:00",
          "00000000-0000-4000-8000-000000000000");

  @TempDir Path found;

  static Stream<String> targets() {
    return (Form.asked() == Form.SHORT
            ? Stream.of(FuzzedTogether.class)
            : Stream.of(
                FuzzedReader.class, FuzzedForm.class, FuzzedCursor.class, FuzzedFilters.class))
        .map(Class::getName);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void whatever_comes_is_read_or_refused(String target) throws Exception {
    int runs = Form.asked().of(FEW, MANY);
    Path log = found.resolve("log");

    Process jazzer = start(target, runs, log);

    assertThat(jazzer.waitFor(Form.asked().of(5, 120), TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(log);
    assertThat(jazzer.exitValue()).as(said).isZero();
    assertThat(said).contains("Done " + runs + " runs");
    System.out.println("fuzzed: " + target + ", seed " + SEED + ": " + last(said));
  }

  private static String last(String said) {
    return said.substring(said.lastIndexOf("Done ")).strip();
  }

  private Process start(String target, int runs, Path log) throws IOException {
    Path corpus = Files.createDirectory(found.resolve("corpus"));
    for (String seed : SEEDS) {
      Files.writeString(corpus.resolve("seed-" + SEEDS.indexOf(seed)), seed);
    }
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + Form.asked().of(1, 4),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=sixones.**",
                "--custom_hook_includes=sixones.**",
                "-seed=" + SEED,
                "-runs=" + runs,
                "-timeout=10",
                "-rss_limit_mb=3000",
                corpus.toString()))
        .directory(found.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
