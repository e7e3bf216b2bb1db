package sixones.report;

import sixones.finding.Finding;

/**
 * What a rule established at one place, with its message.
 *
 * @param at the place, its outcome and values
 */
public record ReportPlace(Finding.At at, String message) {
  /** Returns the place as a JSON Pointer (RFC 6901). */
  public String pointer() {
    return at.pointer();
  }
}
