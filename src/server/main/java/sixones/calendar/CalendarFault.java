package sixones.calendar;

import java.util.Map;

/**
 * One defect of a calendar or of what is asked of one.
 *
 * @param pointer a JSON Pointer (RFC 6901)
 * @param kind the kind of the defect; its sentence stands elsewhere
 * @param values what the sentence names: texts and numbers
 */
public record CalendarFault(String pointer, String kind, Map<String, ?> values) {}
