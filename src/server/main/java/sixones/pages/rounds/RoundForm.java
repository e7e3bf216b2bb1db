package sixones.pages.rounds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.representation.RefusedProblem;
import sixones.representation.StoredJson;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundMoveKind;
import sixones.round.RoundState;
import sixones.text.Text;

/**
 * The form of a round: one text for each field, and what is wrong with it.
 *
 * @param action the address it is submitted to
 * @param revision the revision it was read from; blank for a new round
 * @param trouble what is wrong with the form as a whole, or null
 * @param settled the fields that can no longer be changed, shown as text
 * @param procedure the settings of its procedure; null once they are fixed
 * @param fixed the settings of its procedure once they are fixed; null before
 * @param effect what saving does and what of it cannot be undone, in words
 */
public record RoundForm(
    String action,
    String revision,
    String name,
    Problem trouble,
    List<Field> fields,
    List<Option> ruleSets,
    List<Settled> settled,
    ProcedureForm procedure,
    ProcedureView fixed,
    String effect) {
  private static final String NAME_EN = "/name/en";
  private static final String NAME_ZH = "/name/zh";
  static final String RULE_SET = "/ruleSet";
  private static final String RULE_SET_VERSION = "/ruleSetVersion";
  private static final String OPENS_AT = "/opensAt";
  private static final String DEADLINE = "/deadline";
  private static final String EVALUATION_DAY = "/evaluationDay";
  private static final String SUBMISSIONS = "/submissionsPerApplicant";
  private static final String REASON = "/reason";
  private static final List<String> ALL =
      List.of(NAME_ZH, NAME_EN, RULE_SET, OPENS_AT, DEADLINE, REASON, EVALUATION_DAY, SUBMISSIONS);

  /**
   * One field.
   *
   * @param id the id of its element
   * @param hint how to fill it in, or null
   * @param fault what is wrong with it, or null
   * @param now the value that somebody else has saved in the meantime, or null
   */
  public record Field(
      String pointer,
      String id,
      String label,
      String hint,
      String value,
      String fault,
      String now,
      boolean choice) {}

  /** What is wrong with the field of an id. */
  public record Wrong(String id, String label, String fault) {}

  /**
   * A round as stored.
   *
   * @param round null for a new one
   * @param procedure its settings as canonical JSON; null if none are set
   * @param fixed its settings once they are fixed; null before
   */
  record Stored(Round round, String procedure, ProcedureView fixed) {
    static final Stored NOTHING = new Stored(null, null, null);

    Map<String, String> written() {
      Map<String, String> written = RoundForm.written(round);
      written.putAll(ProcedureFields.written(procedure));
      return written;
    }
  }

  /** A field that became fixed when the round was opened. */
  public record Settled(String label, String value) {}

  /**
   * Returns the texts of the fields by pointer; blank for a new round.
   *
   * @param round the round, or null
   */
  static Map<String, String> written(Round round) {
    Map<String, String> written = new LinkedHashMap<>();
    written.put(NAME_EN, round == null || round.nameEn() == null ? "" : round.nameEn());
    written.put(NAME_ZH, round == null || round.nameZh() == null ? "" : round.nameZh());
    written.put(RULE_SET, round == null ? "" : rules(round));
    written.put(OPENS_AT, round == null ? "" : Moments.written(round.opensAt()));
    written.put(DEADLINE, round == null ? "" : Moments.writtenEnd(round.deadline()));
    written.put(REASON, "");
    written.put(EVALUATION_DAY, round == null ? "" : round.evaluationDay().toString());
    written.put(SUBMISSIONS, round == null ? "" : String.valueOf(round.submissionsPerApplicant()));
    return written;
  }

  /** Returns the value of the option for the rule set: the id, with the version if one is named. */
  private static String rules(Round round) {
    String version = round.rules().version();
    return version == null ? round.ruleSet() : round.ruleSet() + "/" + version;
  }

  /** Converts the submitted fields to the JSON that {@code Rounds} reads. */
  static byte[] json(Map<String, String> sent) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (sent.containsKey(NAME_EN) || sent.containsKey(NAME_ZH)) {
      ObjectNode name = json.putObject("name");
      name.put("en", orNull(sent.get(NAME_EN)));
      name.put("zh", orNull(sent.get(NAME_ZH)));
    }
    if (sent.containsKey(RULE_SET)) {
      String[] rules = sent.get(RULE_SET).split("/", 2);
      json.put("ruleSet", rules[0]).put("ruleSetVersion", rules.length == 1 ? null : rules[1]);
    }
    for (String pointer : List.of(OPENS_AT, DEADLINE, EVALUATION_DAY)) {
      if (sent.containsKey(pointer)) {
        json.put(pointer.substring(1), read(pointer, sent.get(pointer)));
      }
    }
    if (orNull(sent.get(REASON)) != null) {
      json.put("reason", sent.get(REASON));
    }
    String number = sent.get(SUBMISSIONS);
    if (number != null && Text.width(number).matches("[0-9]{1,9}")) {
      json.put("submissionsPerApplicant", Integer.parseInt(Text.width(number)));
    } else if (number != null) {
      json.put("submissionsPerApplicant", number);
    }
    ObjectNode procedure = ProcedureFields.json(sent);
    if (procedure != null) {
      json.set("procedure", procedure);
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String orNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static String read(String pointer, String text) {
    return switch (pointer) {
      case OPENS_AT, DEADLINE -> Moments.instant(text);
      case EVALUATION_DAY -> Moments.day(text);
      default -> text;
    };
  }

  /**
   * Returns the form.
   *
   * @param stored the round as stored
   * @param possible the moves that can be made with it now
   * @param values the texts of the fields by pointer
   * @param refused why the form was rejected, or null
   */
  static RoundForm of(
      Stored stored,
      Set<RoundMoveKind> possible,
      Map<String, String> values,
      Refused refused,
      List<Option> ruleSets,
      Language language) {
    PageWords words = PageWords.in(language);
    Round round = stored.round();
    Map<String, String> now = stored.written();
    Map<String, String> faults = faults(refused, values, language);
    boolean stale = refused != null && refused.why() == Refused.Why.STALE;
    List<Field> fields = new ArrayList<>();
    List<Settled> settled = new ArrayList<>();
    for (String pointer : ALL) {
      String label = words.text("round.field." + pointer.substring(1).replace('/', '.'));
      if (pointer.equals(REASON) && !possible.contains(RoundMoveKind.EXTEND)) {
        continue;
      }
      if (!isOpen(round, possible, pointer)) {
        settled.add(new Settled(label, shown(pointer, now.get(pointer), ruleSets)));
        continue;
      }
      String hint = "round.hint." + pointer.substring(1).replace('/', '.');
      String value = values.getOrDefault(pointer, "");
      String other = stale && !now.get(pointer).equals(value) ? now.get(pointer) : null;
      fields.add(
          new Field(
              pointer,
              "in" + pointer.replace('/', '-'),
              label,
              words.has(hint) ? words.text(hint) : null,
              value,
              faults.get(pointer),
              other == null
                  ? null
                  : words.text(
                      "round.now",
                      Map.of("value", other.isEmpty() ? "–" : shown(pointer, other, ruleSets))),
              pointer.equals(RULE_SET)));
    }
    return new RoundForm(
        round == null ? "/rounds/new" : PageAddresses.round(round.id()) + "/edit",
        round == null ? "" : revision(round, values, refused),
        round == null ? null : StoredJson.name(round, language),
        refused == null ? null : trouble(refused, language),
        fields,
        ruleSets.stream()
            .map(o -> new Option(o.value(), o.label(), o.value().equals(values.get(RULE_SET))))
            .toList(),
        settled,
        round == null || round.state().isPlanned()
            ? ProcedureForm.of(values, errors(refused, language), stale ? now : null, language)
            : null,
        stored.fixed(),
        words.text(effect(round, possible)));
  }

  /** Returns a stored value as people read it: a rule set by its title. */
  private static String shown(String pointer, String value, List<Option> ruleSets) {
    return !pointer.equals(RULE_SET)
        ? value
        : ruleSets.stream()
            .filter(option -> option.value().equals(value))
            .findFirst()
            .map(Option::label)
            .orElse(value);
  }

  /**
   * Returns the stored revision after a refusal, because the form then shows the stored values
   * beside the submitted ones. If the form is only rendered again, returns the submitted revision.
   */
  private static String revision(Round round, Map<String, String> values, Refused refused) {
    String now = String.valueOf(round.revision());
    return refused == null ? values.getOrDefault("revision", now) : now;
  }

  /**
   * Returns whether a field can be edited. An open round can change its name and number of
   * submissions, and until its deadline has passed that; a later state only its name.
   */
  private static boolean isOpen(Round round, Set<RoundMoveKind> possible, String pointer) {
    if (round == null || round.state().isPlanned() || pointer.startsWith("/name")) {
      return true;
    }
    return pointer.equals(SUBMISSIONS) && round.state() == RoundState.OPEN
        || List.of(DEADLINE, REASON).contains(pointer) && possible.contains(RoundMoveKind.EXTEND);
  }

  private static String effect(Round round, Set<RoundMoveKind> possible) {
    if (round == null) {
      return "round.effect.new";
    }
    boolean over = possible.contains(RoundMoveKind.CLOSE);
    return "round.effect." + (over ? "over" : round.state().id());
  }

  /** Returns the problem of a refusal, with a detail that suits a form. */
  static Problem trouble(Refused refused, Language language) {
    Problem told = RefusedProblem.of(refused, language);
    if (refused.why() != Refused.Why.STALE) {
      return told;
    }
    PageWords words = PageWords.in(language);
    return new Problem(
        told.kind(), told.status(), told.title(), words.text("round.stale"), told.errors());
  }

  /** Returns what is wrong with one field, or null. */
  static String fault(Refused refused, String pointer, String value, Language language) {
    return faults(refused, Map.of(pointer, value), language).get(pointer);
  }

  private static List<Problem.Error> errors(Refused refused, Language language) {
    return refused == null ? List.of() : RefusedProblem.of(refused, language).errors();
  }

  /** Returns what is wrong with each field, by pointer. */
  private static Map<String, String> faults(
      Refused refused, Map<String, String> values, Language language) {
    Map<String, String> faults = new LinkedHashMap<>();
    PageWords words = PageWords.in(language);
    for (Problem.Error error : errors(refused, language)) {
      String pointer = field(error.pointer());
      boolean blank = values.getOrDefault(pointer, "").isBlank();
      String own = "round.fault." + (blank ? "missing" : error.kind());
      faults.putIfAbsent(pointer, words.has(own) ? words.text(own) : error.detail());
    }
    return faults;
  }

  /** Returns the pointer of the field that a fault is shown beside. */
  private static String field(String pointer) {
    return switch (pointer) {
      case "/name" -> NAME_ZH;
      case RULE_SET_VERSION -> RULE_SET;
      default -> pointer;
    };
  }

  /** Returns what is wrong, field by field. */
  public List<Wrong> wrong() {
    List<Wrong> wrong = new ArrayList<>();
    for (Field field : fields) {
      if (field.fault() != null) {
        wrong.add(new Wrong(field.id(), field.label(), field.fault()));
      }
    }
    if (procedure != null) {
      wrong.addAll(procedure.wrong());
    }
    return wrong;
  }
}
