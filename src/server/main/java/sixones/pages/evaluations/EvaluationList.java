package sixones.pages.evaluations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import sixones.evaluation.Verdict;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.overview.RoundOverview;
import sixones.pages.choice.FewApplicants;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PathParameters;
import sixones.pages.frame.VerdictStyle;
import sixones.pages.frame.WithdrawnWords;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.VerdictWords;
import sixones.representation.StoredJson;
import sixones.round.Round;
import sixones.store.Slice;
import sixones.submission.WithdrawnBid;
import sixones.text.Text;

/**
 * One page of official evaluations and the filter that selected it.
 *
 * @param first the address of the first page; null if this is the first page
 * @param next the address of the next page; null if there is none
 */
public record EvaluationList(
    List<Row> rows,
    List<Option> rounds,
    List<Option> applicants,
    List<Option> verdicts,
    List<Option> ruleSets,
    String applicant,
    String first,
    String next) {

  /**
   * One evaluation.
   *
   * @param withdrawn that its bid was withdrawn, when and by whom; null if it was not
   */
  public record Row(
      String address,
      String at,
      String applicant,
      String code,
      String round,
      String ruleSet,
      String digest,
      String tone,
      String sign,
      String verdict,
      String withdrawn) {}

  /**
   * Builds the query filter from the query parameters. A blank parameter does not restrict the
   * list.
   *
   * @throws jakarta.ws.rs.NotFoundException if {@code round} is no UUID
   */
  static OfficialEvaluations.Filter filter(
      Map<String, String> wishes, List<RoundOverview.Applicant> known) {
    String round = said(wishes, "round");
    Verdict wished = null;
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(wishes.get("verdict"))) {
        wished = verdict;
      }
    }
    return new OfficialEvaluations.Filter(
        round == null ? null : PathParameters.id(round),
        codes(said(wishes, "applicant"), known),
        said(wishes, "ruleSet"),
        wished);
  }

  /**
   * Returns the codes of the applicants whose name or code contains the text; the text itself as a
   * code if none does.
   */
  private static Set<String> codes(String applicant, List<RoundOverview.Applicant> known) {
    if (applicant == null) {
      return null;
    }
    Set<String> named =
        known.stream()
            .filter(each -> each.isNamed(applicant))
            .map(RoundOverview.Applicant::code)
            .collect(Collectors.toSet());
    return named.isEmpty() ? Set.of(applicant) : named;
  }

  private static String said(Map<String, String> wishes, String name) {
    String text = wishes.get(name);
    return text == null || text.isBlank() ? null : Text.width(text);
  }

  static EvaluationList of(
      Slice<OfficialEvaluation> page,
      Map<String, String> wishes,
      Map<UUID, WithdrawnBid> withdrawn,
      List<Round> known,
      List<RoundOverview.Applicant> named,
      BiFunction<String, Language, String> applicant,
      Language language) {
    OfficialEvaluations.Filter filter = filter(wishes, named);
    Map<UUID, String> names = new HashMap<>();
    List<Option> rounds = new ArrayList<>();
    for (Round round : known) {
      String name = StoredJson.name(round, language);
      names.put(round.id(), name);
      rounds.add(new Option(round.id().toString(), name, round.id().equals(filter.round())));
    }
    List<Row> rows = new ArrayList<>();
    for (OfficialEvaluation kept : page.items()) {
      String round = names.getOrDefault(kept.round(), kept.round().toString());
      rows.add(row(kept, round, withdrawn.get(kept.submission()), applicant, language));
    }
    List<Option> applicants =
        FewApplicants.of(named, said(wishes, "applicant")).few().stream()
            .map(one -> new Option(one.name(language), one.code(), false))
            .toList();
    List<Option> verdicts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      String word = Messages.text(language, "verdict." + verdict, Map.of());
      verdicts.add(new Option(verdict.name(), word, verdict == filter.verdict()));
    }
    return new EvaluationList(
        rows,
        rounds,
        applicants,
        verdicts,
        versions(known, filter.ruleSet()),
        wishes.getOrDefault("applicant", ""),
        wishes.get("cursor") == null ? null : query(wishes, null),
        page.next() == null ? null : query(wishes, page.next().text()));
  }

  /** Returns the rule set versions of all opened rounds, and the one filtered by. */
  private static List<Option> versions(List<Round> known, String asked) {
    Set<String> versions = new TreeSet<>(Comparator.reverseOrder());
    known.stream()
        .filter(Round::isPinned)
        .forEach(round -> versions.add(round.ruleSet() + "/" + round.rules().version()));
    if (asked != null) {
      versions.add(asked);
    }
    return versions.stream().map(each -> new Option(each, each, each.equals(asked))).toList();
  }

  private static Row row(
      OfficialEvaluation kept,
      String round,
      WithdrawnBid withdrawn,
      BiFunction<String, Language, String> applicant,
      Language language) {
    return new Row(
        PageAddresses.evaluation(kept.id()),
        Moments.second(kept.evaluatedAt()),
        applicant.apply(kept.applicant(), language),
        kept.applicant(),
        round,
        kept.ruleSet() + "/" + kept.by().version(),
        kept.by().digest().substring(0, 12),
        VerdictStyle.tone(kept.verdict()),
        VerdictStyle.of(kept.verdict()),
        VerdictWords.of(kept.verdict(), kept.remaining(), language).whole(),
        WithdrawnWords.of(withdrawn, language));
  }

  private static String query(Map<String, String> wishes, String cursor) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : List.of("round", "applicant", "ruleSet", "verdict")) {
      kept.put(name, wishes.get(name));
    }
    kept.put("cursor", cursor);
    StringBuilder query = new StringBuilder("/evaluations");
    char mark = '?';
    for (Map.Entry<String, String> wish : kept.entrySet()) {
      if (wish.getValue() != null && !wish.getValue().isBlank()) {
        query.append(mark).append(wish.getKey()).append('=');
        query.append(URLEncoder.encode(wish.getValue(), StandardCharsets.UTF_8));
        mark = '&';
      }
    }
    return query.toString();
  }
}
