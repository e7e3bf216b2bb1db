package sixones.library;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;
import sixones.ruleset.RuleSets;

/**
 * Opens an evaluator from the rows of a database without the service, as a restored backup is
 * looked at. What runs is what the rows hold, with digests and signatures that hold.
 */
public final class StoredEvaluator {
  private StoredEvaluator() {}

  /** The bytes of a row with their signature. */
  private record Stored(byte[] bytes, byte[] signature) {}

  /**
   * Opens a bundle in an engine.
   *
   * @param engine its digest; null for the engine of this application
   * @throws BrokenRuleSet if one is not stored, or a digest or signature does not hold
   */
  public static PinnedEvaluator open(
      Connection connection, String bundle, String engine, BundleSigner signer)
      throws SQLException {
    Stored rules = row(connection, "bundle", bundle);
    if (!signer.holds(rules.bytes(), rules.signature())) {
      throw new BrokenRuleSet("the signature of the bundle " + bundle + " does not hold");
    }
    if (engine == null) {
      return PinnedEvaluator.present(RuleSets.open(rules.bytes(), bundle));
    }
    Stored program = row(connection, "engine", engine);
    if (!signer.holds(PinnedEngines.statement(engine), program.signature())) {
      throw new BrokenRuleSet("the signature of the engine " + engine + " does not hold");
    }
    return PinnedEvaluator.in(EngineClasses.of(engine, program.bytes()), rules.bytes());
  }

  /** Returns whether a statement that was stored with an evaluation has its signature. */
  public static boolean isAttested(String statement, byte[] signature, BundleSigner signer) {
    return signer.holds(statement.getBytes(StandardCharsets.UTF_8), signature);
  }

  private static Stored row(Connection connection, String table, String sha256)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select bytes, signature from public." + table + " where sha256 = ?")) {
      query.setString(1, sha256);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next() || !Bundle.sha256(row.getBytes(1)).equals(sha256)) {
          throw new BrokenRuleSet("the " + table + " " + sha256 + " is not kept, or was changed");
        }
        return new Stored(row.getBytes(1), row.getBytes(2));
      }
    }
  }
}
