package sixones.http.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentFromTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://six.example",
        "https://SIX.example:443",
        "HTTPS://six.example/applicant/drafts?x=1"
      })
  void the_same_scheme_host_and_port_are_the_same_origin(String address) {
    assertThat(SentFrom.isOf("https", "six.example", -1, address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://six.example",
        "https://six.example:8443",
        "https://six.example.evil.example",
        "https://evil.example/https://six.example",
        "https://six.example@evil.example",
        "//six.example",
        "six.example",
        "null",
        "",
        ":"
      })
  void anything_else_is_another_origin(String address) {
    assertThat(SentFrom.isOf("https", "six.example", -1, address)).isFalse();
  }
}
