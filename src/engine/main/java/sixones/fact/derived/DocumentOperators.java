package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What references and ids tell: {@code documented} and {@code distinct}. */
final class DocumentOperators {
  private DocumentOperators() {}

  /** What one or several references lead to. */
  static final class Documented extends Operator {
    private final Operand references;
    private final FactPath list;
    private final String by;
    private final List<String> tellers;
    private final int documents;

    Documented(Operand references, FactPath list, String by, List<String> tellers, int documents) {
      super(Output.words("", Documents.WORDS));
      this.references = with(references);
      this.list = list;
      this.by = by;
      this.tellers = tellers;
      this.documents = documents;
      with(list.place() + "/*/" + by);
      tellers.forEach(teller -> with(list.place() + "/*/" + teller));
    }

    @Override
    public void derive(FactSeed fact) {
      Documents all =
          fact.bid()
              .shared(
                  documents,
                  bid ->
                      new Documents(list.node(fact), by, tellers, fact.inForce().placeholders()));
      JsonNode referring = references.node(fact);
      put(fact, referring.isArray() ? all.best(referring) : all.found(referring));
    }
  }

  /** Whether the entries of a list have ids of their own. */
  static final class Distinct extends Operator {
    private final Operand list;
    private final String by;

    Distinct(Operand list, String by) {
      super(Output.of("", Boolean.class), Output.of("repeated", List.class));
      this.list = counting(list);
      this.by = by;
      with(list.path().place() + "/*/" + by);
    }

    @Override
    public void derive(FactSeed fact) {
      Documents ids = new Documents(list.node(fact), by, List.of(), fact.inForce().placeholders());
      put(fact, ids.areUnique(), ids.repeated());
    }
  }
}
