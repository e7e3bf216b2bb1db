package sixones.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The clock a service and its database are shown, which can be set while they run: Debian's
 * libfaketime, not the one of its two that locks at each look and makes a start take minutes. How
 * fast time goes by is left alone.
 */
record SetClock(Path library, Path file) {
  private static final Path LIBRARIES = Path.of("/usr/lib");

  static SetClock in(Path folder) throws IOException {
    SetClock clock = new SetClock(find(), folder.resolve("clock"));
    clock.ahead(Duration.ZERO);
    return clock;
  }

  private static Path find() throws IOException {
    try (Stream<Path> machines = Files.list(LIBRARIES)) {
      return machines
          .map(machine -> machine.resolve("faketime/libfaketime.so.1"))
          .filter(Files::exists)
          .findFirst()
          .orElseThrow(
              () ->
                  new AssertionError(
                      "no libfaketime; install it, as ./sixones verify does for root"));
    }
  }

  /** What a process needs to see this clock. */
  Map<String, String> settings() {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // With the library's correction of waits every wait of Java ends at once and begins anew.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  /** Sets it so much ahead of the machine's, or behind; within a second everybody sees it. */
  void ahead(Duration time) {
    try {
      Path whole =
          Files.writeString(file.resolveSibling("clock.new"), "%+d".formatted(time.toSeconds()));
      Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
