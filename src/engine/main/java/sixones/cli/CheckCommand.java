package sixones.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sixones.answer.AnswerWriter;
import sixones.answer.Explanation;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.finding.Focus;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.report.Report;
import sixones.report.json.ExplainedReport;
import sixones.report.json.JsonReport;
import sixones.report.text.Paint;
import sixones.report.text.TextReport;
import sixones.report.text.WhyReport;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.text.WhiteSpace;

/** The command {@code check}: evaluates drafts and prints a report on each. */
@Command(
    name = CheckCommand.NAME,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Checks one or more bids (JSON or YAML) and prints a report on each.")
public final class CheckCommand implements Callable<Integer> {
  static final String NAME = "check";

  enum Format {
    text,
    json
  }

  enum Colour {
    auto,
    always,
    never
  }

  private static final int MOST_FACTS = 20;

  /**
   * Takes a name and those after it up to the next argument that begins with a hyphen. picocli asks
   * three times of each name whether it is a number or an option: 0.1 ms a name.
   */
  static final class Names implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec files, CommandSpec command) {
      List<String> names =
          files.getValue() == null ? new ArrayList<>() : new ArrayList<>(files.getValue());
      do {
        names.add(arguments.pop());
      } while (!arguments.isEmpty() && !arguments.peek().startsWith("-"));
      files.setValue(names);
    }
  }

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      parameterConsumer = Names.class,
      description = "The bids; - reads standard input.")
  private List<String> files;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description =
          "The date whose rules apply, e.g. 2022-06-13; today in Beijing time if left out.")
  private String asOf;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description =
          "en or zh-CN. A text report is by default in the language of the environment; a JSON"
              + " answer holds sentences only with --lang.")
  private String lang;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json; json is one answer a line, the body of POST /api/checks.")
  private Format format;

  @Option(
      names = "--rule-set",
      paramLabel = "ID",
      description = "A rule set, id or id/version; the one the bid names if left out.")
  private String ruleSet;

  @Option(
      names = "--partial",
      description = "Check what can be read of a bid, and list the places that cannot be read.")
  private boolean partial;

  @Option(names = "--all", description = "Also list every rule that passed.")
  private boolean all;

  @Option(
      names = "--explain",
      description = "Also show the conditions of each check: what each asks, finds and comes to.")
  private boolean explain;

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "With --explain: explain the finding of this rule alone, and in full.")
  private String rule;

  @Option(
      names = "--pointer",
      paramLabel = "POINTER",
      description =
          "Explain what is at, below or around this place, a JSON Pointer, passed or not.")
  private String pointer;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never.")
  private Colour colour;

  private final PrintStream out;
  private final PrintStream err;
  private Language language;
  private LocalDate day;
  private Evaluations evaluations;
  private int told;

  public CheckCommand(Streams streams) {
    this.out = streams.out();
    this.err = streams.err();
  }

  @Override
  public Integer call() {
    Optional<Language> asked = lang == null ? ofEnvironment() : Language.of(lang);
    language = asked.orElse(Language.EN);
    if (lang != null && asked.isEmpty()) {
      return misused("cli.usage.language", lang);
    }
    evaluations = new Evaluations(RuleSets.bundled(), Clock.systemUTC());
    try {
      day = asOf == null ? evaluations.today() : Evaluations.day(asOf);
    } catch (DateTimeException e) {
      return misused("cli.usage.day", asOf);
    }
    ExitCode worst = ExitCode.MET;
    for (String file : files) {
      worst = worst.worse(answer(file));
    }
    out.flush();
    return worst.code();
  }

  /** Checks one file. A failure is reported for that file and does not stop the others. */
  private ExitCode answer(String file) {
    try {
      return check(file);
    } catch (RuntimeException | LinkageError e) {
      print(
          file,
          Problem.of(
              "our-fault", 500, language, Map.of("reference", e.toString(), "act", "check")));
      return ExitCode.OUR_FAULT;
    }
  }

  private ExitCode check(String file) {
    byte[] bytes;
    try {
      bytes = bytes(file);
    } catch (NoSuchFileException e) {
      return absent("no-such-file", file);
    } catch (IOException | InvalidPathException e) {
      return absent("unreadable-file", file);
    }
    try {
      Draft.Format written = Draft.Format.of(file, bytes);
      RuleSet rules = evaluations.ruleSetOf(bytes, written, ruleSet);
      Optional<Problem> unknown = Problem.ofSubject(rules, rule, pointer, language);
      if (unknown.isPresent()) {
        print(file, unknown.get());
        return ExitCode.WRONG_USAGE;
      }
      Draft draft =
          partial
              ? Draft.readPartly(bytes, written, rules.contract())
              : Draft.read(bytes, written, rules.contract());
      Evaluation evaluation = evaluations.run(draft, day, rules);
      print(evaluation, isExplained() ? Explanation.of(evaluation, draft, focus()) : null);
      return ExitCode.of(evaluation.verdict());
    } catch (UnreadableDraft e) {
      print(file, Problem.of(e, language));
      return ExitCode.UNREADABLE;
    } catch (UnknownRuleSet e) {
      print(file, Problem.of(e, ruleSet == null ? "/ruleSet" : "", language));
      return ruleSet == null ? ExitCode.UNREADABLE : ExitCode.WRONG_USAGE;
    } catch (NoRuleInForce e) {
      print(file, Problem.of(e, language));
      return ExitCode.WRONG_USAGE;
    }
  }

  private boolean isExplained() {
    return explain || rule != null || pointer != null;
  }

  /** Text shows some facts of each finding unless one is asked for; JSON has all. */
  private Focus focus() {
    return rule == null && format == Format.text
        ? new Focus(null, pointer, MOST_FACTS)
        : Focus.of(rule, pointer);
  }

  /**
   * Reads at most one byte more than the limit, so that a huge file is refused without being
   * loaded.
   */
  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      return in.readNBytes(Draft.MOST_BYTES + 1);
    }
  }

  private ExitCode absent(String kind, String file) {
    print(file, Problem.of(kind, 404, language, Map.of("file", file)));
    return ExitCode.NO_SUCH_FILE;
  }

  private void print(Evaluation evaluation, Explanation explanation) {
    if (format == Format.json && explanation != null) {
      out.writeBytes(
          ExplainedReport.render(
              evaluation, explanation, Optional.ofNullable(lang == null ? null : language)));
    } else if (format == Format.json) {
      byte[] answer =
          lang == null ? AnswerWriter.write(evaluation) : JsonReport.render(evaluation, language);
      out.writeBytes(answer);
    } else {
      if (told++ > 0) {
        out.print("\n");
      }
      TextReport.Detail detail = all ? TextReport.Detail.ALL : TextReport.Detail.SHORT;
      Report report = Report.of(evaluation, language);
      out.print(TextReport.render(report, paint(), detail));
      if (explanation != null) {
        out.print(WhyReport.render(report, explanation, evaluation.ruleSet(), paint(), detail));
      }
    }
  }

  private void print(String file, Problem problem) {
    if (format == Format.json) {
      out.print(problem.body() + "\n");
    }
    complain(file + ": " + problem.title());
    complain("  " + problem.detail());
    for (Problem.Error error : problem.errors()) {
      if (error.pointer().isEmpty() && error.detail().equals(problem.detail())) {
        continue;
      }
      complain("  " + (error.pointer().isEmpty() ? "" : error.pointer() + ": ") + error.detail());
    }
  }

  private Paint paint() {
    boolean painted =
        switch (colour) {
          case always -> true;
          case never -> false;
          // No JDK API detects a terminal in every release; the launcher sets this property.
          case auto -> Boolean.getBoolean("sixones.terminal") && System.getenv("NO_COLOR") == null;
        };
    return painted ? Paint.ANSI : Paint.NONE;
  }

  private void complain(String line) {
    err.println(Column.harmless(line));
  }

  private int misused(String key, String found) {
    complain(Messages.text(language, key, Map.of("found", found)));
    return ExitCode.WRONG_USAGE.code();
  }

  private static Optional<Language> ofEnvironment() {
    for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String value = System.getenv(name);
      if (value != null && !WhiteSpace.fills(value)) {
        return Language.of(value.replaceFirst("[.@].*", ""));
      }
    }
    return Optional.empty();
  }
}
