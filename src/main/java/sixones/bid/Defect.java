package sixones.bid;

import java.util.Map;

/**
 * One reason why a draft cannot be read: where, what kind, and the values its sentence needs. The
 * sentences themselves are words of {@code report}.
 */
public record Defect(String pointer, String kind, Map<String, Object> values) {}
