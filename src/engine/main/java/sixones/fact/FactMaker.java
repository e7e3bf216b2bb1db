package sixones.fact;

/** Creates the facts of one rule set, as instances of the classes that were packed with it. */
public interface FactMaker {
  /**
   * Creates a fact.
   *
   * @param index the index of the kind among those of the rule set
   * @param values the value of each member, at its slot
   */
  Fact make(int index, FactMembers kind, DraftNode stated, Object[] values);
}
