package sixones.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jazzer sends what it likes to what reads: nothing is thrown, and nothing takes ten seconds. */
class FuzzIT {
  private static final int FEW = 20_000;
  private static final int MANY = 1_000_000;

  /** Printed with what Jazzer says. */
  private static final long SEED = Long.getLong("faults.seed", 9112) & 0x7fffffff;

  @TempDir Path found;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sixones.bid.FuzzedReader",
        "sixones.web.page.FuzzedForm",
        "sixones.database.FuzzedCursor",
        "sixones.web.FuzzedFilters"
      })
  void whatever_comes_is_read_or_refused(String target) throws Exception {
    int runs = Form.asked().of(FEW, MANY);
    Path log = found.resolve("log");

    Process jazzer = start(target, runs, log);

    assertThat(jazzer.waitFor(Form.asked().of(5, 60), TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(log);
    assertThat(jazzer.exitValue()).as(said).isZero();
    assertThat(said).contains("Done " + runs + " runs");
  }

  private Process start(String target, int runs, Path log) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target,
                "--instrumentation_includes=sixones.**",
                "--custom_hook_includes=sixones.**",
                "-seed=" + SEED,
                "-runs=" + runs,
                "-timeout=10",
                "-rss_limit_mb=3000"))
        .directory(found.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
