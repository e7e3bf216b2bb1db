package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.Fixtures;
import sixones.finding.Finding;
import sixones.ruleset.RuleSetsInTests;

/**
 * A report tells a code with the name of its division, in the reader's language if there is one.
 */
class DivisionNamesTest {

  @ParameterizedTest
  @CsvSource({
    "510100, Chengdu (510100), 成都市（510100）",
    "511800, Ya’an (511800), 雅安市（511800）",
    "512081, 简阳市 (512081), 简阳市（512081）",
    "500000, 重庆市 (500000), 重庆市（500000）",
    "999999, 999999, 999999"
  })
  void a_code_is_told_with_its_name(String code, String en, String zh) {
    assertThat(Messages.of(RuleSetsInTests.SICHUAN, Language.EN).division(code)).isEqualTo(en);
    assertThat(Messages.of(RuleSetsInTests.SICHUAN, Language.ZH_CN).division(code)).isEqualTo(zh);
  }

  @Test
  void a_withdrawn_code_is_told_with_its_name_and_the_code_of_that_name_today() throws Exception {
    assertThat(told("/parks/0/cityCode", "512081", "park-in-city", Language.EN))
        .isEqualTo(
            "The park is placed in 简阳市 (512081). This code is not in force on 13 June 2022. The"
                + " division of that name today is 简阳市 (510185). A programme officer will review"
                + " this.");
    assertThat(told("/parks/0/cityCode", "512081", "park-in-city", Language.ZH_CN))
        .isEqualTo("园区所在地填写为简阳市（512081），该代码在2022年6月13日不是有效代码。" + "现行同名行政区划为简阳市（510185），待工作人员核实。");
  }

  @Test
  void a_code_in_full_width_is_told_like_any_other() throws Exception {
    assertThat(told("/parks/0/cityCode", "５１０６００", "park-in-city", Language.EN))
        .contains("Deyang (510600)", "Chengdu (510100)");
  }

  @Test
  void a_text_of_six_digits_that_is_no_code_stays_as_it_is() throws Exception {
    assertThat(told("/parks/0/evidence/0", "510100", "bid-evidence-resolves", Language.EN))
        .contains("510100")
        .doesNotContain("Chengdu");
  }

  private static String told(String place, String text, String rule, Language language)
      throws Exception {
    ObjectNode bid = Fixtures.compliant();
    Fixtures.change(bid, place, TextNode.valueOf(text));
    Finding finding =
        RuleSetsInTests.SICHUAN.examine(Fixtures.draft(bid), Fixtures.BID_DAY).stream()
            .filter(each -> each.rule().id().equals(rule))
            .findFirst()
            .orElseThrow();
    Messages messages = Messages.of(RuleSetsInTests.SICHUAN, language);
    return ReportFinding.of(finding, RuleSetsInTests.SICHUAN, messages).message();
  }
}
