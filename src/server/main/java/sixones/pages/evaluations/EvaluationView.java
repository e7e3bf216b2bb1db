package sixones.pages.evaluations;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import sixones.official.OfficialEvaluation;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.ruleset.RuleSet;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * The provenance of an official evaluation as its template renders it.
 *
 * @param bid the address of the applicant's bid in the round
 * @param rules the address of its rule set; null if this service has no such version
 * @param engineDigest the digest of the engine; null if it was made before engines were pinned
 * @param java the version and vendor of the Java runtime
 * @param unicode the Unicode version of the application's tables
 * @param application the digest of the application
 * @param untruthful whether the bid declares itself untrue
 * @param text the draft as text without control characters, truncated if it is long
 * @param cut whether the text is truncated
 */
public record EvaluationView(
    String address,
    String applicant,
    String code,
    String round,
    String roundAddress,
    String bid,
    int version,
    String submittedAt,
    String submittedBy,
    String form,
    int bytes,
    String draftDigest,
    String ruleSet,
    String ruleSetVersion,
    String ruleSetDigest,
    String bundle,
    String rules,
    String asOf,
    String engine,
    String engineDigest,
    String java,
    String unicode,
    String application,
    String evaluatedAt,
    String findingsDigest,
    String tone,
    String sign,
    String verdict,
    boolean untruthful,
    String text,
    boolean cut) {
  private static final int SHOWN = 100_000;

  static EvaluationView of(
      OfficialEvaluation kept,
      Submissions.WithBytes draft,
      Round round,
      RuleSet carried,
      Messages messages,
      Language language) {
    Submission submission = draft.submission();
    String text = new String(draft.bytes(), StandardCharsets.UTF_8);
    String roundAddress = PageAddresses.round(round.id());
    return new EvaluationView(
        PageAddresses.evaluation(kept.id()),
        messages.applicant(kept.applicant()),
        kept.applicant(),
        StoredJson.name(round, language),
        roundAddress,
        roundAddress + "/applicants/" + kept.applicant(),
        submission.version(),
        Moments.shown(submission.submittedAt()),
        submission.submittedBy(),
        submission.content().form().name(),
        submission.content().bytes(),
        kept.draftDigest(),
        kept.ruleSet(),
        kept.by().version(),
        kept.by().digest(),
        kept.by().bundle(),
        carried == null ? null : PageAddresses.rules(carried),
        Moments.format(kept.asOf(), language),
        kept.engine(),
        kept.pin().engine(),
        kept.platform().java(),
        kept.platform().unicode(),
        kept.platform().application(),
        Moments.shown(kept.evaluatedAt()),
        kept.findingsDigest(),
        VerdictStyle.tone(kept.verdict()),
        VerdictStyle.of(kept.verdict()),
        VerdictWords.of(kept.verdict(), kept.remaining(), language).whole(),
        submission.content().declaredUntruthful(),
        shown(text.length() <= SHOWN ? text : text.substring(0, SHOWN)),
        text.length() > SHOWN);
  }

  /**
   * Removes control characters line by line, so that a browser shows the text and does not act on
   * it.
   */
  private static String shown(String text) {
    return text.replace("\t", "  ").lines().map(Column::harmless).collect(Collectors.joining("\n"));
  }
}
