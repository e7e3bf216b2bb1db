package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sixones.text.Text;

/**
 * The day of an evaluation and the parameters, divisions and applicants in force on it. Each fact
 * refers to it, so that a rule needs no other input.
 */
public final class InForce {
  private final LocalDate day;
  private final JsonNode dayText;
  private final Map<String, JsonNode> asWritten;
  private final Map<String, Set<String>> lists = new HashMap<>();
  private final Map<String, BigDecimal> numbers = new HashMap<>();
  // Made by whoever needs it first, twice at worst: all its fields are final.
  private Placeholders placeholders;
  private NameWords nameWords;
  private DivisionWords divisionWords;
  private final Map<List<String>, Catalogue> catalogues = new ConcurrentHashMap<>();
  private final Map<String, AmountsByYear> amounts = new ConcurrentHashMap<>();
  private final Divisions divisions;
  private final Roll roll;

  /** Creates an instance without divisions and applicants. */
  public InForce(LocalDate day, Map<String, JsonNode> parameters) {
    this(day, parameters, Divisions.none(), new Roll(List.of(), null, null));
  }

  /**
   * Creates an instance.
   *
   * @param parameters the value of each parameter on the day: a list of texts, a text or a number
   * @param roll who may bid on which day
   */
  public InForce(LocalDate day, Map<String, JsonNode> parameters, Divisions divisions, Roll roll) {
    this.day = day;
    this.divisions = divisions;
    this.roll = roll;
    this.dayText = TextNode.valueOf(day.toString());
    this.asWritten = Map.copyOf(parameters);
    parameters.forEach(
        (id, value) -> {
          if (value.isNumber()) {
            numbers.put(id, value.decimalValue());
          } else {
            lists.put(id, folded(value));
          }
        });
  }

  private static Set<String> folded(JsonNode value) {
    Set<String> texts = new HashSet<>();
    if (value.isArray()) {
      value.forEach(text -> texts.add(Text.fold(text.textValue())));
    } else {
      texts.add(Text.fold(value.textValue()));
    }
    return Collections.unmodifiableSet(texts);
  }

  /** Returns the placeholder words and patterns in force. */
  public Placeholders placeholders() {
    Placeholders now = placeholders;
    if (now == null) {
      now = new Placeholders(this);
      placeholders = now;
    }
    return now;
  }

  /** Returns the suffixes and general words of industry names in force. */
  public NameWords nameWords() {
    NameWords now = nameWords;
    if (now == null) {
      now = new NameWords(this);
      nameWords = now;
    }
    return now;
  }

  /** Returns the level suffixes of division names in force. */
  public DivisionWords divisionWords() {
    DivisionWords now = divisionWords;
    if (now == null) {
      now = new DivisionWords(this);
      divisionWords = now;
    }
    return now;
  }

  /**
   * Returns a catalogue in force.
   *
   * @param parameters the ids of the parameters that hold it
   */
  public Catalogue catalogue(List<String> parameters) {
    return catalogues.computeIfAbsent(parameters, ids -> new Catalogue(this, ids));
  }

  /** Returns the amounts by year that a parameter holds, as in force. */
  public AmountsByYear amounts(String parameter) {
    return amounts.computeIfAbsent(parameter, id -> new AmountsByYear(this, id));
  }

  public LocalDate day() {
    return day;
  }

  public Divisions divisions() {
    return divisions;
  }

  /** Returns who may bid on which day. */
  public Roll roll() {
    return roll;
  }

  JsonNode dayText() {
    return dayText;
  }

  /**
   * Returns the folded texts of a parameter. The set is empty if no value is in force, because
   * rules that take effect later are run as well.
   *
   * @throws IllegalArgumentException if the parameter is a number
   */
  public Set<String> list(String id) {
    Set<String> list = lists.get(id);
    if (list == null && asWritten.containsKey(id)) {
      throw new IllegalArgumentException("the parameter " + id + " holds no texts on " + day);
    }
    return list == null ? Set.of() : list;
  }

  /** Returns the texts of a parameter as written in its file; empty if no value is in force. */
  public List<String> texts(String id) {
    JsonNode value = asWritten.get(id);
    List<String> texts = new ArrayList<>();
    if (value != null && value.isArray()) {
      value.forEach(text -> texts.add(text.textValue()));
    } else if (value != null) {
      texts.add(value.textValue());
    }
    return texts;
  }

  /**
   * Returns the value of a numeric parameter; null if no value is in force.
   *
   * @throws IllegalArgumentException if the parameter is not a number
   */
  public BigDecimal number(String id) {
    BigDecimal number = numbers.get(id);
    if (number == null && asWritten.containsKey(id)) {
      throw new IllegalArgumentException("the parameter " + id + " holds no number on " + day);
    }
    return number;
  }

  /**
   * Returns the day that a parameter holds; null if no value is in force.
   *
   * @throws java.time.DateTimeException if the parameter is not a day
   */
  public LocalDate day(String id) {
    JsonNode value = asWritten.get(id);
    return value == null ? null : LocalDate.parse(value.asText());
  }

  /** Returns the value of a parameter as written in its file; null if no value is in force. */
  public JsonNode asWritten(String id) {
    JsonNode value = asWritten.get(id);
    return value != null && value.isBigDecimal() && value.decimalValue().scale() > 0
        ? TextNode.valueOf(value.decimalValue().toPlainString())
        : value;
  }
}
