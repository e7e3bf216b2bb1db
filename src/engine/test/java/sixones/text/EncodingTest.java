package sixones.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.bid.Draft;
import sixones.bid.NotText;

class EncodingTest {
  private static final String BID =
      """
      {"schema": "sixones/bid/1", "city": {"code": "510100"},
       "parks": [{"name": {"zh": "示例园区"}, "industry": "示例产业"}]}
      """;

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] together(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  @Test
  void a_bid_somebody_saved_in_gbk_is_likely_gb_18030() throws IOException {
    byte[] file;
    try (InputStream in = Draft.class.getResourceAsStream("gbk.json")) {
      file = in.readAllBytes();
    }

    assertThat(Encoding.likely(file)).contains(Encoding.GB18030);
    assertThat(Encoding.GB18030.read(file).orElseThrow())
        .isEqualTo(new String(file, Charset.forName("GBK")))
        .contains("示例园区");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB2312", "GBK", "GB18030"})
  void the_older_forms_of_gb_18030_are_likely_and_read_as_it(String charset) {
    byte[] file = bytes(BID, charset);

    assertThat(Encoding.likely(file)).contains(Encoding.GB18030);
    assertThat(Encoding.GB18030.read(file)).contains(BID);
  }

  @Test
  void characters_of_four_bytes_are_read() {
    String rare = BID.replace("示例产业", "𠮷野家产业㐂");

    byte[] file = bytes(rare, "GB18030");

    assertThat(Encoding.likely(file)).contains(Encoding.GB18030);
    assertThat(Encoding.GB18030.read(file)).contains(rare);
  }

  /** Java's own table of GB 18030 changed with its releases, and with a switch of theirs. */
  @ParameterizedTest
  @CsvSource({
    "A6D9, FE10",
    "FE59, 9FB4",
    "A8BC, 1E3F",
    "8135F437, E7C7",
    "95328236, 20000",
    "82359037, 9FB4"
  })
  void the_table_is_the_same_on_every_java(String bytes, String codePoint) {
    assertThat(Encoding.GB18030.read(hex(bytes)).orElseThrow().codePoints())
        .containsExactly(Integer.parseInt(codePoint, 16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf_16_is_likely_by_its_mark_and_by_the_ascii_in_it(String charset) {
    Encoding encoding = Encoding.of(charset).orElseThrow();
    byte[] marked = bytes("\uFEFF" + BID, charset);

    assertThat(Encoding.likely(bytes(BID, charset))).contains(encoding);
    assertThat(Encoding.likely(marked)).contains(encoding);
    assertThat(Encoding.likely(bytes("\uFEFF四川省成都市", charset))).contains(encoding);
    assertThat(encoding.read(marked)).contains(BID);
    assertThat(encoding.read(bytes(BID, charset))).contains(BID);
  }

  @Test
  void a_byte_order_mark_of_gb_18030_is_dropped() {
    assertThat(Encoding.GB18030.read(bytes("\uFEFF" + BID, "GB18030"))).contains(BID);
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void what_breaks_off_within_a_character_is_not_read(Encoding encoding) {
    byte[] whole = bytes("四川", encoding.id());

    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    assertThat(encoding.read(cut)).isEmpty();
    assertThat(Encoding.likely(cut)).isEmpty();
  }

  @Test
  void other_encodings_are_not_taken_for_chinese() {
    assertThat(Encoding.likely(bytes("{\"a\": \"café\"}", "ISO-8859-1"))).isEmpty();
    assertThat(Encoding.likely(bytes("naïve déjà-vu", "ISO-8859-1"))).isEmpty();
    assertThat(Encoding.likely(bytes("{\"a\": \"カタカナとひらがな\"}", "Shift_JIS"))).isEmpty();
    assertThat(Encoding.likely(bytes(BID, "UTF-32LE"))).isEmpty();
    assertThat(Encoding.likely(bytes(BID, "UTF-32"))).isEmpty();
    assertThat(Encoding.likely(new byte[] {(byte) 0xFF, (byte) 0xFE, 0})).isEmpty();
  }

  @Test
  void utf_8_with_a_byte_broken_is_not_taken_for_chinese_of_another_encoding() {
    byte[] text = BID.getBytes(UTF_8);

    for (int cut = 1; cut < text.length; cut++) {
      byte[] broken =
          together(Arrays.copyOf(text, cut), Arrays.copyOfRange(text, cut + 1, text.length));
      if (NotText.in(broken).isPresent()) {
        assertThat(Encoding.likely(broken)).as("without byte " + cut).isEmpty();
      }
    }
    byte[] inRows = "{\"a\": \"示示示示\"}".getBytes(UTF_8);
    byte[] broken =
        together(Arrays.copyOf(inRows, 7), Arrays.copyOfRange(inRows, 9, inRows.length));
    assertThat(Encoding.GB18030.read(broken)).isPresent();
    assertThat(Encoding.likely(broken)).isEmpty();
  }

  @Test
  void random_bytes_are_seldom_likely_anything() {
    Random random = new Random(1);
    int taken = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[64];
      random.nextBytes(bytes);
      taken += Encoding.likely(bytes).isPresent() ? 1 : 0;
    }

    assertThat(taken).isZero();
  }

  @Test
  void a_text_longer_than_any_buffer_is_read_whole() {
    String text = "四川𠮷a".repeat(100_000);

    assertThat(Encoding.GB18030.read(bytes(text, "GB18030"))).contains(text);
    assertThat(Encoding.UTF_16BE.read(text.getBytes(StandardCharsets.UTF_16BE))).contains(text);
  }
}
