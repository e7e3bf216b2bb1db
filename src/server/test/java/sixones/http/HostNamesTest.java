package sixones.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
  private final HostNames names = new HostNames(List.of("Six.example", "::1"));

  @ParameterizedTest
  @CsvSource({
    "six.example, /, true",
    "SIX.EXAMPLE., /, true",
    "[::1], /, true",
    "six.example, http://six.example/x, true",
    "six.example, '*', true",
    "six.example, http://evil.example/x, false",
    "six.example, evil.example:443, false",
    "six.example, http:///x, false",
    "six.example, ' ', false",
    "evil.example, /, false",
    "six.example.evil.example, /, false",
    "'', /, false",
    "localhost, /, false"
  })
  void a_request_is_for_this_service_if_all_it_names_is(String host, String asked, boolean here) {
    assertThat(names.isKnown(host, asked)).isEqualTo(here);
  }
}
