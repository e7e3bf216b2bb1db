package sixones.plain.clusters;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sixones.plain.Texts;

/**
 * What a bid says of its leading enterprises, against two numbers; empty is unknown.
 *
 * @param leastLeading the parameter for single champions or little giants
 * @param leastTitled the parameter for enterprises with a title, which may not be in force
 */
record Enterprises(Reading reading, String leastLeading, String leastTitled) {
  private static final List<String> TITLES =
      List.of("specialisedSmes", "innovativeSmes", "highTechEnterprises");

  /** Whether one of the branches is true. */
  Optional<Boolean> alternative() {
    List<Optional<Boolean>> branches = new ArrayList<>();
    branches.add(listed("singleChampions", Set.of("national")));
    branches.add(listed("littleGiants", Set.of("national")));
    branches.add(reaches("nationalChampions", leastLeading));
    branches.add(reaches("nationalLittleGiants", leastLeading));
    for (String title : TITLES) {
      branches.add(reaches(title, leastTitled));
    }
    if (branches.contains(Optional.of(true))) {
      return Optional.of(true);
    }
    return branches.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(false);
  }

  /** Whether enough enterprises of such levels in the leading industry are listed. */
  Optional<Boolean> listed(String list, Set<String> levels) {
    long hold = 0;
    long open = 0;
    for (JsonNode entry : reading.list(list)) {
      JsonNode level = entry.path("level");
      JsonNode inIndustry = entry.path("inLeadingIndustry");
      boolean fails =
          Texts.isStated(level) && !levels.contains(level.textValue())
              || inIndustry.isBoolean() && !inIndustry.booleanValue();
      if (!fails) {
        boolean told = Texts.isStated(level) && inIndustry.isBoolean();
        hold += told ? 1 : 0;
        open += told ? 0 : 1;
      }
    }
    BigDecimal least = reading.parameters.number(leastLeading);
    if (BigDecimal.valueOf(hold).compareTo(least) >= 0) {
      return Optional.of(true);
    }
    return BigDecimal.valueOf(hold + open).compareTo(least) < 0
        ? Optional.of(false)
        : Optional.empty();
  }

  private Optional<Boolean> reaches(String count, String least) {
    return count(count)
        .filter(number -> reading.has(least))
        .map(number -> number.compareTo(reading.parameters.number(least)) >= 0);
  }

  private Optional<BigDecimal> count(String name) {
    JsonNode count = reading.bid.path("counts").path(name);
    return Texts.isStated(count) ? Optional.of(count.decimalValue()) : Optional.empty();
  }

  Optional<BigDecimal> titlesTogether() {
    Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);
    for (String title : TITLES) {
      sum = sum.flatMap(so -> count(title).map(so::add));
    }
    return sum;
  }

  Optional<Boolean> titlesTogetherReach() {
    return titlesTogether()
        .filter(sum -> reading.has(leastTitled))
        .map(sum -> sum.compareTo(reading.parameters.number(leastTitled)) >= 0);
  }

  /** The numbers in force, as they are recorded. */
  Map<String, JsonNode> numbers() {
    Map<String, JsonNode> numbers = new LinkedHashMap<>();
    numbers.put("champions", reading.parameters.written(leastLeading));
    if (reading.has(leastTitled)) {
      numbers.put("titled", reading.parameters.written(leastTitled));
    }
    return numbers;
  }
}
