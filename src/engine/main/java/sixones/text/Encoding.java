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
 * An encoding other than UTF-8 in which bids occur. GB 18030 uses the table of ICU4J, so that the
 * same bytes give the same text on every Java release.
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

  /** Returns the IANA name, which iconv accepts as well. */
  public String id() {
    return id;
  }

  /** Returns the encoding with an {@link #id}. */
  public static Optional<Encoding> of(String id) {
    for (Encoding encoding : values()) {
      if (encoding.id.equals(id)) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  /**
   * Detects the probable encoding of bytes that are not UTF-8. UTF-16 is recognized by its byte
   * order mark or by the ASCII that every bid contains; GB 18030 is tried last. The encoding must
   * decode every byte to plausible text.
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

  /**
   * Decodes bytes and removes a byte order mark.
   *
   * @return the text; empty if the bytes are malformed in this encoding
   */
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

  /** Returns whether most of the non-ASCII input is well-formed UTF-8. */
  private static boolean isDamagedUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long damaged = text.chars().filter(c -> c == '\uFFFD').count();
    long whole = text.codePoints().filter(c -> c > 0x7F).count() - damaged;
    return whole > damaged;
  }

  /**
   * Returns whether most of the non-ASCII characters belong to GB 2312, as in Chinese texts. Bytes
   * in another encoding that happen to be well-formed GB 18030 seldom do.
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
