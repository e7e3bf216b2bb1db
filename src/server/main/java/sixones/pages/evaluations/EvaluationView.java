package sixones.pages.evaluations;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import sixones.official.OfficialEvaluation;
import sixones.pages.frame.DigestOf;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.frame.WithdrawnWords;
import sixones.report.Column;
import sixones.report.Language;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.ruleset.RuleSet;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * The provenance of an official evaluation as its template renders it.
 *
 * @param applicant the name of the applicant
 * @param verdict the verdict on the whole bid
 * @param draft the bytes that were handed in as text; null if they are not for this reader
 */
public record EvaluationView(
    String address,
    String applicant,
    String code,
    InRound round,
    HandedIn submission,
    Rules rules,
    Run run,
    VerdictBadge verdict,
    DraftText draft) {
  private static final int SHOWN = 100_000;

  /**
   * The round it was made in.
   *
   * @param bid the address of the applicant's bid in the round
   */
  public record InRound(String name, String address, String bid) {}

  /**
   * The submission that was evaluated.
   *
   * @param number its short number
   * @param bytes how many bytes were handed in
   * @param untruthful whether the bid declares itself untrue
   * @param withdrawn that it was withdrawn, when and by whom; null if it was not
   */
  public record HandedIn(
      String number,
      int version,
      String at,
      String by,
      String form,
      int bytes,
      String digest,
      DigestOf of,
      boolean untruthful,
      String withdrawn) {}

  /**
   * The rule set version.
   *
   * @param address the address of its page; null if this service has no such version
   */
  public record Rules(String set, String version, String digest, String bundle, String address) {}

  /**
   * The run that gave the findings.
   *
   * @param engineDigest the digest of the engine; null if it was made before engines were pinned
   * @param java the version and vendor of the Java runtime
   * @param unicode the Unicode version of the application's tables
   * @param application the digest of the application
   */
  public record Run(
      String asOf,
      String at,
      String engine,
      String engineDigest,
      String java,
      String unicode,
      String application,
      String findingsDigest) {}

  /**
   * The draft as text without control characters.
   *
   * @param cut whether it is truncated because it is long
   */
  public record DraftText(String text, boolean cut) {}

  /**
   * Returns the view.
   *
   * @param withheld whether the bytes of the bid are not for this reader
   */
  static EvaluationView of(
      OfficialEvaluation kept,
      Submissions.WithBytes draft,
      boolean withheld,
      Round round,
      RuleSet carried,
      String applicant,
      Language language) {
    String roundAddress = PageAddresses.round(round.id());
    return new EvaluationView(
        PageAddresses.evaluation(kept.id()),
        applicant,
        kept.applicant(),
        new InRound(
            StoredJson.name(round, language),
            roundAddress,
            roundAddress + "/applicants/" + kept.applicant()),
        handedIn(draft.submission(), kept.draftDigest(), language),
        new Rules(
            kept.ruleSet(),
            kept.by().version(),
            kept.by().digest(),
            kept.by().bundle(),
            carried == null ? null : PageAddresses.rules(carried)),
        run(kept, language),
        VerdictBadge.of(kept.verdict(), kept.remaining(), language),
        withheld ? null : text(draft.bytes()));
  }

  private static HandedIn handedIn(Submission submission, String digest, Language language) {
    return new HandedIn(
        submission.number().toString(),
        submission.version(),
        Moments.exact(submission.submittedAt(), language),
        submission.submittedBy(),
        submission.content().form().name(),
        submission.content().bytes(),
        digest,
        DigestOf.bid(submission.content().form().name()),
        submission.content().declaredUntruthful(),
        WithdrawnWords.of(submission, language));
  }

  private static Run run(OfficialEvaluation kept, Language language) {
    return new Run(
        Moments.format(kept.asOf(), language),
        Moments.exact(kept.evaluatedAt(), language),
        kept.engine(),
        kept.pin().engine(),
        kept.platform().java(),
        kept.platform().unicode(),
        kept.platform().application(),
        kept.findingsDigest());
  }

  private static DraftText text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean cut = text.length() > SHOWN;
    return new DraftText(shown(cut ? text.substring(0, SHOWN) : text), cut);
  }

  /**
   * Removes control characters line by line, so that a browser shows the text and does not act on
   * it.
   */
  private static String shown(String text) {
    return text.replace("\t", "  ").lines().map(Column::harmless).collect(Collectors.joining("\n"));
  }
}
