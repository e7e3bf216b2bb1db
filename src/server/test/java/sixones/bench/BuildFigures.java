package sixones.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A check from bytes to bytes by this build beside another one: CPU of the thread and bytes
 * allocated, in turns, in one Java. Each build evaluates by its own bundle of one rule set version,
 * through the door that every build has.
 */
@EnabledIfSystemProperty(named = "bench.other", matches = ".+")
class BuildFigures {
  private static final String BUNDLE = "rulesets/sichuan-2022-cities-2022.2.zip";
  private static final Path BIDS = Path.of("../../fixtures/sichuan-2022-cities@2022.2");
  private static final List<String> NAMES =
      List.of(
          "compliant.json",
          "bids/sample-met/bid.json",
          "bids/sample-not-met/bid.json",
          "bids/chengdu-2022/bid.json",
          "bids/yibin-2022/bid.json");
  private static final String CHECK = "src/rulesets/target/check";
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 25;
  private static final long WARM_UP_MILLIS = 1_500;
  private static final long ROUND_MILLIS = 400;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Microseconds of CPU and bytes allocated, for one check. */
  private record Cost(double micros, double bytes) {}

  /** The evaluator of one build. */
  private static final class Build {
    private final Object evaluator;
    private final Method evaluate;
    private final List<Cost> costs = new ArrayList<>();

    Build(Path root) throws IOException, ReflectiveOperationException {
      URL[] jars;
      try (Stream<Path> files = Files.list(root.resolve(CHECK))) {
        jars = files.filter(f -> f.toString().endsWith(".jar")).map(Build::url).toArray(URL[]::new);
      }
      URLClassLoader classes = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
      ClassLoader before = Thread.currentThread().getContextClassLoader();
      // Drools looks for its services there.
      Thread.currentThread().setContextClassLoader(classes);
      try (InputStream bundle = classes.getResourceAsStream(BUNDLE)) {
        Class<?> door = classes.loadClass("sixones.door.Evaluator");
        evaluator = door.getConstructor(byte[].class).newInstance((Object) bundle.readAllBytes());
        evaluate =
            door.getMethod("evaluate", byte[].class, String.class, String.class, String.class);
        check(Files.readAllBytes(BIDS.resolve(NAMES.get(0))));
      } finally {
        Thread.currentThread().setContextClassLoader(before);
      }
    }

    private static URL url(Path jar) {
      try {
        return jar.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }

    byte[] check(byte[] bid) throws ReflectiveOperationException {
      return (byte[]) evaluate.invoke(evaluator, bid, "json", "strict", "2022-06-13");
    }

    Cost run(List<byte[]> bids, long millis) throws ReflectiveOperationException {
      long thread = Thread.currentThread().getId();
      long bytes = THREADS.getThreadAllocatedBytes(thread);
      long cpu = THREADS.getCurrentThreadCpuTime();
      long end = System.nanoTime() + millis * 1_000_000;
      int checks = 0;
      while (System.nanoTime() < end) {
        for (byte[] bid : bids) {
          check(bid);
        }
        checks += bids.size();
      }
      return new Cost(
          (THREADS.getCurrentThreadCpuTime() - cpu) / 1e3 / checks,
          (double) (THREADS.getThreadAllocatedBytes(thread) - bytes) / checks);
    }
  }

  @Test
  void prints_the_ratio_of_a_check_to_that_of_another_build() throws Exception {
    Build now = new Build(Path.of("../.."));
    Build other = new Build(Path.of(System.getProperty("bench.other")));
    List<byte[]> bids = new ArrayList<>();
    for (String name : NAMES) {
      bids.add(Files.readAllBytes(BIDS.resolve(name)));
      byte[] bid = bids.get(bids.size() - 1);
      assertThat(withoutDigests(now.check(bid))).isEqualTo(withoutDigests(other.check(bid)));
    }
    for (int i = 0; i < WARM_UP; i++) {
      now.run(bids, WARM_UP_MILLIS);
      other.run(bids, WARM_UP_MILLIS);
    }
    for (int i = 0; i < ROUNDS; i++) {
      now.costs.add(now.run(bids, ROUND_MILLIS));
      other.costs.add(other.run(bids, ROUND_MILLIS));
    }
    double[] ratios = new double[ROUNDS];
    Arrays.setAll(ratios, i -> now.costs.get(i).micros / other.costs.get(i).micros);
    System.out.printf(
        "check beside another build: %.1f us, the other %.1f us, ratio %.3f (%.3f-%.3f);"
            + " %.0f B, the other %.0f B%n",
        median(now.costs.stream().mapToDouble(Cost::micros)),
        median(other.costs.stream().mapToDouble(Cost::micros)),
        median(Arrays.stream(ratios)),
        Arrays.stream(ratios).min().orElseThrow(),
        Arrays.stream(ratios).max().orElseThrow(),
        median(now.costs.stream().mapToDouble(Cost::bytes)),
        median(other.costs.stream().mapToDouble(Cost::bytes)));
  }

  /** Returns an answer without the digest of the rule set, whose files a build may add to. */
  private static String withoutDigests(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8).replaceFirst("\"digest\":\"[0-9a-f]*\"", "");
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
