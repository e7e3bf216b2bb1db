package sixones.pages.mycase;

import java.util.List;
import java.util.Set;
import sixones.casework.Cases;
import sixones.casework.ReplyFiles;
import sixones.evaluation.Evaluation;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.change.FieldChange;
import sixones.pages.frame.VerdictStyle;
import sixones.pages.report.RuleLinks;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.VerdictWords;

/** Lays out what a draft would be as the reply to a notice. */
final class ReplyLook {
  /** Why a bid is no reply, whatever it says. */
  static final Set<String> NOT_A_REPLY =
      Set.of("another-applicant", "another-rule-set", "nothing-changed", "unlisted");

  private ReplyLook() {}

  static ReplyView.Look of(
      Cases.Compared compared,
      ReplyFiles.Kept kept,
      RuleLinks links,
      ReplyView.Form form,
      Language language) {
    Evaluation before = compared.before().evaluation();
    Evaluation after = compared.after().evaluation();
    Messages messages = Messages.of(after.ruleSet(), language);
    CaseWords words = new CaseWords(language);
    List<ReplyView.Difference> differences =
        compared.differences().stream()
            .map(
                one ->
                    new ReplyView.Difference(
                        FieldChange.of(one.change(), messages),
                        one.by(),
                        words.text("mycase.reply.by." + one.by())))
            .toList();
    return new ReplyView.Look(
        compared.isFit(kept.addsFiles()),
        compared.marksUnlisted(),
        differences,
        compared.unlisted(),
        new ReplyView.Verdict(
            VerdictStyle.tone(after.verdict()),
            VerdictStyle.of(after.verdict()),
            VerdictWords.of(after.verdict(), after.remaining(), language).whole()),
        EvaluationsBeside.of(before, after, messages, links::of),
        ReplyFilesView.along(kept, language),
        form);
  }
}
