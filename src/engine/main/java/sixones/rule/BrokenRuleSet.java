package sixones.rule;

/** A rule set that does not hold together; the application does not start on one. */
public final class BrokenRuleSet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokenRuleSet(String message) {
    super(message);
  }

  public BrokenRuleSet(String message, Throwable cause) {
    super(message, cause);
  }
}
