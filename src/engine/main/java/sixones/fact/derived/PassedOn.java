package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a derived member passes on: a value as it is, or words under names of the programme. */
final class PassedOn {
  private PassedOn() {}

  /** {@code value}: the value of another place of the bid. */
  static final class ValueOf extends Operator {
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

  /** {@code value} of a parameter: the number in force. */
  static final class NumberOf extends Operator {
    private final Quantity number;

    NumberOf(Quantity number) {
      super(Output.of("", BigDecimal.class));
      this.number = number;
    }

    @Override
    public void derive(FactSeed fact) {
      put(fact, number.value(fact));
    }
  }

  /** An operator some of whose words have the names that the programme gives them. */
  static final class OwnWords extends Operator {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+){0,9}");

    private final Operator operator;
    private final Map<String, String> names;

    private OwnWords(Operator operator, Map<String, String> names) {
      super(
          operator.outputs().stream()
              .map(
                  output ->
                      new Output(
                          output.name(),
                          output.type(),
                          output.words().stream().map(w -> names.getOrDefault(w, w)).toList(),
                          output.isDivision()))
              .toArray(Output[]::new));
      this.operator = operator;
      this.names = names;
      operator.reads().forEach(this::with);
      if (operator.isHidden(Output.of("", String.class))) {
        hide();
      }
    }

    /**
     * Reads the names of words.
     *
     * @param isOfProgramme whether the words are the programme's own already
     */
    static Operator of(
        Operator operator, JsonNode written, boolean isOfProgramme, FactScope scope) {
      List<String> known = new ArrayList<>();
      operator.outputs().forEach(output -> known.addAll(output.words()));
      if (isOfProgramme || known.isEmpty()) {
        throw scope.broken("words: the operator has no words of its own to be named");
      }
      if (!written.isObject() || written.isEmpty()) {
        throw scope.broken("words has names for words of the operator: { alike: resembling }");
      }
      Map<String, String> names = new HashMap<>();
      for (Map.Entry<String, JsonNode> entry : written.properties()) {
        if (!known.contains(entry.getKey())) {
          throw scope.broken("words: it is never " + entry.getKey() + "; it is one of " + known);
        }
        if (!entry.getValue().isTextual() || !WORD.matcher(entry.getValue().asText()).matches()) {
          throw scope.broken(
              "words: " + entry.getValue() + " is no name: small letters, digits and -");
        }
        names.put(entry.getKey(), entry.getValue().asText());
      }
      for (Output output : operator.outputs()) {
        Set<String> told = new HashSet<>();
        for (String word : output.words()) {
          if (!told.add(names.getOrDefault(word, word))) {
            throw scope.broken(
                "words: " + names.getOrDefault(word, word) + " would say two things at once");
          }
        }
      }
      return new OwnWords(operator, names);
    }

    @Override
    public void derive(FactSeed fact) {
      operator.derive(fact);
      for (int i = 0; i < outputs().size(); i++) {
        if (!outputs().get(i).words().isEmpty() && fact.out()[i] != null) {
          String word = (String) fact.out()[i];
          fact.out()[i] = names.getOrDefault(word, word);
        }
      }
    }
  }
}
