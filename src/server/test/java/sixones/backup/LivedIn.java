package sixones.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import sixones.Fixtures;
import sixones.bid.Draft;
import sixones.library.BundleSigner;
import sixones.library.StoredEvaluator;
import sixones.postgres.DatabaseAccess;
import sixones.postgres.EmbeddedPostgres;
import sixones.postgres.UsedFolder;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetsInTests;

/**
 * A data folder with something of each kind: an official evaluation with its rules, rows behind
 * walls, numbers without gaps, an evidence file, keys, and values that are hard to write as text.
 */
final class LivedIn {
  static final String EVALUATION = "00000000-0000-0000-0000-0000000000e1";
  static final byte[] PICTURE = "a picture of the park".getBytes(StandardCharsets.UTF_8);

  private static final String ROUND = "00000000-0000-0000-0000-0000000000a1";
  private static final String SUBMISSION = "00000000-0000-0000-0000-0000000000b1";
  private static final String CASE = "00000000-0000-0000-0000-0000000000c1";
  private static final LocalDate DAY = Fixtures.BID_DAY;

  private LivedIn() {}

  /** Makes one of this release. */
  static Path make(Path folder) throws Exception {
    try (EmbeddedPostgres database = EmbeddedPostgres.start(UsedFolder.copyTo(folder))) {
      migrate(database, "latest");
      fill(folder, database);
    }
    return folder;
  }

  static void migrate(EmbeddedPostgres database, String version) {
    Migrations.run(
        database.jdbcUrl(), database.owner(), database.application().username(), version);
  }

  static Connection administrator(EmbeddedPostgres database) throws SQLException {
    return DatabaseAccess.to(
            database.jdbcUrl(),
            database.administrator().username(),
            database.administrator().password())
        .connect();
  }

  private static void fill(Path folder, EmbeddedPostgres database) throws Exception {
    for (String key : List.of("second-factor.key", "sign-in.key")) {
      Files.writeString(folder.resolve(key), "a key of tests\n");
    }
    String picture = put(folder);
    try (Connection connection = administrator(database)) {
      try (Statement statement = connection.createStatement()) {
        // What belongs together is written by hand.
        statement.execute("set session_replication_role = replica");
      }
      evaluation(connection, new BundleSigner(folder.resolve("seal.key")));
      for (String sql : rows(picture)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String put(Path folder) throws IOException {
    String hex = sha256(PICTURE);
    Path file = folder.resolve("files").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    Files.createDirectories(file.getParent());
    Files.write(file, PICTURE);
    return "sha256:" + hex;
  }

  private static void evaluation(Connection connection, BundleSigner signer) throws Exception {
    RuleSet rules = RuleSetsInTests.SICHUAN;
    byte[] bundle = RuleSetsInTests.ALL.packed(rules);
    byte[] draft = Fixtures.compliant().toString().getBytes(StandardCharsets.UTF_8);
    run(
        connection,
        "insert into bundle values (?, ?, ?, ?, ?, ?, now())",
        rules.bundle(),
        rules.id(),
        rules.version(),
        rules.digest(),
        bundle,
        signer.sign(bundle));
    // An engine of this release is some 30 MB: BackupIT and KeptBackupsTest have one.
    run(connection, "insert into engine values (repeat('0', 64), '\\x00ff5c0a', '\\x00', now())");
    run(
        connection,
        """
        insert into person (number, name, password, role, applicant, disabled, created_at)
          overriding system value values
            (7, 'officer', '-', 'officer', null, false, now()),
            (9, 'chengdu', '-', 'applicant', '510100', false, now())
        """);
    run(connection, "select setval('person_number_seq', 9)");
    run(
        connection,
        """
        insert into round (id, number, name_zh, rule_set, rule_set_version, rule_set_digest, bundle,
          opens_at, deadline, evaluation_day, submissions_per_applicant, state,
          revision, created_at)
          overriding system value values (?::uuid, 4, '批次', ?, ?, ?, ?, now(),
            now() + interval '1 day', ?, 3, 'closed', 2, now())
        """,
        ROUND,
        rules.id(),
        rules.version(),
        rules.digest(),
        rules.bundle(),
        DAY);
    run(connection, "select setval('round_number_seq', 4)");
    run(
        connection,
        """
        insert into submission (id, round, applicant, version, form, bytes, digest,
          declared_untruthful, idempotency_key, request_digest, submitted_at, submitted_by)
          values (?::uuid, ?::uuid, '510100', 1, 'JSON', ?, 'd', false, 'k', 'r', now(), 9)
        """,
        SUBMISSION,
        ROUND,
        draft);
    byte[] answer =
        StoredEvaluator.open(connection, rules.bundle(), null, signer)
            .evaluate(draft, Draft.Format.JSON, DAY);
    run(
        connection,
        """
        insert into evaluation (id, submission, round, applicant, rule_set, rule_set_version,
          rule_set_digest, bundle, as_of, draft_digest, body, findings_digest, verdict,
          verdicts, to_judge, to_supply, to_review, engine, java, unicode, application, evaluated_at,
          stage, subject, purpose)
          values (?::uuid, ?::uuid, ?::uuid, '510100', ?, ?, ?, ?, ?, 'd', ?, 'f', 'OPEN', 'v',
            0, 0, 0, 'e', 'j', 'u', repeat('0', 64), now(), 'BID', '510100', 'OFFICIAL')
        """,
        EVALUATION,
        SUBMISSION,
        ROUND,
        rules.id(),
        rules.version(),
        rules.digest(),
        rules.bundle(),
        DAY,
        answer);
    run(
        connection,
        "insert into attestation values (?::uuid, 'said', ?)",
        EVALUATION,
        signer.sign("said".getBytes(StandardCharsets.UTF_8)));
  }

  /** Acts without gaps, a move, a file, entries, and text that is hard to write down. */
  private static List<String> rows(String picture) {
    return List.of(
        """
        insert into round_move values ('%s', 2, 'close', 'open', 'closed', '2026-01-01', '2026-01-01',
          now(), 7, E'a\\ttab, a \\\\ and\\na line, \\\\. and 𠮷')
        """
            .formatted(ROUND),
        """
        insert into finding values ('%s', 1, null, 'rule', '510100', '', 'PASS',
          '{"b" : 1,  "a":"\\u4e00"}')
        """
            .formatted(EVALUATION),
        "insert into bid_case values ('%s', '%s', '510100', '%s', '%s', now())"
            .formatted(CASE, ROUND, SUBMISSION, EVALUATION),
        act(1),
        act(2),
        """
        insert into audit_entry (number, at, act, person, role, kind, thing, applicant, before, after)
          overriding system value values (31, '2026-11-30 05:00:00.123456+08', 'bid-handed-in', 9,
            'applicant', 'submission', '%s', '510100', null, '{"b": 1, "a": [null, "一"]}')
        """
            .formatted(SUBMISSION),
        "select setval('audit_entry_number_seq', 31)",
        """
        insert into evidence_file values (gen_random_uuid(), '510100', 'case', '%s', '/evidence/0',
          'e1', '%s', %d, 'image/png', '照片.png', now(), 9, 'k', 'r')
        """
            .formatted(CASE, picture, PICTURE.length),
        """
        insert into working_draft (id, applicant, name, form, bytes, digest, revision, saved_at,
          saved_by) values (gen_random_uuid(), '510100', '', 'JSON', '\\x00ff5c2e0a', 'd', 1, now(), '')
        """);
  }

  private static String act(int seq) {
    return """
    insert into act (bid_case, seq, id, kind, body, digest, by, at)
      values ('%s', %d, gen_random_uuid(), 'take', '{}',
        'sha256:' || encode(sha256('{}'), 'hex'), 7, '2026-11-30 05:00:0%d+00')
    """
        .formatted(CASE, seq, seq);
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  static String sha256(byte[] bytes) throws IOException {
    MessageDigest digest = ArchivePart.sha256Digest();
    digest.update(bytes);
    return HexFormat.of().formatHex(digest.digest());
  }
}
