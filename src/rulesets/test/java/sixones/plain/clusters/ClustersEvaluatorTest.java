package sixones.plain.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import sixones.plain.PlainFinding;

/** The plain evaluator of the SME clusters, on 2024-07-01. */
class ClustersEvaluatorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate DAY = LocalDate.of(2024, 7, 1);
  private static final ClustersEvaluator PLAIN = new ClustersEvaluator(Map.of());
  private static final ClustersEvaluator ASKING =
      new ClustersEvaluator(Map.of("province-standards-asked", "yes"));
  private static final String HEBEI = "'county': {'code': '130123'}, 'call': {'year': 2024}";
  private static final String YUNNAN = "'county': {'code': '530102'}, 'call': {'year': 2024}";
  private static final String SHANGHAI = "'county': {'code': '310104'}, 'call': {'year': 2024}";

  @Test
  void an_empty_bid_gives_every_rule_once_and_passes_two_alone() throws Exception {
    List<PlainFinding> findings = PLAIN.evaluate(read("'county': {'code': '130123'}"), DAY);

    Set<String> rules = new TreeSet<>();
    findings.forEach(finding -> rules.add(finding.rule()));
    assertThat(rules).hasSameSizeAs(findings);
    assertThat(findings)
        .filteredOn(finding -> finding.outcome().equals("PASS"))
        .extracting(PlainFinding::rule)
        .containsExactly("applicant-on-roll", "subject-county");
  }

  @Test
  void a_year_without_an_entry_is_a_place_of_its_own() throws Exception {
    assertThat(places("scale-output", HEBEI, output(2023, "40", "'exact'")))
        .containsExactly(
            "/outputs/0/total PASS {found=\"40\", year=2023, least=40}",
            "/outputs INCOMPLETE {year=2021}",
            "/outputs INCOMPLETE {year=2022}");
    assertThat(places("scale-output", "'county': {'code': '130123'}", output(2023, "40", "null")))
        .containsExactly("/call/year INCOMPLETE {}");
  }

  @Test
  void an_output_reaches_a_number_by_how_it_is_meant() throws Exception {
    assertThat(output("39.99", "null")).startsWith("FAIL");
    assertThat(output("40.00", "'exact'")).startsWith("PASS");
    assertThat(output("40", "'over'")).startsWith("PASS");
    assertThat(output("39.99", "'over'")).startsWith("REVIEW");
    assertThat(output("40", "'under'")).startsWith("FAIL");
    assertThat(output("40.01", "'under'")).startsWith("REVIEW");
    assertThat(output("600", "'about'")).contains("REVIEW").endsWith("least=40, bound=\"about\"}");
  }

  @Test
  void growth_is_told_by_both_averages() throws Exception {
    assertThat(growth("100", "110", "121.01")).startsWith("/outputs PASS");
    assertThat(growth("100", "110", "121")).startsWith("/outputs FAIL");
    assertThat(growth("100", "130", "120"))
        .isEqualTo(
            "/outputs REVIEW {found=3, first=\"100\", last=\"120\", above=10,"
                + " reason=\"averages-differ\"}");
    assertThat(growth("0", "130", "120")).isEqualTo("/outputs INCOMPLETE {found=3}");
  }

  @Test
  void what_fails_in_the_west_goes_to_a_person() throws Exception {
    assertThat(places("scale-output", YUNNAN, output(2023, "39", "null")).get(0))
        .isEqualTo(
            "/outputs/0/total REVIEW {found=\"39\", year=2023, least=40,"
                + " relaxation=\"west-2024\", reason=\"relaxed\"}");
  }

  @Test
  void a_case_counts_for_three_years_to_the_day() throws Exception {
    assertThat(accident("larger", "2021-07-01", false)).startsWith("/incidents/0/grade FAIL");
    assertThat(accident("larger", "2021-06-30", false)).contains("PASS").contains("older");
    assertThat(accident("larger", "2024-07-02", false))
        .contains("REVIEW")
        .contains("after-the-day");
    assertThat(accident("larger", "2024-07-01", true)).contains("REVIEW").contains("declared-none");
    assertThat(accident("general", "2024-07-01", true)).contains("PASS").contains("lower-grade");
  }

  @Test
  void titles_that_may_be_one_enterprises_go_to_a_person() throws Exception {
    assertThat(titled(3, 3, 3)).contains("FAIL {found=0, titles=\"9\"");
    assertThat(titled(9, 1, 0)).contains("REVIEW {found=0, titles=\"10\"");
    assertThat(titled(10, 0, 0)).contains("PASS {found=0, champions=1, titled=10}");
  }

  @Test
  void a_province_without_a_number_of_its_own_has_no_place() throws Exception {
    assertThat(written(ASKING, "scale-output-of-province", HEBEI, output(2023, "9", "null")))
        .isEmpty();
    assertThat(written(PLAIN, "scale-output-of-province", YUNNAN, output(2023, "9", "null")))
        .isEmpty();
    assertThat(written(ASKING, "scale-output-of-province", YUNNAN, output(2023, "9", "null")))
        .containsExactly("/outputs/0/total FAIL {found=\"9\", year=2023, least=10}");
  }

  @Test
  void a_champion_of_a_city_counts_in_shanghai_alone() throws Exception {
    String champion = "'singleChampions': [{'level': 'municipal', 'inLeadingIndustry': true}]";

    assertThat(written(ASKING, "enterprises-of-province", SHANGHAI, champion))
        .containsExactly("/counts/nationalLittleGiants PASS {champions=1, reason=\"lower-level\"}");
    assertThat(written(ASKING, "enterprises-of-province", YUNNAN, champion))
        .containsExactly("/counts/nationalLittleGiants INCOMPLETE {}");
  }

  private static String output(int year, String total, String bound) {
    return "'outputs': [" + entry(year, total, bound) + "]";
  }

  private static String entry(int year, String total, String bound) {
    return ("{'year': %d, 'measure': 'output', 'scope': 'cluster', 'basis': 'actual',"
            + " 'total': '%s', 'bound': %s}")
        .formatted(year, total, bound);
  }

  private static String output(String total, String bound) throws Exception {
    return places("scale-output", HEBEI, output(2023, total, bound))
        .get(0)
        .replace("/outputs/0/total ", "");
  }

  private static String growth(String first, String middle, String last) throws Exception {
    String outputs =
        String.join(
            ", ",
            entry(2021, first, "null"),
            entry(2022, middle, "null"),
            entry(2023, last, "null"));
    return places("scale-growth", HEBEI, "'outputs': [" + outputs + "]").get(0);
  }

  private static String accident(String grade, String on, boolean declaredNone) throws Exception {
    String incidents =
        ("'incidents': [{'kind': 'safety', 'grade': '%s', 'on': '%s'}],"
                + " 'integrity': {'noIncidentsDeclared': %s}")
            .formatted(grade, on, declaredNone);
    return places("integrity-accidents", HEBEI, incidents).get(0);
  }

  private static String titled(int specialised, int innovative, int highTech) throws Exception {
    String counts =
        ("'counts': {'nationalChampions': 0, 'nationalLittleGiants': 0, 'specialisedSmes': %d,"
                + " 'innovativeSmes': %d, 'highTechEnterprises': %d}")
            .formatted(specialised, innovative, highTech);
    return places("enterprises-leading", HEBEI, counts).get(0);
  }

  private static List<String> places(String rule, String applicant, String members)
      throws Exception {
    return written(PLAIN, rule, applicant, members);
  }

  private static List<String> written(
      ClustersEvaluator evaluator, String rule, String applicant, String members) throws Exception {
    return evaluator.evaluate(read(applicant + ", " + members), DAY).stream()
        .filter(finding -> finding.rule().equals(rule))
        .flatMap(finding -> finding.places().stream())
        .map(place -> place.pointer() + " " + place.outcome() + " " + place.values())
        .toList();
  }

  private static JsonNode read(String members) throws JsonProcessingException {
    return JSON.readTree(("{" + members + "}").replace('\'', '"'));
  }
}
