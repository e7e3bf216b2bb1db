package sixones.official;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import sixones.answer.Answer;
import sixones.finding.Finding;

/** The rows of findings: added with their evaluation, never changed. */
final class FindingRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All rows at once: each statement asks the walls of the evaluation anew. */
  private static final String INSERT =
      """
      insert into finding
        (evaluation, position, requirement, rule, subject, pointer, outcome, looked_at)
      select ?, position, requirement, rule, subject, pointer, outcome, cast(looked_at as json)
      from unnest(?, ?, ?, ?, ?, ?) with ordinality
        row (requirement, rule, subject, pointer, outcome, looked_at, position)
      """;

  private static final List<Function<Row, String>> TEXTS =
      List.of(Row::requirement, Row::rule, Row::subject, Row::pointer, Row::outcome, Row::lookedAt);

  private FindingRows() {}

  /**
   * One row: a place of a finding, or a rule that examined none.
   *
   * @param pointer null for a rule that examined no place
   * @param lookedAt the values looked at, as JSON
   */
  record Row(
      int position,
      String requirement,
      String rule,
      String subject,
      String pointer,
      String outcome,
      String lookedAt) {}

  /** Returns the rows of an answer. */
  static List<Row> of(OfficialEvaluation evaluation, Answer answer) {
    List<Row> rows = new ArrayList<>();
    for (Answer.Found finding : answer.findings()) {
      List<Finding.At> places =
          finding.places().isEmpty()
              ? List.of(new Finding.At(null, finding.outcome(), Map.of()))
              : finding.places();
      for (Finding.At place : places) {
        rows.add(
            new Row(
                rows.size() + 1,
                finding.requirement(),
                finding.rule(),
                evaluation.applicant(),
                place.pointer(),
                place.outcome().name(),
                json(place.values())));
      }
    }
    return rows;
  }

  /** Returns the rows that are stored of an evaluation. */
  static List<Row> stored(UUID evaluation) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select position, requirement, rule, subject, pointer, outcome, cast(looked_at as text)
            from finding where evaluation = :evaluation order by position
            """,
            Row.class)
        .setParameter("evaluation", evaluation)
        .getResultList();
  }

  /** Inserts the findings of an answer: one row a place, one for a rule that examined none. */
  static void insert(OfficialEvaluation evaluation, Answer answer) {
    List<Row> rows = of(evaluation, answer);
    Panache.getSession()
        .doWork(
            connection -> {
              try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, evaluation.id());
                int column = 2;
                for (Function<Row, String> text : TEXTS) {
                  Object[] texts = rows.stream().map(text).toArray();
                  insert.setArray(column++, connection.createArrayOf("text", texts));
                }
                insert.executeUpdate();
              }
            });
  }

  private static String json(Map<String, JsonNode> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read from JSON can be written", e);
    }
  }

  /**
   * The figures that rules without a requirement found in some evaluations, applicant by applicant.
   */
  static List<Figure> figures(List<UUID> of) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select e.applicant, f.pointer, f.looked_at ->> 'found'
            from evaluation e join finding f on f.evaluation = e.id
            where e.id = any(:of) and f.requirement is null and f.looked_at ->> 'found' is not null
            order by 1, 2
            """,
            Figure.class)
        .setParameter("of", of.toArray(UUID[]::new))
        .getResultList();
  }

  /**
   * The names that rules with a requirement found, requirement by requirement in the order of the
   * bid: each place once, whichever rules looked at it.
   */
  static List<StatedName> names(List<UUID> of) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select f.evaluation, f.requirement,
              left(f.looked_at -> 'found' ->> 'en', :most),
              left(f.looked_at -> 'found' ->> 'zh', :most)
            from finding f
            where f.evaluation = any(:of) and f.requirement is not null
              and f.pointer ~ '^/[^/]+/[0-9]+/name$'
              and json_typeof(f.looked_at -> 'found') = 'object'
            group by 1, 2, f.pointer, 3, 4
            order by 1, 2, min(f.position)
            """,
            StatedName.class)
        .setParameter("of", of.toArray(UUID[]::new))
        .setParameter("most", StatedName.MOST_CHARACTERS)
        .getResultList();
  }
}
