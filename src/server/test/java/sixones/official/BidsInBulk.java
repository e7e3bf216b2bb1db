package sixones.official;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import sixones.bid.Draft;
import sixones.evaluation.Purpose;
import sixones.evaluation.Stage;
import sixones.library.BundleSigner;
import sixones.round.Round;
import sixones.store.Transactions;
import sixones.submission.RoundsInTests;

/**
 * Many bids of one round, as if each had been handed in: evaluated by the engine that the round
 * pins, with every row that acceptance writes, but written by COPY. So each can be replayed.
 */
public final class BidsInBulk {
  private static final int AT_ONCE = 500;

  /**
   * What acceptance writes beside them: entries in the audit trail, and as the digest of a receipt
   * one that is none's.
   */
  private static final List<String> BESIDE =
      List.of(
          """
          insert into audit_entry (at, act, person, role, address, kind, thing, applicant, after)
          select s.submitted_at, 'submitted', s.submitted_by, 'applicant', '192.0.2.7',
            'submission', s.id::text, s.applicant, jsonb_build_object(
              'round', s.round, 'version', s.version, 'digest', s.digest)
          from submission s where s.id = any(?) order by s.submitted_at
          """,
          """
          insert into audit_entry (at, act, person, role, address, kind, thing, applicant, after)
          select s.submitted_at, 'evaluated', s.submitted_by, 'applicant', '192.0.2.7',
            'evaluation', e.id::text, s.applicant, jsonb_build_object(
              'submission', s.id, 'digest', e.findings_digest)
          from submission s join evaluation e on e.submission = s.id
          where s.id = any(?) order by s.submitted_at
          """,
          """
          insert into receipt (submission, digest)
          select s.id, 'sha256:' || encode(sha256(s.id::text::bytea), 'hex')
          from submission s where s.id = any(?) order by s.submitted_at
          """);

  private final Transactions transactions = CDI.current().select(Transactions.class).get();
  private final OfficialEvaluations evaluations =
      CDI.current().select(OfficialEvaluations.class).get();
  private final BundleSigner signer = CDI.current().select(BundleSigner.class).get();
  private final Connection administrator;

  /**
   * Creates one.
   *
   * @param administrator a connection that no wall stops
   */
  public BidsInBulk(Connection administrator) {
    this.administrator = administrator;
  }

  /**
   * A bid in JSON.
   *
   * @param by the number of the person who hands it in
   * @param version its version in the round, from 1
   */
  public record Bid(String applicant, long by, int version, byte[] bytes, Instant at) {}

  /** Writes bids of a round that was opened. */
  public void write(Round round, Stream<Bid> bids) throws SQLException {
    transactions.as(RoundsInTests.OFFICER.reader(), () -> evaluations.opening(round.pin())).run();
    try (Statement statement = administrator.createStatement()) {
      statement.execute("set timezone = 'UTC'");
    }
    Iterator<Bid> all = bids.iterator();
    while (all.hasNext()) {
      List<Bid> some = new ArrayList<>();
      while (all.hasNext() && some.size() < AT_ONCE) {
        some.add(all.next());
      }
      some(round, some);
    }
  }

  private void some(Round round, List<Bid> bids) throws SQLException {
    Lines submissions = new Lines();
    Lines kept = new Lines();
    Lines findings = new Lines();
    UUID[] ids = new UUID[bids.size()];
    for (int i = 0; i < ids.length; i++) {
      Bid bid = bids.get(i);
      ids[i] = UUID.randomUUID();
      OfficialEvaluations.Made made = made(round, ids[i], bid);
      OfficialEvaluation evaluation = made.evaluation();
      submissions.add(
          ids[i],
          round.id(),
          bid.applicant(),
          bid.version(),
          Draft.Format.JSON,
          bid.bytes(),
          evaluation.draftDigest(),
          "bulk-" + ids[i],
          OfficialEvaluations.digest(bid.bytes()),
          bid.at(),
          bid.by(),
          false);
      keep(kept, made);
      for (FindingRows.Row row : FindingRows.of(evaluation, made.answer())) {
        findings.add(
            evaluation.id(),
            row.position(),
            row.requirement(),
            row.rule(),
            row.subject(),
            row.pointer(),
            row.outcome(),
            row.lookedAt());
      }
    }
    submissions.copy(
        "submission (id, round, applicant, version, form, bytes, digest, idempotency_key,"
            + " request_digest, submitted_at, submitted_by, declared_untruthful)");
    kept.copy(
        "evaluation (id, submission, round, applicant, stage, subject, purpose, rule_set,"
            + " rule_set_version, rule_set_digest, bundle, as_of, draft_digest, body,"
            + " findings_digest, verdict, verdicts, to_judge, to_supply, to_review, engine,"
            + " engine_digest, java, unicode, application, evaluated_at)");
    findings.copy(
        "finding (evaluation, position, requirement, rule, subject, pointer, outcome, looked_at)");
    attest(ids);
    for (String entries : BESIDE) {
      try (PreparedStatement insert = administrator.prepareStatement(entries)) {
        insert.setArray(1, administrator.createArrayOf("uuid", ids));
        insert.executeUpdate();
      }
    }
  }

  private OfficialEvaluations.Made made(Round round, UUID submission, Bid bid) {
    OfficialEvaluations.Of of =
        new OfficialEvaluations.Of(
            submission,
            round.id(),
            round.pin(),
            round.evaluationDay(),
            bid.bytes(),
            Draft.Format.JSON);
    return evaluations.make(of, bid.at());
  }

  private static void keep(Lines kept, OfficialEvaluations.Made made) {
    OfficialEvaluation evaluation = made.evaluation();
    kept.add(
        evaluation.id(),
        evaluation.submission(),
        evaluation.round(),
        evaluation.applicant(),
        Stage.BID,
        evaluation.applicant(),
        Purpose.OFFICIAL,
        evaluation.by().id(),
        evaluation.by().version(),
        evaluation.by().digest(),
        evaluation.by().bundle(),
        evaluation.asOf(),
        evaluation.draftDigest(),
        made.body(),
        evaluation.findingsDigest(),
        evaluation.verdict(),
        evaluation.conclusion().verdicts(),
        evaluation.remaining().toJudge(),
        evaluation.remaining().toSupply(),
        evaluation.remaining().toReview(),
        evaluation.engine(),
        evaluation.pin().engine(),
        evaluation.platform().java(),
        evaluation.platform().unicode(),
        evaluation.platform().application(),
        evaluation.evaluatedAt());
  }

  private void attest(UUID[] submissions) throws SQLException {
    Lines attestations = new Lines();
    try (PreparedStatement query =
        administrator.prepareStatement(
            "select e.id, " + Attestations.STATED + Attestations.OF + "where s.id = any(?)")) {
      query.setArray(1, administrator.createArrayOf("uuid", submissions));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String statement = rows.getString(2);
          attestations.add(
              rows.getObject(1), statement, signer.sign(Attestations.bytes(statement)));
        }
      }
    }
    attestations.copy("attestation (evaluation, statement, signature)");
  }

  /** Rows as COPY reads them. */
  private final class Lines {
    private final StringBuilder text = new StringBuilder();

    void add(Object... values) {
      for (int i = 0; i < values.length; i++) {
        text.append(i == 0 ? "" : "\t").append(written(values[i]));
      }
      text.append('\n');
    }

    private static String written(Object value) {
      if (value == null) {
        return "\\N";
      }
      if (value instanceof byte[] bytes) {
        return "\\\\x" + HexFormat.of().formatHex(bytes);
      }
      return value
          .toString()
          .replace("\\", "\\\\")
          .replace("\t", "\\t")
          .replace("\n", "\\n")
          .replace("\r", "\\r");
    }

    void copy(String into) throws SQLException {
      try {
        administrator
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + into + " from stdin", new StringReader(text.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
