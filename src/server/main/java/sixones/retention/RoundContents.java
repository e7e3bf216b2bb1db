package sixones.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import sixones.backup.ArchivePart;
import sixones.backup.ArchiveWriter;

/**
 * Everything that is of a round, read in the caller's transaction as the owner: the rows of its
 * tables as JSON, the bids as they were handed in, the answers, and the letters. Read again it is
 * the same to the byte, as long as the round is.
 */
final class RoundContents {
  /** How many rows with long values are fetched at once. */
  private static final int AT_ONCE = 20;

  private final Connection connection;
  private final UUID round;

  RoundContents(Connection connection, UUID round) {
    this.connection = connection;
    this.round = round;
  }

  /** Takes one part after the other. */
  interface Sink {
    /** Takes a part; returns it with its size and digest. */
    ArchivePart part(String name, ArchiveWriter.Content content) throws IOException, SQLException;
  }

  /** Hands on every part; returns them in their order. */
  List<ArchivePart> to(Sink sink) throws IOException, SQLException {
    List<ArchivePart> parts = new ArrayList<>();
    for (RoundTable table : RoundTable.values()) {
      if (table.isArchived()) {
        parts.add(rows(sink, "rows/" + table.table() + ".jsonl", table.asJson(connection, round)));
      }
    }
    values(
        sink,
        parts,
        "select 'bids/' || t.id || '.' || lower(t.form), t.bytes from "
            + RoundTable.SUBMISSION.of(round)
            + " order by t.id");
    values(
        sink,
        parts,
        "select 'answers/' || t.id || '.json', t.body from "
            + RoundTable.EVALUATION.of(round)
            + " order by t.id");
    values(
        sink,
        parts,
        "select 'letters/' || t.digest || '.json', t.bytes from "
            + RoundTable.LETTER.of(round)
            + " order by t.digest");
    return parts;
  }

  /** Hands on a part with a line for each row of a query of one column. */
  ArchivePart rows(Sink sink, String name, String query) throws IOException, SQLException {
    return sink.part(
        name,
        out -> {
          try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet rows = statement.executeQuery(query)) {
              while (rows.next()) {
                out.write((rows.getString(1) + "\n").getBytes(StandardCharsets.UTF_8));
              }
            }
          }
        });
  }

  /** Hands on a part for each row of a query of a name and bytes. */
  void values(Sink sink, List<ArchivePart> parts, String query) throws IOException, SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          byte[] bytes = rows.getBytes(2);
          parts.add(sink.part(rows.getString(1).toLowerCase(Locale.ROOT), out -> out.write(bytes)));
        }
      }
    }
  }

  /** Returns the digest of the contents without keeping them. */
  String digest() throws IOException, SQLException {
    return RoundManifest.digest(to(RoundContents::measured));
  }

  private static ArchivePart measured(String name, ArchiveWriter.Content content)
      throws IOException, SQLException {
    ArchivePart.Measured measured = new ArchivePart.Measured(OutputStream.nullOutputStream());
    content.to(measured);
    return measured.as(name);
  }
}
