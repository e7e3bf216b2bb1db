package sixones.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The tables with rows of a round, in the order in which their rows can be deleted. */
enum RoundTable {
  LETTER("t.bid_case in (" + Sql.CASES + ")", "digest", Fate.GOES),
  ACT("t.bid_case in (" + Sql.CASES + ")", "bid_case, seq", Fate.GOES),
  DECLARATION("t.round = :round", "seq", Fate.GOES),
  HANDED_IN_FILE("t.submission in (" + Sql.SUBMISSIONS + ")", "submission, file", Fate.GOES),
  BID_CASE("t.round = :round", "id", Fate.GOES),
  /** What it holds stands in the answers, too. */
  FINDING("t.evaluation in (" + Sql.EVALUATIONS + ")", "evaluation, position", Fate.GOES),
  ATTESTATION("t.evaluation in (" + Sql.EVALUATIONS + ")", "evaluation", Fate.GOES),
  /** What it says follows from the others. */
  STANDING_BID("t.round = :round", "applicant", Fate.GOES),
  EVALUATION("t.round = :round", "id", Fate.GOES),
  /** Receipts are made again of what is archived. */
  RECEIPT("t.submission in (" + Sql.SUBMISSIONS + ")", "number", Fate.GOES),
  WITHDRAWAL("t.submission in (" + Sql.SUBMISSIONS + ")", "submission", Fate.GOES),
  SUBMISSION("t.round = :round", "id", Fate.GOES),
  /** Some may stand in a draft or another bid, too, and stay. */
  EVIDENCE_REMOVAL("t.file in (" + Sql.FILES + ")", "file", Fate.OF_FILES),
  EVIDENCE_FILE("t.id in (" + Sql.FILES + ")", "id", Fate.OF_FILES),
  ROUND_MOVE("t.round = :round", "revision", Fate.STAYS),
  PROCEEDING("t.round = :round", "round", Fate.STAYS),
  ROUND("t.id = :round", "id", Fate.STAYS);

  /** Conditions that several tables share. */
  private static final class Sql {
    static final String SUBMISSIONS = "select s.id from submission s where s.round = :round";
    static final String EVALUATIONS = "select e.id from evaluation e where e.round = :round";
    static final String CASES = "select c.id from bid_case c where c.round = :round";
    static final String FILES =
        "select h.file from handed_in_file h where h.submission in ("
            + SUBMISSIONS
            + ") union select f.id from evidence_file f where f.owner_kind = 'case' and f.owner in"
            + " ("
            + CASES
            + ")";
  }

  /** What becomes of the rows when the round is erased. */
  enum Fate {
    GOES,
    /** Those go that nothing else needs. */
    OF_FILES,
    STAYS
  }

  private final String condition;
  private final String order;
  private final Fate fate;

  RoundTable(String condition, String order, Fate fate) {
    this.condition = condition;
    this.order = order;
    this.fate = fate;
  }

  /** Returns the name in the database. */
  String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  Fate fate() {
    return fate;
  }

  /** Returns whether the rows are in an archive. */
  boolean isArchived() {
    return this != FINDING && this != STANDING_BID && this != RECEIPT;
  }

  /** Returns SQL after {@code from}: the rows of a round, called {@code t}. */
  String of(UUID round) {
    return table() + " t where " + condition.replace(":round", "'" + round + "'::uuid");
  }

  /**
   * Returns a query of the rows as JSON, one a row, in a fixed order. Long values, which have parts
   * of their own, are left out; signatures are base64.
   */
  String asJson(Connection connection, UUID round) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select column_name, data_type from information_schema.columns"
                + " where table_schema = 'public' and table_name = ? order by ordinal_position")) {
      query.setString(1, table());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String column = '"' + rows.getString(1) + '"';
          if (!rows.getString(2).equals("bytea")) {
            columns.add("t." + column);
          } else if (column.equals("\"signature\"")) {
            columns.add("translate(encode(t.signature, 'base64'), E'\\n', '') as signature");
          }
        }
      }
    }
    if (columns.isEmpty()) {
      throw RetentionRefused.notMigrated();
    }
    return "select to_json(r)::text from (select "
        + String.join(", ", columns)
        + " from "
        + of(round)
        + " order by "
        + order
        + ") r";
  }

  long count(Connection connection, UUID round) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + of(round))) {
      row.next();
      return row.getLong(1);
    }
  }
}
