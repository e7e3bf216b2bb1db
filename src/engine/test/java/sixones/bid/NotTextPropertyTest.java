package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import sixones.Fixtures;
import sixones.text.Encoding;

/** Whatever the bytes, what is lost in reading them is never taken for a text. */
class NotTextPropertyTest {
  private static final String BID =
      "{\"schema\": \"sixones/bid/1\", \"ruleSet\": \"sichuan-2022-cities\","
          + " \"city\": {\"code\": \"510100\", \"name\": {\"zh\": \"";

  @Property
  void no_bytes_give_a_draft_with_a_character_they_do_not_hold(
      @ForAll("bids") byte[] bytes, @ForAll Draft.Format format) {
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    boolean isUtf8 = Arrays.equals(lenient.getBytes(StandardCharsets.UTF_8), bytes);

    String name = name(bytes, format);

    assertThat(NotText.in(bytes).isPresent()).isEqualTo(!isUtf8 || lenient.indexOf('\0') >= 0);
    if (name != null && name.indexOf('\uFFFD') >= 0) {
      assertThat(isUtf8 && (lenient.contains("\uFFFD") || lenient.contains("\\uFFFD"))).isTrue();
    }
  }

  private static String name(byte[] bytes, Draft.Format format) {
    try {
      return Draft.read(bytes, format, Fixtures.CONTRACT).tree().at("/city/name/zh").asText();
    } catch (UnreadableDraft e) {
      return null;
    }
  }

  @Provide
  Arbitrary<byte[]> bids() {
    Arbitrary<byte[]> chinese =
        Arbitraries.strings()
            .withCharRange('\u4E00', '\u9FA5')
            .ofMaxLength(9)
            .flatMap(
                text ->
                    Arbitraries.of("UTF-8", "GBK", "GB18030", "UTF-16LE", "Big5", "Shift_JIS")
                        .map(charset -> text.getBytes(Charset.forName(charset))));
    Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(12);
    // Overlong forms, halves of surrogate pairs, what is cut off, and the last of each length.
    Arbitrary<byte[]> edges =
        Arbitraries.of(
                "C080",
                "C1BF",
                "DFBF",
                "E08080",
                "E09FBF",
                "E0A080",
                "ED9FBF",
                "EDA080",
                "EDBFBF",
                "EEBFBF",
                "F0808080",
                "F08FBFBF",
                "F0908080",
                "F48FBFBF",
                "F4908080",
                "F5808080",
                "C3",
                "E4BD",
                "80",
                "FF")
            .map(HexFormat.of()::parseHex);
    Arbitrary<byte[]> lost = Arbitraries.of("\uFFFD", "示\uFFFD例").map(String::getBytes);
    return Combinators.combine(
            Arbitraries.oneOf(chinese, any, edges, lost), Arbitraries.integers().between(0, 2))
        .as((name, cut) -> bid(Arrays.copyOf(name, Math.max(0, name.length - cut))));
  }

  private static byte[] bid(byte[] name) {
    byte[] before = BID.getBytes(StandardCharsets.UTF_8);
    byte[] after = "\"}}}".getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(before, before.length + name.length + after.length);
    System.arraycopy(name, 0, all, before.length, name.length);
    System.arraycopy(after, 0, all, before.length + name.length, after.length);
    return all;
  }

  @Property
  void a_text_is_read_back_from_each_encoding(
      @ForAll @StringLength(max = 40) String text, @ForAll Encoding encoding) {
    String whole = new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    byte[] bytes = whole.getBytes(Charset.forName(encoding.id()));

    Optional<String> read = encoding.read(bytes);

    String marked = whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
    boolean isOfOneTable = encoding != Encoding.GB18030 || isOfOneTable(whole);
    if (isOfOneTable) {
      assertThat(read).contains(marked);
    }
  }

  /** What Java and ICU4J write alike whatever their editions: no private use. */
  private static boolean isOfOneTable(String text) {
    return text.chars()
        .noneMatch(
            c ->
                c >= 0xE000 && c < 0xF900
                    || c >= 0xFE00 && c < 0xFE20
                    || c == '\uFFFD'
                    || c == '?');
  }
}
