package sixones.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.fact.Applicant;
import sixones.fact.DivisionsInTests;
import sixones.fact.DraftNode;
import sixones.fact.InForce;
import sixones.fact.Roll;
import sixones.fact.identity.DivisionCodes;
import sixones.fact.identity.Location;
import sixones.fact.identity.RollState;
import sixones.text.Text;

/** A place belongs to a city by its code, as far as that is in force and says so. */
class LocatorTest {
  private static final LocalDate DAY = LocalDate.of(2022, 6, 13);
  private static final LocalDate START = LocalDate.of(2022, 1, 1);
  private static final List<Applicant> ROLL =
      List.of(
          new Applicant("510100", "Chengdu", "成都市", START, null, List.of()),
          new Applicant("511300", "Nanchong", "南充市", START, null, List.of("512900")),
          new Applicant("511500", "Yibin", "宜宾市", START, DAY, List.of("512500")));
  private static final InForce IN_FORCE =
      new InForce(
          DAY, Map.of(), DivisionsInTests.TABLE, new Roll(ROLL, null, DivisionsInTests.TABLE));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "510100, 510100, in-city",
        "510100, 510104, in-city",
        "510100, ５１０１０４, in-city",
        "510100, ' 510104　', in-city",
        "510100, 510700, elsewhere",
        "510100, 510722, elsewhere",
        "510100, 110100, unknown-code",
        "510100, 110000, elsewhere",
        "510100, 510000, wider",
        "510100, 500000, elsewhere",
        "510100, -, -",
        "510100, '', -",
        "510104, 510104, in-city",
        "510104, 510105, elsewhere",
        "510104, 510100, wider",
        "500000, 500112, in-city",
        "500000, 510100, elsewhere",
        "513401, 513400, wider",
        "５１０１００, 510104, in-city",
        "510100, 512081, withdrawn",
        "512000, 512081, withdrawn",
        "510100, 510111, withdrawn",
        "511500, 511521, untraced",
        "510100, 510199, unknown-code",
        "510132, 510118, in-city",
        "510118, 510132, in-city",
        "510922, 510981, in-city",
        "513402, 513425, in-city",
        "510118, 510131, elsewhere",
        "512900, 511304, in-city",
        "512900, 512900, withdrawn",
        "512900, 510104, elsewhere",
        "512081, 510185, elsewhere",
        "999999, 510104, elsewhere",
        "999999, 999999, unknown-code"
      })
  void a_place_is_seen_from_the_bidding_city(String city, String place, String word)
      throws Exception {
    assertThat(locator(city, "[]").locate(place).word()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "500000, in-partner-city",
        "500112, in-partner-city",
        "510722, in-partner-city",
        "５１０７２２, in-partner-city",
        "510118, in-partner-city",
        "510100, in-city",
        "510600, elsewhere",
        "510000, wider"
      })
  void a_place_is_in_a_partner_city_if_one_covers_it(String place, String word) throws Exception {
    Locator locator =
        locator(
            place.equals("510118") ? "510600" : "510100",
            "[null,{\"partners\":[\"500000\",null,\"\"]},{\"partners\":[\"５１０７００ \",\"510132\"]}]");

    assertThat(locator.locate(place).word()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "512081, partner-withdrawn, 510185",
        "511521, partner-untraced, -",
        "519999, partner-unknown-code, -"
      })
  void a_partner_in_doubt_keeps_a_place_from_being_told(String partner, String word, String today)
      throws Exception {
    Locator locator =
        locator("510700", "[{\"partners\":[\"500000\",\"" + partner + "\",\"510199\"]}]");

    assertThat(locator.locate("510185")).isEqualTo(new Location(word, partner, today));
    assertThat(locator.locate("510185").withoutPartners().word()).isEqualTo("elsewhere");
    assertThat(locator.locate("510722").word()).isEqualTo("in-city");
    assertThat(locator.locate("500112").word()).isEqualTo("in-partner-city");
    assertThat(locator.locate("510000").word()).isEqualTo("wider");
    assertThat(locator.locate("510111").word()).isEqualTo("withdrawn");
  }

  @Test
  void a_withdrawn_code_tells_the_code_of_its_name_today() throws Exception {
    assertThat(locator("510100", "[]").locate("512081"))
        .isEqualTo(new Location("withdrawn", null, "510185"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "510100, on-roll, -",
        "512900, withdrawn, 511300",
        "512500, not-on-roll, -",
        "511500, not-on-roll, -",
        "510104, in-member, 510100",
        "510132, in-member, 510100",
        "510000, above-members, -",
        "512081, not-on-roll, -",
        "500000, not-on-roll, -",
        "510199, unknown-code, -"
      })
  void a_city_stands_to_the_roll_of_the_day(String code, String word, String member) {
    RollState state = RollState.of(code, new DivisionCodes(IN_FORCE));

    assertThat(state.member()).isEqualTo(member);
    assertThat(state.word()).isEqualTo(word);
  }

  private static Locator locator(String code, String cooperation) throws Exception {
    String bid = "{\"cooperation\":" + cooperation + "}";
    DraftNode root = new DraftNode("", new ObjectMapper().readTree(bid), IN_FORCE);
    return new Locator(root, Text.width(code), new String[] {"cooperation", "partners"});
  }
}
