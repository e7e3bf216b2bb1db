package sixones.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"3-510100-2", "12-unit:a-b-c-1"})
  void a_number_is_read_as_it_is_written(String number) {
    assertThat(SubmissionNumber.of(number).orElseThrow()).hasToString(number);
  }

  @Test
  void a_number_has_round_applicant_and_version() {
    assertThat(SubmissionNumber.of("  ３－５１０１００－２ ")).contains(new SubmissionNumber(3, "510100", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "3-510100",
        "0-510100-1",
        "3-510100-0",
        "-510100-1",
        "3-51010-1",
        "3-510100-1-",
        "99999999999-510100-1",
        "3-510100-99999999999",
        "a-510100-1",
        "3-5101001-1"
      })
  void what_is_no_number_is_none(String text) {
    assertThat(SubmissionNumber.of(text)).isEmpty();
  }
}
