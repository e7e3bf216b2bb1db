package sixones.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Project;
import sixones.bid.Draft;
import sixones.rule.Outcome;
import sixones.ruleset.RuleSetsInTests;

/**
 * Codes of divisions that nobody listed: a withdrawn one is for a person wherever it stands, and
 * one in force says what its digits say. What is in force is read from the table anew: as of these
 * days only the editions 2019-04 and 2023-06 leave a gap.
 */
@InTurns(3)
class DivisionCodesTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 6, 13);
  private static final LocalDate GAP_ENDS = LocalDate.of(2023, 6, 30);
  private static final Map<String, String> PLACES =
      Map.of(
          "/parks/0/cityCode", "park-in-city",
          "/chainLeaders/0/cityCode", "chain-leader-registered-in-city",
          "/conferences/0/cityCode", "world-conference-hosted-by-city");

  private static final Set<String> NEWEST = new TreeSet<>();
  private static final Set<String> KNOWN = new TreeSet<>();

  /** Codes that end in the gap, and the one that begins in it for the same name, or "". */
  private static final Map<String, String> ENDING = new TreeMap<>();

  static {
    Set<String> beginning = new TreeSet<>();
    List<String[]> spells = spells();
    for (String[] spell : spells) {
      KNOWN.add(spell[0]);
      if (spell[3].isEmpty()) {
        NEWEST.add(spell[0]);
      }
      if (spell[2].equals("2023-06")) {
        beginning.add(spell[0]);
      }
    }
    for (String[] spell : spells) {
      if (spell[3].equals("2019-04") && !NEWEST.contains(spell[0])) {
        ENDING.put(spell[0], beginning.contains(spell[4]) ? spell[4] : "");
      }
    }
  }

  private static List<String[]> spells() {
    try (var lines = Files.lines(Project.file("rules/sichuan-2022-cities/divisions.tsv"))) {
      return lines.filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 1_000)
  void a_code_not_in_force_is_for_a_person_at_any_place(
      @ForAll("places") String place,
      @ForAll("known") String code,
      @ForAll("known") String city,
      @ForAll("days") LocalDate day)
      throws Exception {
    if (!isInForce(code, day)) {
      assertThat(outcome(bid(city, place, code), place, day)).isEqualTo(Outcome.REVIEW);
    }
  }

  @Property(tries = 1_000)
  void a_code_in_force_says_what_its_digits_say(
      @ForAll("places") String place,
      @ForAll("newest") String code,
      @ForAll("bidding") String city,
      @ForAll("newest") String partner,
      @ForAll("days") LocalDate day)
      throws Exception {
    ObjectNode bid = bid(city, place, code);
    Fixtures.change(bid, "/cooperation/0/partners/0", TextNode.valueOf(partner));
    boolean leader = PLACES.get(place).startsWith("chain-leader");

    Outcome expected =
        within(code, city)
            ? Outcome.PASS
            : within(city, code)
                ? Outcome.INCOMPLETE
                : within(code, partner) || leader ? Outcome.REVIEW : Outcome.FAIL;

    assertThat(outcome(bid, place, day)).isEqualTo(expected);
  }

  @Property(tries = 1_000)
  void an_old_and_a_new_code_are_one_place_in_the_gap_and_not_after_it(
      @ForAll("places") String place, @ForAll("pairs") String old, @ForAll("days") LocalDate day)
      throws Exception {
    String young = ENDING.get(old);
    boolean gap = !day.isAfter(GAP_ENDS);

    assertThat(outcome(bid(old, place, young), place, day) == Outcome.PASS).isEqualTo(gap);
    assertThat(outcome(bid(young, place, old), place, day))
        .isEqualTo(gap ? Outcome.PASS : Outcome.REVIEW);
    if (gap) {
      String city = young.substring(0, 4) + "00";
      assertThat(outcome(bid(city, place, old), place, day))
          .isEqualTo(outcome(bid(city, place, young), place, day));
    }
  }

  @Test
  void the_table_has_what_these_properties_draw_from() {
    assertThat(ENDING).containsEntry("510132", "510118").containsEntry("513425", "513402");
    assertThat(NEWEST).hasSizeGreaterThan(3000);
    assertThat(KNOWN).hasSizeGreaterThan(6000);
  }

  @Test
  void a_withdrawn_code_of_a_county_now_in_the_city_is_for_a_person_and_told_so() throws Exception {
    String bid =
        """
        {"schema": "sixones/bid/1", "ruleSet": "sichuan-2022-cities",
         "city": {"code": "510100"}, "parks": [{"cityCode": "512081"}]}\
        """;
    Draft draft =
        Draft.read(bid.getBytes(StandardCharsets.UTF_8), Draft.Format.JSON, Fixtures.CONTRACT);

    Finding finding = finding(draft, "park-in-city", LocalDate.of(2022, 6, 17));

    assertThat(finding.outcome()).isEqualTo(Outcome.REVIEW);
    assertThat(finding.worst().values().toString())
        .isEqualTo(
            "{found=\"512081\", city=\"510100\", today=\"510185\","
                + " day=\"2022-06-17\", reason=\"withdrawn\"}");
  }

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.of(PLACES.keySet());
  }

  @Provide
  Arbitrary<String> known() {
    return Arbitraries.oneOf(Arbitraries.of(KNOWN), sichuan(KNOWN));
  }

  @Provide
  Arbitrary<String> newest() {
    return Arbitraries.oneOf(Arbitraries.of(NEWEST), sichuan(NEWEST));
  }

  /** A city that bids, at times a county or a province. */
  @Provide
  Arbitrary<String> bidding() {
    List<String> cities = new ArrayList<>(NEWEST);
    cities.removeIf(code -> !code.startsWith("51") || !code.endsWith("00"));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, Arbitraries.of(cities)),
        net.jqwik.api.Tuple.of(1, Arbitraries.of(NEWEST)));
  }

  @Provide
  Arbitrary<String> pairs() {
    return Arbitraries.of(ENDING.keySet().stream().filter(c -> !ENDING.get(c).isEmpty()).toList());
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.oneOf(
        Arbitraries.of(FIRST_DAY, GAP_ENDS, GAP_ENDS.plusDays(1)),
        Arbitraries.integers().between(0, 1500).map(FIRST_DAY::plusDays));
  }

  private static Arbitrary<String> sichuan(Set<String> codes) {
    return Arbitraries.of(codes.stream().filter(code -> code.startsWith("51")).toList());
  }

  private static boolean isInForce(String code, LocalDate day) {
    return NEWEST.contains(code) || ENDING.containsKey(code) && !day.isAfter(GAP_ENDS);
  }

  private static boolean within(String code, String wide) {
    return code.startsWith(wide.replaceFirst("(0000|00)$", ""));
  }

  private static ObjectNode bid(String city, String place, String code) {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, "/city/code", TextNode.valueOf(city));
    Fixtures.change(bid, place, TextNode.valueOf(code));
    return bid;
  }

  private static Outcome outcome(ObjectNode bid, String place, LocalDate day) throws Exception {
    return finding(Fixtures.draft(bid), PLACES.get(place), day).outcome();
  }

  private static Finding finding(Draft draft, String rule, LocalDate day) throws Exception {
    return RuleSetsInTests.SICHUAN.examine(draft, day).stream()
        .filter(finding -> finding.rule().id().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
