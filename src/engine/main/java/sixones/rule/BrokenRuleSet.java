package sixones.rule;

/** Thrown for an inconsistent rule set. The application does not start with one. */
public final class BrokenRuleSet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokenRuleSet(String message) {
    super(message);
  }

  public BrokenRuleSet(String message, Throwable cause) {
    super(message, cause);
  }
}
