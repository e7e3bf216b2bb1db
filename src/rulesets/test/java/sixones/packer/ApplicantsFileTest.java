package sixones.packer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.InTurns;
import sixones.fact.Applicant;
import sixones.fact.Divisions;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** The roll of those who may bid, held together with the table of divisions. */
@InTurns(3)
class ApplicantsFileTest {
  private static final RuleSet SICHUAN = RuleSetsInTests.SICHUAN;
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 6, 13);

  private static final String MEMBER =
      "\"510100\": { name: { en: Chengdu, zh: 成都市 }, from: \"2022-06-13\", withdrawn: [] }";
  private static final String UNIT =
      "\"unit:new-area\": { name: { en: New Area, zh: 新区 }, from: \"2022-06-13\","
          + " within: \"510000\" }";
  private static final String DIVISIONS =
      "divisions: { level: prefecture, within: [\"510000\"], from: \"2022-06-13\" }\nmembers:";

  @Test
  void the_21_members_are_in_force_under_their_names() {
    Divisions divisions = SICHUAN.divisions();

    assertThat(SICHUAN.applicants()).hasSize(21);
    for (Applicant member : SICHUAN.applicants()) {
      assertThat(divisions.inForce(member.id(), FIRST_DAY)).as(member.id()).isTrue();
      assertThat(divisions.name(member.id())).isEqualTo(member.zh());
      assertThat(member.isOn(FIRST_DAY)).isTrue();
      assertThat(member.isOn(FIRST_DAY.minusDays(1))).isFalse();
    }
  }

  @Test
  void withdrawn_codes_of_members_are_those_the_names_in_the_table_say() {
    for (Applicant member : SICHUAN.applicants()) {
      Set<String> said = new TreeSet<>();
      for (String line : SICHUAN.divisions().lines()) {
        String[] spell = line.split("\t", -1);
        if (levelless(spell[1]).equals(levelless(member.zh()))
            && !SICHUAN.divisions().inForce(spell[0], FIRST_DAY)) {
          said.add(spell[0]);
        }
      }
      assertThat(new TreeSet<>(member.withdrawn())).as(member.zh()).isEqualTo(said);
    }
  }

  private static String levelless(String name) {
    return name.replaceFirst("(地区|自治州|市)$", "");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-06-12, false, true",
    "2022-06-13, true, true",
    "2022-06-29, true, true",
    "2022-06-30, false, false"
  })
  void a_member_may_bid_from_its_first_day_until_it_leaves(
      LocalDate day, boolean on, boolean account) throws Exception {
    RuleSet set =
        new SmallRuleSet()
            .with("applicants.yaml", "withdrawn: []", "until: \"2022-06-30\", withdrawn: []")
            .open();

    Applicant member = set.applicant("510100").orElseThrow();

    assertThat(member.isOn(day)).isEqualTo(on);
    assertThat(member.hasLeft(day)).isNotEqualTo(account);
    assertThat(set.applicant("510200")).isEmpty();
  }

  @Test
  void divisions_of_a_level_may_bid_beside_those_listed() throws Exception {
    RuleSet set =
        new SmallRuleSet()
            .with("applicants.yaml", MEMBER, UNIT)
            .with("applicants.yaml", "members:", DIVISIONS)
            .open();

    assertThat(set.applicants().stream().map(Applicant::id))
        .containsExactly("unit:new-area", "510100");
    assertThat(set.applicant("510100").orElseThrow().zh()).isEqualTo("成都市");
    assertThat(set.applicant("unit:new-area").orElseThrow().division()).isEqualTo("510000");
    assertThat(set.applicant("510000")).isEmpty();
  }

  @Test
  void a_value_for_a_place_is_for_an_applicant_that_lies_in_it_and_is_no_division()
      throws Exception {
    RuleSet set =
        new SmallRuleSet()
            .with("applicants.yaml", MEMBER, UNIT)
            .with(
                "parameters.yaml",
                "value: 1 }",
                "value: 1 }, { from: \"2022-06-13\", place: \"510000\", value: 2 }")
            .open();

    assertThat(set.inForce("most", FIRST_DAY, null, "unit:new-area").value().intValue())
        .isEqualTo(2);
    assertThat(set.inForce("most", FIRST_DAY, null, "unit:other").value().intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "prefecture, city, 'divisions have a level of [province, prefecture, county]'",
    "2022-06-13, 13 June, divisions have days like from",
    "'[\"510000\"]', '[510000]', within: 510000 is no code of six digits in quotes",
    "'[\"510000\"]', '\"510000\"', within is a list of codes",
    "'[\"510000\"]', '[\"520000\"]', 520000 is not in divisions.tsv",
    "'[\"510000\"]', '[\"510000\"], except: [\"510000\"]', 'except: 510000 is not among them'",
    "'[\"510000\"]', '[\"510000\"], except: [\"510100\"]', divisions are none of divisions.tsv",
    "prefecture, county, divisions are none of divisions.tsv",
    "'level:', 'levels: a, level:', nothing reads the key divisions.levels"
  })
  void divisions_that_do_not_hold_are_not_packed(String was, String becomes, String says) {
    SmallRuleSet set =
        new SmallRuleSet()
            .with("applicants.yaml", MEMBER, UNIT)
            .with("applicants.yaml", "members:", DIVISIONS.replace(was, becomes));

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> set.build().pack())
        .withMessageContaining(says);
  }

  @Test
  void a_member_among_the_divisions_is_not_packed() {
    SmallRuleSet set = new SmallRuleSet().with("applicants.yaml", "members:", DIVISIONS);

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> set.build().pack())
        .withMessageContaining("510100 is among the divisions, too");
  }

  @ParameterizedTest
  @CsvSource({
    "unit:new-area, Unit:new-area, Unit:new-area is no code of six digits and no id like",
    "unit:new-area, 'round:new-area', 'round:new-area is no code of six digits and no id like'",
    "'within: \"510000\"', 'within: 510000', 'unit:new-area lies within a division: within'",
    "'within: \"510000\"', 'within: \"520000\"', 520000 is not in divisions.tsv",
    "unit:new-area, 510100, 510100 is a division; it lies where its code says"
  })
  void an_applicant_that_is_no_division_and_does_not_hold_is_not_packed(
      String was, String becomes, String says) {
    SmallRuleSet set =
        new SmallRuleSet().with("applicants.yaml", MEMBER, UNIT.replace(was, becomes));

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> set.build().pack())
        .withMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource({
    "'law#level', 'law#none', 'applicants.yaml:1: cites nothing citations.yaml has'",
    "zh: 成都市, zn: 成都市, 510100 needs a name",
    "2022-06-13, 13 June, 510100 has days like from",
    "withdrawn: [], 'withdrawn: [\"5101\"]', 5101 is no code of six digits",
    "withdrawn: [], 'withdrawn: [\"510100\"]', 510100 stands there twice",
    "withdrawn: [], 'withdrawn: [\"510900\"]', 510900 is not in divisions.tsv"
  })
  void a_roll_that_does_not_hold_is_not_packed(String was, String becomes, String says) {
    SmallRuleSet set = new SmallRuleSet().with("applicants.yaml", was, becomes);

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> set.build().pack())
        .withMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource({
    "510100, 500100, lines stand by code and first edition: 500100",
    "成都市\t1980-12, 成都市\t1981-12, names an edition that the line",
    "成都市\t1980-12, 成都市\t1980, is no line of code"
  })
  void a_table_that_cannot_be_searched_is_not_packed(String was, String becomes, String says) {
    SmallRuleSet set = new SmallRuleSet().with("divisions.tsv", was, becomes);

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> set.build().pack())
        .withMessageContaining(says);
  }
}
