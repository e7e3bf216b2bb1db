package sixones.fact.derived;

/** {@code value}: the value of another place of the bid. */
final class ValueOf extends Operator {
  private final Operand of;

  ValueOf(Operand of) {
    super(new Output("", of.type(), of.words(), of.isDivision()));
    this.of = with(of);
  }

  @Override
  boolean repeats() {
    return true;
  }

  @Override
  public void derive(FactSeed fact) {
    put(fact, of.value(fact));
  }
}
