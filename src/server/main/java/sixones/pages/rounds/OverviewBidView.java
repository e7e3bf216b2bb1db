package sixones.pages.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import sixones.pages.bid.KeptFiles;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.frame.WithdrawnWords;
import sixones.pages.report.ConcludedBidView;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.store.Slice;
import sixones.submission.CurrentBids;
import sixones.submission.Submission;

/**
 * An applicant's submissions in a round, as the template renders them.
 *
 * @param standing the current bid, or null
 * @param more whether there are older versions than those listed
 * @param files the evidence files of the current bid
 * @param concluded what follows in the case of the bid; null if it has none
 */
public record OverviewBidView(
    RoundView round,
    String code,
    String name,
    String otherName,
    Version standing,
    List<Version> versions,
    boolean more,
    KeptFiles files,
    ConcludedBidView concluded) {

  /**
   * Returns it with what belongs to the current bid.
   *
   * @param kept its evidence files
   * @param conclusion what follows in its case; null if it has none
   */
  OverviewBidView with(KeptFiles kept, ConcludedBidView conclusion) {
    return new OverviewBidView(
        round, code, name, otherName, standing, versions, more, kept, conclusion);
  }

  /** Returns whether there are two versions to compare. */
  public boolean isComparable() {
    return versions.size() > 1;
  }

  /**
   * One version.
   *
   * @param named the short number of the submission
   * @param withdrawn that it was withdrawn, when and by whom; null if it was not
   * @param stands whether it is the current bid
   * @param evaluation the address of its evaluation
   */
  public record Version(
      int number,
      String named,
      UUID submission,
      String at,
      String by,
      File file,
      String findingsDigest,
      String withdrawn,
      boolean stands,
      VerdictBadge verdict,
      String evaluation) {}

  /**
   * The bytes that were submitted.
   *
   * @param untruthful whether the bid declares itself untrue
   * @param address the address of the bytes; null if they are not for this reader
   */
  public record File(
      String form, int bytes, String digest, DigestOf of, boolean untruthful, String address) {}

  /**
   * Returns the view.
   *
   * @param withheld whether the bytes of bids are not for this reader
   */
  static OverviewBidView of(
      CurrentBids standings,
      String code,
      Submission standing,
      Slice<Submission> found,
      boolean withheld,
      Language language) {
    Messages messages = Messages.of(standings.rules(), language);
    Language other = language == Language.EN ? Language.ZH_CN : Language.EN;
    String name = messages.applicant(code);
    String otherName = Messages.of(standings.rules(), other).applicant(code);
    List<Version> versions = new ArrayList<>();
    for (Submission submission : found.items()) {
      boolean stands = standing != null && submission.id().equals(standing.id());
      versions.add(version(submission, stands, withheld, messages));
    }
    return new OverviewBidView(
        RoundView.of(standings.round(), standings.applicants().size(), Set.of(), language),
        code,
        name,
        otherName.equals(name) ? null : otherName,
        standing == null ? null : version(standing, true, withheld, messages),
        versions,
        found.next() != null,
        KeptFiles.NONE,
        null);
  }

  private static Version version(
      Submission submission, boolean stands, boolean withheld, Messages messages) {
    String evaluation = PageAddresses.evaluation(submission.result().evaluation());
    return new Version(
        submission.version(),
        submission.number().toString(),
        submission.id(),
        Moments.exact(submission.submittedAt(), messages.language()),
        submission.submittedBy(),
        new File(
            submission.content().form().name(),
            submission.content().bytes(),
            submission.content().digest(),
            DigestOf.bid(submission.content().form().name()),
            submission.content().declaredUntruthful(),
            withheld ? null : evaluation + "/draft"),
        submission.result().digest(),
        WithdrawnWords.of(submission, messages.language()),
        stands,
        VerdictBadge.of(
            submission.result().verdict(), submission.result().remaining(), messages.language()),
        evaluation);
  }
}
