package sixones.submission;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.UUID;
import sixones.people.Person;
import sixones.people.Role;
import sixones.people.account.PeopleInTests;
import sixones.store.Transactions;

/** What somebody who can write to the database could put beside what was handed in. */
public final class Tampered {
  private static final String BROKEN = "f".repeat(64);

  private final Transactions transactions;

  public Tampered(Transactions transactions) {
    this.transactions = transactions;
  }

  /** A later version whose kept answer says NOT_MET where it should say MET. */
  public UUID byAnotherAnswer(Submission submission) {
    return later(
        submission,
        "bundle",
        "convert_to(replace(convert_from(body, 'UTF8'), '\"verdict\":\"MET\"',"
            + " '\"verdict\":\"NOT_MET\"'), 'UTF8')");
  }

  /** A later version evaluated by rules whose bundle has no signature that holds. */
  public UUID byBrokenRules(Submission submission) {
    transactions.as(
        applicant(submission).reader(),
        () ->
            Panache.getEntityManager()
                .createNativeQuery(
                    """
                    insert into bundle (sha256, rule_set, version, digest, bytes, signature, kept_at)
                    select ?1, rule_set, version, digest, bytes, 'none', kept_at from bundle limit 1
                    on conflict do nothing
                    """)
                .setParameter(1, BROKEN)
                .executeUpdate());
    return later(submission, "'" + BROKEN + "'", "body");
  }

  private static Person applicant(Submission submission) {
    return new Person("tampering", Role.APPLICANT, submission.applicant());
  }

  private UUID later(Submission submission, String bundle, String body) {
    new PeopleInTests(transactions).there(applicant(submission));
    UUID version = UUID.randomUUID();
    UUID evaluation = UUID.randomUUID();
    transactions.as(
        applicant(submission).reader(),
        () -> {
          Panache.getEntityManager()
              .createNativeQuery(
                  """
                  insert into submission (id, round, applicant, version, form, bytes, digest,
                    idempotency_key, request_digest, submitted_at, declared_untruthful)
                  select ?1, round, applicant, version + 1, form, bytes, digest, cast(?1 as text),
                    request_digest, submitted_at, declared_untruthful from submission where id = ?2
                  """)
              .setParameter(1, version)
              .setParameter(2, submission.id())
              .executeUpdate();
          return Panache.getEntityManager()
              .createNativeQuery(
                  """
                  insert into evaluation (id, submission, round, applicant, rule_set, rule_set_version,
                    rule_set_digest, bundle, as_of, draft_digest, body, findings_digest, verdict,
                    verdicts, to_judge, to_supply, to_review, engine, java, unicode, application,
                    evaluated_at, stage, subject, purpose)
                  select ?1, ?2, round, applicant, rule_set, rule_set_version, rule_set_digest, %s,
                    as_of, draft_digest, %s, findings_digest, verdict, verdicts, to_judge,
                    to_supply, to_review, engine, java, unicode, application,
                    evaluated_at, stage, subject, purpose from evaluation where id = ?3
                  """
                      .formatted(bundle, body))
              .setParameter(1, evaluation)
              .setParameter(2, version)
              .setParameter(3, submission.result().evaluation())
              .executeUpdate();
        });
    return evaluation;
  }
}
