package sixones.overview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import sixones.evaluation.Verdict;
import sixones.official.StatedName;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.representation.StoredJson;
import sixones.ruleset.RuleSet;
import sixones.submission.WithdrawnBid;

/**
 * The table of a round overview as a file has it: a row for each bid shown, then one for each
 * applicant without a bid.
 *
 * @param overview the overview, already filtered
 * @param silent the applicants without a current bid that the filter leaves
 * @param names what each evaluation found named, by requirement
 * @param withdrawn the last withdrawn submission of an applicant, by its code
 * @param rules the title and version of the rule set
 * @param at the instant of the export
 */
public record RoundExport(
    RoundOverview overview,
    List<RoundOverview.Applicant> silent,
    Map<UUID, Map<String, List<StatedName>>> names,
    Map<String, WithdrawnBid> withdrawn,
    String rules,
    Instant at) {
  /** The number of names shown in a cell. */
  private static final int MOST_NAMES = 10;

  /** Builds the table; a filter by a verdict or by what is left shows nobody without a bid. */
  public static RoundExport of(
      RoundEvaluations.Exported exported,
      Language language,
      RoundOverview.Filter filter,
      Instant at) {
    RoundOverview shown =
        RoundOverview.of(exported.bids(), exported.conclusions(), language).only(filter);
    boolean ofBids = filter.verdict() != null || filter.is() != null || filter.turn() != null;
    List<RoundOverview.Applicant> silent =
        shown.silent().stream()
            .filter(applicant -> !ofBids && applicant.isNamed(filter.applicant()))
            .toList();
    Map<UUID, Map<String, List<StatedName>>> names =
        exported.names().stream()
            .collect(
                Collectors.groupingBy(
                    StatedName::evaluation, Collectors.groupingBy(StatedName::requirement)));
    Map<String, WithdrawnBid> withdrawn = new HashMap<>();
    exported.withdrawn().forEach(bid -> withdrawn.put(bid.applicant(), bid));
    RuleSet by = exported.bids().rules();
    String rules = Messages.of(by, language).title(by) + " · " + by.id() + "/" + by.version();
    return new RoundExport(shown, silent, names, withdrawn, rules, at);
  }

  /** Returns the column headings. */
  List<String> heads() {
    List<String> heads = new ArrayList<>();
    for (String key :
        List.of(
            "overview.code",
            "overview.name.zh",
            "overview.name.en",
            "overview.version",
            "overview.handed-in",
            "overview.state",
            "overview.bid",
            "overview.to-supply",
            "overview.to-review",
            "overview.to-judge")) {
      heads.add(text(key));
    }
    overview.requirements().forEach(requirement -> heads.add(requirement.title()));
    overview
        .requirements()
        .forEach(
            requirement ->
                heads.add(text("overview.stated-name", Map.of("title", requirement.title()))));
    if (overview.isConcluded()) {
      heads.add(text("overview.conclusion"));
      overview
          .requirements()
          .forEach(
              requirement ->
                  heads.add(text("overview.concluded", Map.of("title", requirement.title()))));
      heads.add(text("overview.determinations"));
    }
    return heads;
  }

  /**
   * Returns the conclusions of a bid beside its verdicts, as words; none before there is a case.
   */
  List<String> conclusions(RoundOverview.Row row) {
    List<String> words = new ArrayList<>();
    if (overview.isConcluded() && row.concluded() != null) {
      String whole = told(row.verdict(), row.concluded().conclusion());
      words.add(row.concluded().damaged() ? whole + " – " + text("overview.damaged") : whole);
      for (int i = 0; i < row.verdicts().size(); i++) {
        words.add(told(row.verdicts().get(i), row.concluded().on().get(i)));
      }
      words.add(String.valueOf(row.concluded().determinations()));
    }
    return words;
  }

  private String told(Verdict verdict, Verdict conclusion) {
    String word = overview.words(conclusion);
    return verdict == conclusion ? word : "≠ " + word;
  }

  /** Returns that bids are left out, and why; null if none is. */
  String leftOut() {
    return overview.leftOut() == 0
        ? null
        : text("overview.left-out", Map.of("count", overview.leftOut()));
  }

  /** Returns what is said of a bid that stands; names a later version that was withdrawn. */
  String state(RoundOverview.Row row) {
    WithdrawnBid last = withdrawn.get(row.applicant().code());
    String standing = text("overview.state.standing");
    return last == null || last.version() < row.version()
        ? standing
        : standing + " · " + told(last);
  }

  /** Returns what is said of an applicant without a bid. */
  String state(RoundOverview.Applicant applicant) {
    WithdrawnBid last = withdrawn.get(applicant.code());
    return last == null ? text("overview.state.silent") : told(last);
  }

  private String told(WithdrawnBid bid) {
    return text(
        "overview.state.withdrawn",
        Map.of(
            "version",
            bid.version(),
            "at",
            StoredJson.moment(bid.withdrawnAt()),
            "by",
            bid.withdrawnBy()));
  }

  /** Returns what a bid names to answer a requirement; empty if nothing. */
  String named(RoundOverview.Row row, RoundOverview.Requirement requirement) {
    List<String> said =
        names
            .getOrDefault(row.evaluation(), Map.of())
            .getOrDefault(requirement.id(), List.of())
            .stream()
            .map(this::name)
            .filter(name -> !name.isBlank())
            .toList();
    String separator = text("overview.stated-name.between");
    return said.size() <= MOST_NAMES
        ? String.join(separator, said)
        : String.join(separator, said.subList(0, MOST_NAMES)) + separator + "…";
  }

  private String name(StatedName name) {
    String own = overview.language() == Language.EN ? name.en() : name.zh();
    String other = overview.language() == Language.EN ? name.zh() : name.en();
    String shown = own == null || own.isBlank() ? other : own;
    if (shown == null) {
      return "";
    }
    return shown.length() < StatedName.MOST_CHARACTERS ? shown : shown + "…";
  }

  /** Returns when the table was made, with the zone. */
  String made() {
    return text("overview.made", Map.of("at", StoredJson.moment(at)));
  }

  String text(String key) {
    return text(key, Map.of());
  }

  private String text(String key, Map<String, ?> values) {
    return Messages.text(overview.language(), key, values);
  }
}
