package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.bid.BidContract;
import sixones.bid.Shape;
import sixones.fact.Applicant;
import sixones.rule.Parameter;
import sixones.rule.Relaxation;
import sixones.rule.Rule;
import sixones.text.Text;

/** The values at which the rules of a rule set may come out otherwise, from what it says itself. */
final class ContractValues {
  private static final Pattern OF_YEAR = Pattern.compile("([0-9]{4}): *([0-9.]+)");

  private final BidContract contract;
  private final Set<BigDecimal> numbers = new LinkedHashSet<>();
  private final Set<Integer> wholes = new LinkedHashSet<>();
  private final Set<Integer> years = new LinkedHashSet<>();
  private final Set<LocalDate> days = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> codes = new LinkedHashSet<>();
  private final Set<String> applicants = new LinkedHashSet<>();
  private final Set<String> creditCodes = new LinkedHashSet<>();
  private final Map<String, Set<String>> stated = new HashMap<>();
  private final Map<String, List<String>> textsAt = new HashMap<>();

  private final Map<String, List<?>> lists = new java.util.concurrent.ConcurrentHashMap<>();

  ContractValues(RuleSet rules, List<JsonNode> wholeBids) {
    this.contract = rules.contract();
    rules.parameters().values().forEach(this::of);
    numbersIn(contract.facts());
    for (Rule rule : rules.rules().values()) {
      days.add(rule.from());
      if (rule.until() != null) {
        days.add(rule.until());
      }
    }
    rules.relaxations().forEach(this::of);
    wholeBids.forEach(bid -> stated(bid, ""));
    numbers.addAll(List.of(BigDecimal.ZERO, BigDecimal.ONE));
    List.copyOf(numbers).forEach(this::about);
    days.forEach(day -> years.add(day.getYear()));
    for (int year : List.copyOf(years)) {
      years.addAll(List.of(year - 3, year - 2, year - 1, year + 1));
    }
    applicants(rules);
    texts.addAll(List.of("it grows", "增长很快", "7", "\uFFFD\uFFFD甲"));
    creditCodes.addAll(
        List.of("9", "11010519491231002X", "91510100MA61U0000X", "000000000000000000"));
    List.copyOf(creditCodes).forEach(code -> creditCodes.add(changed(code)));
    LocalDate first =
        rules.rules().values().stream().map(Rule::from).min(LocalDate::compareTo).orElseThrow();
    for (LocalDate day : List.copyOf(days)) {
      days.addAll(List.of(day.minusDays(1), day.plusDays(1)));
    }
    days.removeIf(day -> day.isBefore(first) || day.getYear() > 2099);
    textsAt.putAll(textsOf());
  }

  private Map<String, List<String>> textsOf() {
    Map<String, List<String>> all = new HashMap<>();
    contract
        .members()
        .forEach(
            (place, member) -> {
              // What whole bids state there comes as often as all the rest.
              List<String> at = new ArrayList<>(texts);
              List<String> there = List.copyOf(stated.getOrDefault(place, Set.of()));
              for (int i = 0; i < texts.size() && !there.isEmpty(); i++) {
                at.add(there.get(i % there.size()));
              }
              all.put(place, at);
            });
    return all;
  }

  private static String changed(String code) {
    char last = code.charAt(code.length() - 1);
    return code.substring(0, code.length() - 1) + (last == '9' ? '0' : '9');
  }

  private void of(Parameter parameter) {
    for (Parameter.Value value : parameter.values()) {
      days.add(value.from());
      if (value.call() != null) {
        years.add(value.call());
      }
      if (value.place() != null) {
        codes.add(value.place());
      }
      if (value.value().isNumber()) {
        numbers.add(value.value().decimalValue());
      } else {
        List<String> all = new ArrayList<>(Rule.texts(value.value()));
        if (value.value().isTextual()) {
          all.add(value.value().textValue());
        }
        all.forEach(this::ofText);
      }
    }
  }

  private void ofText(String text) {
    Matcher ofYear = OF_YEAR.matcher(text);
    if (ofYear.matches()) {
      years.add(Integer.valueOf(ofYear.group(1)));
      numbers.add(new BigDecimal(ofYear.group(2)));
      return;
    }
    for (String part : text.substring(text.indexOf(": ") + 1).split("=")) {
      if (!part.isBlank()) {
        texts.add(part.strip());
        texts.add("甲" + part.strip());
      }
    }
  }

  private void of(Relaxation relaxation) {
    days.add(relaxation.from());
    if (relaxation.until() != null) {
      days.add(relaxation.until());
    }
    years.addAll(relaxation.calls());
    codes.addAll(relaxation.places());
  }

  /** Notes the numbers that derived members are compared with where they are written. */
  private void numbersIn(JsonNode described) {
    if (described.isNumber()) {
      numbers.add(described.decimalValue());
    }
    described.forEach(this::numbersIn);
  }

  /** Notes what a whole bid states, by its place. */
  private void stated(JsonNode node, String pointer) {
    if (node.isObject()) {
      node.properties().forEach(one -> stated(one.getValue(), pointer + "/" + one.getKey()));
    } else if (node.isArray()) {
      node.forEach(entry -> stated(entry, pointer + "/*"));
    } else if (node.isInt()) {
      boolean isYear = "year".equals(contract.kind(pointer));
      (isYear ? years : wholes).add(node.intValue());
    } else if (node.isTextual()) {
      String text = node.textValue();
      switch (String.valueOf(contract.kind(pointer))) {
        case "amount", "decimal", "percentage" -> {
          if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            numbers.add(new BigDecimal(text));
          }
        }
        case "day" -> {
          if (!Text.isBlank(text)) {
            days.add(Text.day(text));
          }
        }
        case "division", "applicant" -> codes.add(text);
        case "credit-code" -> creditCodes.add(text);
        default -> stated.computeIfAbsent(pointer, k -> new LinkedHashSet<>()).add(text);
      }
    }
  }

  private void about(BigDecimal number) {
    if (number.compareTo(BigDecimal.valueOf(1_000_000)) < 0 && number.signum() >= 0) {
      int whole = number.intValue();
      wholes.addAll(List.of(whole, whole + 1, Math.max(0, whole - 1)));
    }
  }

  private void applicants(RuleSet rules) {
    List<Applicant> all = rules.applicants();
    for (int i = 0; i < all.size(); i += Math.max(1, all.size() / 25)) {
      applicants.add(all.get(i).id());
      applicants.addAll(all.get(i).withdrawn());
      if (all.get(i).division() != null) {
        String division = all.get(i).division();
        codes.addAll(List.of(division, division.substring(0, 2) + "0000"));
        applicants.add(division);
      }
    }
    for (String line : rules.divisions().lines()) {
      String code = line.substring(0, Math.min(6, line.length()));
      boolean near = codes.contains(code.substring(0, 4) + "00");
      if (near && code.hashCode() % 7 == 0) {
        codes.add(code);
        applicants.add(code);
      }
    }
    codes.addAll(applicants.stream().filter(id -> id.length() == 6).toList());
    codes.add("999999");
    applicants.addAll(List.of("999999", "510000"));
  }

  List<BigDecimal> numbers() {
    return frozen("numbers", numbers);
  }

  List<Integer> wholes() {
    return frozen("wholes", wholes);
  }

  List<Integer> years() {
    return frozen("years", years);
  }

  List<LocalDate> days() {
    return frozen("days", days);
  }

  List<String> textsAt(String place) {
    return textsAt.get(place);
  }

  List<String> codes() {
    return frozen("codes", codes);
  }

  List<String> applicants() {
    return frozen("applicants", applicants);
  }

  List<String> creditCodes() {
    return frozen("creditCodes", creditCodes);
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> frozen(String name, Set<T> set) {
    return (List<T>) lists.computeIfAbsent(name, k -> List.copyOf(set));
  }

  /** Returns how many digits after the point the form of a decimal takes. */
  int places(Shape.Form form) {
    Matcher most = Pattern.compile("at most ([0-9]) decimals").matcher(form.says());
    return most.find() ? Integer.parseInt(most.group(1)) : 0;
  }
}
