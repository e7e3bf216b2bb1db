package sixones.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import sixones.fact.identity.DivisionCodes;
import sixones.fact.identity.DivisionName;
import sixones.fact.identity.RollState;
import sixones.ruleset.RuleSetsInTests;

/** Divisions that may bid without being listed, beside applicants that are none. */
class RollTest {
  private static final Divisions TABLE = RuleSetsInTests.SICHUAN.divisions();
  private static final LocalDate EARLY = LocalDate.of(2015, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2022, 6, 13);
  private static final LocalDate LATE = LocalDate.of(2024, 1, 1);
  private static final Applicant UNIT =
      new Applicant(
          "unit:liangjiang", "Liangjiang New Area", "两江新区", DAY, null, List.of(), "500000");
  private static final Roll COUNTIES = roll(DivisionLevel.COUNTY, List.of(), EARLY, null);

  private static Roll roll(
      DivisionLevel level, List<String> within, LocalDate from, LocalDate until) {
    return new Roll(
        List.of(UNIT), new ApplicantDivisions(level, within, from, until, Set.of("510104")), TABLE);
  }

  @Test
  void the_prefectures_of_sichuan_are_its_21_members() {
    Roll prefectures = roll(DivisionLevel.PREFECTURE, List.of("510000"), DAY, null);

    assertThat(prefectures.all().stream().skip(1).map(Applicant::id))
        .containsExactlyElementsOf(
            RuleSetsInTests.SICHUAN.applicants().stream().map(Applicant::id).toList());
  }

  @Test
  void what_is_no_division_of_the_level_may_not_bid() {
    List<String> names =
        COUNTIES.all().stream().filter(one -> one.isOn(LATE)).map(Applicant::zh).toList();

    assertThat(names).hasSize(2844).contains("城区", "郊区", "神农架林区", "两江新区");
    assertThat(names).noneMatch(name -> name.matches("市辖区|县|市辖县|.*直辖.*|.*(群岛|委员会)"));
    assertThat(COUNTIES.find("460321")).isEmpty();
    assertThat(COUNTIES.find("632857")).isEmpty();
    assertThat(COUNTIES.find("510100")).isEmpty();
    assertThat(COUNTIES.find("510104")).as("excepted").isEmpty();
    assertThat(COUNTIES.find("510105").orElseThrow().en()).isNull();
    assertThat(COUNTIES.find(null)).isEmpty();
  }

  @Property(tries = 40)
  void a_code_may_bid_while_it_counts_and_no_newer_one_does(
      @ForAll @IntRange(min = 0, max = 3_600) int days) {
    LocalDate day = EARLY.plusDays(days);
    Set<String> may =
        COUNTIES.all().stream()
            .filter(one -> one.isOn(day))
            .map(Applicant::id)
            .filter(id -> !id.equals(UNIT.id()))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> counted = counted(day);
    Set<String> more = new TreeSet<>(may);
    more.removeAll(counted);
    counted.removeAll(may);
    assertThat(more).as("on the roll on %s", day).isEmpty();
    assertThat(counted).as("not on the roll on %s", day).isEmpty();
  }

  private static Set<String> counted(LocalDate day) {
    Set<String> counted = new TreeSet<>();
    for (String line : TABLE.lines()) {
      String[] spell = line.split("\t", -1);
      boolean county = !spell[0].endsWith("00") && spell[1].matches(".+[县市区旗]");
      if (county
          && !spell[0].equals("510104")
          && TABLE.inForce(spell[0], day)
          && TABLE.canonical(spell[0], day).equals(spell[0])) {
        counted.add(spell[0]);
      }
    }
    return counted;
  }

  @Test
  void divisions_may_bid_from_the_first_day_until_the_last() {
    Roll roll = roll(DivisionLevel.COUNTY, List.of("510000"), DAY, LATE);

    assertThat(roll.on(DAY.minusDays(1), "510105")).isNull();
    assertThat(roll.on(DAY, "510105")).isNotNull();
    assertThat(roll.on(LATE.minusDays(1), "510105")).isNotNull();
    assertThat(roll.on(LATE, "510105")).isNull();
    assertThat(roll.find("500101")).isEmpty();
  }

  @Test
  void a_code_stands_in_its_relation_to_the_roll() {
    DivisionCodes counties = codes(COUNTIES);
    DivisionCodes cities = codes(roll(DivisionLevel.PREFECTURE, List.of("510000"), DAY, null));

    assertThat(RollState.of("510105", counties).word()).isEqualTo("on-roll");
    assertThat(RollState.of("510100", counties).word()).isEqualTo("above-members");
    assertThat(RollState.of("510000", counties).word()).isEqualTo("above-members");
    assertThat(RollState.of("510104", counties).word()).isEqualTo("not-on-roll");
    assertThat(RollState.of("999999", counties).word()).isEqualTo("unknown-code");
    assertThat(RollState.of("512081", counties)).isEqualTo(new RollState("withdrawn", "510185"));
    assertThat(RollState.of("130527", counties)).isEqualTo(new RollState("withdrawn", "130506"));
    assertThat(RollState.of("500222", counties))
        .as("綦江县, whose code today was 万盛区’s before")
        .isEqualTo(new RollState("withdrawn", "500110"));
    assertThat(RollState.of("410881", counties))
        .as("济源市, whose code today was 义马市’s before")
        .isEqualTo(new RollState("withdrawn", "419001"));
    assertThat(RollState.of("130502", counties).word()).as("桥东区").isEqualTo("on-roll");
    assertThat(RollState.of("510105", cities)).isEqualTo(new RollState("in-member", "510100"));
    assertThat(RollState.of("500000", cities).word()).isEqualTo("not-on-roll");
  }

  @Test
  void an_applicant_that_is_no_division_is_on_the_roll_under_its_names() {
    InForce inForce = inForce(COUNTIES);

    assertThat(RollState.of(UNIT.id(), new DivisionCodes(inForce)).word()).isEqualTo("on-roll");
    assertThat(RollState.of("unit:other", new DivisionCodes(inForce)).word())
        .isEqualTo("unknown-code");
    assertThat(name("{\"zh\": \"两江新区\"}", UNIT.id(), inForce)).isEqualTo("agrees");
    assertThat(name("{\"en\": \"Liangjiang New Area\"}", UNIT.id(), inForce)).isEqualTo("agrees");
    assertThat(name("{\"zh\": \"天府新区\"}", UNIT.id(), inForce)).isEqualTo("differs");
    assertThat(name("{\"en\": \"Jinjiang\"}", "510105", inForce)).isEqualTo("no-english-name");
    assertThat(name("{\"zh\": \"青羊区\"}", "510105", inForce)).isEqualTo("agrees");
  }

  private static String name(String names, String id, InForce inForce) {
    try {
      return new DivisionName(new ObjectMapper().readTree(names), id, inForce).agrees();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static DivisionCodes codes(Roll roll) {
    return new DivisionCodes(inForce(roll));
  }

  private static InForce inForce(Roll roll) {
    return new InForce(DAY, Map.of(), TABLE, roll);
  }
}
