package sixones.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyResponsesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "-", "- ", "--;q=1", ",", "en;q=x", "*", "zh-;q=0", "\u00e9"})
  void a_header_that_names_no_language_asks_for_none(String accepted) {
    assertThat(EarlyResponses.spoken(accepted)).isEmpty();
  }
}
