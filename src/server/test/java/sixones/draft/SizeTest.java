package sixones.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 KiB",
    "51, 0.0 KiB",
    "52, 0.1 KiB",
    "1024, 1 KiB",
    "1536, 1.5 KiB",
    "1048575, 1024.0 KiB",
    "1048576, 1 MiB",
    "52428800, 50 MiB",
    "52428801, 50.0 MiB",
    "1288490189, 1228.8 MiB"
  })
  void bytes_are_told_in_a_unit_one_can_picture(long bytes, String told) {
    assertThat(new Size(bytes)).hasToString(told);
  }
}
