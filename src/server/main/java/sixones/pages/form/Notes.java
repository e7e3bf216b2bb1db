package sixones.pages.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sixones.bid.BidContract;
import sixones.bid.Understood;
import sixones.pages.choice.DivisionsByName;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageWords;
import sixones.pages.frame.VerdictStyle;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportPart;
import sixones.report.ReportPlace;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.text.Text;

/** The notes beside the fields of a form or of a readable bid, by JSON Pointer. */
public final class Notes {
  private final Map<String, List<Note>> all = new HashMap<>();
  private final BidContract contract;

  private Notes(BidContract contract) {
    this.contract = contract;
  }

  /**
   * Returns the notes on a form.
   *
   * @param report the report on the form; null if there is none
   */
  static Notes of(Check check, Report report, Messages messages, DivisionsByName divisions) {
    PageWords words = PageWords.in(messages.language());
    Map<String, Understood> understood = check.understood();
    Notes notes = new Notes(check.form().contract());
    understood.forEach((pointer, as) -> notes.read(pointer, as, words, messages));
    notes.name("", check.form().stated().bid(), divisions, messages.language());
    if (report != null) {
      notes.read(report, rule -> PageAddresses.rule(check.evaluation(), rule), messages);
    }
    for (Problem.Error error : check.errors()) {
      notes.read(error, DefectWords.of(error, understood, notes.contract, words), words);
    }
    notes.all.values().forEach(Collections::sort);
    return notes;
  }

  /**
   * Returns the notes of a report.
   *
   * @param address gives the page of a rule, or null
   */
  public static Notes of(Report report, Messages messages, Function<Rule, String> address) {
    Notes notes = new Notes(messages.contract());
    notes.read(report, address, messages);
    notes.all.values().forEach(Collections::sort);
    return notes;
  }

  /** Returns the notes at a pointer, worst first. */
  public List<Note> at(String pointer) {
    return all.getOrDefault(pointer, List.of());
  }

  /** Notes beside each code of a division what it is called. */
  private void name(String pointer, JsonNode node, DivisionsByName divisions, Language language) {
    node.properties()
        .forEach(
            member ->
                name(pointer + "/" + member.getKey(), member.getValue(), divisions, language));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      name(pointer + "/" + i, node.get(i), divisions, language);
    }
    if (node.isTextual() && contract.isDivision(pointer)) {
      String name = divisions.name(Text.width(node.textValue()), language);
      if (name != null) {
        add(pointer, new Note("read", "=", null, name, null, null, null));
      }
    }
  }

  private void read(Report report, Function<Rule, String> pages, Messages messages) {
    FieldWords words = new FieldWords(messages);
    for (ReportFinding finding : report.findings()) {
      String address = pages.apply(finding.rule());
      String title = finding.title();
      for (ReportPlace place : finding.places()) {
        Outcome outcome = place.at().outcome();
        // The defect is noted once, so the rules that examine this value do not repeat it.
        boolean silent = outcome == Outcome.PASS || place.at().unreadable() != null;
        add(
            place.pointer(),
            new Note(
                VerdictStyle.tone(finding.rule(), outcome),
                finding.part() == ReportPart.CONTEXT ? "i" : VerdictStyle.of(outcome),
                messages.text("outcome." + outcome),
                title,
                silent ? null : words.says(place),
                silent ? null : finding.adviceAt(place),
                address));
      }
    }
  }

  private void read(String pointer, Understood as, PageWords words, Messages messages) {
    if (as.text() != null) {
      boolean isWord = Shapes.isChoice(contract.at(pointer));
      String text = isWord ? messages.value(TextNode.valueOf(as.text())) : as.text();
      String key = "amount".equals(contract.kind(pointer)) ? "understood.amount" : "understood";
      String title = words.text(key, Map.of("text", text));
      add(pointer, new Note("read", "=", null, title, null, null, null));
    }
  }

  private void read(Problem.Error error, String says, PageWords words) {
    String title = words.text("check.defect");
    add(error.pointer(), new Note("defect", "!", null, title, says, null, null));
  }

  private void add(String pointer, Note note) {
    all.computeIfAbsent(pointer, k -> new ArrayList<>()).add(note);
  }

  /**
   * Moves the notes of places without a part to the nearest enclosing part.
   *
   * @param fields the pointers of all parts
   */
  public void settle(Set<String> fields) {
    for (String pointer : List.copyOf(all.keySet())) {
      String field = nearest(pointer, fields);
      if (!field.equals(pointer) && !field.isEmpty()) {
        all.remove(pointer).forEach(note -> add(field, note));
      }
    }
    all.values().forEach(Collections::sort);
  }

  private static String nearest(String pointer, Set<String> fields) {
    String at = pointer;
    while (!at.isEmpty() && !fields.contains(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return at;
  }
}
