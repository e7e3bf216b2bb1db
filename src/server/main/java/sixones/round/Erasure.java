package sixones.round;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * That a round was erased, whole, after its set time.
 *
 * @param round its id
 * @param number its number
 * @param at when
 * @param archive the SHA-256 of its archive in hexadecimal
 * @param counts how many rows of each table went
 */
public record Erasure(
    UUID round, int number, Instant at, String archive, Map<String, Integer> counts) {
  /** Returns how many rows of a table went. */
  public int count(String table) {
    return counts.getOrDefault(table, 0);
  }

  /** Returns the refusal of whoever asks for what was of the round. */
  Refused refusal() {
    Map<String, Object> values = new TreeMap<>();
    values.put("round", String.valueOf(number));
    values.put("at", at);
    values.put("archive", archive);
    values.put("submissions", count("submission"));
    values.put("evaluations", count("evaluation"));
    values.put("cases", count("bid_case"));
    values.put("files", count("evidence_file"));
    return new Refused(Refused.Why.GONE, "round-erased", values);
  }
}
