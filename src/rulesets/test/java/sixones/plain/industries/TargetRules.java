package sixones.plain.industries;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sixones.plain.Amount;
import sixones.plain.Conclusion;
import sixones.plain.Figures;
import sixones.plain.Parameters;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.Texts;

/** The targets of the industries, and the growth they mean. */
final class TargetRules {
  private static final String EARLIER = "pilot-end-earlier";
  private static final String LATER = "pilot-end-later";

  private final Sections sections;

  TargetRules(Sections sections) {
    this.sections = sections;
  }

  private interface Judge {
    void judge(JsonNode target, JsonNode industry, String pointer, Places places);
  }

  List<PlainFinding> findings() {
    return List.of(
        each("growth-significant", this::judgeGrowth),
        each("targets-complete", TargetRules::judgeCompleteness),
        eachIfAny("targets-year-is-pilot-end", this::judgeYear),
        eachIfAny("targets-not-below-baseline", this::judgeDirection));
  }

  private PlainFinding each(String rule, Judge judge) {
    return sections.each(
        rule,
        "industries",
        (industry, at, places) -> {
          if (industry.path("targets").isEmpty()) {
            places.addSilent(at + "/targets");
          }
          judgeAll(industry, at, judge, places);
        });
  }

  private PlainFinding eachIfAny(String rule, Judge judge) {
    return sections.eachIfAny(
        rule, "industries", (industry, at, places) -> judgeAll(industry, at, judge, places));
  }

  private static void judgeAll(JsonNode industry, String at, Judge judge, Places places) {
    JsonNode targets = industry.path("targets");
    for (int j = 0; j < targets.size(); j++) {
      judge.judge(targets.get(j), industry, at + "/targets/" + j, places);
    }
  }

  private static void judgeCompleteness(
      JsonNode target, JsonNode industry, String at, Places places) {
    for (String member : List.of("measure", "year", "amount")) {
      JsonNode value = target.path(member);
      places.add(
          at + "/" + member,
          value,
          Texts.isStated(value) ? Conclusion.of(PASS, member) : Conclusion.of(INCOMPLETE));
    }
  }

  private void judgeYear(JsonNode target, JsonNode industry, String at, Places places) {
    JsonNode year = target.path("year");
    places.add(
        at + "/year",
        year,
        Texts.isStated(year) ? judgeYear(year.longValue()) : Conclusion.of(INCOMPLETE));
  }

  private Conclusion judgeYear(long year) {
    Parameters parameters = sections.reading.parameters;
    BigDecimal stated = BigDecimal.valueOf(year);
    Map<String, JsonNode> readings = new LinkedHashMap<>();
    readings.put("earlier", parameters.written(EARLIER));
    readings.put("later", parameters.written(LATER));
    if (stated.compareTo(parameters.number(EARLIER)) < 0) {
      return Conclusion.of(REVIEW, "before").with(readings);
    }
    boolean after = stated.compareTo(parameters.number(LATER)) > 0;
    return (after ? Conclusion.of(REVIEW, "after") : Conclusion.of(PASS)).with(readings);
  }

  private void judgeGrowth(JsonNode target, JsonNode industry, String at, Places places) {
    JsonNode amount = target.path("amount");
    places.add(
        at + "/amount",
        amount,
        gap(target, industry)
            .orElseGet(
                () -> Conclusion.of(REVIEW).with("baseline", base(target, industry).written())));
  }

  private void judgeDirection(JsonNode target, JsonNode industry, String at, Places places) {
    JsonNode amount = target.path("amount");
    places.add(
        at + "/amount",
        amount,
        gap(target, industry).orElseGet(() -> judgeDirection(target, base(target, industry))));
  }

  private static Conclusion judgeDirection(JsonNode target, Amount base) {
    boolean below = Amount.read(target.path("amount")).isBelow(base.number());
    String bound = target.path("bound").asText("exact");
    String meant = bound.equals("null") ? "exact" : bound;
    Conclusion open = Conclusion.of(REVIEW, meant);
    Conclusion told = Conclusion.of(below ? FAIL : PASS);
    Conclusion conclusion =
        switch (meant) {
          case "over" -> below ? open : told;
          case "under" -> below ? told : open;
          case "about" -> open;
          default -> told;
        };
    return conclusion.with("baseline", base.written());
  }

  /** Why a target cannot be compared with the base year, if it cannot. */
  private Optional<Conclusion> gap(JsonNode target, JsonNode industry) {
    if (!Texts.isStated(target.path("amount"))) {
      return Optional.of(Conclusion.of(INCOMPLETE, "no-amount"));
    }
    if (!Texts.isStated(target.path("measure"))) {
      return Optional.of(Conclusion.of(INCOMPLETE, "no-measure"));
    }
    if (!sections.reading.hasBaselineYear()) {
      return Optional.of(Conclusion.of(INCOMPLETE, "no-baseline-year"));
    }
    return Amount.gap(amounts(target, industry));
  }

  private Amount base(JsonNode target, JsonNode industry) {
    return amounts(target, industry).get(0);
  }

  private List<Amount> amounts(JsonNode target, JsonNode industry) {
    return new Figures(industry)
        .amounts(target.path("measure").textValue(), sections.reading.baselineYear);
  }
}
