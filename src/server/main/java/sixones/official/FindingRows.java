package sixones.official;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.answer.Answer;
import sixones.finding.Finding;

/** The rows of findings: added with their evaluation, never changed. */
final class FindingRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSERT =
      """
      insert into finding
        (evaluation, position, requirement, rule, subject, pointer, outcome, looked_at)
      values (?, ?, ?, ?, ?, ?, ?, cast(? as json))
      """;

  private FindingRows() {}

  /** Inserts the findings of an answer: one row a place, one for a rule that examined none. */
  static void insert(OfficialEvaluation evaluation, Answer answer) {
    Panache.getSession()
        .doWork(
            connection -> {
              try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                int position = 0;
                for (Answer.Found finding : answer.findings()) {
                  List<Finding.At> places =
                      finding.places().isEmpty()
                          ? List.of(new Finding.At(null, finding.outcome(), Map.of()))
                          : finding.places();
                  for (Finding.At place : places) {
                    position++;
                    set(insert, evaluation, position, finding, place);
                    insert.addBatch();
                  }
                }
                insert.executeBatch();
              }
            });
  }

  private static void set(
      PreparedStatement insert,
      OfficialEvaluation evaluation,
      int position,
      Answer.Found finding,
      Finding.At place)
      throws SQLException {
    insert.setObject(1, evaluation.id());
    insert.setInt(2, position);
    insert.setString(3, finding.requirement());
    insert.setString(4, finding.rule());
    insert.setString(5, evaluation.city());
    insert.setString(6, place.pointer());
    insert.setString(7, place.outcome().name());
    insert.setString(8, json(place.values()));
  }

  private static String json(Map<String, JsonNode> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read from JSON can be written", e);
    }
  }

  /** The figures that rules without a requirement found in some evaluations, city by city. */
  static List<Figure> figures(List<UUID> of) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select e.city, f.pointer, f.looked_at ->> 'found'
            from evaluation e join finding f on f.evaluation = e.id
            where e.id in (:of) and f.requirement is null and f.looked_at ->> 'found' is not null
            order by 1, 2
            """,
            Figure.class)
        .setParameter("of", of)
        .getResultList();
  }
}
