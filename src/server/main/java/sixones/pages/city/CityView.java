package sixones.pages.city;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.draft.Size;
import sixones.draft.Usage;
import sixones.evaluation.Verdict;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Language;
import sixones.report.VerdictWords;
import sixones.round.Round;
import sixones.submission.Submission;

/**
 * Where a city begins.
 *
 * @param rounds the rounds that accept something, or soon will
 * @param earlier the other rounds
 * @param older where the list of drafts goes on; null at its end
 * @param usage how much of what the city may keep it uses, in words
 */
public record CityView(
    List<RoundRow> rounds,
    List<RoundRow> earlier,
    List<DraftRow> drafts,
    String older,
    String usage,
    List<SubmissionRow> submissions) {

  /**
   * A round.
   *
   * @param accepts whether something can be handed in now
   * @param count how many submissions are left, in words
   * @param standing what the city has handed in last and not withdrawn; null if nothing
   */
  public record RoundRow(
      UUID id, String name, TimeLeft left, boolean accepts, String count, SubmissionRow standing) {}

  /**
   * A draft.
   *
   * @param savedAt to the minute, in Sichuan
   * @param marks how it stands as of today; empty where it cannot be checked, or is large
   * @param large whether it is only checked where it is opened
   */
  public record DraftRow(
      UUID id,
      String name,
      String savedAt,
      String savedBy,
      List<VerdictBadge> marks,
      boolean large) {}

  /**
   * A submission.
   *
   * @param at to the minute, in Sichuan
   * @param untruthful whether it declares that it is not true
   */
  public record SubmissionRow(
      UUID id,
      UUID round,
      String roundName,
      int version,
      String at,
      String by,
      String tone,
      String sign,
      String verdict,
      boolean untruthful,
      boolean withdrawn) {

    static SubmissionRow of(Submission submission, Round round, Language language) {
      Verdict verdict = submission.verdict();
      return new SubmissionRow(
          submission.id(),
          submission.round(),
          round == null ? null : nameOf(round, language),
          submission.version(),
          TimeLeft.minute(submission.submittedAt()),
          submission.submittedBy(),
          VerdictStyle.tone(verdict),
          VerdictStyle.of(verdict),
          VerdictWords.of(verdict, submission.remaining(), language).whole(),
          submission.declaredUntruthful(),
          submission.withdrawnAt() != null);
    }
  }

  /** How much of its quota a city uses. */
  static String used(Usage usage, Language language) {
    return PageWords.in(language)
        .say(
            "city.usage",
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

  /** The name of a round in the reader's language, or in the other if there is none. */
  static String nameOf(Round round, Language language) {
    boolean chinese = language == Language.ZH_CN;
    String first = chinese ? round.nameZh() : round.nameEn();
    return first != null ? first : chinese ? round.nameEn() : round.nameZh();
  }
}
