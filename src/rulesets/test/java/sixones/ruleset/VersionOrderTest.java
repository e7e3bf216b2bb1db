package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionOrderTest {
  @Test
  void parts_are_compared_as_numbers_where_they_are_numbers() {
    List<String> inOrder =
        List.of("1", "2", "10", "2022.2", "2022.2.1", "2022.10", "2022.a", "2022.b", "2023");

    assertThat(inOrder.stream().sorted(VersionOrder.OLDEST_FIRST)).isEqualTo(inOrder);
    assertThat(inOrder.stream().sorted(VersionOrder.OLDEST_FIRST.reversed()))
        .isSortedAccordingTo(VersionOrder.OLDEST_FIRST.reversed());
  }

  @Test
  void two_ways_to_write_a_number_are_not_one_version() {
    assertThat(VersionOrder.OLDEST_FIRST.compare("2022.2", "2022.02")).isNotZero();
    assertThat(VersionOrder.OLDEST_FIRST.compare("2022.2", "2022.2")).isZero();
  }
}
