package sixones.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sentence may depend on whether a value is told. */
class PhrasesTest {
  private static final Phrases PHRASES =
      new Phrases(
          Language.EN,
          "output = {year, select, undefined {A year is missing.} other {{year} is missing.}}");

  @Test
  void a_value_that_is_not_told_is_chosen_as_undefined() {
    assertThat(PHRASES.text("output", Map.of())).isEqualTo("A year is missing.");
    assertThat(PHRASES.text("output", Map.of("year", IntNode.valueOf(2021))))
        .isEqualTo("2021 is missing.");
  }
}
