package sixones.round;

import java.util.Map;

/**
 * One thing that is wrong with what was asked.
 *
 * @param pointer where, by RFC 6901
 * @param kind what: the sentence {@code fault.<kind>} tells it
 */
public record Fault(String pointer, String kind, Map<String, ?> values) {}
