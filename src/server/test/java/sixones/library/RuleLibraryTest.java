package sixones.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.InTurns;
import sixones.packer.PackedInTests;
import sixones.rule.Bundle;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.TestDatabase;

/**
 * A version that this application no longer carries, and that a round pinned under an earlier one.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class RuleLibraryTest {
  private static final RuleSet CARRIED = RuleSetsInTests.SICHUAN;
  private static final String OLD = "2021.9";

  @Inject RuleLibrary library;
  @Inject BundleSigner signer;

  private String sha256;

  @BeforeEach
  void an_old_version_is_pinned() throws Exception {
    PackedInTests packed = new PackedInTests(RuleSetsInTests.ALL.packed(CARRIED));
    packed.manifest().put("version", OLD);
    // As compiled for an engine whose classes this one has under other names.
    packed.manifest().putArray("models").add("rules.of.another.Engine");
    ((ObjectNode) packed.manifest().path("rules").get(0)).put("kind", "AnotherKind");
    packed
        .files()
        .put(
            Bundle.SOURCES + "old.txt",
            UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    byte[] zip = packed.restated().zip();
    sha256 = Bundle.sha256(zip);
    store(zip, packed.manifest().path("digest").asText(), signer.sign(zip));
  }

  private void store(byte[] zip, String digest, byte[] signature) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        PreparedStatement insert =
            connection.prepareStatement("insert into bundle values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, sha256);
      insert.setString(2, CARRIED.id());
      insert.setString(3, OLD);
      insert.setString(4, digest);
      insert.setBytes(5, zip);
      insert.setBytes(6, signature);
      insert.setTimestamp(7, Timestamp.from(Instant.now()));
      insert.executeUpdate();
    }
  }

  @AfterEach
  void it_is_taken_away_again() throws SQLException {
    change("delete from bundle where sha256 = ?");
  }

  private void change(String command) throws SQLException {
    try (Connection connection = TestDatabase.administrator();
        PreparedStatement statement = connection.prepareStatement(command)) {
      statement.setString(1, sha256);
      statement.executeUpdate();
    }
  }

  @Test
  void a_pinned_version_keeps_its_pages_and_its_entries() {
    given()
        .get("/api/rule-sets")
        .then()
        .statusCode(200)
        .body("version", hasItem(OLD))
        .body("version", hasItem(CARRIED.version()));
    given()
        .get("/api/rule-sets/" + CARRIED.id() + "/" + OLD)
        .then()
        .statusCode(200)
        .body("version", equalTo(OLD));
    given()
        .get("/api/rule-sets/" + CARRIED.id() + "/" + OLD + "/rules/park-level")
        .then()
        .statusCode(200);
    given().get("/rules").then().statusCode(200).body(containsString(CARRIED.id() + " " + OLD));
    given()
        .get("/rules/" + CARRIED.id() + "/" + OLD + "/park-level")
        .then()
        .statusCode(200)
        .body(containsString("memberOf force"));
  }

  @Test
  void a_version_that_is_not_genuine_is_not_shown() throws SQLException {
    change("update bundle set signature = 'none' where sha256 = ?");

    given().get("/api/rule-sets").then().statusCode(200).body("version", not(hasItem(OLD)));
    assertThat(given().get("/api/rule-sets/" + CARRIED.id() + "/" + OLD).statusCode())
        .as("rules-broken")
        .isEqualTo(409);
  }

  @Test
  void a_version_is_found_by_its_digest_alone_if_it_has_it() {
    assertThat(library.find(CARRIED.id(), CARRIED.version(), CARRIED.digest()))
        .map(RuleSet::bundle)
        .contains(CARRIED.bundle());
    assertThat(library.find(CARRIED.id(), OLD, CARRIED.digest())).isEmpty();
    assertThat(library.find(CARRIED.id(), "0")).isEmpty();
    assertThat(library.isCarried(library.find(CARRIED.id(), OLD).orElseThrow())).isFalse();
  }
}
