package sixones.overview;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import sixones.evaluation.Remaining;
import sixones.evaluation.Verdict;
import sixones.ruleset.RuleSet;
import sixones.submission.CurrentBid;
import sixones.text.Text;

/**
 * The filter of an overview as a query: the database filters, counts and sorts, so that a page of a
 * large round costs what a page of a small one does. Requires a transaction.
 */
final class OverviewQuery {
  /** The order of the constants of {@link Verdict}. */
  private static final String WORST_FIRST =
      "case when %1$s then 0 when %2$s then 1 when %3$s then 2 else 3 end";

  /** In the same order on every server, whatever the language of its database is. */
  private static final String APPLICANT = "b.applicant collate \"C\"";

  private final UUID round;
  private final RuleSet rules;
  private final RoundOverview.Filter filter;
  private final StringBuilder conditions = new StringBuilder("true");
  private final Map<String, Object> values = new HashMap<>();

  OverviewQuery(UUID round, RuleSet rules, RoundOverview.Filter filter) {
    this.round = round;
    this.rules = rules;
    this.filter = filter;
    if (filter.verdict() != null) {
      where("b.verdict = :verdict", "verdict", filter.verdict().name());
    }
    if (filter.is() != null) {
      where("strpos(b.signs, :sign) > 0", "sign", sign(filter.requirement(), filter.is()));
    }
    if (filter.turn() != null) {
      conditions.append(" and ").append(column(filter.turn())).append(" > 0");
    }
    String part = Text.fold(filter.applicant());
    if (part != null) {
      where("(strpos(b.applicant, :part) > 0 or b.applicant = any(:named))", "part", part);
      values.put("named", named());
    }
  }

  private void where(String condition, String name, Object value) {
    conditions.append(" and ").append(condition);
    values.put(name, value);
  }

  private String[] named() {
    return RoundOverview.applicants(rules).stream()
        .filter(applicant -> applicant.isNamed(filter.applicant()))
        .map(RoundOverview.Applicant::code)
        .toArray(String[]::new);
  }

  /**
   * Returns how a row has a verdict on a requirement, or on any if there is no such requirement.
   */
  private String sign(String requirement, Verdict verdict) {
    return requirement != null && rules.requirements().contains(requirement)
        ? " " + requirement + "=" + verdict + " "
        : "=" + verdict + " ";
  }

  private static String column(Turn turn) {
    return switch (turn) {
      case SUPPLY -> "b.to_supply";
      case REVIEW -> "b.to_review";
      case JUDGE -> "b.to_judge";
    };
  }

  /**
   * How many bids there are.
   *
   * @param all without the filter
   * @param shown with it
   * @param verdicts of those shown, by the verdict on the bid
   * @param requirements of those shown, by requirement and the verdict on it
   * @param standing every applicant with a bid that stands
   */
  record Counts(
      long all,
      long shown,
      Map<Verdict, Long> verdicts,
      Map<String, Map<Verdict, Long>> requirements,
      Set<String> standing) {}

  /**
   * Bids with the same verdicts.
   *
   * @param applicants their ids with blanks between them: one text is read faster than many rows
   */
  private record Alike(String verdict, String signs, Long all, Long shown, String applicants) {}

  /** Counts the bids of the round that the reader may see; bids with the same verdicts at once. */
  Counts counts() {
    List<Alike> alike =
        set(Panache.getSession()
                .createNativeQuery(
                    "select b.verdict, b.signs, count(*), count(*) filter (where "
                        + conditions
                        + "), string_agg(b.applicant, ' ') from standing_bid b"
                        + " where b.round = :round group by 1, 2",
                    Alike.class))
            .getResultList();
    long all = 0;
    long shown = 0;
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    Map<String, Map<Verdict, Long>> requirements = new LinkedHashMap<>();
    rules.requirements().forEach(id -> requirements.put(id, new EnumMap<>(Verdict.class)));
    Set<String> standing = new HashSet<>();
    for (Alike some : alike) {
      standing.addAll(List.of(some.applicants().split(" ")));
      all += some.all();
      shown += some.shown();
      if (some.shown() > 0) {
        verdicts.merge(Verdict.valueOf(some.verdict()), some.shown(), Long::sum);
        for (Map.Entry<String, Map<Verdict, Long>> one : requirements.entrySet()) {
          for (Verdict verdict : Verdict.values()) {
            if (some.signs().contains(sign(one.getKey(), verdict))) {
              one.getValue().merge(verdict, some.shown(), Long::sum);
            }
          }
        }
      }
    }
    return new Counts(all, shown, verdicts, requirements, standing);
  }

  /** Returns some of the bids that fit, in the order asked for. */
  List<CurrentBid> page(int first, int most) {
    return set(Panache.getSession()
            .createNativeQuery(
                "select b.applicant, b.version, b.submission, b.submitted_at, b.evaluation,"
                    + " b.verdict, b.verdicts, b.to_judge, b.to_supply, b.to_review"
                    + " from standing_bid b where b.round = :round and "
                    + conditions
                    + " order by "
                    + order(),
                Object[].class))
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultStream()
        .map(OverviewQuery::bid)
        .toList();
  }

  private static CurrentBid bid(Object[] row) {
    return new CurrentBid(
        (String) row[0],
        ((Number) row[1]).intValue(),
        (UUID) row[2],
        (Instant) row[3],
        (UUID) row[4],
        Verdict.valueOf((String) row[5]),
        (String) row[6],
        new Remaining(
            ((Number) row[7]).intValue(),
            ((Number) row[8]).intValue(),
            ((Number) row[9]).intValue()));
  }

  private String order() {
    String by = filter.by() == null ? RoundOverview.BY_APPLICANT : filter.by();
    Turn turn = Turn.of(by);
    String column;
    boolean descends = filter.backwards();
    if (turn != null) {
      column = column(turn);
      descends = !descends;
    } else if (by.equals(RoundOverview.BY_VERDICT)) {
      column = worstFirst("b.verdict = '%s'");
    } else if (by.equals(RoundOverview.BY_TIME)) {
      column = "b.submitted_at";
      descends = !descends;
    } else if (rules.requirements().contains(by)) {
      column = worstFirst("strpos(b.signs, ' " + by + "=%s ') > 0");
    } else {
      return APPLICANT + (descends ? " desc" : "");
    }
    return column + (descends ? " desc" : "") + ", " + APPLICANT;
  }

  private static String worstFirst(String condition) {
    return WORST_FIRST.formatted(
        (Object[]) Arrays.stream(Verdict.values()).map(condition::formatted).toArray());
  }

  private <K> NativeQuery<K> set(NativeQuery<K> query) {
    query.setParameter("round", round);
    values.forEach(query::setParameter);
    return query;
  }
}
