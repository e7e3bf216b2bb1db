package sixones.report.text;

import com.fasterxml.jackson.databind.node.TextNode;
import com.ibm.icu.lang.UCharacter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.report.VerdictWords;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;

/**
 * Renders an evaluation as text for a terminal. The sections are the verdicts, unreadable places,
 * gaps with advice, what is left to people, remarks, context, and a count of passed rules.
 */
public final class TextReport {
  static final Map<Outcome, String> SIGNS =
      new EnumMap<>(
          Map.of(
              Outcome.PASS, "✔",
              Outcome.FAIL, "✘",
              Outcome.INCOMPLETE, "○",
              Outcome.REVIEW, "?",
              Outcome.INAPPLICABLE, "–",
              Outcome.ERROR, "!"));

  private final Evaluation evaluation;
  private final Messages messages;
  private final Paint paint;
  private final boolean all;
  private final TextPage page;

  private TextReport(Evaluation evaluation, Messages messages, Paint paint, boolean all) {
    this.evaluation = evaluation;
    this.messages = messages;
    this.paint = paint;
    this.all = all;
    this.page = new TextPage(paint);
  }

  /** How much the report says on rules that passed. */
  public enum Detail {
    SHORT,
    ALL
  }

  /** Renders the report. */
  public static String render(
      Evaluation evaluation, Language language, Paint paint, Detail detail) {
    Messages messages = Messages.of(evaluation.ruleSet(), language);
    TextReport report = new TextReport(evaluation, messages, paint, detail == Detail.ALL);
    report.write();
    return report.page.toString();
  }

  private void write() {
    writeHead();
    writeRequirements();
    writeUnreadable();
    new GapReport(evaluation, messages, paint, page).write();
    writeSection(
        "text.left-to-people",
        findings(Severity.JUDGED, f -> f.outcome() != Outcome.INAPPLICABLE && !f.holdsUp()));
    writeSection("text.remarks", findings(Severity.ADVISORY, TextReport::isOpen));
    writeSection(
        "text.context", findings(Severity.CONTEXT, f -> f.outcome() != Outcome.INAPPLICABLE));
    writePassed();
  }

  private void writeHead() {
    RuleSet ruleSet = evaluation.ruleSet();
    String city = evaluation.draft().applicant();
    Map<String, Object> head =
        Map.of(
            "city", messages.division(city), "day", TextNode.valueOf(evaluation.asOf().toString()));
    page.line(paint.bold(messages.text("text.product") + " · " + messages.title(ruleSet)));
    page.line(messages.text("text.head", head));
    page.line(
        paint.faint(
            messages.text(
                    "text.version",
                    Map.of(
                        "id", ruleSet.id(),
                        "version", ruleSet.version(),
                        "digest", ruleSet.digest().substring(0, 12)))
                + "   "
                + messages.text(
                    "text.draft", Map.of("digest", evaluation.draft().digest().substring(0, 19)))));
    if (evaluation.draft().declaredUntruthful()) {
      page.line(paint.bold("! " + messages.text("text.untruthful")));
    }
    page.line("");
  }

  private void writeRequirements() {
    RuleSet ruleSet = evaluation.ruleSet();
    int widest = 0;
    for (String requirement : ruleSet.requirements()) {
      widest = Math.max(widest, Column.width(said(wordsOn(requirement))));
    }
    VerdictWords whole =
        VerdictWords.of(evaluation.verdict(), evaluation.remaining(), messages.language());
    widest = Math.max(widest, Column.width(said(whole)));
    Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
    for (String requirement : ruleSet.requirements()) {
      Verdict verdict = evaluation.verdictOn(requirement);
      count.merge(verdict, 1, Integer::sum);
      VerdictWords words = wordsOn(requirement);
      page.line(
          "  "
              + paint.verdict(verdict, symbol(verdict) + " " + Column.padded(said(words), widest))
              + "  "
              + messages.title(requirement)
              + (words.left().isEmpty() ? "" : paint.faint(" · " + words.left())));
    }
    page.line("");
    Verdict verdict = evaluation.verdict();
    String summary =
        messages.text(
            "text.summary",
            Map.of(
                "met", count.getOrDefault(Verdict.MET, 0),
                "notMet", count.getOrDefault(Verdict.NOT_MET, 0),
                "open", count.getOrDefault(Verdict.OPEN, 0)));
    page.line(
        "  "
            + paint.verdict(verdict, symbol(verdict) + " " + Column.padded(said(whole), widest))
            + "  "
            + paint.bold(messages.text("text.bid"))
            + paint.faint(" · " + summary));
    if (!whole.left().isEmpty()) {
      page.line(" ".repeat(widest + 6) + paint.faint(whole.left()));
    }
  }

  private void writeUnreadable() {
    if (evaluation.defects().isEmpty()) {
      return;
    }
    page.heading(messages.text("text.unreadable"));
    for (Problem.Error error : Problem.errors(evaluation.defects(), messages.language())) {
      String says = error.pointer() + ": " + error.detail();
      Column.wrapped(says, TextPage.COLUMNS - 2).forEach(line -> page.line("  " + line));
    }
  }

  private void writeSection(String heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    page.heading(messages.text(heading));
    findings.forEach(this::writeBrief);
  }

  /** Writes one finding briefly: its message, rule id and first places. */
  private void writeBrief(Finding finding) {
    String sign = paint.outcome(finding.outcome(), SIGNS.get(finding.outcome()));
    String says = messages.message(finding);
    List<String> lines = Column.wrapped(Column.harmless(says), TextPage.COLUMNS - 4);
    page.line("  " + sign + " " + lines.get(0));
    lines.stream().skip(1).forEach(more -> page.line("    " + more));
    page.line("    " + paint.faint(finding.rule().id() + "  " + where(finding)));
  }

  private static String where(Finding finding) {
    List<String> places =
        finding.places().stream()
            .filter(place -> place.outcome() == finding.outcome())
            .map(Finding.At::pointer)
            .toList();
    int more = places.size() - 3;
    return String.join(" ", places.subList(0, Math.min(3, places.size())))
        + (more > 0 ? " … (+" + more + ")" : "");
  }

  private void writePassed() {
    List<Finding> passed =
        evaluation.findings().stream()
            .filter(f -> f.outcome() == Outcome.PASS && f.rule().severity() != Severity.CONTEXT)
            .toList();
    long idle =
        evaluation.findings().stream().filter(f -> f.outcome() == Outcome.INAPPLICABLE).count();
    if (all) {
      writeSection("text.all", passed);
    }
    page.line("");
    String count = messages.text("text.passed", Map.of("count", passed.size()));
    String hint = all ? "" : messages.text("text.passed.hint");
    String inapplicable =
        idle == 0 ? "" : " · " + messages.text("text.inapplicable", Map.of("count", idle));
    page.line(paint.faint(count + hint + inapplicable));
  }

  private List<Finding> findings(Severity severity, Predicate<Finding> wanted) {
    return evaluation.findings().stream()
        .filter(f -> f.rule().severity() == severity && wanted.test(f))
        .toList();
  }

  static boolean isOpen(Finding finding) {
    return finding.outcome() != Outcome.PASS && finding.outcome() != Outcome.INAPPLICABLE;
  }

  private VerdictWords wordsOn(String requirement) {
    return VerdictWords.of(
        evaluation.verdictOn(requirement),
        evaluation.remainingOn(requirement),
        messages.language());
  }

  private static String said(VerdictWords words) {
    return UCharacter.toUpperCase(Locale.ROOT, words.verdict());
  }

  private static String symbol(Verdict verdict) {
    return switch (verdict) {
      case MET -> SIGNS.get(Outcome.PASS);
      case NOT_MET -> SIGNS.get(Outcome.FAIL);
      case OPEN -> SIGNS.get(Outcome.INCOMPLETE);
    };
  }
}
