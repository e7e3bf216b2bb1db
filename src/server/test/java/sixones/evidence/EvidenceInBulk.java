package sixones.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import sixones.official.OfficialEvaluations;
import sixones.round.Round;

/** Evidence files of many submissions, as if each had been added to a draft and handed in. */
public final class EvidenceInBulk {
  private static final int SIZE = Integer.getInteger("load.evidence-bytes", 40_000);

  private static final String OF =
      """
      select id, applicant, submitted_at, submitted_by
      from submission where round = ? and version = 1 order by applicant
      """;

  private static final String FILE =
      """
      insert into evidence_file (id, applicant, owner_kind, owner, entry, digest, size, media_type,
        name, added_at, added_by, idempotency_key, request_digest)
      values (?, ?, 'draft', gen_random_uuid(), '/evidence/0', ?, ?, 'application/pdf',
        'approval.pdf', ?, ?, ?, ?)
      """;

  private static final String HANDED_IN =
      "insert into handed_in_file (submission, file, applicant, entry) values (?, ?, ?, '/evidence/0')";

  private EvidenceInBulk() {}

  /**
   * Writes one file for the first version of some applicants in a round.
   *
   * @param each of so many applicants one has a file
   * @return how many there are
   */
  public static int write(Connection administrator, FileStore files, Round round, int each)
      throws SQLException, IOException {
    int place = 0;
    int written = 0;
    try (PreparedStatement of = administrator.prepareStatement(OF);
        PreparedStatement file = administrator.prepareStatement(FILE);
        PreparedStatement handedIn = administrator.prepareStatement(HANDED_IN)) {
      of.setObject(1, round.id());
      try (ResultSet rows = of.executeQuery()) {
        while (rows.next()) {
          if (place++ % each == 0) {
            write(files, rows, file, handedIn, written++);
          }
        }
      }
      file.executeBatch();
      handedIn.executeBatch();
    }
    return written;
  }

  private static void write(
      FileStore files, ResultSet of, PreparedStatement file, PreparedStatement handedIn, int number)
      throws SQLException, IOException {
    byte[] bytes = new byte[SIZE];
    new Random(number).nextBytes(bytes);
    byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    String digest = OfficialEvaluations.digest(bytes);
    files.restore(new ByteArrayInputStream(bytes), digest, bytes.length);
    UUID id = UUID.randomUUID();
    file.setObject(1, id);
    file.setString(2, of.getString("applicant"));
    file.setString(3, digest);
    file.setLong(4, bytes.length);
    file.setTimestamp(5, of.getTimestamp("submitted_at"));
    file.setLong(6, of.getLong("submitted_by"));
    file.setString(7, "bulk-" + id);
    file.setString(8, digest);
    file.addBatch();
    handedIn.setObject(1, of.getObject("id"));
    handedIn.setObject(2, id);
    handedIn.setString(3, of.getString("applicant"));
    handedIn.addBatch();
  }
}
