package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.bid.DraftsInTests.defects;
import static sixones.bid.DraftsInTests.jsonDefects;
import static sixones.bid.DraftsInTests.jsonWith;
import static sixones.bid.DraftsInTests.shortest;
import static sixones.bid.DraftsInTests.told;
import static sixones.bid.DraftsInTests.wrongJson;
import static sixones.bid.DraftsInTests.wrongYaml;
import static sixones.bid.DraftsInTests.yamlWith;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.InTurns;

/** What is no document, too much or hostile is refused, quickly and at a place. */
@InTurns(6)
class DraftLimitsTest {
  private static final int MIB = 1 << 20;
  private static final Duration QUICKLY = Duration.ofSeconds(5);

  @Test
  void a_document_of_one_mebibyte_is_read_and_one_byte_more_is_not() {
    String padded = shortest() + " ".repeat(MIB - shortest().length());
    String yaml = yamlWith("#");
    String paddedYaml = yaml + "x".repeat(MIB - yaml.length());

    assertThat(wrongJson(padded)).isEmpty();
    assertThat(wrongYaml(paddedYaml)).isEmpty();
    assertThat(jsonDefects(padded + " "))
        .containsExactly(new Defect("", "document-too-large", Map.of("bytes", MIB + 1)));
    assertThat(wrongYaml(paddedYaml + "x")).containsExactly(" document-too-large");
  }

  @Test
  void a_text_of_twenty_thousand_characters_is_read_and_one_more_is_not() {
    String ascii = "x".repeat(20_000);
    String faces = "😀".repeat(20_000);
    String blanks = "\u3000".repeat(20_000);

    assertThat(wrongJson(shortest().replace("sichuan-2022-cities", ascii))).isEmpty();
    assertThat(wrongJson(shortest().replace("sichuan-2022-cities", faces))).isEmpty();
    assertThat(wrongJson(jsonWith("\"baseline\":{\"gdp\":\"" + blanks + "\"}"))).isEmpty();
    assertThat(jsonDefects(shortest().replace("sichuan-2022-cities", ascii + "x")))
        .containsExactly(
            new Defect(
                "/ruleSet",
                "text-too-long",
                Map.of("found", "\"" + "x".repeat(40) + "…\"", "most", 20_000)));
    assertThat(wrongJson(shortest().replace("sichuan-2022-cities", faces + "x")))
        .containsExactly("/ruleSet text-too-long");
    assertThat(wrongJson(jsonWith("\"baseline\":{\"year\":\"" + blanks + " \"}")))
        .containsExactly("/baseline/year text-too-long");
    assertThat(wrongJson(jsonWith("\"x\":[\"" + ascii + "x\"]")))
        .containsExactly("/x unknown-member", "/x text-too-long");
  }

  @Test
  void a_list_of_200_entries_is_read_and_one_more_is_not() {
    String entries = "null,".repeat(199) + "null";

    assertThat(wrongJson(jsonWith("\"parks\":[" + entries + "]"))).isEmpty();
    assertThat(jsonDefects(jsonWith("\"parks\":[" + entries + ",null]")))
        .containsExactly(
            new Defect(
                "/parks", "too-many-entries", Map.of("found", "[…]", "count", 201, "most", 200)));
    assertThat(wrongJson(jsonWith("\"parks\":[{\"evidence\":[" + entries + ",{}]}]")))
        .containsExactly("/parks/0/evidence too-many-entries");
  }

  @Test
  void thirty_two_levels_are_skipped_and_one_more_is_told() {
    assertThat(wrongJson(jsonWith("\"x\":" + "[".repeat(31) + "]".repeat(31))))
        .containsExactly("/x unknown-member");
    assertThat(wrongJson(jsonWith("\"x\":" + "[".repeat(32) + "]".repeat(32))))
        .containsExactly("/x unknown-member", "/x too-deep");
    assertThat(wrongJson(jsonWith("\"parks\":" + "{\"a\":".repeat(32) + "1" + "}".repeat(32))))
        .containsExactly("/parks too-deep", "/parks list");
  }

  @Test
  void after_a_thousand_defects_the_others_are_only_said_to_be_there() {
    String members =
        IntStream.range(0, 1500).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));

    List<Defect> defects = jsonDefects(jsonWith(members));

    assertThat(defects).hasSize(1001);
    assertThat(defects.get(1000)).isEqualTo(new Defect("", "more-defects", Map.of("most", 1000)));
  }

  @Test
  void bytes_that_are_not_utf_8_are_told_by_their_position() throws Exception {
    byte[] gbk = "{\"a\":\"四川\"}".getBytes(Charset.forName("GBK"));
    byte[] cut = {'{', '"', (byte) 0xE5, (byte) 0x9B};
    byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
    byte[] overlong = {(byte) 0xC0, (byte) 0x80};

    assertThat(defects(gbk, Draft.Format.JSON)).containsExactly(otherEncoding(7));
    assertThat(defects(gbk, Draft.Format.YAML)).containsExactly(otherEncoding(7));
    assertThat(defects(cut, Draft.Format.JSON)).containsExactly(notUtf8(3));
    assertThat(defects(surrogate, Draft.Format.YAML)).containsExactly(notUtf8(2));
    assertThat(defects(overlong, Draft.Format.JSON)).containsExactly(notUtf8(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
  void a_document_in_another_encoding_is_not_read(String encoding) {
    byte[] bytes = shortest().getBytes(Charset.forName(encoding));

    assertThat(defects(bytes, Draft.Format.JSON)).isNotEmpty();
    assertThat(defects(bytes, Draft.Format.YAML)).isNotEmpty();
  }

  @Test
  void a_byte_order_mark_is_passed_over() {
    assertThat(wrongJson("\uFEFF" + shortest())).isEmpty();
    assertThat(wrongYaml("\uFEFF" + yamlWith(""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " \n ", "\r\n"})
  void a_document_without_content_is_empty(String text) {
    assertThat(wrongJson(text)).containsExactly(" document-empty");
    assertThat(wrongYaml(text)).containsExactly(" document-empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "true", "12", "\"x\"", "[{}]"})
  void a_document_that_is_no_object_is_refused(String text) {
    assertThat(wrongJson(text)).containsExactly(" object");
    assertThat(wrongYaml(text)).containsExactly(" object");
  }

  @Test
  void what_follows_the_bid_is_told() {
    assertThat(jsonDefects(shortest() + "\n {}"))
        .extracting(Defect::kind)
        .containsExactly("document-trailing");
    assertThat(jsonDefects(shortest() + "\n {}").get(0).values()).containsEntry("line", 2);
    assertThat(wrongJson(shortest() + " 1")).containsExactly(" document-trailing");
    assertThat(wrongJson(shortest() + " x")).containsExactly(" json-syntax");
    assertThat(wrongJson(shortest() + "}")).containsExactly(" json-syntax");
    assertThat(wrongJson(shortest() + "\n\t ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a",
        "{\"a\":",
        "{\"a\":1,}",
        "{'a':1}",
        "{a:1}",
        "/* x */ {}",
        "// x\n{}",
        "# x\n{}",
        "{\"a\":NaN}",
        "{\"a\":-Infinity}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":1.}",
        "{\"a\":.5}",
        "{\"a\":0x10}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":True}",
        "{\"a\" 1}"
      })
  void what_is_not_json_is_told(String text) {
    assertThat(wrongJson(text)).contains(" json-syntax");
  }

  @Test
  void a_draft_cut_off_anywhere_is_told() {
    String draft = jsonWith("\"parks\":[{\"name\":{\"zh\":\"示例\"}}]");

    for (int end = 1; end < draft.length(); end++) {
      assertThat(wrongJson(draft.substring(0, end))).as("cut at %s", end).contains(" json-syntax");
    }
  }

  @Test
  void the_place_of_a_fault_is_counted_in_characters_and_not_in_bytes() {
    List<Defect> defects = jsonDefects("{\n\"schema\":\"四川四川四川\" x}");

    Defect syntax = defects.get(defects.size() - 1);
    assertThat(syntax.values()).containsEntry("line", 2);
    assertThat((int) syntax.values().get("column")).isBetween(19, 21);
  }

  @Test
  void the_place_beyond_the_limits_is_told_and_not_made_up() {
    List<Defect> number = jsonDefects("{\n\n\"baseline\":{\"year\":" + "9".repeat(2000) + "}}");
    List<Defect> deep = jsonDefects("{\n\n\"x\":" + "[".repeat(2000));

    assertThat(number).extracting(Defect::kind).contains("document-beyond-limits");
    assertThat(number.get(number.size() - 1).values()).containsEntry("line", 3);
    assertThat(deep.get(deep.size() - 1).values()).containsEntry("line", 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":", "- ", "? ", "{a: "})
  void a_hundred_thousand_levels_end_in_a_defect(String level) {
    String draft = level.repeat(100_000);

    assertThat(quickly(draft, Draft.Format.JSON)).isNotEmpty();
    assertThat(quickly(draft, Draft.Format.YAML)).isNotEmpty();
    assertThat(quickly(jsonWith("\"x\":" + draft), Draft.Format.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Aa BB", "Aa B@"})
  void names_with_one_hash_do_not_slow_the_reader(String pair) {
    String[] halves = pair.split(" ");
    StringBuilder members = new StringBuilder("\"x\":{}");
    for (int i = 0; i < 1 << 14; i++) {
      members.append(",\"");
      for (int bit = 0; bit < 14; bit++) {
        members.append(halves[i >> bit & 1]);
      }
      members.append("\": 1");
    }
    String draft = jsonWith(members.toString());

    assertThat(quickly(draft, Draft.Format.JSON)).isNotEmpty();
    assertThat(quickly(draft, Draft.Format.YAML)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-\n", "x\n", "&a ", "*a ", "!", "!!str ", "\"", "'", "? ", ": ", "::", "%T\n", "|", ">\n",
        "#\n", "---\n", "...\n", "a: ", "a,", "[a,", "\\", "\t", "\uFEFF", "\u0000", "9", "1e", "川"
      })
  void a_mebibyte_of_one_sign_ends_quickly(String sign) {
    String signs = sign.repeat(MIB / sign.getBytes(StandardCharsets.UTF_8).length);

    assertThat(quickly(signs, Draft.Format.JSON)).isNotEmpty();
    assertThat(quickly(signs, Draft.Format.YAML)).isNotEmpty();
  }

  private static Defect otherEncoding(int position) {
    return new Defect(
        "", "document-other-encoding", Map.of("byte", position, "encoding", "GB18030"));
  }

  private static Defect notUtf8(int position) {
    return new Defect("", "document-not-utf8", Map.of("byte", position));
  }

  /** By the time of a processor: on a busy machine the clock says nothing of what it costs. */
  private static List<String> quickly(String text, Draft.Format format) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();

    List<String> told = told(defects(text.getBytes(StandardCharsets.UTF_8), format));

    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(QUICKLY);
    return told;
  }
}
