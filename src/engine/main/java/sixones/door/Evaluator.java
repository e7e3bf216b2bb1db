package sixones.door;

import java.time.LocalDate;
import java.util.function.Function;
import sixones.answer.AnswerFormats;
import sixones.answer.DefectsDocument;
import sixones.answer.DraftDescription;
import sixones.answer.Explanation;
import sixones.answer.ExplanationWriter;
import sixones.answer.NoRuleDocument;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.evaluation.Evaluation;
import sixones.finding.Focus;
import sixones.rule.Bundle;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/**
 * The door of the engine: reads and evaluates drafts by one bundle. A service of a later release
 * calls it by reflection, from another class loader. This name, the constructor that takes bytes,
 * {@link #describe}, {@link #evaluate} and both of {@code explain} therefore stay as they are for
 * good, name types of the JDK alone, and answer in documents with a format. A further need is a
 * further method.
 */
public final class Evaluator {
  /** A reading that accepts a draft only if it fits the contract in full. */
  public static final String STRICT = "strict";

  /** A reading that keeps the places that can be read, and lists the defects of the others. */
  public static final String PARTIAL = "partial";

  private record Asked(String text, LocalDate day) {}

  private final RuleSet rules;
  private volatile Asked last;

  /**
   * Opens a bundle. A bundle contains code: the caller has made sure where it comes from.
   *
   * @throws sixones.rule.BrokenRuleSet if it is inconsistent
   */
  public Evaluator(byte[] bundle) {
    this(RuleSets.open(bundle, Bundle.sha256(bundle)));
  }

  /** Evaluates by a rule set that this engine has opened already. */
  public Evaluator(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * Reads a draft and describes it.
   *
   * @param format {@code json} or {@code yaml}
   * @param reading {@value #STRICT} or {@value #PARTIAL}
   * @return a document {@code sixones/draft/1}, or {@code sixones/defects/1} if the draft cannot be
   *     read
   * @throws IllegalArgumentException if there is no such format or reading
   */
  public byte[] describe(byte[] draft, String format, String reading) {
    return read(draft, format, reading, read -> DraftDescription.of(read).write());
  }

  /**
   * Reads and evaluates a draft.
   *
   * @param format {@code json} or {@code yaml}
   * @param reading {@value #STRICT} or {@value #PARTIAL}
   * @param day the day of evaluation, ISO 8601
   * @return an answer; or a document {@code sixones/defects/1} if the draft cannot be read, or
   *     {@code sixones/no-rule-in-force/1} if no rule is in force on the day
   * @throws IllegalArgumentException if there is no such format or reading
   */
  public byte[] evaluate(byte[] draft, String format, String reading, String day) {
    LocalDate asOf = parsed(day);
    return read(draft, format, reading, read -> answer(read, asOf));
  }

  /**
   * Reads and evaluates a draft, and explains the answer.
   *
   * @param format {@code json} or {@code yaml}
   * @param reading {@value #STRICT} or {@value #PARTIAL}
   * @param day the day of evaluation, ISO 8601
   * @return a document {@code sixones/explanation/1}, which has no finding if the bundle was packed
   *     without conditions; or one of those that {@link #evaluate} returns instead of an answer
   * @throws IllegalArgumentException if there is no such format or reading
   */
  public byte[] explain(byte[] draft, String format, String reading, String day) {
    LocalDate asOf = parsed(day);
    return read(draft, format, reading, read -> explanation(read, asOf, Focus.WHOLE));
  }

  /**
   * Reads and evaluates a draft, and explains what is asked of the answer.
   *
   * @param format {@code json} or {@code yaml}
   * @param reading {@value #STRICT} or {@value #PARTIAL}
   * @param day the day of evaluation, ISO 8601
   * @param rule the id of the rule whose finding is explained in full; null for none in particular
   * @param pointer a place of the bid; of that finding, or of each if no rule is named, only what
   *     is at, below or around it is explained; null for all
   * @param others the maximum number of facts that are explained of each other finding
   * @return a document as {@link #explain(byte[], String, String, String)} returns it
   * @throws IllegalArgumentException if there is no such format or reading
   */
  public byte[] explain(
      byte[] draft,
      String format,
      String reading,
      String day,
      String rule,
      String pointer,
      int others) {
    LocalDate asOf = parsed(day);
    Focus focus = new Focus(rule, pointer, Math.min(others, Focus.MOST_FACTS));
    return read(draft, format, reading, read -> explanation(read, asOf, focus));
  }

  /** Parses a day, unless it is the one asked for last. */
  private LocalDate parsed(String day) {
    Asked now = last;
    if (now == null || !now.text.equals(day)) {
      now = new Asked(day, LocalDate.parse(day));
      last = now;
    }
    return now.day;
  }

  private byte[] explanation(Draft draft, LocalDate day, Focus focus) {
    try {
      Evaluation evaluation = new Evaluation(rules, draft, day, rules.examine(draft, day));
      return ExplanationWriter.write(Explanation.of(evaluation, draft, focus));
    } catch (NoRuleInForce e) {
      return NoRuleDocument.write(e);
    }
  }

  private byte[] answer(Draft draft, LocalDate day) {
    try {
      Evaluation evaluation = new Evaluation(rules, draft, day, rules.examine(draft, day));
      return AnswerFormats.ALL.write(evaluation);
    } catch (NoRuleInForce e) {
      return NoRuleDocument.write(e);
    }
  }

  private byte[] read(byte[] bytes, String format, String reading, Function<Draft, byte[]> then) {
    Draft.Format form =
        switch (format) {
          case "json" -> Draft.Format.JSON;
          case "yaml" -> Draft.Format.YAML;
          default -> throw new IllegalArgumentException("no format of a draft: " + format);
        };
    try {
      return then.apply(
          switch (reading) {
            case STRICT -> Draft.read(bytes, form, rules.contract());
            case PARTIAL -> Draft.readPartly(bytes, form, rules.contract());
            default -> throw new IllegalArgumentException("no reading of a draft: " + reading);
          });
    } catch (UnreadableDraft e) {
      return DefectsDocument.write(e.defects());
    }
  }
}
