package sixones.proceeding.conclusion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Length;
import sixones.finding.Finding;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.Basis;
import sixones.proceeding.act.Determination;
import sixones.proceeding.act.GivenReasons;
import sixones.proceeding.act.ReasonCode;
import sixones.proceeding.act.Reply;
import sixones.proceeding.act.RestsOn;
import sixones.rule.Outcome;

/** What a determination depends on, and what it does not. */
class BasesTest {
  private static final GivenReasons REASONS = new GivenReasons(null, "compared with the document");

  /**
   * Blanks every leaf of bids: a place of a finding whose leaf lies outside what its rule can read
   * is found the same, and a determination on it holds; one whose leaf it can read does not.
   */
  @Test
  void what_a_rule_cannot_read_never_changes_what_it_finds() {
    int kept = 0;
    int reopened = 0;
    Set<String> unsound = new TreeSet<>();
    for (Fixtures.Fixture fixture : EvaluatedInTests.fixtures(Length.of(1000, 1))) {
      Examined before = EvaluatedInTests.of(fixture);
      List<String> leaves = new ArrayList<>();
      leaves("", before.bid(), leaves);
      List<Looked> looked = looked(before);
      for (String leaf : leaves) {
        if (leaf.matches("/(schema|ruleSet|city|applicant)(/.*)?") || skip(before, leaf)) {
          continue;
        }
        Examined after = blanked(fixture, before, leaf);
        if (after == null) {
          continue;
        }
        Carrying carrying = new Carrying(before, after);
        for (int j = 0; j < looked.size(); j++) {
          Looked one = looked.get(j);
          boolean isRead = one.reads.stream().anyMatch(of -> BidPlaces.touches(of, leaf));
          UUID id = new UUID(1, j);
          carrying.look(id, one.made, one.made.pointer(), List.of(), one.basis);
          boolean isCarried = carrying.carried().stream().anyMatch(of -> of.of().equals(id));
          String what = fixture + " " + one.made.rule() + " " + one.made.pointer() + ", " + leaf;
          if (isRead) {
            reopened++;
            assertThat(isCarried).as(what).isFalse();
            Reply.Reopened again = carrying.reopened().get(carrying.reopened().size() - 1);
            // Another call year has other values in force: then the rule changed.
            if (again.cause().equals("facts")) {
              assertThat(again.pointers()).as(what).contains(leaf);
            }
          } else if (isCarried) {
            kept++;
          } else {
            unsound.add(what);
          }
        }
      }
    }

    assertThat(unsound).as("what a rule reads is not known").isEmpty();
    assertThat(kept).isGreaterThan(reopened);
    System.out.println(kept + " determinations kept, " + reopened + " reopened");
  }

  private record Looked(Determination made, List<String> reads, Basis basis) {}

  private static List<Looked> looked(Examined before) {
    List<Looked> looked = new ArrayList<>();
    for (Finding finding : before.evaluation().findings()) {
      ReadPlaces reads = new ReadPlaces(before, finding.rule());
      for (Finding.At place : finding.places()) {
        looked.add(
            new Looked(
                made(finding.rule().id(), place),
                List.copyOf(reads.of(place.pointer()).values()),
                Bases.of(before, finding.rule().id(), place.pointer(), List.of())));
      }
    }
    return looked;
  }

  private static boolean skip(Examined before, String leaf) {
    return before.ruleSet().contract().applicant().toString().equals(leaf);
  }

  private static Determination made(String rule, Finding.At place) {
    return new Determination(
        rule,
        place.pointer(),
        place.outcome(),
        Outcome.PASS,
        ReasonCode.OTHER,
        REASONS,
        new RestsOn(List.of(), List.of(), List.of(), null),
        null,
        null,
        1);
  }

  private static void leaves(String at, JsonNode node, List<String> leaves) {
    if (node.isObject()) {
      node.properties().forEach(one -> leaves(at + "/" + one.getKey(), one.getValue(), leaves));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(at + "/" + i, node.get(i), leaves);
      }
    } else if (!node.isNull()) {
      leaves.add(at);
    }
  }

  /** The fixture without a value; null if such a bid cannot be read. */
  private static Examined blanked(Fixtures.Fixture fixture, Examined before, String leaf) {
    ObjectNode bid = before.bid().deepCopy();
    JsonNode parent = bid.at(leaf.substring(0, leaf.lastIndexOf('/')));
    String last = leaf.substring(leaf.lastIndexOf('/') + 1);
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), NullNode.getInstance());
    } else {
      ((ObjectNode) parent).set(last, NullNode.getInstance());
    }
    try {
      return EvaluatedInTests.of(bid, EvaluatedInTests.rules(fixture), fixture.asOf());
    } catch (AssertionError e) {
      return null;
    }
  }

  @Test
  void looking_at_a_place_makes_a_determination_depend_on_it() {
    Examined before = EvaluatedInTests.changed("/parks/0/manufacturing", null);
    Examined after =
        EvaluatedInTests.changed(
            "/parks/0/manufacturing", null, "/evidence/0/issuedOn", "2022-01-11");
    Finding.At place = before.place("park-for-manufacturing", "/parks/0/manufacturing");

    for (List<String> lookedAt : List.of(List.<String>of(), List.of("/evidence/0"))) {
      Carrying carrying = new Carrying(before, after);
      Basis basis = Bases.of(before, "park-for-manufacturing", place.pointer(), lookedAt);
      carrying.look(
          new UUID(1, 1), made("park-for-manufacturing", place), place.pointer(), lookedAt, basis);

      if (lookedAt.isEmpty()) {
        assertThat(carrying.carried()).hasSize(1);
      } else {
        assertThat(carrying.reopened().get(0).cause()).isEqualTo("facts");
        assertThat(carrying.reopened().get(0).pointers()).containsExactly("/evidence/0/issuedOn");
      }
    }
  }

  @Test
  void a_moved_entry_carries_if_it_is_equal_to_the_byte() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    ArrayNode parks = (ArrayNode) bid.get("parks");
    ObjectNode second = parks.get(0).deepCopy();
    ((ObjectNode) second.get("name")).put("en", "Another park (made up)").put("zh", "另一园区（虚构）");
    second.putNull("manufacturing");
    parks.add(second);
    Examined before = EvaluatedInTests.of(bid.deepCopy());
    parks.remove(0);
    Examined moved = EvaluatedInTests.of(bid.deepCopy());
    second.put("level", "national");
    Examined changed = EvaluatedInTests.of(bid);
    Finding.At place = before.place("park-for-manufacturing", "/parks/1/manufacturing");
    Basis basis = Bases.of(before, "park-for-manufacturing", place.pointer(), List.of("/parks/1"));

    for (Examined after : List.of(moved, changed)) {
      Carrying carrying = new Carrying(before, after);
      carrying.look(
          new UUID(1, 1),
          made("park-for-manufacturing", place),
          place.pointer(),
          List.of("/parks/1"),
          basis);

      if (after == moved) {
        assertThat(carrying.carried())
            .singleElement()
            .satisfies(
                one -> {
                  assertThat(one.pointer()).isEqualTo("/parks/0/manufacturing");
                  assertThat(one.lookedAt()).containsExactly("/parks/0");
                });
      } else {
        assertThat(carrying.reopened()).hasSize(1);
      }
    }
  }

  @Test
  void a_place_that_is_gone_has_to_be_determined_again() {
    Examined before = EvaluatedInTests.changed("/parks/0/manufacturing", null);
    Examined after = EvaluatedInTests.changed("/parks", List.of());
    Finding.At place = before.place("park-for-manufacturing", "/parks/0/manufacturing");
    Carrying carrying = new Carrying(before, after);
    carrying.look(
        new UUID(1, 1),
        made("park-for-manufacturing", place),
        place.pointer(),
        List.of(),
        Bases.of(before, "park-for-manufacturing", place.pointer(), List.of()));

    assertThat(carrying.reopened()).hasSize(1);
  }

  @Test
  void another_parameter_reopens_by_the_rule_and_other_words_do_not() throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Examined before = EvaluatedInTests.of(bid);
    JsonNode levels = new ObjectMapper().readTree("[\"national\",\"provincial\",\"municipal\"]");
    Examined after =
        EvaluatedInTests.of(
            bid,
            sixones.ruleset.RuleSetsInTests.sichuanWith(java.util.Map.of("park-levels", levels)),
            Fixtures.BID_DAY);
    Finding.At place = before.place("park-level", "/parks/0/level");
    Carrying carrying = new Carrying(before, after);
    carrying.look(
        new UUID(1, 1),
        made("park-level", place),
        place.pointer(),
        List.of(),
        Bases.of(before, "park-level", place.pointer(), List.of()));
    Carrying other = new Carrying(before, after);
    Finding.At untouched = before.place("park-for-manufacturing", "/parks/0/manufacturing");
    other.look(
        new UUID(1, 1),
        made("park-for-manufacturing", untouched),
        untouched.pointer(),
        List.of(),
        Bases.of(before, "park-for-manufacturing", untouched.pointer(), List.of()));

    assertThat(carrying.reopened()).singleElement().matches(one -> one.cause().equals("rule"));
    assertThat(other.carried()).hasSize(1);
  }

  @Test
  void places_are_compared_step_by_step() {
    assertThat(BidPlaces.touches("/parks/*/level", "/parks/3/level")).isTrue();
    assertThat(BidPlaces.touches("/parks", "/parks/3/level")).isTrue();
    assertThat(BidPlaces.touches("/parks/1", "/parks/10")).isFalse();
    assertThat(BidPlaces.touches("/park", "/parks")).isFalse();
    assertThat(BidPlaces.isWithin("/parks", "/parks/0")).isFalse();
    assertThat(BidPlaces.isWithin("/evidence/7/title", "/evidence/*")).isTrue();
  }
}
