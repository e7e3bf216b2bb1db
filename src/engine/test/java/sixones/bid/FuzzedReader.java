package sixones.bid;

import java.nio.charset.StandardCharsets;
import sixones.ruleset.RuleSets;

/** The reader of drafts under a fuzzer: bytes are a draft, or are told why they are none. */
public final class FuzzedReader {
  /** The fuzzer runs outside the project's folder, where packed rule sets alone are found. */
  private static final BidContract CONTRACT = RuleSets.bundled().all().get(0).contract();

  private FuzzedReader() {}

  /** Loads the classes first, which on a busy machine takes longer than any input may. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the bytes in both forms. */
  public static void fuzzerTestOneInput(byte[] input) {
    for (Draft.Format form : Draft.Format.values()) {
      try {
        Draft.read(input, form, CONTRACT);
      } catch (UnreadableDraft told) {
        if (told.defects().isEmpty()) {
          throw new IllegalStateException("refused for nothing");
        }
      }
    }
  }
}
