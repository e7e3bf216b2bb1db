package sixones.submission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import sixones.audit.Audit;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.FileCondition;
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
   * The files of a bid as it was handed in, as its readers are shown them.
   *
   * @param entries the documents the bid lists
   * @param conditions what became of the files on disk, by digest
   * @param isWithheld whether the files are kept from this reader, so that none is named
   */
  public record HandedIn(
      List<EvidenceFile> files,
      BidEntries entries,
      Map<String, FileCondition> conditions,
      boolean isWithheld) {
    /** A bid without files. */
    public static final HandedIn NONE =
        new HandedIn(List.of(), new BidEntries(List.of()), Map.of(), false);

    public HandedIn {
      files = List.copyOf(files);
      conditions = Map.copyOf(conditions);
    }

    /** Returns the files that count as evidence: those as they were kept, and those seen before. */
    public List<EvidenceFile> counting(Set<String> seen) {
      return files.stream()
          .filter(
              file ->
                  condition(file) == FileCondition.INTACT
                      || seen.contains(file.digest().substring(file.digest().indexOf(':') + 1))
                      || seen.contains(file.digest()))
          .toList();
    }

    /** Returns what became of a file on disk. */
    public FileCondition condition(EvidenceFile file) {
      return conditions.getOrDefault(file.digest(), FileCondition.INTACT);
    }
  }

  /**
   * Returns the files of a submission with what became of them on disk.
   *
   * @throws Refused if the submission does not exist for this person
   */
  public HandedIn look(Person person, UUID submission) {
    return look(person, submissions.find(person, submission));
  }

  /** Returns the same for a submission that was read as this person. */
  public HandedIn look(Person person, Submission found) {
    UUID submission = found.id();
    List<EvidenceFile> there =
        transactions.as(person.reader(), () -> EvidenceFiles.handedIn(submission));
    if (there.isEmpty()) {
      return HandedIn.NONE;
    }
    if (submissions.isWithheld(person, submission)) {
      return new HandedIn(List.of(), new BidEntries(List.of()), Map.of(), true);
    }
    return new HandedIn(there, submissions.entries(person, found), files.conditions(there), false);
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
