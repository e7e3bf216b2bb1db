package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.bid.EntryReference;
import sixones.bid.Shape;
import sixones.pages.choice.ReferredEntries;
import sixones.pages.form.FormPart.Offer;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Passage;
import sixones.report.Report;
import sixones.report.VerdictWords;
import sixones.ruleset.RuleSet;
import sixones.text.Text;

/** Lays out a form: combines the contract of a bid with the written values and their notes. */
final class FormParts {
  /** How many options of references a page has at most; beyond that, they are suggestions. */
  private static final int MOST_OPTIONS = 4_000;

  private static final Set<String> GIVEN = Set.of("schema", "rule-set");

  private final Check check;
  private final Report report;
  private final Messages messages;
  private final RuleSet ruleSet;
  private final BidContract contract;
  private final Map<String, String> requirements;
  private final Map<String, List<String>> accepted;
  private final FieldWords words;
  private final String focus;
  private final ChoiceLabels labels;
  private final Map<EntryReference, ReferredEntries> referred = new HashMap<>();
  private final Set<String> repeatedIds = new HashSet<>();
  private final Map<String, FormPart.Asked> asked = new HashMap<>();

  /**
   * Creates a layout.
   *
   * @param report the report on the form; null if there is none
   * @param accepted the words that rules accept, by place
   * @param focus the pointer of the part to focus; empty if none
   */
  FormParts(
      Check check,
      Report report,
      Messages messages,
      Map<String, List<String>> accepted,
      String focus) {
    this.check = check;
    this.report = report;
    this.messages = messages;
    this.ruleSet = check.form().ruleSet();
    this.contract = check.form().contract();
    this.requirements = contract.sections();
    this.accepted = accepted;
    this.words = new FieldWords(messages);
    this.focus = focus;
    this.labels = new ChoiceLabels(ruleSet);
    JsonNode tree = check.form().tree();
    for (EntryReference reference : contract.references()) {
      ReferredEntries entries = new ReferredEntries(reference, tree, contract, messages.language());
      if (reference.closed()) {
        long options = (1L + entries.size()) * references("", contract.whole(), tree);
        Set<String> ids = new HashSet<>();
        for (JsonNode entry : tree.at(reference.list())) {
          String id = entry.path(reference.by()).asText("");
          if (!ids.add(Text.fold(id))) {
            repeatedIds.add(Text.fold(id));
          }
        }
        if (options > MOST_OPTIONS) {
          continue;
        }
      }
      referred.put(reference, entries);
    }
  }

  /** Counts the places of the form that refer to an entry by an id. */
  private long references(String pointer, Shape shape, JsonNode node) {
    long count = 0;
    if (shape instanceof Shape.Members members) {
      for (Map.Entry<String, Shape> member : members.members().entrySet()) {
        String there = pointer + "/" + member.getKey();
        count += references(there, member.getValue(), node.path(member.getKey()));
      }
    } else if (shape instanceof Shape.Entries entries) {
      for (int i = 0; i < node.size(); i++) {
        count += references(pointer + "/" + i, entries.of(), node.get(i));
      }
    } else if (contract.reference(pointer).filter(EntryReference::closed).isPresent()) {
      count = 1;
    }
    return count;
  }

  /** Returns the sections of the form, in the order of the bid. */
  List<FormPart> all(Notes notes) {
    List<FormPart> sections = members("", contract.whole(), check.form().tree());
    Set<String> places = new HashSet<>();
    sections.stream()
        .flatMap(section -> section.all().stream())
        .filter(part -> !part.isHidden())
        .forEach(part -> places.add(part.pointer()));
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
    if (shape.isNames() && messages.language() == Language.ZH_CN) {
      Collections.reverse(parts);
    }
    return parts;
  }

  private FormPart part(String pointer, Shape shape, JsonNode node, boolean entry) {
    if (shape instanceof Shape.Members members) {
      String kind = entry ? "entry" : members.isNames() ? "names" : "members";
      return made(kind, pointer, "", Offer.NOTHING, members(pointer, members, node), entry);
    }
    if (shape instanceof Shape.Entries entries) {
      List<FormPart> parts = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        parts.add(part(pointer + "/" + i, entries.of(), node.get(i), true));
      }
      String value = node.isArray() && node.isEmpty() ? BidForm.EMPTY_LIST : "";
      String fresh = check.form().referring(pointer) == null ? null : words.fresh(pointer);
      Offer offer = new Offer(List.of(), null, words.add(pointer), fresh, 0);
      return made("list", pointer, value, offer, parts, false);
    }
    String value = node.isMissingNode() || node.isNull() ? "" : node.asText();
    if (shape instanceof Shape.Choice choice) {
      return select(pointer, value, options(choice.words(), value), entry);
    }
    if (shape instanceof Shape.YesNo) {
      return select(pointer, value, options(List.of("true", "false"), value), entry);
    }
    EntryReference reference = contract.reference(pointer).orElse(null);
    if (reference != null && reference.closed() && referred.containsKey(reference)) {
      return select(pointer, value, referred.get(reference).options(value), entry);
    }
    Offer offer = new Offer(List.of(), list(pointer, reference), null, null, most(shape));
    return made(textKind(pointer, value), pointer, value, offer, List.of(), entry);
  }

  private FormPart select(String pointer, String value, List<Option> options, boolean entry) {
    String list = contract.reference(pointer).map(to -> WordList.idOf(to, contract)).orElse(null);
    Offer offer = new Offer(options, list, null, null, 0);
    return made("select", pointer, value, offer, List.of(), entry);
  }

  private String list(String pointer, EntryReference reference) {
    return reference != null
        ? WordList.idOf(reference, contract)
        : WordList.idOf(pointer, contract, accepted);
  }

  private static int most(Shape shape) {
    return shape instanceof Shape.Form form && form.body() == null ? form.most() : 0;
  }

  private String textKind(String pointer, String value) {
    if (GIVEN.contains(contract.kind(pointer)) || isGiven(pointer, value)) {
      return "hidden";
    }
    if (contract.isApplicant(pointer) && !value.isEmpty() && value.equals(check.applicant())) {
      return "given";
    }
    return contract.takesLines(pointer) || value.indexOf('\n') >= 0 ? "area" : "text";
  }

  /** Returns whether a text is an id that this form gives, and that nobody needs to see. */
  private boolean isGiven(String pointer, String value) {
    for (EntryReference reference : contract.references()) {
      if (reference.closed()
          && pointer.startsWith(reference.list() + "/")
          && pointer.endsWith("/" + reference.by())) {
        return !repeatedIds.contains(Text.fold(value)) || value.isBlank();
      }
    }
    return false;
  }

  private FormPart made(
      String kind,
      String pointer,
      String value,
      Offer offer,
      List<FormPart> parts,
      boolean removable) {
    String member = requirements.get(pointer.substring(1));
    return new FormPart(
        kind,
        pointer,
        words.label(pointer),
        words.hint(pointer),
        value,
        offer,
        parts,
        List.of(),
        member == null || !ruleSet.requirements().contains(member) ? null : section(member),
        removable,
        false,
        new FormPart.About(contract.kind(pointer), asked(kind, pointer)));
  }

  /**
   * Returns why a part of the form is asked for: a section, a field, or a name in two languages. An
   * entry that is a field is told of by its list.
   */
  private FormPart.Asked asked(String kind, String pointer) {
    boolean told =
        switch (kind) {
          case "hidden", "entry", "members" -> false;
          case "list" -> contract.at(pointer) instanceof Shape.Entries e && isField(e.of());
          default -> !isWithinField(pointer);
        };
    return told || pointer.lastIndexOf('/') == 0
        ? asked.computeIfAbsent(BidContract.place(pointer), this::asked)
        : null;
  }

  private static boolean isField(Shape shape) {
    return !(shape instanceof Shape.Entries)
        && !(shape instanceof Shape.Members members && !members.isNames());
  }

  private boolean isWithinField(String pointer) {
    Shape around = contract.at(pointer.substring(0, pointer.lastIndexOf('/')));
    return around instanceof Shape.Entries
        || around instanceof Shape.Members members && members.isNames();
  }

  private FormPart.Asked asked(String place) {
    return new FormPart.Asked(
        PageAddresses.member(ruleSet, place),
        words.place(place),
        !ruleSet.dependents(place).isEmpty());
  }

  private FormPart.Section section(String requirement) {
    Passage demand = messages.passage(ruleSet.demand(requirement));
    VerdictWords verdict = report == null ? null : report.section(requirement).verdict();
    return new FormPart.Section(
        demand.gist(),
        demand.source(),
        demand.address(),
        verdict == null ? null : VerdictStyle.tone(verdict.of()),
        verdict == null ? null : VerdictStyle.of(verdict.of()),
        verdict == null ? null : verdict.whole());
  }

  /**
   * Returns the options of a select element, blank first. An unknown value stays as an option, so
   * that it can be reported as a defect.
   */
  private List<Option> options(List<String> choices, String value) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", words.text("field.blank"), value.isEmpty()));
    for (String word : choices) {
      options.add(new Option(word, labels.both(word, messages), word.equals(value)));
    }
    if (!value.isEmpty() && !choices.contains(value)) {
      options.add(new Option(value, value, true));
    }
    return options;
  }
}
