package sixones.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.plain.FindingsInTests.place;
import static sixones.plain.FindingsInTests.reasoned;

import org.junit.jupiter.api.Test;

/** What the words say a credit code amounts to, first to last. */
class CreditCodeStatesTest {
  private static final String RULE = "chain-leader-credit-code";

  @Test
  void a_right_code_may_be_small_wide_and_filled_with_what_nobody_sees() {
    assertThat(judged("91350100M000100Y43")).isEqualTo("PASS");
    assertThat(judged(" ９1350100m0\u200B00100y４3\u3164\u3000")).isEqualTo("PASS");
    assertThat(place(RULE, leader("91350100M000100Y43")))
        .isEqualTo("/chainLeaders/0/creditCode PASS {found=\"91350100M000100Y43\"}");
  }

  @Test
  void a_blank_code_is_asked_for_and_an_unreadable_one_goes_to_a_person() {
    assertThat(judged("—")).isEqualTo("INCOMPLETE");
    assertThat(judged("91350100M000100Y4\uFFFD")).isEqualTo("REVIEW lost");
    assertThat(judged("××")).isEqualTo("REVIEW placeholder");
    assertThat(judged("某企业代码")).isEqualTo("REVIEW placeholder");
  }

  @Test
  void eighteen_digits_are_a_code_even_where_they_repeat() {
    assertThat(judged("000000000000000000")).isEqualTo("REVIEW pair");
    assertThat(judged("00000000000000000")).isEqualTo("REVIEW placeholder");
    assertThat(judged("０00000000000000000 ")).isEqualTo("REVIEW pair");
  }

  @Test
  void a_code_fails_by_its_length_its_characters_its_division_or_its_organisation() {
    assertThat(judged("91350100M000100Y4")).isEqualTo("FAIL length");
    assertThat(judged("91350100 M000100Y43")).isEqualTo("FAIL length");
    assertThat(judged("91350100I000100Y43")).isEqualTo("FAIL characters");
    assertThat(judged("91350100 000100Y43")).isEqualTo("FAIL characters");
    assertThat(judged("9135010AM000100Y43")).isEqualTo("FAIL division");
    assertThat(judged("91350100M000100Y53")).isEqualTo("FAIL organisation-code");
  }

  @Test
  void a_code_of_an_unknown_pair_or_another_check_character_goes_to_a_person() {
    assertThat(judged("12350100M000100Y43")).isEqualTo("REVIEW pair");
    assertThat(judged("91350100M000100Y44")).isEqualTo("REVIEW check-character");
  }

  @Test
  void an_organisation_code_checks_with_x_for_ten_and_0_for_eleven() {
    assertThat(CreditCode.organisationCheck("00000000")).isEqualTo('0');
    assertThat(CreditCode.organisationCheck("00000006")).isEqualTo('X');
    assertThat(CreditCode.organisationCheck("M000100Y")).isEqualTo('4');
  }

  @Test
  void an_identity_number_is_never_repeated() {
    assertThat(place(RULE, leader("11010519491231 002ｘ")))
        .isEqualTo(
            "/chainLeaders/0/creditCode REVIEW"
                + " {found=\"11****************\", reason=\"identity-number\"}");
  }

  @Test
  void an_identity_number_has_a_birthday_from_1900_to_the_day_and_its_check_character() {
    assertThat(judged(identityNumber("19000101"))).isEqualTo("REVIEW identity-number");
    assertThat(judged(identityNumber("20220617"))).isEqualTo("REVIEW identity-number");
    assertThat(judged(identityNumber("20220618"))).isNotEqualTo("REVIEW identity-number");
    assertThat(judged(identityNumber("18991231"))).isNotEqualTo("REVIEW identity-number");
    assertThat(judged(identityNumber("19990229"))).isNotEqualTo("REVIEW identity-number");
    assertThat(judged("110105194912310021")).isNotEqualTo("REVIEW identity-number");
  }

  private static String identityNumber(String birthday) {
    String first17 = "510104" + birthday + "001";
    return first17 + IdentityNumber.checkCharacter(first17);
  }

  private static String judged(String code) {
    return reasoned(RULE, leader(code));
  }

  private static String leader(String code) {
    return "'chainLeaders': [{'creditCode': '" + code + "'}]";
  }
}
