package sixones.pages.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.pages.form.FieldWords;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSet;

/** What the cells of a workbook say, in one language: headings, hints, choices and values. */
final class CellWords {
  private static final int MOST_NAME = 31;
  private static final int LEAST_OF_PARENT = 10;
  private static final String BETWEEN = " – ";

  private final Language language;
  private final Messages messages;
  private final FieldWords fields;
  private final PageWords words;
  private final Map<String, List<String>> accepted;
  private final DivisionChoices divisions;

  /**
   * Creates the words.
   *
   * @param accepted the words that rules accept in free-text fields, by place
   */
  CellWords(
      RuleSet ruleSet,
      Language language,
      Map<String, List<String>> accepted,
      DivisionChoices divisions) {
    this.language = language;
    this.messages = Messages.of(ruleSet, language);
    this.fields = new FieldWords(messages);
    this.words = PageWords.in(language);
    this.accepted = accepted;
    this.divisions = divisions;
  }

  BidContract contract() {
    return messages.contract();
  }

  Language language() {
    return language;
  }

  String text(String key) {
    return words.text(key);
  }

  String text(String key, Map<String, ?> values) {
    return words.text(key, values);
  }

  String title(RuleSet ruleSet) {
    return messages.title(ruleSet);
  }

  /**
   * Returns the name of a sheet: at most 31 characters, none of which Excel forbids. Where the
   * names of a list and of the one it lies in are too long together, both are cut off.
   */
  String name(PlannedSheet sheet) {
    String own = sheet.place().isEmpty() ? fields.place("") : fields.label(first(sheet.place()));
    String name = own;
    if (sheet.parent() != null) {
      String parent = fields.label(first(sheet.parent()));
      int both = MOST_NAME - BETWEEN.length();
      String shorter = cut(own, Math.max(both - parent.length(), both - LEAST_OF_PARENT));
      name = cut(parent, both - shorter.length()) + BETWEEN + shorter;
    }
    return cut(name.replaceAll("[\\[\\]:*?/\\\\]", " "), MOST_NAME);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private static String first(String place) {
    return place.replace("*", "0");
  }

  /** Returns the heading of a column: the labels below the entry. */
  String heading(PlannedSheet sheet, PlannedColumn column) {
    if (column.key().startsWith(PlannedColumn.OF)) {
      return text("workbook.of", Map.of("list", fields.label(first(sheet.parent()))));
    }
    if (column.isNumber()) {
      return text("workbook.number");
    }
    List<String> steps = new ArrayList<>();
    String at = first(sheet.isList() ? sheet.place() + "/*" : sheet.place());
    for (String step : first(column.key()).substring(at.length() + 1).split("/")) {
      at += "/" + step;
      steps.add(fields.label(at));
    }
    return String.join(" › ", steps);
  }

  /**
   * Returns what to write in a column; empty if the heading says it.
   *
   * @param offered whether its cells offer choices
   */
  String hint(PlannedSheet sheet, PlannedColumn column, boolean offered) {
    if (column.key().startsWith(PlannedColumn.OF)) {
      return text("workbook.of.hint", Map.of("list", fields.label(first(sheet.parent()))));
    }
    if (column.isNumber()) {
      return text("workbook.number.hint");
    }
    List<String> hints = new ArrayList<>();
    String own = column.isDivision() ? null : fields.hint(first(column.key()));
    if (own != null) {
      hints.add(own);
    }
    if (offered && !column.isDivision()) {
      hints.add(text("workbook.choose"));
    }
    if (column.isDivision()) {
      hints.add(text("workbook.division"));
    }
    if (column.isList()) {
      hints.add(text("workbook.several"));
    }
    return String.join(" ", hints);
  }

  /** Returns the choices of a column; empty if any text may be written. */
  List<String> options(PlannedColumn column) {
    Shape value = column.value();
    if (value instanceof Shape.Choice choice) {
      return choice.words().stream().map(fields::choice).toList();
    }
    if (value instanceof Shape.YesNo) {
      return List.of(fields.choice("true"), fields.choice("false"));
    }
    return column.isText() ? words(column).stream().map(this::named).toList() : List.of();
  }

  private List<String> words(PlannedColumn column) {
    return accepted.getOrDefault(column.key(), List.of());
  }

  /** A word that rules accept, by what it is called. */
  private String named(String word) {
    String label = messages.value(TextNode.valueOf(word));
    return label.equals(word) ? word : label + " (" + word + ")";
  }

  /** Returns a value of a bid as its cell shows it; null if it is blank. */
  String shown(PlannedColumn column, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (column.isList()) {
      List<String> values = new ArrayList<>();
      value.forEach(each -> values.add(each.isNull() ? "" : one(column, each)));
      return CellList.join(values);
    }
    return one(column, value);
  }

  private String one(PlannedColumn column, JsonNode value) {
    String text = value.asText();
    Shape shape = column.value();
    boolean isWord =
        shape instanceof Shape.YesNo && value.isBoolean()
            || shape instanceof Shape.Choice choice && choice.words().contains(text);
    if (isWord) {
      return fields.choice(text);
    }
    if (column.isDivision()) {
      return divisions.shown(text, language);
    }
    return column.isText() && words(column).contains(text) ? named(text) : text;
  }

  /** Returns the value that one of the choices by name stands for; otherwise the text. */
  String read(PlannedColumn column, String text) {
    if (column.isDivision()) {
      return divisions.read(text);
    }
    if (column.value() instanceof Shape.Choice choice) {
      return word(choice.words(), text);
    }
    if (column.value() instanceof Shape.YesNo) {
      return word(List.of("true", "false"), text);
    }
    return !column.isText()
        ? text
        : words(column).stream().filter(word -> named(word).equals(text)).findFirst().orElse(text);
  }

  private String word(Collection<String> choices, String label) {
    return choices.stream()
        .filter(one -> fields.choice(one).equals(label))
        .findFirst()
        .orElse(label);
  }

  /** Returns the labels along a pointer. */
  String place(String pointer) {
    return fields.place(pointer);
  }

  /** Returns the divisions a cell offers. */
  List<String> divisions() {
    return divisions.offered(language);
  }

  /** Returns the columns of a sheet, with the language of the reader first. */
  List<PlannedColumn> ordered(PlannedSheet sheet) {
    List<PlannedColumn> columns = new ArrayList<>(sheet.columns());
    for (int i = 0; language == Language.ZH_CN && i + 1 < columns.size(); i++) {
      boolean pair =
          columns.get(i).key().endsWith("/en") && columns.get(i + 1).key().endsWith("/zh");
      if (pair) {
        columns.add(i, columns.remove(i + 1));
      }
    }
    return columns;
  }
}
