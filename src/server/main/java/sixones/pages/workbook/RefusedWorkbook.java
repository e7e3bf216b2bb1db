package sixones.pages.workbook;

import java.util.Map;

/** Thrown when a file is not read as a workbook. */
final class RefusedWorkbook extends Exception {
  private static final long serialVersionUID = 1L;
  private final String key;
  private final transient Map<String, ?> values;

  /**
   * Creates the refusal.
   *
   * @param key the key of the message that says why, and what to do instead
   */
  RefusedWorkbook(String key, Map<String, ?> values) {
    super(key, null, false, false);
    this.key = key;
    this.values = values;
  }

  RefusedWorkbook(String key) {
    this(key, Map.of());
  }

  String key() {
    return key;
  }

  Map<String, ?> values() {
    return values;
  }
}
