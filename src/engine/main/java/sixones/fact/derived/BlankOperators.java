package sixones.fact.derived;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What blanks tell, and alternatives that they leave open. */
final class BlankOperators {
  private BlankOperators() {}

  /** {@code first-blank}: the word of the first member that is blank, else another reason. */
  static final class FirstBlank extends Operator {
    private final Map<Operand, String> words;
    private final FactMember other;

    /**
     * @param other the member that gives the reason if nothing is blank; null for none
     */
    FirstBlank(Map<Operand, String> words, FactMember other) {
      super(Output.words("", words(words, other)));
      this.words = words;
      this.other = other;
      words.keySet().forEach(this::with);
      if (other != null) {
        other.reads().forEach(this::with);
      }
    }

    private static List<String> words(Map<Operand, String> words, FactMember other) {
      List<String> all = new ArrayList<>(words.values());
      if (other != null) {
        all.addAll(other.words());
      }
      return List.copyOf(all);
    }

    @Override
    public void derive(FactSeed fact) {
      for (Map.Entry<Operand, String> word : words.entrySet()) {
        if (word.getKey().isBlank(fact)) {
          put(fact, word.getValue());
          return;
        }
      }
      put(fact, other == null ? null : fact.values()[other.slot()]);
    }
  }

  /** {@code blank-while}: a member that is blank while two days are stated in order. */
  static final class BlankWhile extends Operator {
    private final Operand blank;
    private final String name;
    private final Operand first;
    private final Operand second;

    BlankWhile(Operand blank, String name, Operand first, Operand second) {
      super(Output.words("", List.of(name)));
      this.blank = with(blank);
      this.name = name;
      this.first = with(first).holding(LocalDate.class);
      this.second = with(second).holding(LocalDate.class);
    }

    @Override
    public void derive(FactSeed fact) {
      LocalDate from = (LocalDate) first.value(fact);
      LocalDate to = (LocalDate) second.value(fact);
      boolean inOrder = from != null && to != null && !to.isBefore(from);
      put(fact, inOrder && blank.isBlank(fact) ? name : null);
    }
  }

  /** {@code alternative}: true if one of several is true, false only if all are false. */
  static final class Alternative extends Operator {
    private final Map<String, Operand> branches;

    Alternative(Map<String, Operand> branches) {
      super(Output.of("", Boolean.class), Output.of("open", List.class));
      this.branches = new LinkedHashMap<>(branches);
      branches.values().forEach(branch -> with(branch).holding(Boolean.class));
    }

    @Override
    public void derive(FactSeed fact) {
      List<String> open = new ArrayList<>();
      boolean held = false;
      for (Map.Entry<String, Operand> branch : branches.entrySet()) {
        Boolean value = (Boolean) branch.getValue().value(fact);
        if (value == null) {
          open.add(branch.getKey());
        } else {
          held |= value;
        }
      }
      put(
          fact,
          held ? Boolean.TRUE : open.isEmpty() ? Boolean.FALSE : null,
          held || open.isEmpty() ? null : List.copyOf(open));
    }
  }
}
