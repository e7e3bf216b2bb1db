package sixones.proceeding.permission;

import java.util.Map;

/**
 * Why somebody may not act.
 *
 * @param status 403, 404, 409 or 412, as HTTP has them
 * @param code the reason; its words stand elsewhere
 */
public record Refusal(int status, String code, Map<String, ?> values) {
  static Refusal forbidden(String code) {
    return new Refusal(403, code, Map.of());
  }

  static Refusal notThere() {
    return new Refusal(404, "not-there", Map.of());
  }

  static Refusal conflict(String code, Map<String, ?> values) {
    return new Refusal(409, code, values);
  }
}
