package sixones.official;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import sixones.library.BundleSigner;

/**
 * Signed statements of what was stored with an evaluation: every column of its row and of its
 * submission's, and the pins of its round, but for the bytes, which digests stand for. The database
 * makes the statement from its rows, so that a new column is part of it without being listed here.
 */
final class Attestations {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Moments are written in one zone, whatever the connection's. */
  private static final String IN_UTC = "select set_config('TimeZone', 'UTC', true)";

  /** What is stated of an evaluation, its submission and its round, as a value of SQL. */
  static final String STATED =
      """
      cast(jsonb_build_object(
        'format', 'sixones/attestation/2',
        'evaluation', to_jsonb(e) - 'body',
        'submission', to_jsonb(s) - 'bytes',
        'round', jsonb_build_object(
          'rule_set', r.rule_set, 'rule_set_version', r.rule_set_version,
          'rule_set_digest', r.rule_set_digest, 'bundle', r.bundle,
          'engine_digest', r.engine_digest, 'evaluation_day', r.evaluation_day)) as text)
      """;

  /** The rows it is stated of. */
  static final String OF =
      " from evaluation e join submission s on s.id = e.submission join round r on r.id = e.round ";

  private static final String STATEMENT = "select " + STATED + OF + "where e.id = ?1";

  /** Columns that had another name in statements of version 1. */
  private static final Properties OF_VERSION_1 = renamed();

  /** What of a statement's parts is compared. */
  private static final List<String> PARTS = List.of("evaluation", "submission", "round");

  private final BundleSigner signer;

  Attestations(BundleSigner signer) {
    this.signer = signer;
  }

  private static Properties renamed() {
    Properties renamed = new Properties();
    try (InputStream in =
        Attestations.class.getResourceAsStream("columns-of-version-1.properties")) {
      renamed.load(in);
      return renamed;
    } catch (IOException e) {
      throw new IllegalStateException("the names are part of the application", e);
    }
  }

  private record Signed(String statement, byte[] signature) {}

  /** Signs and stores the statement of an evaluation whose rows were all written. */
  void insert(UUID evaluation) {
    String statement = statement(evaluation);
    Panache.getEntityManager()
        .createNativeQuery(
            "insert into attestation (evaluation, statement, signature) values (?1, ?2, ?3)")
        .setParameter(1, evaluation)
        .setParameter(2, statement)
        .setParameter(3, signer.sign(bytes(statement)))
        .executeUpdate();
  }

  /**
   * Returns the columns that no longer say what was attested, as {@code table.column}; {@code
   * attestation} if the statement itself is missing or its signature does not hold.
   */
  Set<String> changed(UUID evaluation) {
    List<Signed> found =
        Panache.getSession()
            .createNativeQuery(
                "select statement, signature from attestation where evaluation = ?1", Signed.class)
            .setParameter(1, evaluation)
            .getResultList();
    if (found.isEmpty()
        || !signer.holds(bytes(found.get(0).statement()), found.get(0).signature())) {
      return Set.of("attestation");
    }
    JsonNode attested = parse(found.get(0).statement());
    JsonNode stored = parse(statement(evaluation));
    boolean older = attested.path("format").asText().equals("sixones/attestation/1");
    Set<String> changed = new TreeSet<>();
    for (String part : PARTS) {
      for (Map.Entry<String, JsonNode> column : attested.path(part).properties()) {
        String name = column.getKey();
        String today = older ? OF_VERSION_1.getProperty(name, name) : name;
        if (!column.getValue().equals(stored.path(part).get(today))) {
          changed.add(part + "." + today);
        }
      }
    }
    return changed;
  }

  private static String statement(UUID evaluation) {
    Panache.getEntityManager().createNativeQuery(IN_UTC, String.class).getSingleResult();
    return (String)
        Panache.getEntityManager()
            .createNativeQuery(STATEMENT, String.class)
            .setParameter(1, evaluation)
            .getSingleResult();
  }

  static byte[] bytes(String statement) {
    return statement.getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode parse(String statement) {
    try {
      return JSON.readTree(statement);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what the database writes as JSON is JSON", e);
    }
  }
}
