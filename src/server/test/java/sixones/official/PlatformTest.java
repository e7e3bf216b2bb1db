package sixones.official;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an evaluation was made on. */
class PlatformTest {
  @Test
  void the_application_carries_the_digest_its_build_wrote() {
    assertThat(Platform.current().application()).matches("[0-9a-f]{64}");
    assertThat(Platform.current()).isSameAs(Platform.current());
  }
}
