package sixones.overview;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import sixones.text.Text;

/** What a bid can be searched by; the first constant whose form a text has is the one it is. */
enum BidKey {
  /** The id of a submission or an evaluation: its first 8 digits, or more up to all. */
  ID(
      Pattern.compile("[0-9a-f]{8}|[0-9a-f]{8}-[0-9a-f-]{0,27}"),
      text -> text,
      Map.of(
          "submission", "cast(s.id as text) like :key || '%'",
          "evaluation", "cast(e.id as text) like :key || '%'")),
  /** The short number of a submission: {@code 3-510100-2}. */
  NUMBER(
      Pattern.compile("[1-9][0-9]{0,8}-.{1,60}-[1-9][0-9]{0,8}"),
      text -> text,
      Map.of(
          "number",
          "(select r.number from round r where r.id = s.round) || '-' || s.applicant || '-'"
              + " || s.version = :key")),
  /** A digest: its first 12 digits, or more up to all 64. */
  DIGEST(
      Pattern.compile("(sha256:)?[0-9a-f]{12,64}"),
      text -> text.replace("sha256:", ""),
      Map.of(
          "bid", "s.digest like 'sha256:' || :key || '%'",
          "original", "s.source_digest like 'sha256:' || :key || '%'",
          "answer", "e.findings_digest like 'sha256:' || :key || '%'",
          "bundle", "e.bundle like :key || '%'",
          "rules", "e.rule_set_digest like :key || '%'",
          "engine", "e.engine_digest like :key || '%'",
          "application", "e.application like :key || '%'")),
  /** Who handed in or withdrew, by login or full name. */
  PERSON(
      Pattern.compile(".*"),
      text -> text,
      Map.of(
          "person",
          "lower(p.name) = :key or lower((select t.full_name from particulars t"
              + " where t.person = s.submitted_by)) = :key",
          "withdrawing",
          "lower((select n.name from person_name n where n.number = w.withdrawn_by)) = :key"));

  private final Pattern form;
  private final UnaryOperator<String> kept;
  private final Map<String, String> conditions;

  BidKey(Pattern form, UnaryOperator<String> kept, Map<String, String> conditions) {
    this.form = form;
    this.kept = kept;
    this.conditions = conditions;
  }

  /** A text as it was written, and as it is looked up. */
  record Written(BidKey key, String value) {}

  /** Returns the key a text is; empty if it is blank. */
  static Optional<Written> of(String text) {
    String lower = Text.width(text).strip().toLowerCase(Locale.ROOT);
    return lower.isEmpty()
        ? Optional.empty()
        : Arrays.stream(values())
            .filter(key -> key.form.matcher(lower).matches())
            .map(key -> new Written(key, key.kept.apply(lower)))
            .findFirst();
  }

  /** Returns a SQL expression for the id of what {@code :key} is of a submission, or null. */
  String matched() {
    StringBuilder cases = new StringBuilder("case");
    conditions.forEach(
        (id, condition) ->
            cases.append(" when ").append(condition).append(" then '").append(id).append("'"));
    return cases + " end";
  }
}
