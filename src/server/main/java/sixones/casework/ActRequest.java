package sixones.casework;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import sixones.official.OfficialEvaluations;
import sixones.proceeding.act.ActKind;

/**
 * An act that somebody asks for.
 *
 * @param json the body, without what the office completes
 * @param revision the number of the last act that was seen; null if that is not compared
 * @param key the idempotency key chosen by the client
 * @param onBehalfOf the number of the person for whom it is done; null if in one's own right
 */
public record ActRequest(ActKind kind, byte[] json, Long revision, String key, Long onBehalfOf) {
  String digest(UUID of) {
    String head = of + " " + kind.id() + " " + onBehalfOf + " ";
    byte[] first = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[first.length + json.length];
    System.arraycopy(first, 0, whole, 0, first.length);
    System.arraycopy(json, 0, whole, first.length, json.length);
    return OfficialEvaluations.digest(whole);
  }
}
