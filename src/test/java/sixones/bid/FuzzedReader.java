package sixones.bid;

/** The reader of drafts under a fuzzer: bytes are a draft, or are told why they are none. */
public final class FuzzedReader {
  private FuzzedReader() {}

  /** Reads the bytes in both forms. */
  public static void fuzzerTestOneInput(byte[] input) {
    for (Draft.Format form : Draft.Format.values()) {
      try {
        Draft.read(input, form);
      } catch (UnreadableDraft told) {
        if (told.defects().isEmpty()) {
          throw new IllegalStateException("refused for nothing");
        }
      }
    }
  }
}
