package sixones.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The sequential scans of tables that grow with submissions, read off the plans that PostgreSQL
 * writes to its log of every statement it runs, those inside functions and walls among them.
 */
final class SequentialScans {
  /** Every table of which a bid or a case has rows. */
  private static final List<String> GROWING =
      List.of(
          "act",
          "attestation",
          "audit_entry",
          "bid_case",
          "earlier_saving",
          "erased_thing",
          "evaluation",
          "evidence_file",
          "evidence_removal",
          "finding",
          "handed_in_file",
          "letter",
          "standing_bid",
          "submission",
          "withdrawal",
          "working_draft");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 300;

  /** A table of fewer rows is read at once whatever indexes it has. */
  private static final int MANY_ROWS = 1_000;

  private final Path log;
  private final Set<String> grown = new TreeSet<>();
  private long read;

  private SequentialScans(Connection administrator, Path log) throws SQLException, IOException {
    this.log = log;
    this.read = Files.size(log);
    try (Statement statement = administrator.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname from pg_class where relkind = 'r' and reltuples >= " + MANY_ROWS)) {
      while (rows.next()) {
        if (GROWING.contains(rows.getString(1))) {
          grown.add(rows.getString(1));
        }
      }
    }
  }

  /** Returns the tables that have grown: of these a scan counts. */
  Set<String> grown() {
    return grown;
  }

  /**
   * Lets every connection made from now on write its plans.
   *
   * @param log the log of the server
   */
  static SequentialScans begin(Connection administrator, Path log)
      throws SQLException, IOException {
    set(
        administrator,
        "session_preload_libraries = 'auto_explain'",
        "auto_explain.log_min_duration = 0",
        "auto_explain.log_nested_statements = on",
        "auto_explain.log_format = json");
    return new SequentialScans(administrator, log);
  }

  private static void set(Connection administrator, String... settings) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      statement.execute("load 'auto_explain'");
      for (String setting : settings) {
        statement.execute("alter database sixones set " + setting);
      }
    }
  }

  /** Connections made from now on write no plans. */
  static void end(Connection administrator) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      statement.execute("alter database sixones reset all");
    }
  }

  /** What was found since the last call, and of how many plans. */
  record Found(int plans, SortedSet<String> scans) {}

  /** Returns the scans of the plans written since the last call. */
  Found since() throws IOException {
    byte[] bytes;
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      bytes = new byte[(int) (file.length() - read)];
      file.seek(read);
      file.readFully(bytes);
    }
    read += bytes.length;
    SortedSet<String> scans = new TreeSet<>();
    int plans = 0;
    StringBuilder plan = null;
    for (String line : (new String(bytes, StandardCharsets.UTF_8) + "\nend").split("\n")) {
      if (plan != null && line.startsWith("\t")) {
        plan.append(line).append('\n');
        continue;
      }
      if (plan != null) {
        plans++;
        JsonNode read = JSON.readTree(plan.toString());
        scans(read.path("Plan"), read.path("Query Text").asText(), scans);
      }
      plan = line.contains(" plan:") ? new StringBuilder() : null;
    }
    return new Found(plans, scans);
  }

  private void scans(JsonNode node, String statement, SortedSet<String> scans) {
    String table = node.path("Relation Name").asText();
    if (node.path("Node Type").asText().equals("Seq Scan") && grown.contains(table)) {
      String text = statement.strip().replaceAll("\\s+", " ");
      scans.add(table + ": " + text.substring(0, Math.min(SHOWN, text.length())));
    }
    node.path("Plans").forEach(each -> scans(each, statement, scans));
  }
}
