package sixones.submission;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.audit.Audit;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Refused;
import sixones.store.Transactions;

/**
 * The evidence files that belong to bids as they were handed in. Officers and auditors read these,
 * and an auditor none of a bid whose bytes are withheld.
 */
public final class SubmissionFiles {
  private final Transactions transactions;
  private final Audit audit;
  private final Submissions submissions;
  private final EvidenceFiles files;

  public SubmissionFiles(
      Transactions transactions, Audit audit, Submissions submissions, EvidenceFiles files) {
    this.transactions = transactions;
    this.audit = audit;
    this.submissions = submissions;
    this.files = files;
  }

  /**
   * Returns the files of a submission, each with its place in it.
   *
   * @throws Refused if the submission does not exist for this person, or its files are withheld
   */
  public List<EvidenceFile> list(Person person, UUID submission) {
    submissions.find(person, submission);
    List<EvidenceFile> found =
        transactions.as(person.reader(), () -> EvidenceFiles.handedIn(submission));
    if (!found.isEmpty() && submissions.isWithheld(person, submission)) {
      throw withheld();
    }
    return found;
  }

  /**
   * Returns a file for download: an applicant's own, or one that was handed in, with an audit entry
   * on the newest submission that holds it.
   *
   * @throws Refused if it does not exist for this person, or is withheld
   */
  public EvidenceFile export(Person person, String digest) {
    if (person.is(Role.APPLICANT)) {
      return files.own(person, digest);
    }
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    List<UUID> with = transactions.as(person.reader(), () -> EvidenceFiles.submissionsWith(digest));
    if (with.isEmpty()) {
      throw Refused.noSuch();
    }
    UUID submission =
        with.stream()
            .filter(each -> !submissions.isWithheld(person, each))
            .findFirst()
            .orElseThrow(SubmissionFiles::withheld);
    return transactions.as(
        person.reader(),
        () -> {
          SubmissionActs.exportedFile(audit, SubmissionRow.findSubmission(submission), digest);
          return EvidenceFiles.handedIn(submission).stream()
              .filter(file -> file.digest().equals(digest))
              .findFirst()
              .orElseThrow(Refused::noSuch);
        });
  }

  private static Refused withheld() {
    return new Refused(Refused.Why.WITHHELD, "hidden-values", Map.of());
  }
}
