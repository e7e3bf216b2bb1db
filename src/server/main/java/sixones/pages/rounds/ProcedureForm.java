package sixones.pages.rounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.report.Problem;

/**
 * The settings of a round's procedure in its form: of each what it does, what holds if it is left
 * out, its value, and what that rests on.
 */
public record ProcedureForm(List<Group> groups) {
  /** Settings that belong together. */
  public record Group(String title, List<Setting> settings) {}

  /**
   * One setting.
   *
   * @param usual what holds if it is left out
   * @param stands whether it is set, in words
   * @param open whether it is shown unfolded: it is set, or something is wrong with it
   */
  public record Setting(
      String id,
      String title,
      String hint,
      String usual,
      String stands,
      boolean open,
      List<Field> fields) {}

  /**
   * One field.
   *
   * @param options what can be chosen; empty for a text
   * @param area whether a text may have several lines
   * @param fault what is wrong with it, or null
   * @param now the value that somebody else has saved in the meantime, or null
   */
  public record Field(
      String name,
      String id,
      String label,
      String value,
      List<Option> options,
      boolean area,
      String fault,
      String now) {}

  /**
   * Returns the form.
   *
   * @param values the texts of the fields by name
   * @param errors what is wrong, by the place in the JSON of a round
   * @param now what is stored, if it is to be shown where it differs; otherwise null
   */
  static ProcedureForm of(
      Map<String, String> values,
      List<Problem.Error> errors,
      Map<String, String> now,
      Language language) {
    PageWords words = PageWords.in(language);
    Map<String, String> faults = faults(values, errors, words);
    List<Group> groups = new ArrayList<>();
    ProcedureFields.GROUPS.forEach(
        (id, shapes) ->
            groups.add(
                new Group(
                    words.text("round.procedure.group." + id),
                    shapes.stream()
                        .map(shape -> setting(shape, values, faults, now, words))
                        .toList())));
    return new ProcedureForm(groups);
  }

  private static Setting setting(
      ProcedureFields.Shape shape,
      Map<String, String> values,
      Map<String, String> faults,
      Map<String, String> now,
      PageWords words) {
    String key = "round.procedure." + shape.name();
    String usual =
        words.text("round.procedure.default", Map.of("value", words.text(key + ".usual")));
    boolean isSet = shape.isSet(values);
    boolean differs = now != null && (isSet || shape.isSet(now));
    List<Field> fields = new ArrayList<>();
    for (String name : shape.names()) {
      String value = values.getOrDefault(name, "");
      String stored = differs ? now.getOrDefault(name, "") : null;
      fields.add(
          new Field(
              name,
              "in" + name.replace('/', '-'),
              label(shape, name, words),
              value,
              options(shape, name, value, usual, words),
              ProcedureFields.isProse(name),
              faults.get(name),
              stored == null || stored.equals(value)
                  ? null
                  : words.text(
                      "round.now",
                      Map.of(
                          "value", stored.isEmpty() ? "–" : option(shape, name, stored, words)))));
    }
    boolean open =
        isSet || fields.stream().anyMatch(field -> field.fault() != null || field.now() != null);
    return new Setting(
        shape.name(),
        words.text(key),
        words.text(key + ".hint"),
        usual,
        isSet ? words.text("round.procedure.set") : usual,
        open,
        fields);
  }

  private static String label(ProcedureFields.Shape shape, String name, PageWords words) {
    if (ProcedureFields.isCitation(name)) {
      return words.text("round.procedure.citation");
    }
    String last = name.substring(name.lastIndexOf('/') + 1);
    return words.text(
        last.equals("value")
            ? "round.procedure.value"
            : "round.procedure." + shape.name() + "." + last);
  }

  private static List<Option> options(
      ProcedureFields.Shape shape, String name, String value, String usual, PageWords words) {
    List<String> possible = shape.possible(name);
    List<Option> options = new ArrayList<>();
    if (!possible.isEmpty() && !ProcedureFields.isBeside(name)) {
      options.add(new Option("", usual, value.isEmpty()));
    }
    for (String one : possible) {
      options.add(new Option(one, option(shape, name, one, words), one.equals(value)));
    }
    return options;
  }

  /** Returns a value as people read it. */
  private static String option(
      ProcedureFields.Shape shape, String name, String value, PageWords words) {
    String key =
        ProcedureFields.isBeside(name)
            ? "round.procedure" + name.substring(name.lastIndexOf('/')).replace('/', '.')
            : "round.procedure." + shape.name();
    return shape.possible(name).contains(value) ? words.text(key + "." + value) : value;
  }

  private static Map<String, String> faults(
      Map<String, String> values, List<Problem.Error> errors, PageWords words) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (Problem.Error error : errors) {
      String name = field(error.pointer());
      if (name != null) {
        boolean blank = values.getOrDefault(name, "").isBlank();
        String own =
            "round.fault." + (ProcedureFields.isCitation(name) ? "citation-missing" : "missing");
        faults.putIfAbsent(name, blank ? words.text(own) : error.detail());
      }
    }
    return faults;
  }

  /** Returns the field that a place is told at: itself, or the first of those that make it. */
  private static String field(String pointer) {
    List<String> all = ProcedureFields.shapes().flatMap(shape -> shape.names().stream()).toList();
    return all.stream()
        .filter(pointer::equals)
        .findFirst()
        .or(() -> all.stream().filter(name -> name.startsWith(pointer + "/")).findFirst())
        .filter(name -> !(pointer + "/").equals(ProcedureFields.AT))
        .orElse(null);
  }

  /** Returns what is wrong, each with the setting it belongs to. */
  List<RoundForm.Wrong> wrong() {
    return groups.stream()
        .flatMap(group -> group.settings().stream())
        .flatMap(
            setting ->
                setting.fields().stream()
                    .filter(field -> Objects.nonNull(field.fault()))
                    .map(
                        field ->
                            new RoundForm.Wrong(
                                field.id(),
                                setting.title() + " – " + field.label(),
                                field.fault())))
        .toList();
  }
}
