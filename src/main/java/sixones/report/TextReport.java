package sixones.report;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.ruleset.Citation;
import sixones.ruleset.Finding;
import sixones.ruleset.Outcome;
import sixones.ruleset.RuleSet;
import sixones.ruleset.Severity;

/**
 * A report as text for a terminal: the requirements with their verdicts, what stands in the way and
 * what to do, what is left to people, remarks, and the rest in short.
 */
public final class TextReport {
  private static final int COLUMNS = 96;
  private static final Map<Outcome, String> SIGNS =
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
  private final StringBuilder out = new StringBuilder();

  private TextReport(Evaluation evaluation, Messages messages, Paint paint, boolean all) {
    this.evaluation = evaluation;
    this.messages = messages;
    this.paint = paint;
    this.all = all;
  }

  /** How much of what passed is told. */
  public enum Detail {
    SHORT,
    ALL
  }

  /** The report in a language; with the colours of a terminal or without. */
  public static String render(
      Evaluation evaluation, Language language, Paint paint, Detail detail) {
    Messages messages = Messages.of(evaluation.ruleSet(), language);
    TextReport report = new TextReport(evaluation, messages, paint, detail == Detail.ALL);
    report.write();
    return report.out.toString();
  }

  private void write() {
    writeHead();
    writeRequirements();
    writeInTheWay();
    writeSection(
        "text.left-to-people", findings(Severity.JUDGED, f -> f.outcome() != Outcome.INAPPLICABLE));
    writeSection("text.remarks", findings(Severity.ADVISORY, TextReport::isOpen));
    writeSection(
        "text.context", findings(Severity.CONTEXT, f -> f.outcome() != Outcome.INAPPLICABLE));
    writePassed();
  }

  private void writeHead() {
    RuleSet ruleSet = evaluation.ruleSet();
    String city = evaluation.draft().cityCode();
    String named = messages.city(city);
    Map<String, Object> head =
        Map.of(
            "city",
            named.equals(city)
                ? city
                : messages.say("text.city", Map.of("name", named, "code", city)),
            "day",
            TextNode.valueOf(evaluation.asOf().toString()));
    line(paint.bold(messages.say("text.product") + " · " + messages.title(ruleSet)));
    line(messages.say("text.head", head));
    line(
        paint.faint(
            messages.say(
                    "text.version",
                    Map.of(
                        "id", ruleSet.id(),
                        "version", ruleSet.version(),
                        "digest", ruleSet.digest().substring(0, 12)))
                + "   "
                + messages.say(
                    "text.draft", Map.of("digest", evaluation.draft().digest().substring(0, 19)))));
    line("");
  }

  private void writeRequirements() {
    RuleSet ruleSet = evaluation.ruleSet();
    int widest = 0;
    for (Verdict verdict : Verdict.values()) {
      widest = Math.max(widest, Column.width(said(verdict)));
    }
    Map<Verdict, Integer> count = new EnumMap<>(Verdict.class);
    for (String requirement : ruleSet.requirements()) {
      Verdict verdict = evaluation.verdictOn(requirement);
      count.merge(verdict, 1, Integer::sum);
      line(
          "  "
              + paint.verdict(verdict, sign(verdict) + " " + Column.padded(said(verdict), widest))
              + "  "
              + messages.title(requirement));
    }
    line("");
    Verdict verdict = evaluation.verdict();
    String summary =
        messages.say(
            "text.summary",
            Map.of(
                "met", count.getOrDefault(Verdict.MET, 0),
                "notMet", count.getOrDefault(Verdict.NOT_MET, 0),
                "open", count.getOrDefault(Verdict.OPEN, 0)));
    line(
        "  "
            + paint.verdict(verdict, sign(verdict) + " " + Column.padded(said(verdict), widest))
            + "  "
            + paint.bold(messages.say("text.bid"))
            + paint.faint(" · " + summary));
  }

  private void writeInTheWay() {
    boolean any = false;
    for (String requirement : evaluation.ruleSet().requirements()) {
      List<Finding> open =
          evaluation.findingsOn(requirement).stream()
              .filter(f -> f.rule().severity() == Severity.REQUIRED && isOpen(f))
              .toList();
      if (open.isEmpty()) {
        continue;
      }
      if (!any) {
        heading("text.in-the-way");
      }
      any = true;
      writeGaps(requirement, open);
    }
    if (!any) {
      line("");
      line(messages.say("text.nothing-in-the-way"));
    }
  }

  /** The findings of one requirement; those that hang on the same blank are told together. */
  private void writeGaps(String requirement, List<Finding> open) {
    line("");
    line(paint.bold(messages.title(requirement)));
    block(2, messages.say("text.demand"), demandOf(requirement), paint::faint);
    Set<Finding> told = new LinkedHashSet<>();
    for (Finding finding : leadersFirst(open)) {
      if (!told.add(finding)) {
        continue;
      }
      List<Finding> same =
          open.stream().filter(f -> !told.contains(f) && hangTogether(f, finding)).toList();
      told.addAll(same);
      writeFinding(finding);
      if (!same.isEmpty()) {
        String rules = String.join(", ", same.stream().map(f -> f.rule().id()).toList());
        block(4, "", messages.say("text.same-gap", Map.of("rules", rules)), paint::faint);
      }
    }
  }

  private String demandOf(String requirement) {
    Citation demand = evaluation.ruleSet().demand(requirement);
    return messages.say(
        "text.passage", Map.of("gist", messages.gist(demand), "source", messages.source(demand)));
  }

  /** First the rules that look at a list itself: what they say of an empty one says most. */
  private static List<Finding> leadersFirst(List<Finding> findings) {
    List<Finding> ordered = new ArrayList<>(findings);
    ordered.sort((a, b) -> Boolean.compare(looksAtOneAnswer(a), looksAtOneAnswer(b)));
    return ordered;
  }

  private static boolean looksAtOneAnswer(Finding finding) {
    return !finding.rule().kind().equals("Bid");
  }

  private static boolean hangTogether(Finding one, Finding other) {
    return one.outcome() == Outcome.INCOMPLETE
        && other.outcome() == Outcome.INCOMPLETE
        && pointers(one).equals(pointers(other));
  }

  private static List<String> pointers(Finding finding) {
    return finding.places().stream().map(Finding.At::pointer).toList();
  }

  private void writeFinding(Finding finding) {
    String sign = paint.outcome(finding.outcome(), SIGNS.get(finding.outcome()));
    line(
        "  "
            + sign
            + " "
            + paint.bold(messages.title(finding.rule().id()))
            + "  "
            + paint.faint(finding.rule().id()));
    told(finding).forEach((says, pointers) -> block(4, "", says, t -> t, pointers));
    String advice = messages.advice(finding);
    if (advice != null) {
      block(4, "→ ", advice, t -> t);
    }
  }

  /** What is said of the places that are open, each sentence once with the pointers it is for. */
  private Map<String, String> told(Finding finding) {
    Map<String, String> told = new LinkedHashMap<>();
    for (Finding.At place : finding.places()) {
      if (place.outcome() != Outcome.PASS) {
        String says = messages.message(finding.rule(), place);
        told.merge(says, place.pointer(), (one, other) -> one + " " + other);
      }
    }
    return told;
  }

  private void writeSection(String heading, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    heading(heading);
    findings.forEach(this::writeBrief);
  }

  /** One finding in few lines: what it says, and what to do if that is anything. */
  private void writeBrief(Finding finding) {
    String sign = paint.outcome(finding.outcome(), SIGNS.get(finding.outcome()));
    String says = messages.message(finding);
    List<String> lines = Column.wrapped(Column.harmless(says), COLUMNS - 4);
    line("  " + sign + " " + lines.get(0));
    lines.stream().skip(1).forEach(more -> line("    " + more));
    line("    " + paint.faint(finding.rule().id() + "  " + where(finding)));
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
    line("");
    String count = messages.say("text.passed", Map.of("count", passed.size()));
    String hint = all ? "" : messages.say("text.passed.hint");
    String inapplicable =
        idle == 0 ? "" : " · " + messages.say("text.inapplicable", Map.of("count", idle));
    line(paint.faint(count + hint + inapplicable));
  }

  private interface Wanted extends java.util.function.Predicate<Finding> {}

  private List<Finding> findings(Severity severity, Wanted wanted) {
    return evaluation.findings().stream()
        .filter(f -> f.rule().severity() == severity && wanted.test(f))
        .toList();
  }

  private static boolean isOpen(Finding finding) {
    return finding.outcome() != Outcome.PASS && finding.outcome() != Outcome.INAPPLICABLE;
  }

  private String said(Verdict verdict) {
    return messages.say("verdict." + verdict).toUpperCase(Locale.ROOT);
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case MET -> SIGNS.get(Outcome.PASS);
      case NOT_MET -> SIGNS.get(Outcome.FAIL);
      case OPEN -> SIGNS.get(Outcome.INCOMPLETE);
    };
  }

  private void heading(String key) {
    line("");
    line(paint.heading(messages.say(key)));
  }

  private void block(int indent, String lead, String text, Paint.Brush brush) {
    block(indent, lead, text, brush, "");
  }

  private void block(int indent, String lead, String text, Paint.Brush brush, String place) {
    int hang = indent + Column.width(lead);
    List<String> lines = Column.wrapped(Column.harmless(text), COLUMNS - hang);
    for (int i = 0; i < lines.size(); i++) {
      String start = i == 0 ? " ".repeat(indent) + lead : " ".repeat(hang);
      line(start + brush.on(lines.get(i)));
    }
    if (!place.isEmpty()) {
      line(" ".repeat(hang) + paint.faint(Column.harmless(place)));
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
