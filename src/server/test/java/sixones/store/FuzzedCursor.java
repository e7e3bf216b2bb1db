package sixones.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The places of lists under a fuzzer: what is read as one is written as one that is read alike. */
public final class FuzzedCursor {
  private FuzzedCursor() {}

  /** Loads the classes first, which on a busy machine takes longer than any input may. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the bytes as they are, and as what a cursor packs. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    read(text);
    read(Base64.getUrlEncoder().encodeToString(input));
  }

  private static void read(String text) {
    Cursor.of(text)
        .ifPresent(
            cursor -> {
              if (!Cursor.of(cursor.text()).orElseThrow().equals(cursor)) {
                throw new IllegalStateException(text);
              }
            });
  }
}
