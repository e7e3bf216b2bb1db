package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import sixones.fact.Placeholders;
import sixones.fact.identity.CreditCode;
import sixones.text.TextState;

/** The state of a text: {@code state} and {@code code-state}. */
final class TextStates {
  private TextStates() {}

  /** Whether a text, or names in both languages, are stated, a placeholder or lost. */
  static final class State extends Operator {
    private final Operand of;
    private final boolean prose;

    State(Operand of, boolean prose) {
      super(Output.words("", TextState.WORDS));
      this.of = with(of);
      this.prose = prose;
    }

    @Override
    public void derive(FactSeed fact) {
      JsonNode stated = of.node(fact);
      Placeholders placeholders = fact.inForce().placeholders();
      TextState state;
      if (stated.isObject()) {
        TextState zh = placeholders.ofName(stated.path("zh").textValue());
        state = zh != null ? zh : placeholders.ofName(stated.path("en").textValue());
      } else {
        String text = stated.textValue();
        state = prose ? placeholders.ofProse(text) : placeholders.ofName(text);
      }
      put(fact, TextState.word(state));
    }
  }

  /** Whether a unified social credit code is right, or what is wrong with it. */
  static final class OfCode extends Operator {
    private final Operand of;

    OfCode(Operand of) {
      super(Output.words("", CreditCode.WORDS));
      this.of = with(of);
    }

    @Override
    public void derive(FactSeed fact) {
      put(fact, CreditCode.state(of.node(fact).textValue(), fact.inForce()));
    }
  }
}
