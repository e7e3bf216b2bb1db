package sixones.evaluation;

import java.util.List;

/** A rule set, or a version of one, that this application does not carry. */
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

  /** The rule sets there are. */
  public List<String> known() {
    return known;
  }
}
