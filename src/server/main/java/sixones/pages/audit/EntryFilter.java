package sixones.pages.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import sixones.audit.Act;
import sixones.audit.AuditEntries;
import sixones.bid.WrittenValue;
import sixones.representation.StoredJson;
import sixones.text.Text;

/**
 * The filter of audit entries as submitted; a blank field does not restrict the list.
 *
 * @param written the query parameters by name
 */
record EntryFilter(Map<String, String> written) {
  private static final List<String> FIELDS =
      List.of("act", "name", "applicant", "on", "from", "until");

  /** Returns the submitted text of a field, or an empty text. */
  String of(String field) {
    return written.getOrDefault(field, "");
  }

  private String said(String field) {
    String text = of(field);
    return text.isBlank() ? null : Text.width(text).strip();
  }

  /**
   * Converts the fields to a query filter. A day that cannot be parsed is ignored; its field still
   * shows the text, so that the reader notices.
   */
  AuditEntries.Filter filter() {
    return new AuditEntries.Filter(
        Act.of(of("act")).orElse(null),
        null,
        said("name"),
        null,
        said("on"),
        said("applicant"),
        start("from", 0),
        start("until", 1));
  }

  private Instant start(String field, int later) {
    String day = said(field) == null ? null : WrittenValue.day(said(field)).text();
    try {
      return day == null
          ? null
          : LocalDate.parse(day).plusDays(later).atStartOfDay(StoredJson.ZONE).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /**
   * Returns the address of the list with this filter.
   *
   * @param cursor where the page continues; null for the first page
   */
  String address(String cursor) {
    StringBuilder address = new StringBuilder("/audit");
    char mark = '?';
    for (String field : FIELDS) {
      if (!of(field).isBlank()) {
        address.append(mark).append(field).append('=').append(encoded(of(field)));
        mark = '&';
      }
    }
    return cursor == null ? address.toString() : address + (mark + "cursor=" + encoded(cursor));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
