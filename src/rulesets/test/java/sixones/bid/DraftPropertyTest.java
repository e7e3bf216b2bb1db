package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.bid.DraftsInTests.defects;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import sixones.Fixtures;
import sixones.bid.Draft.Format;
import sixones.ruleset.RuleSetsInTests;

/** Whatever the bytes, reading ends in a draft that can be evaluated or in defects. */
class DraftPropertyTest {
  private static final List<String> SNIPPETS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "'",
          "\\",
          "\\u0085",
          "\\ud800",
          "null",
          "true",
          "-1",
          "1e999999999",
          "NaN",
          "\n",
          "\r",
          "\t",
          " ",
          "- ",
          "? ",
          "&a ",
          "*a",
          "<<: *a",
          "!!set ",
          "!!binary ",
          "|\n",
          ">\n",
          "---\n",
          "...\n",
          "%YAML 9.9\n",
          "#",
          "~",
          "010",
          "0x1F",
          ".inf",
          "\u0000",
          "\u001b[31m",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "　",
          "１",
          "\u202e",
          "😀",
          "川",
          "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
          "\"a\":",
          "\"code\":",
          "\"schema\":null,");
  private static final List<byte[]> DOCUMENTS = new ArrayList<>();

  static {
    try {
      List<com.fasterxml.jackson.databind.JsonNode> bids = new ArrayList<>();
      bids.add(Fixtures.compliant());
      for (Fixtures.WholeBid bid : Fixtures.bids()) {
        bids.add(bid.draft().tree());
      }
      for (com.fasterxml.jackson.databind.JsonNode bid : bids) {
        DOCUMENTS.add(bid.toString().getBytes(StandardCharsets.UTF_8));
        DOCUMENTS.add(bid.toPrettyString().getBytes(StandardCharsets.UTF_8));
        DOCUMENTS.add(new YAMLMapper().writeValueAsBytes(bid));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One change of the bytes: how, where as a share of the whole, and with what. */
  record Change(int way, double where, int span, byte value, String snippet) {
    byte[] of(byte[] bytes) {
      int at = (int) (where * bytes.length);
      int to = Math.min(bytes.length, at + span);
      return switch (way) {
        case 0 -> joined(bytes, at, new byte[] {value}, Math.min(bytes.length, at + 1));
        case 1 -> joined(bytes, at, new byte[0], to);
        case 2 -> joined(bytes, to, java.util.Arrays.copyOfRange(bytes, at, to), to);
        case 3 -> joined(bytes, at, new byte[0], bytes.length);
        default -> joined(bytes, at, snippet.getBytes(StandardCharsets.UTF_8), at);
      };
    }

    private static byte[] joined(byte[] bytes, int end, byte[] between, int from) {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      joined.write(bytes, 0, end);
      joined.writeBytes(between);
      joined.write(bytes, from, bytes.length - from);
      return joined.toByteArray();
    }
  }

  @Property(tries = 6_000, shrinking = ShrinkingMode.BOUNDED)
  void a_spoilt_draft_is_read_and_can_be_evaluated_or_its_defects_are_told(
      @ForAll("documents") byte[] bytes, @ForAll Format format) throws Exception {
    List<Defect> defects = defects(bytes, format);

    if (defects.isEmpty()) {
      Draft draft = Draft.read(bytes, format, Fixtures.CONTRACT);
      assertThat(RuleSetsInTests.SICHUAN.examine(draft, Fixtures.BID_DAY)).isNotEmpty();
    } else {
      assertThat(defects).allSatisfy(DraftPropertyTest::isWhole);
    }
  }

  @Property(tries = 2_000)
  void any_bytes_end_in_a_draft_or_in_defects(@ForAll byte[] bytes, @ForAll Format format) {
    assertThat(defects(bytes, format)).isNotEmpty().allSatisfy(DraftPropertyTest::isWhole);
  }

  @Property(tries = 2_000)
  void any_signs_of_the_two_languages_end_in_a_draft_or_in_defects(
      @ForAll("signs") String text, @ForAll Format format) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(defects(bytes, format)).allSatisfy(DraftPropertyTest::isWhole);
  }

  private static void isWhole(Defect defect) {
    assertThat(defect.kind()).isNotBlank();
    assertThat(defect.values()).isInstanceOf(Map.class).doesNotContainValue(null);
    assertThat(defect.pointer()).matches("(/[^\\p{Cntrl}]*)?");
  }

  @Provide
  Arbitrary<byte[]> documents() {
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.integers().between(0, 9),
                Arbitraries.doubles().between(0, 1),
                Arbitraries.integers().between(1, 60),
                Arbitraries.bytes(),
                Arbitraries.of(SNIPPETS))
            .as(Change::new);
    return Combinators.combine(Arbitraries.of(DOCUMENTS), change.list().ofMinSize(1).ofMaxSize(4))
        .as(
            (bytes, changes) -> {
              byte[] changed = bytes;
              for (Change one : changes) {
                changed = one.of(changed);
              }
              return changed;
            });
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(SNIPPETS).list().ofMaxSize(30).map(list -> String.join("", list));
  }
}
