package sixones.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;
import sixones.store.DatabaseIdentity;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** An engine is stored once, and is never loaded unless its digest and its signature hold. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class PinnedEnginesTest {
  private static final DatabaseIdentity OFFICER = new DatabaseIdentity("officer", "");

  /** No engine: were it unpacked, it would be refused for another reason. */
  private static final byte[] JAR = "no engine at all".getBytes(StandardCharsets.UTF_8);

  private static final String SHA256 = Bundle.sha256(JAR);

  @Inject Transactions transactions;
  @Inject BundleSigner signer;
  @Inject PinnedEngines ofThisRelease;
  @TempDir Path folder;

  private final PackedEngine other = new PackedEngine(SHA256, () -> JAR);

  @BeforeEach
  void an_engine_of_another_release_is_stored() {
    transactions.as(OFFICER, () -> new PinnedEngines(other, signer).pin(Instant.now()));
  }

  @AfterEach
  void it_is_taken_away_again() throws SQLException {
    change("delete from engine where sha256 = ?");
  }

  private static void change(String command) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        PreparedStatement statement = connection.prepareStatement(command)) {
      statement.setString(1, SHA256);
      assertThat(statement.executeUpdate()).isLessThanOrEqualTo(1);
    }
  }

  private void check(PinnedEngines engines) {
    transactions.as(
        OFFICER,
        () -> {
          engines.check();
          return null;
        });
  }

  private ClassLoader load(PinnedEngines engines) {
    return transactions.as(OFFICER, () -> engines.classes(SHA256));
  }

  @Test
  void what_is_stored_and_signed_holds() {
    check(ofThisRelease);

    assertThatThrownBy(() -> load(ofThisRelease))
        .as("its digest and signature hold, so that it is unpacked")
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("cannot be unpacked");
  }

  @Test
  void an_engine_whose_bytes_were_changed_is_not_ready_and_not_loaded() throws SQLException {
    change("update engine set bytes = bytes || '\\x00' where sha256 = ?");

    assertThatThrownBy(() -> check(ofThisRelease))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("was changed");
    assertThatThrownBy(() -> load(ofThisRelease))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("was changed");
  }

  @Test
  void an_engine_whose_signature_was_changed_is_not_ready_and_not_loaded() throws SQLException {
    change(
        "update engine set signature = set_byte(signature, 0, 255 - get_byte(signature, 0))"
            + " where sha256 = ?");

    assertThatThrownBy(() -> check(ofThisRelease))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("does not hold");
    assertThatThrownBy(() -> load(ofThisRelease))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("does not hold");
  }

  @Test
  void an_engine_signed_by_somebody_else_is_not_loaded() {
    BundleSigner strange = new BundleSigner(folder.resolve("strange.key"));
    strange.sign(new byte[0]);
    PinnedEngines stranger = new PinnedEngines(other, strange);

    assertThatThrownBy(() -> load(stranger))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("does not hold");
    assertThatThrownBy(() -> transactions.as(OFFICER, () -> stranger.pin(Instant.now())))
        .as("what could not be loaded again is not pinned")
        .isInstanceOf(BrokenRuleSet.class);
  }

  @Test
  void an_engine_nobody_stored_is_told() throws SQLException {
    change("delete from engine where sha256 = ?");

    assertThatThrownBy(() -> load(ofThisRelease))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("not kept");
  }

  @Test
  void a_signature_of_a_bundle_is_none_of_an_engine() {
    assertThat(signer.holds(SHA256.getBytes(StandardCharsets.US_ASCII), signer.sign(JAR)))
        .isFalse();
    assertThat(PackedEngine.bundled().sha256())
        .isEqualTo(Bundle.sha256(PackedEngine.bundled().jar().get()));
  }
}
