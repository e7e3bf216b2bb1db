package sixones.pages.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.pages.frame.Moments;
import sixones.pages.frame.PageWords;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.act.GivenReasons;
import sixones.report.Column;
import sixones.report.Language;

/**
 * How the cases of a round proceed, to be read.
 *
 * @param digest that of the settings as they were frozen; null as long as they can be changed
 * @param frozenAt when they were frozen, in words; null as long as they can be changed
 */
public record ProcedureView(List<Row> rows, String digest, String frozenAt) {
  /**
   * One setting.
   *
   * @param citation what its value rests on; null if nothing is set and the default holds
   */
  public record Row(String title, String value, String citation) {}

  /** Settings with a value that reads as a sentence, set or not. */
  private static final Set<String> CHOSEN =
      Set.of("noReply", "unlisted", "judgementsBeforeProposal", "blindConfirm", "showsNames");

  /** Returns settings that can still be changed. */
  static ProcedureView planned(CaseSettings settings, Language language) {
    return new ProcedureView(rows(settings, language), null, null);
  }

  /** Returns settings as they were frozen. */
  static ProcedureView frozen(CaseSettings settings, String digest, Instant at, Language language) {
    return new ProcedureView(rows(settings, language), digest, Moments.exact(at, language));
  }

  private static List<Row> rows(CaseSettings settings, Language language) {
    PageWords words = PageWords.in(language);
    List<Row> rows = new ArrayList<>();
    for (String name : ProcedureFields.names()) {
      String citation = settings.citations().get(name);
      String key = "round.procedure." + name;
      rows.add(
          new Row(
              words.text(key),
              citation == null && !CHOSEN.contains(name)
                  ? words.text(key + ".usual")
                  : value(name, settings, language),
              citation == null ? null : Column.harmless(citation)));
    }
    return rows;
  }

  private static String value(String name, CaseSettings settings, Language language) {
    PageWords words = PageWords.in(language);
    return switch (name) {
      case "corrections" -> String.valueOf(settings.corrections());
      case "correctionTerm" -> term(settings.correctionTerm(), words);
      case "noReply" -> option(name, settings.closesWithoutReply() ? "give-up" : "decide", words);
      case "unlisted" -> option(name, settings.marksUnlisted() ? "mark" : "refuse", words);
      case "judgementsBeforeProposal" -> option(name, settings.judgesBeforeProposal(), words);
      case "blindConfirm" -> option(name, settings.blindConfirm(), words);
      case "showsNames" -> option(name, settings.showsNames(), words);
      case "persons" -> persons(settings, words);
      default -> said(settings.remedy(), language);
    };
  }

  private static String option(String name, Object value, PageWords words) {
    return words.text("round.procedure." + name + "." + value);
  }

  private static String term(CaseSettings.TermSetting term, PageWords words) {
    return words.text(
        "round.procedure.term",
        Map.of(
            "amount", term.amount(),
            "unit", term.unit(),
            "first", String.valueOf(term.firstDayCounts())));
  }

  private static String persons(CaseSettings settings, PageWords words) {
    List<String> said = new ArrayList<>();
    for (ActKind kind : List.of(ActKind.DETERMINE, ActKind.EXTEND)) {
      said.add(
          words.text(
              "round.procedure.persons.of",
              Map.of(
                  "act",
                  words.text("round.procedure.persons." + kind.id()),
                  "persons",
                  option("persons", settings.persons().getOrDefault(kind, 1), words))));
    }
    return String.join(" ", said);
  }

  private static String said(GivenReasons remedy, Language language) {
    String first = language == Language.ZH_CN ? remedy.zh() : remedy.en();
    String other = language == Language.ZH_CN ? remedy.en() : remedy.zh();
    return Column.harmless(first == null ? other : first);
  }
}
