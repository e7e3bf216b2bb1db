package sixones.submission;

import java.util.Map;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.people.Person;
import sixones.people.Role;

/** Writes the audit entries about submissions: ids and digests, no content. */
final class SubmissionActs {
  private SubmissionActs() {}

  /** Records that a bid was accepted and evaluated. */
  static void accepted(Audit audit, Submission accepted) {
    audit.note(
        Act.SUBMITTED,
        on(accepted),
        Map.of(),
        Map.of(
            "round", accepted.round().toString(),
            "version", accepted.version(),
            "digest", accepted.content().digest()));
    audit.note(
        Act.EVALUATED,
        Thing.evaluation(accepted.result().evaluation(), accepted.applicant()),
        Map.of(),
        Map.of(
            "submission", accepted.id().toString(),
            "digest", accepted.result().digest()));
  }

  /** Records that somebody read another applicant's submission. */
  static void read(Audit audit, Person person, Submission found) {
    if (!person.is(Role.APPLICANT)) {
      audit.note(Act.READ, on(found));
    }
  }

  /** Records a download. */
  static void exported(Audit audit, Submission found, String what) {
    audit.note(Act.EXPORTED, on(found), Map.of(), Map.of("file", what));
  }

  /** Records the download of an evidence file. */
  static void exportedFile(Audit audit, Submission found, String digest) {
    audit.note(Act.EXPORTED, on(found), Map.of(), Map.of("file", "evidence", "digest", digest));
  }

  private static Thing on(Submission submission) {
    return Thing.submission(submission.id(), submission.applicant());
  }
}
