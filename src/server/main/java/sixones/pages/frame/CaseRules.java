package sixones.pages.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.casework.ApplicantCase.Proceeds;
import sixones.report.Language;

/** How cases of a round proceed, in the sentences an applicant reads. */
public final class CaseRules {
  private CaseRules() {}

  /** Returns a sentence for each setting that concerns an applicant. */
  public static List<String> of(Proceeds proceeds, Language language) {
    PageWords words = PageWords.in(language);
    List<String> rules = new ArrayList<>();
    rules.add(words.text("mycase.rules.corrections", Map.of("most", proceeds.corrections())));
    if (proceeds.corrections() > 0) {
      rules.add(term(proceeds, words));
      rules.add(
          words.text(
              proceeds.closesWithoutReply() ? "mycase.rules.give-up" : "mycase.rules.decide"));
      rules.add(
          words.text(proceeds.marksUnlisted() ? "mycase.rules.marked" : "mycase.rules.refused"));
    }
    return rules;
  }

  private static String term(Proceeds proceeds, PageWords words) {
    return proceeds.term() == null
        ? words.text("mycase.rules.term.none")
        : words.text(
            "mycase.rules.term",
            Map.of(
                "amount", proceeds.term().amount(),
                "unit", proceeds.term().unit(),
                "first", String.valueOf(proceeds.term().firstDayCounts())));
  }
}
