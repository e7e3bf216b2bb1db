package sixones.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import sixones.database.Page;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.round.Standings;
import sixones.round.Submission;

/**
 * What a city handed in under a round.
 *
 * @param standing the version that stands, or null
 * @param more whether there are older versions than those listed
 */
public record MatrixBidView(
    RoundView round,
    String code,
    String name,
    String otherName,
    Version standing,
    List<Version> versions,
    boolean more) {

  /**
   * One version.
   *
   * @param untruthful whether it declares that it is not true
   * @param draft where its bytes are
   * @param audit where its evaluation is
   * @param withdrawn when it was withdrawn, or null
   */
  public record Version(
      int number,
      UUID submission,
      String at,
      String by,
      String form,
      int bytes,
      String digest,
      String findingsDigest,
      String withdrawn,
      boolean stands,
      String tone,
      String sign,
      String verdict,
      boolean untruthful,
      String draft,
      String audit) {}

  static MatrixBidView of(
      Standings standings,
      String code,
      Submission standing,
      Page<Submission> found,
      Language language) {
    Messages messages = Messages.of(standings.rules(), language);
    Language other = language == Language.EN ? Language.ZH_CN : Language.EN;
    String name = messages.city(code);
    String otherName = Messages.of(standings.rules(), other).city(code);
    List<Version> versions = new ArrayList<>();
    for (Submission submission : found.items()) {
      boolean stands = standing != null && submission.id().equals(standing.id());
      versions.add(version(submission, stands, messages));
    }
    return new MatrixBidView(
        RoundView.of(standings.round(), standings.cities().size(), language),
        code,
        name,
        otherName.equals(name) ? null : otherName,
        standing == null ? null : version(standing, true, messages),
        versions,
        found.next() != null);
  }

  private static Version version(Submission submission, boolean stands, Messages messages) {
    String audit = AuditPages.address(submission.evaluation());
    return new Version(
        submission.version(),
        submission.id(),
        RoundMoments.shown(submission.submittedAt()),
        submission.submittedBy(),
        submission.form().name(),
        submission.bytes(),
        submission.digest(),
        submission.findingsDigest(),
        submission.withdrawnAt() == null ? null : RoundMoments.shown(submission.withdrawnAt()),
        stands,
        Signs.tone(submission.verdict()),
        Signs.of(submission.verdict()),
        VerdictWords.of(submission.verdict(), submission.remaining(), messages.language()).whole(),
        submission.declaredUntruthful(),
        audit + "/draft",
        audit);
  }
}
