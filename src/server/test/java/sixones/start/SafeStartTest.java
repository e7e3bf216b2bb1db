package sixones.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeStartTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.1.2.3, true",
    "::1, true",
    "localhost, true",
    "0.0.0.0, false",
    "::, false",
    "192.0.2.1, false",
    "six.example, false"
  })
  void only_a_loopback_address_is_this_machine_alone(String host, boolean alone) {
    assertThat(SafeStart.isThisMachine(host)).isEqualTo(alone);
  }
}
