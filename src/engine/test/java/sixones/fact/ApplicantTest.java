package sixones.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicantTest {
  @ParameterizedTest
  @CsvSource({"510100, division", "unit:liangjiang, unit", "county:a1-b2, county"})
  void an_id_tells_the_kind(String id, String kind) {
    assertThat(Applicant.isId(id)).isTrue();
    assertThat(Applicant.kind(id)).isEqualTo(kind);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "51010",
        "5101000",
        "５１０１００",
        "510100\n",
        " 510100",
        "unit:",
        "unit:-a",
        "unit:A",
        "Unit:a",
        "u:a",
        "unit:a/b",
        "unit:两江",
        "unit:a:b",
        "round:00000000-0000-4000-8000-000000000000"
      })
  void whatever_else_is_no_id(String id) {
    assertThat(Applicant.isId(id)).isFalse();
  }
}
