package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.pages.frame.Option;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Report;
import sixones.ruleset.RuleSet;

/** Lays out a form: combines the contract of a bid with the written values and their notes. */
final class FormParts {
  private static final Set<String> LONG =
      Set.of("growthPotential", "marketProspects", "drivingForce", "subject");
  private static final Set<String> GIVEN = Set.of("schema", "ruleSet");

  private final Check check;
  private final Report report;
  private final Messages messages;
  private final RuleSet ruleSet;
  private final Map<String, String> requirements;
  private final Map<String, List<String>> accepted;
  private final FieldWords words;
  private final String focus;

  /**
   * Creates a layout.
   *
   * @param report the report on the form; null if there is none
   * @param requirements the requirement each section answers, by member of the bid
   * @param accepted the words that rules accept, by place
   * @param focus the pointer of the part to focus; empty if none
   */
  FormParts(
      Check check,
      Report report,
      Messages messages,
      RuleSet ruleSet,
      Map<String, String> requirements,
      Map<String, List<String>> accepted,
      String focus) {
    this.check = check;
    this.report = report;
    this.messages = messages;
    this.ruleSet = ruleSet;
    this.requirements = requirements;
    this.accepted = accepted;
    this.words = new FieldWords(messages.language(), messages);
    this.focus = focus;
  }

  /** Returns the sections of the form, in the order of the bid. */
  List<FormPart> all(Notes notes) {
    List<FormPart> sections = members("", BidContract.whole(), check.form().tree());
    Set<String> places = new HashSet<>();
    sections.forEach(s -> s.all().forEach(part -> places.add(part.pointer())));
    notes.settle(places);
    String target =
        sections.stream()
            .flatMap(section -> section.all().stream())
            .filter(part -> part.pointer().equals(focus) && !part.kind().equals("list"))
            .map(FormPart::target)
            .findFirst()
            .orElse("");
    return sections.stream().map(section -> noted(section, notes, target)).toList();
  }

  private FormPart noted(FormPart part, Notes notes, String target) {
    List<FormPart> within = part.parts().stream().map(p -> noted(p, notes, target)).toList();
    boolean goOnHere =
        part.kind().equals("list")
            ? part.pointer().equals(focus)
            : part.isField() && part.target().equals(target);
    return part.with(within, notes.at(part.pointer()), goOnHere);
  }

  private List<FormPart> members(String pointer, Shape.Members shape, JsonNode node) {
    List<FormPart> parts = new ArrayList<>();
    shape.members().forEach((n, s) -> parts.add(part(pointer + "/" + n, s, node.path(n), false)));
    if (isNames(shape) && messages.language() == Language.ZH_CN) {
      Collections.reverse(parts);
    }
    return parts;
  }

  private static boolean isNames(Shape.Members shape) {
    return shape.members().keySet().equals(Set.of("en", "zh"));
  }

  private FormPart part(String pointer, Shape shape, JsonNode node, boolean entry) {
    if (shape instanceof Shape.Members members) {
      String kind = entry ? "entry" : isNames(members) ? "names" : "members";
      return made(kind, pointer, "", List.of(), members(pointer, members, node), entry);
    }
    if (shape instanceof Shape.Entries entries) {
      List<FormPart> parts = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        parts.add(part(pointer + "/" + i, entries.of(), node.get(i), true));
      }
      String value = node.isArray() && node.isEmpty() ? BidForm.EMPTY_LIST : "";
      return made("list", pointer, value, List.of(), parts, false);
    }
    String value = node.isMissingNode() || node.isNull() ? "" : node.asText();
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (shape instanceof Shape.Choice choice) {
      return made("select", pointer, value, options(choice.words(), value), List.of(), entry);
    }
    if (shape instanceof Shape.YesNo) {
      List<String> yesNo = List.of("true", "false");
      return made("select", pointer, value, options(yesNo, value), List.of(), entry);
    }
    boolean isLong = LONG.contains(name) || value.indexOf('\n') >= 0;
    String kind = GIVEN.contains(name) ? "hidden" : isLong ? "area" : "text";
    return made(kind, pointer, value, List.of(), List.of(), entry);
  }

  private FormPart made(
      String kind,
      String pointer,
      String value,
      List<Option> options,
      List<FormPart> parts,
      boolean removable) {
    String member = requirements.get(pointer.substring(1));
    return new FormPart(
        kind,
        pointer,
        words.label(pointer),
        words.hint(pointer),
        value,
        options,
        WordList.idOf(pointer, accepted),
        parts,
        List.of(),
        member == null || !ruleSet.requirements().contains(member)
            ? null
            : Sections.section(ruleSet, member, report, messages),
        removable,
        false);
  }

  /**
   * Returns the options of a select element, blank first. An unknown value stays as an option, so
   * that it can be reported as a defect.
   */
  private List<Option> options(List<String> choices, String value) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("field.blank"), value.isEmpty()));
    for (String word : choices) {
      options.add(new Option(word, words.choice(word), word.equals(value)));
    }
    if (!value.isEmpty() && !choices.contains(value)) {
      options.add(new Option(value, value, true));
    }
    return options;
  }
}
