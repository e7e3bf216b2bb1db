package sixones.pages.casework;

import java.util.Map;
import sixones.evaluation.Verdict;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.VerdictStyle;
import sixones.proceeding.CaseState;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.rule.Outcome;
import sixones.rule.Rule;

/** A value as a chip: a tone, a sign or none, and words. */
record CaseChip(String tone, String sign, String words) {

  static CaseChip of(Verdict verdict, Language language) {
    return new CaseChip(
        VerdictStyle.tone(verdict),
        VerdictStyle.of(verdict),
        Messages.text(language, "verdict." + verdict, Map.of()));
  }

  static CaseChip of(Rule rule, Outcome outcome, Language language) {
    return new CaseChip(
        VerdictStyle.tone(rule, outcome),
        VerdictStyle.of(outcome),
        Messages.text(language, "outcome." + outcome, Map.of()));
  }

  static CaseChip of(CaseState state, Language language) {
    String tone =
        switch (state) {
          case ACCEPTED, PROPOSED, SELECTED -> "good";
          case REFUSED, NOT_SELECTED -> "bad";
          case RECEIVED, RETURNED -> "open";
          default -> "calm";
        };
    return new CaseChip(tone, null, PageWords.in(language).text("casework.state." + state.id()));
  }
}
