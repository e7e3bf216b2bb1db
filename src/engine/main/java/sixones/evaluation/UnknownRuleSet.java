package sixones.evaluation;

import java.util.List;

/** Thrown when this application does not have a rule set or the requested version of it. */
public final class UnknownRuleSet extends Exception {
  private static final long serialVersionUID = 1L;
  private final String name;
  private final List<String> known;

  UnknownRuleSet(String name, List<String> known) {
    super("there is no rule set " + name);
    this.name = name;
    this.known = known;
  }

  public String name() {
    return name;
  }

  /** Returns the known rule sets as {@code id/version}. */
  public List<String> known() {
    return known;
  }
}
