package sixones.bid;

import com.ibm.icu.lang.UCharacter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 * The reason why bytes are not UTF-8 text, and what they probably are instead. This class converts
 * nothing: a person must confirm the encoding.
 *
 * @param at the offset of the first invalid byte, from 0
 * @param kind the file format, if the bytes have a known signature
 * @param encoding the probable encoding, if one is found
 */
public record NotText(int at, Optional<FileKind> kind, Optional<Encoding> encoding) {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;

  /**
   * Examines bytes.
   *
   * @return what keeps the bytes from being UTF-8 text; empty if nothing does
   */
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

  /** Returns whether the bytes are well-formed UTF-8 whose only fault is a NUL character. */
  boolean isUtf8(byte[] bytes) {
    return kind.isEmpty() && encoding.isEmpty() && firstMalformed(bytes) < 0;
  }

  /** Returns the equivalent defect of a draft. */
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
    // Decoding with replacement is much faster than reporting; U+FFFD marks the suspects.
    String text = new String(bytes, StandardCharsets.UTF_8);
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      // NUL suggests UTF-16 or UTF-32, which the JSON parser would detect and accept.
      return text.substring(0, nul).getBytes(StandardCharsets.UTF_8).length;
    }
    return text.indexOf('\uFFFD') < 0 ? -1 : firstMalformed(bytes);
  }

  /**
   * Returns how many leading bytes belong to the UTF-8 sequences that nearly every bid consists of.
   */
  private static int common(byte[] bytes) {
    int at = 0;
    while (at < bytes.length) {
      int first = bytes[at] & 0xFF;
      if (first > 0 && first < 0x80) {
        at = plain(bytes, at + 1);
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

  /** Returns where the ASCII characters from an index on end that are read eight at a time. */
  private static int plain(byte[] bytes, int from) {
    int at = from;
    while (at <= bytes.length - Long.BYTES && isPlain((long) EIGHT.get(bytes, at))) {
      at += Long.BYTES;
    }
    return at;
  }

  /** Returns whether eight bytes are ASCII without NUL. */
  private static boolean isPlain(long eight) {
    return (eight & HIGH_BITS) == 0 && (eight - LOW_BITS & HIGH_BITS) == 0;
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
