package sixones.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;

/** What the plain reader reads, the other one reads to the same; the rest is left to that one. */
class PlainReaderTest {
  private static final List<ObjectNode> BIDS =
      Stream.concat(
              Stream.of(Fixtures.compliant()),
              Fixtures.bids().stream().map(bid -> bid.draft().tree()))
          .toList();

  private static final String SIGNS = "{}[]:,\"\\ \n0159tfnul-e.aZ\u0001\u007F";

  @Test
  void every_whole_bid_is_plain() {
    assertThat(BIDS)
        .allSatisfy(
            bid -> {
              assertThat(plain(bid.toString())).isEqualTo(bid);
              assertThat(plain(bid.toPrettyString())).isEqualTo(bid);
            });
  }

  @Test
  void what_is_not_plain_is_left_to_the_other_reader() {
    String bid = BIDS.get(0).toString();
    String code = "\"code\":\"" + BIDS.get(0).at("/city/code").asText() + "\"";
    assertThat(bid).contains(code);

    for (String more : List.of(" x", "{}", ",", "\u0001", "]", "}")) {
      assertThat(plain(bid + more)).as("behind: " + more).isNull();
    }
    for (String other :
        List.of(
            code + "," + code,
            code + ",\"colour\":1",
            code.replace("\"code\"", "\"co\\u0064e\""),
            code.substring(0, code.length() - 1) + "\\n\"",
            code.substring(0, code.length() - 1) + "\t\"",
            code + ",",
            "\"code\":null",
            "\"code\":[]")) {
      assertThat(plain(bid.replace(code, other))).as(other).isNull();
    }
    assertThat(plain(bid.substring(0, bid.length() - 1))).as("without its end").isNull();
    assertThat(plain(bid.replace("{", "[").replace("}", "]"))).as("a list").isNull();
    assertThat(plain("")).as("nothing").isNull();
  }

  @Property(tries = 8_000, edgeCases = EdgeCasesMode.NONE)
  void an_odd_draft_is_read_as_the_other_reader_does_or_left_to_it(
      @ForAll @IntRange(min = 0, max = 3) int times, @ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode bid = BIDS.get(random.nextInt(BIDS.size())).deepCopy();

    assertIsSame(
        new OddDrafts(random).unescaped().spoilt(bid, times).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 8_000, edgeCases = EdgeCasesMode.NONE)
  void a_draft_with_other_bytes_is_read_as_the_other_reader_does_or_left_to_it(
      @ForAll @IntRange(min = 1, max = 3) int times, @ForAll long seed) {
    Random random = new Random(seed);
    ObjectNode bid = BIDS.get(random.nextInt(BIDS.size()));
    byte[] bytes = bid.toPrettyString().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(bytes.length);
      bytes[at] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
      bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
    }

    assertIsSame(bytes);
  }

  private static void assertIsSame(byte[] draft) {
    if (NotText.in(draft).isPresent()) {
      return;
    }
    ObjectNode plain = PlainReader.read(draft, Fixtures.CONTRACT.plain());
    DraftReader reader = new DraftReader(Draft.Format.JSON, Fixtures.CONTRACT);

    ObjectNode read = reader.parse(draft);

    if (plain != null) {
      assertThat(reader.defects()).as(new String(draft, StandardCharsets.UTF_8)).isEmpty();
      assertThat(plain.toString()).isEqualTo(read.toString());
    }
  }

  private static ObjectNode plain(String draft) {
    return PlainReader.read(draft.getBytes(StandardCharsets.UTF_8), Fixtures.CONTRACT.plain());
  }
}
