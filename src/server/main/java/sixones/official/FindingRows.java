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
import java.util.stream.Stream;
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
    return query(
            """
            select e.applicant, f.pointer, cast(f.looked_at as text)
            from evaluation e join finding f on f.evaluation = e.id
            where e.id = any(:of) and f.requirement is null
            order by 1, 2
            """,
            of)
        .flatMap(
            row -> {
              JsonNode found = found((String) row[2]);
              return found.isMissingNode() || found.isNull()
                  ? Stream.empty()
                  : Stream.of(new Figure((String) row[0], (String) row[1], found.asText()));
            })
        .toList();
  }

  /**
   * The names that rules with a requirement found, requirement by requirement in the order of the
   * bid: each place once, whichever rules looked at it.
   */
  static List<StatedName> names(List<UUID> of) {
    return query(
            """
            select f.evaluation, f.requirement, cast(f.looked_at as text), f.pointer
            from finding f
            where f.evaluation = any(:of) and f.requirement is not null
              and f.pointer ~ '^/[^/]+/[0-9]+/name$'
            order by 1, 2, f.position
            """,
            of)
        .flatMap(
            row -> {
              JsonNode found = found((String) row[2]);
              return found.isObject()
                  ? Stream.of(new NamedPlace((String) row[3], name(row, found)))
                  : Stream.empty();
            })
        .distinct()
        .map(NamedPlace::name)
        .toList();
  }

  /** A name, and where it stands. */
  private record NamedPlace(String pointer, StatedName name) {}

  private static StatedName name(Object[] row, JsonNode found) {
    return new StatedName(
        (UUID) row[0],
        (String) row[1],
        shortened(found.path("en").textValue()),
        shortened(found.path("zh").textValue()));
  }

  private static String shortened(String name) {
    return name == null || name.codePointCount(0, name.length()) <= StatedName.MOST_CHARACTERS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, StatedName.MOST_CHARACTERS));
  }

  /**
   * What was found at a place. It is not the database that looks into the values: it fails at a
   * text with the character 0, which a bid may have.
   */
  private static JsonNode found(String lookedAt) {
    try {
      return JSON.readTree(lookedAt).path("found");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written as JSON can be read", e);
    }
  }

  private static Stream<Object[]> query(String sql, List<UUID> of) {
    return Panache.getSession()
        .createNativeQuery(sql, Object[].class)
        .setParameter("of", of.toArray(UUID[]::new))
        .getResultList()
        .stream();
  }
}
