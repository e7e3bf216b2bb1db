package sixones.round;

import java.util.Map;

/**
 * One invalid value of a request.
 *
 * @param pointer a JSON Pointer (RFC 6901) into the request body
 * @param kind the defect; its message key is {@code fault.<kind>}
 */
public record Fault(String pointer, String kind, Map<String, ?> values) {}
