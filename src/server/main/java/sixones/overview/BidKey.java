package sixones.overview;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sixones.text.Text;

/**
 * What a bid can be searched by; the first constant whose form a text has is the one it is. Each is
 * looked up where an index leads to it: the beginning of a digest is a range in byte order, since
 * walls let no pattern be looked up before they are asked.
 */
enum BidKey {
  /** The id of a submission or an evaluation: its first 8 digits, or more up to all. */
  ID(
      Pattern.compile("[0-9a-f]{8}|[0-9a-f]{8}-[0-9a-f-]{0,27}"),
      BidKey::range,
      ordered(
          "submission",
          "select s.id from submission s where s.id between :low and :high",
          "evaluation",
          "select e.submission from evaluation e where e.id between :low and :high and "
              + Sql.OF_ACCEPTANCE)),
  /** The short number of a submission: {@code 3-510100-2}. */
  NUMBER(
      Pattern.compile("([1-9][0-9]{0,8})-(.{1,60})-([1-9][0-9]{0,8})"),
      BidKey::parts,
      ordered(
          "number",
          "select s.id from round r join submission s on s.round = r.id"
              + " and s.applicant = :applicant and s.version = :version where r.number = :round")),
  /** A digest: its first 12 digits, or more up to all 64. */
  DIGEST(
      Pattern.compile("(?:sha256:)?([0-9a-f]{12,64})"),
      matched -> Map.of("key", matched.group(1)),
      ordered(
          "bid",
          "select s.id from submission s where " + Sql.beginsWithKey("s.digest"),
          "original",
          "select s.id from submission s where s.source_digest is not null and "
              + Sql.beginsWithKey("s.source_digest"),
          "answer",
          "select e.submission from evaluation e where "
              + Sql.beginsWithKey("e.findings_digest")
              + " and "
              + Sql.OF_ACCEPTANCE,
          "receipt",
          "select r.submission from receipt r where " + Sql.beginsWithKey("r.digest"),
          "bundle",
          Sql.newestBy("bundle", "sha256", "bundle"),
          "rules",
          Sql.newestBy("bundle", "digest", "bundle"),
          "engine",
          Sql.newestBy("engine", "sha256", "engine_digest"),
          "application",
          Sql.NEWEST_BY_APPLICATION)),
  /** Who handed in or withdrew, by login or full name. */
  PERSON(
      Pattern.compile(".*", Pattern.DOTALL),
      matched -> Map.of("key", matched.group()),
      ordered(
          "person",
          """
          select s.id from submission s where s.submitted_by in (
            select n.number from person_name n where lower(n.name) = :key
            union select t.person from particulars t where lower(t.full_name) = :key)
          order by s.submitted_at desc, s.id desc limit :most
          """,
          "withdrawing",
          """
          select w.submission from withdrawal w where w.withdrawn_by in (
            select n.number from person_name n where lower(n.name) = :key)
          order by w.withdrawn_at desc limit :most
          """));

  /** Parts of statements. */
  private static final class Sql {
    static final String OF_ACCEPTANCE = "e.stage = 'BID' and e.purpose = 'OFFICIAL'";

    private static final String NEWEST =
        " and "
            + OF_ACCEPTANCE
            + " order by e.evaluated_at desc, e.id desc limit :most) e (submission)";

    /** There are few applications: each is found from the one before it. */
    static final String NEWEST_BY_APPLICATION =
        """
        select e.submission from (
          with recursive known (application) as (
            select min(e.application collate "C") from evaluation e
              where e.application collate "C" >= :key
            union all
            select (select min(e.application collate "C") from evaluation e
                where e.application collate "C" > known.application)
              from known where known.application < :key || 'g')
          select application from known where application < :key || 'g') k
        cross join lateral (
          select e.submission from evaluation e where e.application collate "C" = k.application\
        """
            + NEWEST;

    static String beginsWithKey(String column) {
      String inBytes = column + " collate \"C\"";
      return inBytes + " >= 'sha256:' || :key and " + inBytes + " < 'sha256:' || :key || 'g'";
    }

    /** What was evaluated last by each thing that a column of a small table leads to. */
    static String newestBy(String table, String column, String of) {
      return "select e.submission from "
          + table
          + " k cross join lateral (select e.submission from evaluation e where e."
          + of
          + " = k.sha256"
          + NEWEST
          + " where starts_with(k."
          + column
          + ", :key)";
    }
  }

  private final Pattern form;
  private final Function<Matcher, Map<String, ?>> values;
  private final Map<String, String> statements;

  BidKey(Pattern form, Function<Matcher, Map<String, ?>> values, Map<String, String> statements) {
    this.form = form;
    this.values = values;
    this.statements = statements;
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      ordered.put(pairs[i], pairs[i + 1]);
    }
    return ordered;
  }

  /** Every id that begins with a text; one that begins with no id is a range without one. */
  private static Map<String, ?> range(Matcher matched) {
    String text = matched.group();
    UUID none = new UUID(0, 0);
    String low = text + none.toString().substring(text.length());
    String high = text + new UUID(-1, -1).toString().substring(text.length());
    UUID first = UUID.fromString(low);
    return first.toString().equals(low)
        ? Map.of("low", first, "high", UUID.fromString(high))
        : Map.of("low", new UUID(-1, -1), "high", none);
  }

  private static Map<String, ?> parts(Matcher matched) {
    return Map.of(
        "round",
        Integer.valueOf(matched.group(1)),
        "applicant",
        matched.group(2),
        "version",
        Integer.valueOf(matched.group(3)));
  }

  /**
   * A text as it was written, and as it is looked up.
   *
   * @param value the text without what only says what it is
   * @param values of the parameters of the statement
   */
  record Written(BidKey key, String value, Map<String, ?> values) {}

  /** Returns the key a text is; empty if it is blank. */
  static Optional<Written> of(String text) {
    String lower = Text.width(text).strip().toLowerCase(Locale.ROOT);
    return lower.isEmpty()
        ? Optional.empty()
        : Arrays.stream(values()).map(key -> key.read(lower)).flatMap(Optional::stream).findFirst();
  }

  private Optional<Written> read(String text) {
    Matcher matched = form.matcher(text);
    return matched.matches()
        ? Optional.of(
            new Written(this, this == DIGEST ? matched.group(1) : text, values.apply(matched)))
        : Optional.empty();
  }

  /**
   * Returns SQL that gives the ids of submissions with the id of what the text is of each, in the
   * columns {@code id} and {@code matched}; {@code place} tells which counts if there are several.
   */
  String statement() {
    int[] place = {0};
    return statements.entrySet().stream()
        .map(
            each ->
                "select q.id, '%s' as matched, %d as place from (%s) q (id)"
                    .formatted(each.getKey(), place[0]++, each.getValue()))
        .collect(Collectors.joining(" union all "));
  }

  /** Returns whether the statement is limited to the newest. */
  boolean isLimited() {
    return statements.values().stream().anyMatch(statement -> statement.contains(":most"));
  }
}
