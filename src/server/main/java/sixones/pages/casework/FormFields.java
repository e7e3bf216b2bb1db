package sixones.pages.casework;

import java.util.List;
import java.util.Map;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.report.Language;

/** Makes the fields of a form, with the label and hint of each and what was typed. */
final class FormFields {
  private final PageWords words;
  private final Map<String, String> sent;

  FormFields(Language language, Map<String, String> sent) {
    this.words = PageWords.in(language);
    this.sent = sent;
  }

  /** Returns the key of a field's words: its place without the numbers of entries. */
  private static String key(String name) {
    return name.replaceFirst("^/", "").replaceAll("/[0-9]+", "").replace('/', '.');
  }

  private ActForm.Field field(String name, ActForm.Input input, List<Option> options) {
    String last = key(name).replaceFirst(".*[.](zh|en)$", "$1");
    String hint = "casework.hint." + last;
    return new ActForm.Field(
        name,
        input,
        words.text("casework.field." + last),
        words.has(hint) ? words.text(hint) : null,
        sent.getOrDefault(name, ""),
        options,
        null);
  }

  ActForm.Field text(String name) {
    return field(name, ActForm.Input.TEXT, List.of());
  }

  /** Returns the two fields of reasons, in the order of the reader's languages. */
  List<ActForm.Field> reasons(String name) {
    ActForm.Field zh = field(name + "/zh", ActForm.Input.AREA, List.of());
    ActForm.Field en = field(name + "/en", ActForm.Input.AREA, List.of());
    return words == PageWords.in(Language.EN) ? List.of(en, zh) : List.of(zh, en);
  }

  ActForm.Field select(String name, List<Option> options) {
    return field(name, ActForm.Input.SELECT, chosen(name, options));
  }

  ActForm.Field choice(String name, List<Option> options) {
    return field(name, ActForm.Input.CHOICE, chosen(name, options));
  }

  private List<Option> chosen(String name, List<Option> options) {
    String value = sent.get(name);
    return value == null
        ? options
        : options.stream()
            .map(one -> new Option(one.value(), one.label(), one.value().equals(value)))
            .toList();
  }

  /** Returns a box with a label of its own. */
  ActForm.Field box(String name, String value, String label, boolean ticked) {
    return new ActForm.Field(
        name,
        ActForm.Input.BOX,
        label,
        null,
        value,
        List.of(new Option(value, label, ticked)),
        null);
  }

  /** Returns whether a form was sent, so that a box that is missing was not ticked. */
  boolean isSent() {
    return sent.containsKey("key");
  }

  /** Returns whether an entry of a list was sent, wherever it stood. */
  boolean hasEntry(String list, String value) {
    return sent.entrySet().stream()
        .anyMatch(field -> field.getKey().startsWith(list + "/") && field.getValue().equals(value));
  }
}
