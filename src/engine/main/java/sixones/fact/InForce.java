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
import sixones.text.Text;

/**
 * The day of an evaluation and the parameters in force on it. They travel with the facts, so that a
 * rule needs nothing else.
 */
public final class InForce {
  private final LocalDate day;
  private final JsonNode dayText;
  private final Map<String, JsonNode> asWritten;
  private final Map<String, Set<String>> lists = new HashMap<>();
  private final Map<String, BigDecimal> numbers = new HashMap<>();
  private Placeholders placeholders;
  private NameWords nameWords;
  private DivisionWords divisionWords;
  private Catalogue catalogue;
  private ProvinceGdp provinceGdp;
  private final Divisions divisions;
  private final List<Applicant> roll;

  /** The day, and each parameter's value on it; no divisions are known, and nobody may bid. */
  public InForce(LocalDate day, Map<String, JsonNode> parameters) {
    this(day, parameters, Divisions.none(), List.of());
  }

  /**
   * The day, each parameter's value on it (a list of texts, a text or a number), the table of
   * divisions and those who may bid, on any day.
   */
  public InForce(
      LocalDate day,
      Map<String, JsonNode> parameters,
      Divisions divisions,
      List<Applicant> applicants) {
    this.day = day;
    this.divisions = divisions;
    this.roll = applicants.stream().filter(applicant -> applicant.isOn(day)).toList();
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

  /** The words that stand in for an answer, as the parameters in force list them. */
  public synchronized Placeholders placeholders() {
    if (placeholders == null) {
      placeholders = new Placeholders(this);
    }
    return placeholders;
  }

  /** The endings and general words of names, as the parameters in force list them. */
  public synchronized NameWords nameWords() {
    if (nameWords == null) {
      nameWords = new NameWords(this);
    }
    return nameWords;
  }

  /** The level words of names of divisions, as the parameters in force list them. */
  public synchronized DivisionWords divisionWords() {
    if (divisionWords == null) {
      divisionWords = new DivisionWords(this);
    }
    return divisionWords;
  }

  /** The catalogue of industries, as the parameters in force list it. */
  public synchronized Catalogue catalogue() {
    if (catalogue == null) {
      catalogue = new Catalogue(this);
    }
    return catalogue;
  }

  /** The province's GDP by years, as the parameter in force lists it. */
  public synchronized ProvinceGdp provinceGdp() {
    if (provinceGdp == null) {
      provinceGdp = new ProvinceGdp(this);
    }
    return provinceGdp;
  }

  public LocalDate day() {
    return day;
  }

  public Divisions divisions() {
    return divisions;
  }

  /** Those who may bid on the day. */
  public List<Applicant> roll() {
    return roll;
  }

  JsonNode dayText() {
    return dayText;
  }

  /**
   * A parameter that is a list, or one text, folded for comparing; empty while no value is in
   * force, for a rule that begins later looks on, too.
   */
  public Set<String> list(String id) {
    Set<String> list = lists.get(id);
    if (list == null && asWritten.containsKey(id)) {
      throw new IllegalArgumentException("the parameter " + id + " holds no texts on " + day);
    }
    return list == null ? Set.of() : list;
  }

  /** A parameter that is a list, or one text, as its file has it; empty while none is in force. */
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

  /** A parameter that is a number; null while no value is in force. */
  BigDecimal number(String id) {
    BigDecimal number = numbers.get(id);
    if (number == null && asWritten.containsKey(id)) {
      throw new IllegalArgumentException("the parameter " + id + " holds no number on " + day);
    }
    return number;
  }

  /** A parameter as its file has it. */
  JsonNode asWritten(String id) {
    JsonNode value = asWritten.get(id);
    return value != null && value.isBigDecimal() && value.decimalValue().scale() > 0
        ? TextNode.valueOf(value.decimalValue().toPlainString())
        : value;
  }
}
