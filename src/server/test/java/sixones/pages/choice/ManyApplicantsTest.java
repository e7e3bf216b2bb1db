package sixones.pages.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.fact.Applicant;
import sixones.overview.RoundOverview;
import sixones.pages.frame.Option;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/** Choices among thousands of applicants: pages list a hundred, and understand every name. */
class ManyApplicantsTest {
  private static final RuleSet COUNTIES = RuleSetsInTests.sichuanForCounties();
  private static final DivisionsByName BY_NAME = new DivisionsByName(COUNTIES);

  @Test
  void a_division_that_is_not_listed_is_shown_by_its_chinese_name_and_code() {
    for (Language language : Language.values()) {
      assertThat(Messages.of(COUNTIES, language).applicant("140921")).isEqualTo("定襄县 140921");
      assertThat(BY_NAME.name("140921", language)).isEqualTo("定襄县");
    }
    assertThat(Messages.of(COUNTIES, Language.EN).division("140921")).isEqualTo("定襄县 (140921)");
    assertThat(Messages.of(COUNTIES, Language.ZH_CN).division("140921")).isEqualTo("定襄县（140921）");
    assertThat(Messages.of(COUNTIES, Language.EN).applicant("unit:liangjiang"))
        .isEqualTo("Liangjiang New Area");
    assertThat(Messages.of(COUNTIES, Language.ZH_CN).division("unit:liangjiang"))
        .isEqualTo("两江新区（unit:liangjiang）");
  }

  @Test
  void a_form_offers_those_that_are_no_division_and_understands_all_by_name() {
    assertThat(BY_NAME.applicants(Language.EN))
        .containsExactly(new Option("Liangjiang New Area", "两江新区 unit:liangjiang", false));
    assertThat(BY_NAME.all(Language.EN)).hasSizeLessThan(400);
    assertThat(BY_NAME.code("定襄县")).isEqualTo("140921");
    assertThat(BY_NAME.code("内江市市中区")).isEqualTo("511002");
    assertThat(BY_NAME.code("市中区")).as("several have this name").isNull();
    assertThat(BY_NAME.code("两江新区")).isEqualTo("unit:liangjiang");
    assertThat(BY_NAME.code("liangjiang new area")).isEqualTo("unit:liangjiang");
  }

  @Test
  void a_page_lists_all_of_a_few_and_of_many_those_named() {
    List<RoundOverview.Applicant> few = applicants(RuleSetsInTests.SICHUAN);
    List<RoundOverview.Applicant> many = applicants(COUNTIES);

    assertThat(FewApplicants.of(few, "Chengdu")).isEqualTo(new FewApplicants(few, 21));
    assertThat(FewApplicants.of(many, null).few()).hasSize(FewApplicants.MOST);
    assertThat(FewApplicants.of(many, "定襄").few()).extracting("code").containsExactly("140921");
    assertThat(FewApplicants.of(many, "定襄").more()).isEqualTo(many.size() - 1);
    assertThat(FewApplicants.of(many, "5101").few())
        .allMatch(one -> one.code().contains("5101"))
        .hasSizeGreaterThan(10);
  }

  private static List<RoundOverview.Applicant> applicants(RuleSet set) {
    Messages en = Messages.of(set, Language.EN);
    Messages zh = Messages.of(set, Language.ZH_CN);
    return set.applicants().stream()
        .map(Applicant::id)
        .map(id -> new RoundOverview.Applicant(id, en.applicant(id), zh.applicant(id)))
        .toList();
  }
}
