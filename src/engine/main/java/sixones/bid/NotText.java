package sixones.bid;

import com.ibm.icu.lang.UCharacter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sixones.text.Encoding;
import sixones.text.FileKind;

/**
 * Why bytes are no text in UTF-8, and what they seem to be instead. Nothing is converted here: that
 * is for a person to say.
 *
 * @param at the first byte that does not belong, from 0
 * @param kind the kind of file they are, if it is known
 * @param encoding the encoding they are likely in, if there is one
 */
public record NotText(int at, Optional<FileKind> kind, Optional<Encoding> encoding) {

  /** What keeps bytes from being text in UTF-8; empty if they are. */
  public static Optional<NotText> in(byte[] bytes) {
    Optional<FileKind> kind = FileKind.of(bytes);
    if (kind.isPresent()) {
      return Optional.of(new NotText(0, kind, Optional.empty()));
    }
    int at = firstWrong(bytes);
    return at < 0
        ? Optional.empty()
        : Optional.of(new NotText(at, Optional.empty(), Encoding.likely(bytes)));
  }

  /** Whether nothing but a character of code 0 keeps the bytes from being a text. */
  boolean isUtf8(byte[] bytes) {
    return kind.isEmpty() && encoding.isEmpty() && firstMalformed(bytes) < 0;
  }

  /** The same as a reason why no bid can be read. */
  public Defect defect() {
    if (kind.isPresent()) {
      String what = UCharacter.toLowerCase(Locale.ROOT, kind.get().name());
      return new Defect("", "document-other-file", Map.of("what", what));
    }
    return encoding
        .map(
            likely ->
                new Defect(
                    "", "document-other-encoding", Map.of("byte", at + 1, "encoding", likely.id())))
        .orElse(new Defect("", "document-not-utf8", Map.of("byte", at + 1)));
  }

  private static int firstWrong(byte[] bytes) {
    int common = common(bytes);
    if (common == bytes.length) {
      return -1;
    }
    if (bytes[common] == 0) {
      return common;
    }
    // The lenient decoder is far quicker, and marks what is malformed.
    String text = new String(bytes, StandardCharsets.UTF_8);
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      // A sign of UTF-16 or UTF-32, which the JSON parser would read, too.
      return text.substring(0, nul).getBytes(StandardCharsets.UTF_8).length;
    }
    return text.indexOf('\uFFFD') < 0 ? -1 : firstMalformed(bytes);
  }

  /** How many bytes from the first on are characters that nearly every bid is made of. */
  private static int common(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int first = bytes[at] & 0xFF;
      if (first > 0 && first < 0x80) {
        at++;
      } else if (first >= 0xC2 && first <= 0xDF && goesOn(bytes, at + 1)) {
        at += 2;
      } else if (first > 0xE0
          && first <= 0xEF
          && first != 0xED
          && goesOn(bytes, at + 1)
          && goesOn(bytes, at + 2)) {
        at += 3;
      } else {
        return at;
      }
    }
    return at;
  }

  private static boolean goesOn(byte[] bytes, int at) {
    return at < bytes.length && (bytes[at] & 0xC0) == 0x80;
  }

  private static int firstMalformed(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer passing = CharBuffer.allocate(1024);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      passing.clear();
      result = decoder.decode(in, passing, true);
    }
    return result.isError() ? in.position() : -1;
  }
}
