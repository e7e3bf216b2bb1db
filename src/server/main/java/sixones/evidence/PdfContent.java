package sixones.evidence;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Looks through a PDF for names that say it is encrypted, runs, sends or loads something, or holds
 * other files (ISO 32000-1, 7.11.4 and 12.6.4). Names are read as PDF writes them, also with {@code
 * #} escapes; what stands in compressed streams is not opened.
 */
final class PdfContent {
  private static final int TAIL = 1024;
  private static final int LONGEST_NAME = 32;
  private static final Set<String> RUNS =
      Set.of("JavaScript", "Launch", "SubmitForm", "ImportData");
  private static final Set<String> HOLDS =
      Set.of("EmbeddedFile", "EmbeddedFiles", "FileAttachment", "RichMedia");
  private static final String DELIMITERS = "()<>[]{}/%";

  private PdfContent() {}

  static void check(ByteBuffer file) {
    if (!EvidenceTypeReader.isAt(file, 5, "1.") && !EvidenceTypeReader.isAt(file, 5, "2.")) {
      throw EvidenceTypeReader.unfit("file-broken");
    }
    boolean ends = false;
    for (int at = Math.max(0, file.limit() - TAIL); at < file.limit() && !ends; at++) {
      ends = EvidenceTypeReader.isAt(file, at, "%%EOF");
    }
    if (!ends) {
      throw EvidenceTypeReader.unfit("file-broken");
    }
    for (int at = 0; at < file.limit(); at++) {
      if (file.get(at) == '/') {
        check(name(file, at + 1));
      }
    }
  }

  private static void check(String name) {
    if (name.equals("Encrypt")) {
      throw EvidenceTypeReader.unfit("file-encrypted");
    }
    if (RUNS.contains(name)) {
      throw EvidenceTypeReader.unfit("file-runs");
    }
    if (HOLDS.contains(name)) {
      throw EvidenceTypeReader.unfit("file-embedded");
    }
  }

  private static String name(ByteBuffer file, int from) {
    StringBuilder name = new StringBuilder();
    for (int at = from; at < file.limit() && name.length() <= LONGEST_NAME; at++) {
      int c = file.get(at) & 0xFF;
      if (c <= ' ' || c >= 0x7F || DELIMITERS.indexOf(c) >= 0) {
        break;
      }
      if (c == '#' && at + 2 < file.limit()) {
        int high = Character.digit(file.get(at + 1), 16);
        int low = Character.digit(file.get(at + 2), 16);
        if (high >= 0 && low >= 0) {
          c = high * 16 + low;
          at += 2;
        }
      }
      name.append((char) c);
    }
    return name.toString();
  }
}
