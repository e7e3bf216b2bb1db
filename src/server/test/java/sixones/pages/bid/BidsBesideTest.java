package sixones.pages.bid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.bid.Draft;
import sixones.bid.DraftDifference;
import sixones.pages.bid.BidsBeside.Line;
import sixones.pages.bid.BidsBeside.Mark;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSetsInTests;
import sixones.text.WhiteSpace;

/** Two bids side by side: the same field in the same line, and a mark exactly where they differ. */
@InTurns(3)
class BidsBesideTest {
  private static final Messages EN = ReadableBidTest.messages(Language.EN);

  @Test
  void exactly_what_differs_is_marked() {
    List<Draft> drafts = new ArrayList<>();
    Fixtures.bids().forEach(bid -> drafts.add(bid.draft()));
    Fixtures.all().forEach(fixture -> drafts.add(fixture.draft()));
    Draft compliant = Fixtures.draft(Fixtures.compliant());
    int differing = 0;
    for (Draft draft : drafts) {
      Set<String> expected = new TreeSet<>();
      DraftDifference.between(compliant, draft)
          .forEach(
              change -> {
                String before = isStated(change.was()) ? change.before() : null;
                String after = isStated(change.is()) ? change.after() : null;
                if (before != null || after != null) {
                  expected.add(before + " " + after);
                }
              });

      BidsBeside beside = BidsBeside.of(read(compliant.bytes()), read(draft.bytes()));

      Set<String> marked = new TreeSet<>();
      lines(beside).stream()
          .filter(Line::isMarked)
          .filter(line -> !onlyTheDocumentDiffers(line))
          .forEach(line -> marked.add(pointer(line.left()) + " " + pointer(line.right())));
      assertThat(marked).isEqualTo(expected);
      assertThat(beside.differing()).isGreaterThanOrEqualTo(expected.size());
      differing += expected.size();
    }
    assertThat(differing).isGreaterThan(500);
  }

  /** A text of white space alone is read as not stated. */
  private static boolean isStated(JsonNode value) {
    return value != null && !WhiteSpace.fills(value.asText());
  }

  private static boolean onlyTheDocumentDiffers(Line line) {
    return line.mark() == Mark.DIFFERS
        && RuleSetsInTests.SICHUAN.contract().isReference(line.left().pointer())
        && line.left().written().equals(line.right().written());
  }

  private static String pointer(BidPart part) {
    return part == null || part.isBlank() ? null : part.pointer();
  }

  @Test
  void every_value_of_both_bids_stands_in_a_line() {
    ReadableBid left = read(Fixtures.compliant());
    ReadableBid right = read(Fixtures.bids().get(0).draft().bytes());

    List<Line> lines = lines(BidsBeside.of(left, right));

    assertThat(lines.stream().map(Line::left).filter(p -> p != null).map(BidPart::text))
        .containsAll(stated(left));
    assertThat(lines.stream().map(Line::right).filter(p -> p != null).map(BidPart::text))
        .containsAll(stated(right));
  }

  private static List<String> stated(ReadableBid bid) {
    return bid.all().stream().map(BidPart::text).filter(text -> !text.isEmpty()).toList();
  }

  @Test
  void an_entry_that_came_moves_no_other_line() {
    ObjectNode more = Fixtures.compliant();
    JsonNode park = more.at("/parks/0").deepCopy();
    ObjectNode first = park.deepCopy();
    first.withObject("/name").put("en", "Another park").putNull("zh");
    first.put("level", "county").put("industry", "another");
    more.putArray("parks").add(first).add(park);

    BidsBeside beside = BidsBeside.of(read(Fixtures.compliant()), read(more));

    assertThat(lines(beside).stream().filter(Line::isMarked))
        .isNotEmpty()
        .allMatch(line -> line.mark() == Mark.ONLY_RIGHT)
        .allMatch(line -> line.right().pointer().startsWith("/parks/0/"));
    assertThat(lines(beside).stream().filter(Line::heading))
        .anyMatch(line -> line.label().equals("Park 1") && "Park 2".equals(line.otherLabel()));
  }

  @Test
  void a_document_of_the_same_number_that_is_another_is_marked_where_it_is_named() {
    ObjectNode other = Fixtures.compliant();
    other.withObject("/evidence/0/title").put("en", "Another document");

    List<Line> marked =
        lines(BidsBeside.of(read(Fixtures.compliant()), read(other))).stream()
            .filter(Line::isMarked)
            .toList();

    assertThat(marked)
        .extracting(line -> line.left().pointer())
        .containsExactlyInAnyOrder("/parks/0/evidence/0", "/evidence/0/title/en");
  }

  @Test
  void only_what_differs_can_be_shown_under_its_heading() {
    ObjectNode other = Fixtures.compliant();
    other.withObject("/parks/0").put("level", "county");

    BidsBeside some = BidsBeside.of(read(Fixtures.compliant()), read(other)).onlyDiffering();

    assertThat(lines(some)).extracting(Line::label).containsExactly("Park 1", "Level");
    assertThat(some.differing()).isEqualTo(1);
    assertThat(BidsBeside.of(read(other), read(other)).onlyDiffering().sections()).isEmpty();
  }

  private static List<Line> lines(BidsBeside beside) {
    return beside.sections().stream().flatMap(section -> section.lines().stream()).toList();
  }

  private static ReadableBid read(JsonNode bid) {
    return read(bid.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ReadableBid read(byte[] bytes) {
    return ReadableBid.of(bytes, Draft.Format.JSON, EN);
  }
}
