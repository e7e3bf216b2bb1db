package sixones.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a code of a division stood for on a day, as far as the editions of the table say. */
class DivisionsTest {
  private static final LocalDate BID_DAY = LocalDate.of(2022, 6, 13);
  private static final Divisions TABLE = DivisionsInTests.TABLE;

  @ParameterizedTest
  @CsvSource({
    "512081, 1999-11-30, false",
    "512081, 1999-12-01, true",
    "512081, 2016-05-31, true",
    "512081, 2016-06-01, false",
    "510185, 2016-07-31, false",
    "510185, 2016-08-01, true",
    "510185, 2100-12-31, true",
    "510118, 2019-03-31, false",
    "510118, 2019-04-01, true",
    "510132, 2023-06-30, true",
    "510132, 2023-07-01, false",
    "510181, 2016-06-15, true",
    "510100, 1949-10-01, true",
    "110100, 2022-06-13, false"
  })
  void a_code_is_in_force_from_the_edition_before_its_first_to_the_one_after_its_last(
      String code, LocalDate day, boolean inForce) {
    assertThat(TABLE.inForce(code, day)).isEqualTo(inForce);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "510726, 2001-01-01, 北川县",
        "510726, 2003-06-01, 北川羌族自治县",
        "510726, 2022-06-13, 北川羌族自治县",
        "513000, 1985-01-01, 达县地区",
        "513000, 2022-06-13, 达川地区",
        "512081, 2022-06-13, 简阳市",
        "999999, 2022-06-13, -"
      })
  void a_code_is_named_as_on_the_day_else_as_at_last(String code, LocalDate day, String name) {
    assertThat(TABLE.name(code, day)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "512081, 510185",
        "510100, 510100",
        "510132, 510118",
        "511521, -",
        "512900, -",
        "999999, -"
      })
  void a_code_has_a_code_of_its_name_today_or_none_is_known(String code, String today) {
    assertThat(TABLE.today(code, BID_DAY)).isEqualTo(today);
  }

  @ParameterizedTest
  @CsvSource({
    "510132, 2022-06-13, 510118",
    "510118, 2022-06-13, 510118",
    "510922, 2022-06-13, 510981",
    "513425, 2022-06-13, 513402",
    "510132, 2019-03-31, 510132",
    "510132, 2019-04-01, 510118",
    "510132, 2023-06-30, 510118",
    "510132, 2023-07-01, 510132",
    "513421, 1986-06-01, 513421",
    "512081, 2016-05-01, 512081",
    "510100, 2022-06-13, 510100",
    "999999, 2022-06-13, 999999"
  })
  void an_old_and_a_new_code_of_one_division_are_one_while_nobody_knows_the_day(
      String code, LocalDate day, String canonical) {
    assertThat(TABLE.canonical(code, day)).isEqualTo(canonical);
  }

  @Test
  void every_code_of_the_table_is_found_and_no_other() {
    Map<String, String> lastNames = new TreeMap<>();
    TABLE.lines().forEach(line -> lastNames.put(line.substring(0, 6), line.split("\t")[1]));

    assertThat(TABLE.lines()).hasSize(7014);
    lastNames.forEach((code, name) -> assertThat(TABLE.name(code)).as(code).isEqualTo(name));
    for (int i = 100_000; i < 1_000_000; i += 7) {
      String code = String.valueOf(i);
      assertThat(TABLE.knows(code)).as(code).isEqualTo(lastNames.containsKey(code));
    }
    for (String odd : new String[] {"", "5101", "51010000", "51010a", "５１０１００"}) {
      assertThat(TABLE.knows(odd)).as(odd).isFalse();
    }
  }

  @Test
  void a_table_without_lines_knows_nothing() {
    assertThat(new Divisions(new byte[0]).inForce("510100", BID_DAY)).isFalse();
    Divisions remarks = new Divisions("# editions: 1980-12".getBytes(StandardCharsets.UTF_8));
    assertThat(remarks.knows("510100")).isFalse();
    assertThat(remarks.editions()).hasSize(1);
  }

  @Test
  void what_follows_the_newest_edition_is_taken_to_be_as_in_it() {
    List<String> last = TABLE.lines().stream().filter(line -> line.contains("\t\t")).toList();

    assertThat(last)
        .allSatisfy(
            line ->
                assertThat(TABLE.inForce(line.substring(0, 6), LocalDate.of(2100, 1, 1))).isTrue());
  }
}
