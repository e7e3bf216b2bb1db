package sixones.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import sixones.casework.RoundConclusions;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.representation.StoredJson;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.submission.CurrentBid;
import sixones.submission.CurrentBids;
import sixones.text.Text;

/**
 * A round at a glance: the current bid of each applicant against each requirement.
 *
 * @param language the language of names and titles
 * @param round the name of the round
 * @param requirements the requirements in the order of the rule set, with counts over {@code rows}
 * @param rows one row for each applicant with a current bid; of a page, those on it
 * @param silent the applicants of the programme without a current bid
 * @param verdicts how many bids have each verdict, whether they are on the page or not
 * @param shown the number of rows after filtering, whether they are on the page or not
 * @param all the number of rows before filtering
 * @param leftOut how many bids are left out because their cases are withheld from the reader
 */
public record RoundOverview(
    Language language,
    String round,
    List<Requirement> requirements,
    List<Row> rows,
    List<Applicant> silent,
    Map<Verdict, Long> verdicts,
    int shown,
    int all,
    int leftOut) {

  /** Creates the overview of a round of which nothing is left out. */
  public RoundOverview(
      Language language,
      String round,
      List<Requirement> requirements,
      List<Row> rows,
      List<Applicant> silent,
      int all) {
    this(language, round, requirements, rows, silent, counts(rows), rows.size(), all, 0);
  }

  /** Returns whether the bids have cases, so that conclusions stand beside verdicts. */
  public boolean isConcluded() {
    return rows.stream().anyMatch(row -> row.concluded() != null);
  }

  /**
   * What follows for a bid with what officers determined.
   *
   * @param conclusion on the whole bid
   * @param on each requirement, in the order of the requirements
   * @param determinations how many determinations in force are counted
   * @param damaged whether nothing can be concluded because the stored answer cannot be read or was
   *     changed; all is OPEN then
   */
  public record Concluded(
      Verdict conclusion, List<Verdict> on, int determinations, boolean damaged) {}

  /** A requirement with the number of rows for each verdict on it. */
  public record Requirement(String id, String title, Map<Verdict, Long> counts) {
    public long count(Verdict verdict) {
      return counts.getOrDefault(verdict, 0L);
    }
  }

  /**
   * An applicant with its name in both languages. For an unknown applicant the names are its code.
   */
  public record Applicant(String code, String en, String zh) {
    public String name(Language language) {
      return language == Language.EN ? en : zh;
    }

    /** Returns whether its names in the two languages differ. */
    public boolean isNamedTwice() {
      return !en.equals(zh);
    }

    /**
     * Returns whether the text is part of the applicant's code or of its name in either language. A
     * blank text matches every applicant.
     */
    public boolean isNamed(String text) {
      String part = Text.fold(text);
      return part == null
          || code.contains(part)
          || Text.fold(en).contains(part)
          || Text.fold(zh).contains(part);
    }
  }

  /**
   * The current bid of one applicant.
   *
   * @param version the version of the submission
   * @param evaluation the id of its official evaluation
   * @param remaining what is left to do about the bid
   * @param verdicts the verdict on each requirement, in the order of the requirements
   * @param left what is left to do about each requirement, in the same order
   * @param concluded what follows with determinations; null before there is a case
   */
  public record Row(
      Applicant applicant,
      int version,
      Instant submittedAt,
      UUID evaluation,
      Verdict verdict,
      Remaining remaining,
      List<Verdict> verdicts,
      List<Remaining> left,
      Concluded concluded) {

    /** Creates the row of a bid without a case. */
    public Row(
        Applicant applicant,
        int version,
        Instant submittedAt,
        UUID evaluation,
        Verdict verdict,
        Remaining remaining,
        List<Verdict> verdicts,
        List<Remaining> left) {
      this(applicant, version, submittedAt, evaluation, verdict, remaining, verdicts, left, null);
    }

    /** Returns the number of findings that wait for the given turn. */
    public int count(Turn turn) {
      return turn.of(remaining);
    }
  }

  /** Sort keys beside the ids of requirements and turns. */
  public static final String BY_APPLICANT = "applicant";

  public static final String BY_VERDICT = "verdict";
  public static final String BY_TIME = "time";

  /**
   * Filters and sorts rows; a null component does not restrict them.
   *
   * @param applicant a part of an applicant's name or code
   * @param verdict the verdict on the whole bid
   * @param requirement the id of the requirement that {@code is} applies to; null for any
   * @param is the verdict on that requirement
   * @param turn keeps rows with at least one finding that waits for this turn
   * @param by the sort key: applicant, verdict, time, the id of a requirement, or the id of a turn
   * @param backwards whether to reverse the order
   */
  public record Filter(
      String applicant,
      Verdict verdict,
      String requirement,
      Verdict is,
      Turn turn,
      String by,
      boolean backwards) {
    public static final Filter NONE = new Filter(null, null, null, null, null, BY_APPLICANT, false);
  }

  /**
   * Builds the overview of a round that has been opened.
   *
   * @param standings the current bids; their rule set must not be null
   */
  public static RoundOverview of(CurrentBids standings, Language language) {
    return of(standings, RoundConclusions.NONE, language);
  }

  /**
   * Builds the overview of a round that has been opened.
   *
   * @param standings the current bids that the reader may see
   * @param conclusions what follows in their cases, and which are withheld
   */
  public static RoundOverview of(
      CurrentBids standings, RoundConclusions conclusions, Language language) {
    Messages en = Messages.of(standings.rules(), Language.EN);
    Messages zh = Messages.of(standings.rules(), Language.ZH_CN);
    List<String> ids = standings.rules().requirements();
    List<Row> rows = rows(standings, conclusions, en, zh);
    Set<String> standing =
        rows.stream().map(row -> row.applicant().code()).collect(Collectors.toSet());
    List<Applicant> silent = silent(standings.rules(), standing, conclusions.withheld().keySet());
    Messages messages = language == Language.EN ? en : zh;
    List<Requirement> requirements =
        ids.stream().map(id -> new Requirement(id, messages.title(id), Map.of())).toList();
    return new RoundOverview(
            language,
            StoredJson.name(standings.round(), language),
            requirements,
            rows,
            silent,
            Map.of(),
            rows.size(),
            rows.size(),
            conclusions.withheld().size())
        .counted();
  }

  /** Builds one page of the overview of a round that has been opened. */
  public static RoundOverview of(RoundEvaluations.OverviewPage page, Language language) {
    RuleSet rules = page.bids().rules();
    Messages messages = Messages.of(rules, language);
    OverviewQuery.Counts counts = page.counts();
    return new RoundOverview(
        language,
        StoredJson.name(page.bids().round(), language),
        rules.requirements().stream()
            .map(id -> new Requirement(id, messages.title(id), counts.requirements().get(id)))
            .toList(),
        rows(
            page.bids(),
            page.conclusions(),
            Messages.of(rules, Language.EN),
            Messages.of(rules, Language.ZH_CN)),
        silent(rules, page.standing(), page.withheld()),
        counts.verdicts(),
        Math.toIntExact(counts.shown()),
        Math.toIntExact(counts.all()),
        page.withheld().size());
  }

  private static List<Row> rows(
      CurrentBids standings, RoundConclusions conclusions, Messages en, Messages zh) {
    List<String> ids = standings.rules().requirements();
    List<Row> rows = new ArrayList<>();
    for (CurrentBid standing : standings.applicants()) {
      rows.add(
          new Row(
              applicant(standing.applicant(), en, zh),
              standing.version(),
              standing.submittedAt(),
              standing.evaluation(),
              standing.verdict(),
              standing.remaining(),
              ids.stream().map(standing::verdictOn).toList(),
              ids.stream().map(standing::remainingOn).toList(),
              concluded(standing, conclusions.bids().get(standing.applicant()), ids)));
    }
    return rows;
  }

  /** Returns who may bid and has no bid that stands; who that is needs no look at their names. */
  private static List<Applicant> silent(RuleSet rules, Set<String> standing, Set<String> withheld) {
    Messages en = Messages.of(rules, Language.EN);
    Messages zh = Messages.of(rules, Language.ZH_CN);
    return rules.applicants().stream()
        .map(sixones.fact.Applicant::id)
        .filter(code -> !standing.contains(code) && !withheld.contains(code))
        .map(code -> applicant(code, en, zh))
        .toList();
  }

  private static Concluded concluded(
      CurrentBid bid, RoundConclusions.OfBid of, List<String> requirements) {
    if (of == null) {
      return null;
    }
    RoundConclusions.Followed conclusion = of.conclusion();
    if (conclusion == null) {
      return new Concluded(
          bid.verdict(),
          requirements.stream().map(bid::verdictOn).toList(),
          of.inForce().size(),
          false);
    }
    Map<String, Verdict> on = new LinkedHashMap<>();
    conclusion.requirements().forEach(each -> on.put(each.id(), each.conclusion()));
    return new Concluded(
        conclusion.conclusion(),
        requirements.stream().map(id -> on.getOrDefault(id, Verdict.OPEN)).toList(),
        of.inForce().size(),
        conclusion.damaged());
  }

  /** Returns the applicants that may bid under any rule set, each once. */
  public static List<Applicant> applicants(RuleSets ruleSets) {
    Map<String, Applicant> all = new LinkedHashMap<>();
    for (RuleSet rules : ruleSets.all()) {
      applicants(rules).forEach(applicant -> all.putIfAbsent(applicant.code(), applicant));
    }
    return List.copyOf(all.values());
  }

  /** Returns the applicants that may bid under the rule set. */
  static List<Applicant> applicants(RuleSet rules) {
    Messages en = Messages.of(rules, Language.EN);
    Messages zh = Messages.of(rules, Language.ZH_CN);
    return rules.applicants().stream().map(applicant -> applicant(applicant.id(), en, zh)).toList();
  }

  /** Returns the applicants that may bid under any of some rule sets, each once. */
  public static List<Applicant> applicants(List<RuleSet> ruleSets) {
    Map<String, Applicant> all = new LinkedHashMap<>();
    for (RuleSet rules : ruleSets) {
      applicants(rules).forEach(applicant -> all.putIfAbsent(applicant.code(), applicant));
    }
    return List.copyOf(all.values());
  }

  private static Applicant applicant(String code, Messages en, Messages zh) {
    return new Applicant(code, en.applicant(code), zh.applicant(code));
  }

  /** Returns a copy with the matching rows in the requested order and the counts updated. */
  public RoundOverview only(Filter filter) {
    List<Row> some = rows.stream().filter(row -> fits(row, filter)).sorted(order(filter)).toList();
    return new RoundOverview(
            language, round, requirements, some, silent, Map.of(), some.size(), all, leftOut)
        .counted();
  }

  private boolean fits(Row row, Filter filter) {
    if (filter.verdict() != null && row.verdict() != filter.verdict()) {
      return false;
    }
    if (filter.is() != null && !verdicts(row, filter.requirement()).contains(filter.is())) {
      return false;
    }
    if (filter.turn() != null && row.count(filter.turn()) == 0) {
      return false;
    }
    return row.applicant().isNamed(filter.applicant());
  }

  private List<Verdict> verdicts(Row row, String requirement) {
    int at = place(requirement);
    return at < 0 ? row.verdicts() : row.verdicts().subList(at, at + 1);
  }

  private int place(String requirement) {
    return requirements.stream().map(Requirement::id).toList().indexOf(requirement);
  }

  private Comparator<Row> order(Filter filter) {
    Comparator<Row> byApplicant = Comparator.comparing(row -> row.applicant().code());
    String by = filter.by() == null ? BY_APPLICANT : filter.by();
    int column = place(by);
    Turn turn = Turn.of(by);
    if (turn != null) {
      Comparator<Row> most = Comparator.comparing((Row row) -> row.count(turn)).reversed();
      return (filter.backwards() ? most.reversed() : most).thenComparing(byApplicant);
    }
    Comparator<Row> first =
        switch (by) {
          case BY_VERDICT -> Comparator.comparing(Row::verdict);
          case BY_TIME -> Comparator.comparing(Row::submittedAt).reversed();
          default ->
              column < 0 ? byApplicant : Comparator.comparing(row -> row.verdicts().get(column));
        };
    return (filter.backwards() ? first.reversed() : first).thenComparing(byApplicant);
  }

  private RoundOverview counted() {
    List<Requirement> counted = new ArrayList<>();
    for (int i = 0; i < requirements.size(); i++) {
      int at = i;
      Map<Verdict, Long> counts =
          rows.stream()
              .collect(Collectors.groupingBy(r -> r.verdicts().get(at), Collectors.counting()));
      counted.add(new Requirement(requirements.get(i).id(), requirements.get(i).title(), counts));
    }
    return new RoundOverview(
        language, round, counted, rows, silent, counts(rows), shown, all, leftOut);
  }

  private static Map<Verdict, Long> counts(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(Row::verdict, Collectors.counting()));
  }

  /** Returns how many bids have the given verdict. */
  public long count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }

  /** Sums the findings of all rows that wait for the given turn. */
  public long count(Turn turn) {
    return rows.stream().mapToLong(row -> row.count(turn)).sum();
  }

  /** Returns a verdict and what is left to do behind it, in the language of this overview. */
  public VerdictWords words(Verdict verdict, Remaining left) {
    return VerdictWords.of(verdict, left, language);
  }

  /** Returns a verdict in the language of this overview. */
  public String words(Verdict verdict) {
    return Messages.text(language, "verdict." + verdict, Map.of());
  }
}
