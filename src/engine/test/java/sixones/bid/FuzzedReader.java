package sixones.bid;

import java.nio.charset.StandardCharsets;
import sixones.Fixtures;

/** The reader of drafts under a fuzzer: bytes are a draft, or are told why they are none. */
public final class FuzzedReader {
  private FuzzedReader() {}

  /** Loads the classes first, which on a busy machine takes longer than any input may. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the bytes in both forms. */
  public static void fuzzerTestOneInput(byte[] input) {
    for (Draft.Format form : Draft.Format.values()) {
      try {
        Draft.read(input, form, Fixtures.CONTRACT);
      } catch (UnreadableDraft told) {
        if (told.defects().isEmpty()) {
          throw new IllegalStateException("refused for nothing");
        }
      }
    }
  }
}
