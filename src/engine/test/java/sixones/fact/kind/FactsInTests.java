package sixones.fact.kind;

import sixones.bid.Draft;
import sixones.fact.Fact;
import sixones.fact.InForce;

/** The facts of drafts, without the classes that are packed with the rules. */
public final class FactsInTests {
  private FactsInTests() {}

  public static Facts of(Draft draft, FactKinds kinds, InForce inForce) {
    return Facts.of(
        draft, kinds, (index, kind, stated, values) -> new Fact(kind, stated, values), inForce);
  }
}
