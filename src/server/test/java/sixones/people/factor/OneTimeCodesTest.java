package sixones.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.people.Role;
import sixones.people.session.DemandedFactors;

class OneTimeCodesTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** RFC 6238, appendix B, for SHA-1: the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_rfc_6238(long second, String code) {
    Instant moment = Instant.ofEpochSecond(second);

    assertThat(OneTimeCodes.at(SECRET, moment)).isEqualTo(code);
    assertThat(OneTimeCodes.step(SECRET, code, moment)).hasValue(second / 30);
  }

  @ParameterizedTest
  @CsvSource({"-31, false", "-30, true", "0, true", "29, true", "59, true", "60, false"})
  void a_code_holds_one_step_before_and_after_its_own(int later, boolean holds) {
    String code = OneTimeCodes.at(SECRET, NOON);

    OptionalLong step = OneTimeCodes.step(SECRET, code, NOON.plusSeconds(later));

    assertThat(step.isPresent()).isEqualTo(holds);
  }

  @Test
  void a_secret_is_as_long_as_its_hash_and_another_each_time() {
    assertThat(OneTimeCodes.secret()).hasSize(20).isNotEqualTo(OneTimeCodes.secret());
  }

  @ParameterizedTest
  @CsvSource({
    "123 456, 123456",
    "１２３－４５６, 123456",
    "' 123456\u3000', 123456",
    "ABCD-efgh–jkmn pqrs, abcdefghjkmnpqrs"
  })
  void a_code_is_taken_as_people_type_it(String typed, String folded) {
    assertThat(OneTimeCodes.folded(typed)).isEqualTo(folded);
  }

  @Test
  void an_app_takes_the_secret_as_an_address() {
    FactorSecret secret = new FactorSecret("li.wei", SECRET);

    assertThat(secret.address())
        .isEqualTo(
            "otpauth://totp/Six%20Ones:li.wei?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Six%20Ones");
  }

  @Test
  void roles_of_a_setting_are_read_or_refused() {
    assertThat(DemandedFactors.read("officer, admin").orElseThrow().roles())
        .containsExactly(Role.OFFICER, Role.ADMIN);
    assertThat(DemandedFactors.read(" ")).contains(DemandedFactors.NONE);
    for (String wrong : new String[] {"boss", "officer,", "Officer", "officer;admin"}) {
      assertThat(DemandedFactors.read(wrong)).as(wrong).isEmpty();
    }
  }
}
