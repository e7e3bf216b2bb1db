package sixones.text;

import com.ibm.icu.charset.CharsetProviderICU;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An encoding other than UTF-8 that bids are found in. The table of GB 18030 is ICU4J's, so that
 * the same bytes are the same text on every Java.
 */
public enum Encoding {
  GB18030("GB18030", new CharsetProviderICU().charsetForName("GB18030")),
  UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
  UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE);

  private static final String MARK = "\uFEFF";

  private final String id;
  private final Charset charset;

  Encoding(String id, Charset charset) {
    this.id = id;
    this.charset = charset;
  }

  /** Its name as iconv and IANA know it. */
  public String id() {
    return id;
  }

  /** The encoding of an {@link #id}. */
  public static Optional<Encoding> of(String id) {
    for (Encoding encoding : values()) {
      if (encoding.id.equals(id)) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  /**
   * The encoding bytes that are no UTF-8 are likely in: UTF-16 by its byte order mark, or by the
   * ASCII any bid has in it; else GB 18030. Only one that takes every byte, and gives a sensible
   * text.
   */
  public static Optional<Encoding> likely(byte[] bytes) {
    for (Encoding encoding : new Encoding[] {UTF_16LE, UTF_16BE, GB18030}) {
      Optional<String> text = encoding.read(bytes).filter(Encoding::isSensible);
      if (text.isPresent() && encoding.fits(bytes, text.get())) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  /** The text of the bytes without its byte order mark; empty if a byte does not belong. */
  public Optional<String> read(byte[] bytes) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith(MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private boolean fits(byte[] bytes, String text) {
    if (this == GB18030) {
      return isCommonChinese(bytes) && !isDamagedUtf8(bytes);
    }
    byte[] mark = MARK.getBytes(charset);
    boolean marked = bytes.length > 1 && bytes[0] == mark[0] && bytes[1] == mark[1];
    return marked || text.chars().filter(c -> c < 0x7F).count() * 4 > text.length();
  }

  /** Whether more of what is not ASCII is whole in UTF-8 than is not. */
  private static boolean isDamagedUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long damaged = text.chars().filter(c -> c == '\uFFFD').count();
    long whole = text.codePoints().filter(c -> c > 0x7F).count() - damaged;
    return whole > damaged;
  }

  /**
   * Whether most of what is not ASCII stands among the characters of GB 2312, as Chinese texts do;
   * bytes of another encoding that happen to be malformed nowhere seldom do.
   */
  private static boolean isCommonChinese(byte[] bytes) {
    int common = 0;
    int other = 0;
    for (int i = 0; i < bytes.length; ) {
      int next = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
      if (bytes[i] >= 0) {
        i++;
      } else if (next < 0x40) {
        other++;
        i += 4;
      } else {
        boolean inRows = (bytes[i] & 0xFF) >= 0xA1 && (bytes[i] & 0xFF) <= 0xF7 && next >= 0xA1;
        common += inRows ? 1 : 0;
        other += inRows ? 0 : 1;
        i += 2;
      }
    }
    return common > other;
  }

  private static boolean isSensible(String text) {
    return text.codePoints().allMatch(Encoding::isSensible);
  }

  private static boolean isSensible(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return true;
    }
    return switch (UCharacter.getType(c)) {
      case ECharacterCategory.CONTROL,
          ECharacterCategory.UNASSIGNED,
          ECharacterCategory.PRIVATE_USE,
          ECharacterCategory.SURROGATE ->
          false;
      default -> true;
    };
  }
}
