package sixones.plain.industries;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sixones.plain.Amount;
import sixones.plain.Conclusion;
import sixones.plain.Parameters;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.State;
import sixones.plain.Texts;

/** What is asked of single champions alone. */
final class ChampionRules {
  private static final String LIST = "singleChampions";
  private static final LocalDate NEXT_TEXT = LocalDate.of(2023, 9, 27);

  private final Sections sections;
  private final Parameters parameters;

  ChampionRules(Sections sections) {
    this.sections = sections;
    this.parameters = sections.reading.parameters;
  }

  List<PlainFinding> findings() {
    List<PlainFinding> findings = new ArrayList<>();
    findings.add(sections.eachIfAny("champions-listed", LIST, this::judgeListing));
    if (sections.reading.day.isBefore(NEXT_TEXT)) {
      findings.add(asked("champions-years-in-field", "yearsInField", this::judgeYears));
      findings.add(asked("champions-world-rank", "worldRank", this::judgeRank));
      findings.add(ofRevenue());
    } else {
      findings.add(
          asked(
              "champions-world-rank-without-number",
              "worldRank",
              rank -> Conclusion.of(Texts.isStated(rank) ? REVIEW : INCOMPLETE)));
    }
    return findings;
  }

  private void judgeListing(JsonNode champion, String at, Places places) {
    JsonNode level = champion.path("level");
    places.add(at + "/level", level, judgeLevel(level));
    JsonNode year = champion.path("listYear");
    places.add(
        at + "/listYear",
        year,
        Texts.isStated(year) ? Conclusion.of(PASS, "list-year") : Conclusion.of(INCOMPLETE));
    JsonNode product = champion.path("product");
    State state = sections.states().ofName(product);
    places.add(
        at + "/product",
        product,
        switch (state) {
          case STATED -> Conclusion.of(PASS, "product");
          case PLACEHOLDER, LOST -> Conclusion.of(REVIEW, "product");
          case NONE -> Conclusion.of(INCOMPLETE);
        });
  }

  private Conclusion judgeLevel(JsonNode level) {
    if (!Texts.isStated(level)) {
      return Conclusion.of(INCOMPLETE);
    }
    boolean clear = parameters.lists("champion-levels", level.textValue());
    return Conclusion.of(clear ? PASS : REVIEW, "level")
        .with(Map.of("accepted", parameters.written("champion-levels")));
  }

  private boolean areAsked() {
    return parameters.says("champion-criteria-asked", "yes");
  }

  private PlainFinding asked(
      String rule, String member, Function<JsonNode, Conclusion> conclusion) {
    return areAsked()
        ? sections.memberIfAny(rule, LIST, member, conclusion)
        : new Places(rule).finding();
  }

  private Conclusion judgeYears(JsonNode years) {
    if (!Texts.isStated(years)) {
      return Conclusion.of(INCOMPLETE);
    }
    Map<String, JsonNode> numbers = new LinkedHashMap<>();
    numbers.put("newProduct", parameters.written("champion-years-new-product"));
    numbers.put("least", parameters.written("champion-years"));
    BigDecimal stated = BigDecimal.valueOf(years.longValue());
    String outcome =
        stated.compareTo(parameters.number("champion-years")) >= 0
            ? PASS
            : stated.compareTo(parameters.number("champion-years-new-product")) >= 0
                ? REVIEW
                : FAIL;
    return Conclusion.of(outcome).with(numbers);
  }

  private Conclusion judgeRank(JsonNode rank) {
    if (!Texts.isStated(rank)) {
      return Conclusion.of(INCOMPLETE);
    }
    boolean among =
        BigDecimal.valueOf(rank.longValue()).compareTo(parameters.number("champion-world-rank"))
            <= 0;
    return Conclusion.of(among ? PASS : FAIL)
        .with(Map.of("last", parameters.written("champion-world-rank")));
  }

  private PlainFinding ofRevenue() {
    String rule = "champions-share-of-main-revenue";
    if (!areAsked()) {
      return new Places(rule).finding();
    }
    return sections.eachIfAny(
        rule,
        LIST,
        (champion, at, places) ->
            places.add(
                at + "/shareOfMainRevenue",
                champion.path("shareOfMainRevenue"),
                judgeShare(
                    champion.path("shareOfMainRevenue"), champion.path("category").asText())));
  }

  private Conclusion judgeShare(JsonNode share, String category) {
    if (!Texts.isStated(share)) {
      return Conclusion.of(INCOMPLETE);
    }
    Map<String, JsonNode> least = Map.of("least", parameters.written("champion-share-of-revenue"));
    if (!Amount.read(share).isBelow(parameters.number("champion-share-of-revenue"))) {
      return Conclusion.of(PASS).with(least);
    }
    return switch (category) {
      case "enterprise" -> Conclusion.of(FAIL).with(least);
      case "product" -> Conclusion.of(REVIEW).with(least);
      default -> Conclusion.of(INCOMPLETE);
    };
  }
}
