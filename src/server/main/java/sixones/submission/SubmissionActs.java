package sixones.submission;

import java.util.Map;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.people.Person;
import sixones.people.Role;

/** The audit entries of what is done with a submission: ids and digests, no content. */
final class SubmissionActs {
  private SubmissionActs() {}

  /** It was handed in, and with it evaluated. */
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

  /** What was handed in was looked at: recorded where it is not one's own. */
  static void read(Audit audit, Person person, Submission found) {
    if (!person.is(Role.APPLICANT)) {
      audit.note(Act.READ, on(found));
    }
  }

  /** It was taken away as a file. */
  static void exported(Audit audit, Submission found, String what) {
    audit.note(Act.EXPORTED, on(found), Map.of(), Map.of("file", what));
  }

  private static Thing on(Submission submission) {
    return Thing.submission(submission.id(), submission.applicant());
  }
}
