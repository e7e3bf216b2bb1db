package sixones.fact.derived;

import java.util.ArrayList;
import java.util.List;
import sixones.fact.Catalogue;
import sixones.fact.identity.Relation;
import sixones.fact.identity.StatedNames;
import sixones.text.Text;
import sixones.text.TextState;

/** How names relate: {@code refers-to} and {@code catalogued}. */
final class NameOperators {
  private NameOperators() {}

  private static Operator.Output[] relation() {
    return new Operator.Output[] {
      Operator.Output.words("", Relation.Kind.WORDS),
      Operator.Output.of("counterpart", String.class),
      Operator.Output.of("shared", String.class)
    };
  }

  private static Catalogue catalogue(List<String> parameters, FactSeed fact) {
    return parameters.isEmpty() ? null : fact.inForce().catalogue(parameters);
  }

  /** How a text relates to the names of the entries of a list of the bid. */
  static final class RefersTo extends Operator {
    private final Operand text;
    private final FactPath list;
    private final List<String> by;
    private final List<String> catalogue;
    private final int names;

    /**
     * @param list the list, from the bid
     * @param by the members that name an entry
     * @param catalogue the parameters of a catalogue in which two texts can name the same
     * @param names the shared index of the names
     */
    RefersTo(Operand text, FactPath list, List<String> by, List<String> catalogue, int names) {
      super(relation());
      this.text = with(text);
      this.list = list;
      this.by = by;
      this.catalogue = catalogue;
      this.names = names;
      by.forEach(member -> with(list.place() + "/*/" + member));
    }

    @Override
    public void derive(FactSeed fact) {
      StatedNames stated =
          fact.bid()
              .shared(
                  names,
                  bid ->
                      new StatedNames(
                          list.node(fact), by, catalogue(catalogue, fact), fact.inForce()));
      Relation relation = stated.of(text.node(fact).textValue());
      put(fact, relation.word(), relation.counterpart(), relation.compared());
    }
  }

  /** How a text relates to the names that a parameter publishes for a key. */
  static final class Published extends Operator {
    private final Operand text;
    private final Operand key;
    private final String parameter;

    Published(Operand text, Operand key, String parameter) {
      super(relation());
      this.text = with(text);
      this.key = with(key).holding(String.class);
      this.parameter = parameter;
    }

    @Override
    public void derive(FactSeed fact) {
      String sought = key.text(fact);
      List<String> names = sought == null ? List.of() : published(sought, fact);
      String written = best(fact);
      Relation relation =
          written == null
              ? new Relation(null, null, null)
              : names.isEmpty()
                  ? new Relation(Relation.Kind.NO_ENTRY, null, null)
                  : new StatedNames(names, null, fact.inForce()).of(written);
      put(fact, relation.word(), relation.counterpart(), relation.compared());
    }

    /** Returns the text; of names in both languages the Chinese one, if there is one. */
    private String best(FactSeed fact) {
      var node = text.node(fact);
      if (!node.isObject()) {
        return Text.isBlank(node.textValue()) ? null : node.textValue();
      }
      String zh = node.path("zh").textValue();
      String en = node.path("en").textValue();
      return !Text.isBlank(zh) ? zh : Text.isBlank(en) ? null : en;
    }

    private List<String> published(String sought, FactSeed fact) {
      List<String> names = new ArrayList<>();
      for (String line : fact.inForce().texts(parameter)) {
        int colon = line.indexOf(':');
        if (colon > 0 && Text.width(line.substring(0, colon)).equals(sought)) {
          for (String name : line.substring(colon + 1).split("=")) {
            names.add(Text.width(name));
          }
        }
      }
      return names;
    }
  }

  /** Whether a text names an entry of a catalogue. */
  static final class Catalogued extends Operator {
    private final Operand text;
    private final List<String> catalogue;

    Catalogued(Operand text, List<String> catalogue) {
      super(Output.of("", Boolean.class));
      this.text = with(text);
      this.catalogue = catalogue;
    }

    @Override
    public void derive(FactSeed fact) {
      String written = text.node(fact).textValue();
      boolean stated = fact.inForce().placeholders().ofName(written) == TextState.STATED;
      put(
          fact,
          stated ? (Boolean) (fact.inForce().catalogue(catalogue).entry(written) != null) : null);
    }
  }
}
