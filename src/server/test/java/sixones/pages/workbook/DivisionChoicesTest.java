package sixones.pages.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sixones.report.Language;
import sixones.ruleset.RuleSetsInTests;

/** A cell that names an applicant, where thousands may bid and some are no division. */
class DivisionChoicesTest {
  private static final DivisionChoices CHOICES =
      new DivisionChoices(RuleSetsInTests.sichuanForCounties());

  @Test
  void what_a_cell_shows_of_an_applicant_is_read_as_its_id() {
    for (Language language : Language.values()) {
      for (String id : new String[] {"unit:liangjiang", "140921", "510105", "510100"}) {
        assertThat(CHOICES.read(CHOICES.shown(id, language))).isEqualTo(id);
        assertThat(CHOICES.offered(language)).contains(CHOICES.shown(id, language));
      }
    }
    assertThat(CHOICES.read("两江新区")).isEqualTo("unit:liangjiang");
    assertThat(CHOICES.read("两江")).isEqualTo("unit:liangjiang");
    assertThat(CHOICES.read("定襄县")).isEqualTo("140921");
    assertThat(CHOICES.read("市中区")).isEqualTo("市中区");
    assertThat(CHOICES.read("天府新区（unit:liangjiang）")).isEqualTo("天府新区（unit:liangjiang）");
  }
}
