package sixones.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.library.BundleSigner;
import sixones.library.PinnedEvaluator;
import sixones.library.StoredEvaluator;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.NoRuleInForce;

/**
 * Official evaluations of a restored database, evaluated again: some of each rule set version and
 * engine, by the bundle and engine that the database holds.
 *
 * @param evaluated how many were evaluated again
 * @param differing the ids of those that did not give the answer on record, or whose attestation
 *     does not hold
 */
record RestoredSample(int evaluated, List<String> differing) {
  /** Of each rule set version in each engine. */
  private static final int MOST_OF_EACH = 10;

  private static final String SAMPLE =
      """
      select id, bundle, engine_digest, as_of, body, bytes, form, statement, signature from (
        select e.id, e.bundle, e.engine_digest, e.as_of, e.body, s.bytes, s.form, a.statement,
          a.signature, row_number() over (
            partition by e.bundle, e.engine_digest order by e.evaluated_at desc, e.id) as place
        from evaluation e
          join submission s on s.id = e.submission
          left join attestation a on a.evaluation = e.id
        where e.stage = 'BID' and e.purpose = 'OFFICIAL') sample
      where place <= ? order by bundle, engine_digest, place
      """;

  /** How many rows are in memory at once. */
  private static final int FETCHED = 50;

  /**
   * Takes a sample.
   *
   * @param connection to a database of this release, as a role that may read as an auditor
   */
  static RestoredSample of(Connection connection, BundleSigner signer) throws SQLException {
    return of(connection, signer, MOST_OF_EACH);
  }

  /**
   * Takes a sample of so many evaluations of each rule set version in each engine.
   *
   * @param connection to a database of this release, as a role that may read as an auditor
   */
  static RestoredSample of(Connection connection, BundleSigner signer, int mostOfEach)
      throws SQLException {
    Map<String, PinnedEvaluator> opened = new HashMap<>();
    List<String> differing = new ArrayList<>();
    int evaluated = 0;
    try (Statement statement = connection.createStatement()) {
      statement.execute("select set_config('sixones.role', 'auditor', false)");
    }
    // The driver reads a few rows at a time only within a transaction.
    connection.setAutoCommit(false);
    try (PreparedStatement sample = connection.prepareStatement(SAMPLE)) {
      sample.setFetchSize(FETCHED);
      sample.setInt(1, mostOfEach);
      try (ResultSet rows = sample.executeQuery()) {
        while (rows.next()) {
          evaluated++;
          if (!isAsOnRecord(connection, rows, opened, signer)) {
            differing.add(rows.getString("id"));
          }
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return new RestoredSample(evaluated, differing);
  }

  private static boolean isAsOnRecord(
      Connection connection,
      ResultSet row,
      Map<String, PinnedEvaluator> opened,
      BundleSigner signer)
      throws SQLException {
    String bundle = row.getString("bundle");
    String engine = row.getString("engine_digest");
    try {
      PinnedEvaluator evaluator = opened.get(bundle + engine);
      if (evaluator == null) {
        evaluator = StoredEvaluator.open(connection, bundle, engine, signer);
        opened.put(bundle + engine, evaluator);
      }
      byte[] answer =
          evaluator.evaluate(
              row.getBytes("bytes"),
              Draft.Format.valueOf(row.getString("form")),
              row.getObject("as_of", LocalDate.class));
      String attested = row.getString("statement");
      return Arrays.equals(answer, row.getBytes("body"))
          && (attested == null
              || StoredEvaluator.isAttested(attested, row.getBytes("signature"), signer));
    } catch (UnreadableDraft | NoRuleInForce | BrokenRuleSet e) {
      return false;
    }
  }
}
