package sixones.pages.applicant;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.casework.ApplicantCase;
import sixones.draft.Size;
import sixones.draft.Usage;
import sixones.evaluation.Verdict;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.frame.VerdictStyle;
import sixones.pages.frame.WithdrawnWords;
import sixones.proceeding.CaseState;
import sixones.proceeding.IssuedNotice;
import sixones.report.Language;
import sixones.report.VerdictWords;
import sixones.round.Round;
import sixones.submission.Submission;
import sixones.submission.SubmissionNumber;

/**
 * The start page of an applicant as its template renders it.
 *
 * @param rounds the rounds that accept bids, or will
 * @param earlier the other rounds
 * @param cases the applicant's cases, those of the newest rounds first
 * @param older the cursor of the next page of drafts; null on the last page
 * @param usage how much of its quota the applicant uses, in words
 */
public record ApplicantView(
    List<RoundRow> rounds,
    List<RoundRow> earlier,
    List<CaseRow> cases,
    List<DraftRow> drafts,
    String older,
    String usage,
    List<SubmissionRow> submissions) {

  /**
   * One case.
   *
   * @param stand where it stands, in words
   * @param due until when a reply is awaited, in words; null if none is
   */
  public record CaseRow(UUID id, String roundName, String tone, String stand, String due) {
    static CaseRow of(ApplicantCase own, Language language) {
      IssuedNotice waiting = own.waiting();
      return new CaseRow(
          own.id(),
          nameOf(own.round(), language),
          waiting != null ? "open" : own.state() == CaseState.REFUSED ? "bad" : "calm",
          PageWords.in(language).text("mycase.state." + own.stand()),
          waiting == null ? null : Moments.end(waiting.due(), language));
    }
  }

  /**
   * One round.
   *
   * @param ruleSet the id of its rule set
   * @param accepts whether the round accepts bids now
   * @param count how many submissions are left, in words; of a round that was erased, that it was
   * @param announced its day and rules, in words, if it is in preparation; what is left of it, if
   *     it was erased; otherwise null
   * @param standing the applicant's current bid; null if there is none
   */
  public record RoundRow(
      UUID id,
      String name,
      String ruleSet,
      TimeLeft left,
      boolean accepts,
      String count,
      String announced,
      SubmissionRow standing) {}

  /**
   * One draft.
   *
   * @param ruleSet the id of the rule set it names; null if it cannot be read, or is large
   * @param savedAt to the minute, in Beijing time
   * @param round the name of the round it is written for; null if it names none
   * @param marks the verdicts by that round, or as of today; empty if the draft cannot be evaluated
   *     or is large
   * @param large whether the draft is too large to be evaluated in a list
   */
  public record DraftRow(
      UUID id,
      String name,
      String ruleSet,
      String savedAt,
      String savedBy,
      String round,
      List<VerdictBadge> marks,
      boolean large) {}

  /**
   * One submission.
   *
   * @param at to the second, with its zone
   * @param untruthful whether the bid declares itself untrue
   * @param withdrawn that it was withdrawn, when and by whom; null if it was not
   */
  public record SubmissionRow(
      UUID id,
      UUID round,
      String roundName,
      String ruleSet,
      SubmissionNumber number,
      String at,
      String by,
      String tone,
      String sign,
      String verdict,
      boolean untruthful,
      String withdrawn) {

    public int version() {
      return number.version();
    }

    static SubmissionRow of(Submission submission, Round round, Language language) {
      Verdict verdict = submission.result().verdict();
      return new SubmissionRow(
          submission.id(),
          submission.round(),
          round == null ? null : nameOf(round, language),
          round == null ? null : round.ruleSet(),
          submission.number(),
          Moments.exact(submission.submittedAt(), language),
          submission.submittedBy(),
          VerdictStyle.tone(verdict),
          VerdictStyle.of(verdict),
          VerdictWords.of(verdict, submission.result().remaining(), language).whole(),
          submission.content().declaredUntruthful(),
          WithdrawnWords.of(submission, language));
    }
  }

  /** Returns how much of its quota an applicant uses, in words. */
  static String used(Usage usage, Language language) {
    return PageWords.in(language)
        .text(
            "applicant.usage",
            Map.of(
                "drafts",
                usage.drafts(),
                "mostDrafts",
                usage.quota().drafts(),
                "kept",
                new Size(usage.bytes()),
                "most",
                new Size(usage.quota().bytes()),
                "bids",
                usage.bids(),
                "bidSize",
                new Size(usage.bidBytes())));
  }

  /** Returns the name of a round in the given language, or in the other if it has none in that. */
  static String nameOf(Round round, Language language) {
    boolean chinese = language == Language.ZH_CN;
    String first = chinese ? round.nameZh() : round.nameEn();
    return first != null ? first : chinese ? round.nameEn() : round.nameZh();
  }
}
