package sixones.fact.derived;

import java.util.List;
import sixones.fact.identity.DivisionCodes;
import sixones.fact.identity.DivisionName;
import sixones.fact.identity.Location;
import sixones.fact.identity.RollState;

/** What codes of divisions tell: {@code roll}, {@code named-as} and {@code within}. */
final class Codes {
  private Codes() {}

  /** How an applicant's id relates to those who may bid. */
  static final class Roll extends Operator {
    private final Operand of;

    Roll(Operand of) {
      super(Output.words("", RollState.WORDS), new Output("member", String.class, List.of(), true));
      this.of = with(of).holding(String.class);
    }

    @Override
    public void derive(FactSeed fact) {
      String id = of.text(fact);
      RollState state = id == null ? null : RollState.of(id, new DivisionCodes(fact.inForce()));
      put(fact, state == null ? null : state.word(), state == null ? null : state.member());
    }
  }

  /** Whether a name is that of a code. */
  static final class Named extends Operator {
    private final Operand name;
    private final Operand code;

    Named(Operand name, Operand code) {
      super(Output.words("", DivisionName.WORDS), Output.of("other", String.class));
      this.name = with(name);
      this.code = with(code).holding(String.class);
    }

    @Override
    public void derive(FactSeed fact) {
      DivisionName compared = new DivisionName(name.node(fact), code.text(fact), fact.inForce());
      put(fact, compared.agrees(), compared.other());
    }
  }

  /** Where a place lies: in a division, in one of its partners, or elsewhere. */
  static final class Within extends Operator {
    private final Operand place;
    private final Operand of;
    private final String[] partners;
    private final boolean ignoresDoubt;
    private final int locator;

    /**
     * @param partners the path to the partners' codes; null for none
     * @param ignoresDoubt whether a partner whose code is in doubt is no partner
     */
    Within(Operand place, Operand of, FactPath partners, boolean ignoresDoubt, int locator) {
      super(
          Output.words("", Location.WORDS),
          new Output("partner", String.class, List.of(), true),
          new Output("today", String.class, List.of(), true));
      this.place = with(place).holding(String.class);
      this.of = with(of).holding(String.class);
      this.partners = partners == null ? new String[0] : partners.steps();
      if (partners != null) {
        with(partners.place());
      }
      this.ignoresDoubt = ignoresDoubt;
      this.locator = locator;
    }

    @Override
    public void derive(FactSeed fact) {
      String code = of.text(fact);
      if (code == null) {
        put(fact, null, null, null);
        return;
      }
      Locator there = fact.bid().shared(locator, bid -> new Locator(bid.root(), code, partners));
      Location location = there.locate(place.node(fact).textValue());
      if (ignoresDoubt) {
        location = location.withoutPartners();
      }
      put(fact, location.word(), location.partner(), location.today());
    }
  }
}
