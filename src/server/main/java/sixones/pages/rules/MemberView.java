package sixones.pages.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.PageAddresses;
import sixones.report.Messages;
import sixones.ruleset.Dependents;
import sixones.ruleset.RuleSet;

/**
 * Why a member of a bid, or each field of a section, is asked for; as its template renders it.
 *
 * @param place the labels of the member
 * @param version the title and version of the rule set
 * @param address the address of the rule set
 * @param fields the fields, in the order of the form
 */
public record MemberView(String place, String version, String address, List<Field> fields) {

  /**
   * A field with the rules that depend on it.
   *
   * @param verdicts which verdicts can depend on it, in words
   */
  public record Field(String label, List<OfRule> rules, String verdicts) {}

  /**
   * A rule that depends on a field.
   *
   * @param judges whether it judges the field itself
   */
  public record OfRule(String title, String address, String severity, boolean judges) {}

  static MemberView of(RuleSet set, String pointer, Messages messages) {
    FieldWords words = new FieldWords(messages);
    List<String> leaves = new ArrayList<>();
    add(set.contract(), pointer, leaves);
    return new MemberView(
        words.place(pointer),
        messages.title(set) + " · " + set.version(),
        PageAddresses.rules(set),
        leaves.stream().map(leaf -> field(set, pointer, leaf, words, messages)).toList());
  }

  /** Adds the fields at or below a place; of a list, those of its first entry. */
  private static void add(BidContract contract, String pointer, List<String> leaves) {
    Shape shape = contract.at(pointer);
    if (shape instanceof Shape.Members members && !members.isNames()) {
      members.members().keySet().forEach(name -> add(contract, pointer + "/" + name, leaves));
    } else if (shape instanceof Shape.Entries entries
        && entries.of() instanceof Shape.Members members
        && !members.isNames()) {
      add(contract, pointer + "/0", leaves);
    } else {
      leaves.add(pointer);
    }
  }

  private static Field field(
      RuleSet set, String pointer, String leaf, FieldWords words, Messages messages) {
    List<OfRule> rules = new ArrayList<>();
    for (Dependents.Dependent dependent : set.dependents(leaf)) {
      rules.add(
          new OfRule(
              messages.title(dependent.rule().id()),
              PageAddresses.rules(set) + "/" + dependent.rule().id(),
              messages.text("severity." + dependent.rule().severity().word()),
              dependent.examines()));
    }
    List<String> verdicts = set.verdicts(leaf).stream().map(messages::title).toList();
    return new Field(
        label(pointer, leaf, words),
        rules,
        verdicts.isEmpty()
            ? words.text("member.no-verdict")
            : words.text("member.verdicts", Map.of("titles", String.join(" · ", verdicts))));
  }

  /** Returns the labels from a section down to a field, without the number of an entry. */
  private static String label(String pointer, String leaf, FieldWords words) {
    StringBuilder label = new StringBuilder();
    StringBuilder at = new StringBuilder(pointer);
    for (String step : leaf.substring(pointer.length()).split("/")) {
      if (!step.isEmpty()) {
        at.append('/').append(step);
        if (!step.equals("0")) {
          label.append(label.length() == 0 ? "" : " › ").append(words.label(at.toString()));
        }
      }
    }
    return label.length() == 0 ? words.label(pointer) : label.toString();
  }
}
