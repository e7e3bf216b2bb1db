package sixones.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.library.BundleSigner;

/** Whoever watches the service is told whether its key can be used, and which it is. */
class SealCheckTest {
  @TempDir Path folder;

  private Path file;
  private SealCheck check;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @BeforeEach
  void a_service_is_there() {
    file = folder.resolve("seal.key");
    check = new SealCheck(new BundleSigner(file));
    check.bindTo(meters);
  }

  private double usable() {
    return meters.get("sixones.seal.usable").gauge().value();
  }

  private Object publicKey() {
    return check.call().getData().orElseThrow().get("public key");
  }

  @Test
  void before_the_first_signature_none_is_needed() {
    assertThat(publicKey()).isEqualTo("not made yet");
    assertThat(usable()).isEqualTo(1);
  }

  @Test
  void instances_with_one_key_tell_the_same_digest_and_nothing_secret() throws IOException {
    new BundleSigner(file).sign(new byte[1]);
    SealCheck other = new SealCheck(new BundleSigner(file));

    assertThat(publicKey()).asString().matches("[0-9a-f]{64}");
    assertThat(other.call().getData().orElseThrow()).containsEntry("public key", publicKey());
    assertThat(Files.readString(file)).doesNotContain(publicKey().toString());
    assertThat(usable()).isEqualTo(1);
  }

  @Test
  void a_key_that_cannot_be_used_is_told() throws IOException {
    new BundleSigner(file).sign(new byte[1]);
    Files.writeString(file, "no key\n", StandardCharsets.UTF_8);

    assertThat(check.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(usable()).isZero();
  }
}
