package sixones.fact.derived;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Computes a derived member of a fact, and further outputs beside it. Immutable. */
public abstract class Operator {

  /**
   * What an operator computes.
   *
   * @param name how the contract calls it; "" for the main output
   * @param type as for {@link FactMember}
   * @param words as for {@link FactMember}
   */
  public record Output(String name, Class<?> type, List<String> words, boolean isDivision) {
    static Output of(String name, Class<?> type) {
      return new Output(name, type, List.of(), false);
    }

    static Output words(String name, List<String> words) {
      return new Output(name, String.class, words, false);
    }
  }

  private final List<Output> outputs;
  private final Set<String> reads = new LinkedHashSet<>();
  private boolean hidden;

  Operator(Output... outputs) {
    this.outputs = List.of(outputs);
  }

  /** Notes an operand, so that {@link #reads} and {@link #isHidden} know it. */
  final Operand with(Operand operand) {
    reads.addAll(operand.reads());
    hidden |= operand.isHidden();
    return operand;
  }

  /**
   * Notes a list whose entries are looked at one by one: a slash at the end says that only its
   * entries as such count, not all that they state.
   */
  final Operand counting(Operand list) {
    reads.add(list.path().place() + "/");
    hidden |= list.isHidden();
    return list;
  }

  /** Notes a place of the bid that the operator looks at. */
  final void with(String place) {
    reads.add(place);
  }

  /** Returns the outputs, the main one first. */
  public final List<Output> outputs() {
    return outputs;
  }

  /** Returns the places of the bid that the outputs are computed from. */
  public final Set<String> reads() {
    return reads;
  }

  /** Notes that the operator reads values that not everybody may see. */
  final void hide() {
    hidden = true;
  }

  /**
   * Returns whether an output may repeat a value that not everybody may see. What the operator says
   * of such a value in words of its own does not repeat it.
   */
  public boolean isHidden(Output output) {
    return hidden && (repeats() || output.words().isEmpty() && output.type() != Boolean.class);
  }

  /** Returns whether the words of the operator are those of the value it reads. */
  boolean repeats() {
    return false;
  }

  /** Computes the outputs into {@link FactSeed#out}; null for what cannot be told. */
  public abstract void derive(FactSeed fact);

  static void put(FactSeed fact, Object main) {
    fact.out()[0] = main;
  }

  static void put(FactSeed fact, Object main, Object second) {
    fact.out()[0] = main;
    fact.out()[1] = second;
  }

  static void put(FactSeed fact, Object main, Object second, Object third) {
    put(fact, main, second);
    fact.out()[2] = third;
  }
}
