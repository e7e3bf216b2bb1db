package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Map;

/** One pillar industry. */
final class PillarIndustryRules {
  private static final String CATALOGUE = "industry-catalogue";

  private final Reading reading;

  PillarIndustryRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    Answers industries = reading.industries;
    return List.of(
        industries.named(),
        industries.one(),
        judged("pillar-industry-growth-potential", "growthPotential"),
        judged("pillar-industry-market-prospects", "marketProspects"),
        judged("pillar-industry-driving-force", "drivingForce"),
        industries.member("pillar-industry-in-catalogue", "category", this::judgeCategory),
        industries.member("pillar-industry-baseline-figure", "figures", this::judgeFigures),
        industries.each("pillar-industry-target-not-below-baseline", this::judgeTargets),
        industries.eachIfAny("pillar-industry-target-after-baseline", this::judgeTargetYears),
        industries.plausible("pillar-industry-figures-plausible"),
        industries.documented());
  }

  private PlainFinding judged(String rule, String member) {
    return reading.industries.member(rule, member, reading::judgeProse);
  }

  private Conclusion judgeCategory(JsonNode category) {
    State state = reading.parameters.states().ofName(category);
    return switch (state) {
      case STATED -> {
        boolean named = reading.parameters.catalogue().entry(category.textValue()).isPresent();
        yield Conclusion.of(named ? PASS : FAIL).with(reading.accepted(CATALOGUE));
      }
      case PLACEHOLDER, LOST -> Conclusion.of(REVIEW, state.reason());
      case NONE -> Conclusion.of(INCOMPLETE);
    };
  }

  private Conclusion judgeFigures(JsonNode figures) {
    if (!reading.hasBaselineYear()) {
      return Conclusion.of(INCOMPLETE, "no-baseline-year");
    }
    boolean anyStated = false;
    boolean allComplete = true;
    for (JsonNode figure : figures) {
      if (Figures.isComplete(figure) && Figures.isOfYear(figure, reading.baselineYear)) {
        return Conclusion.of(PASS).with(reading.year());
      }
      anyStated |= Texts.isStated(figure);
      allComplete &= Figures.isComplete(figure) || !Texts.isStated(figure);
    }
    if (!allComplete) {
      return Conclusion.of(INCOMPLETE, "unfinished-figure");
    }
    return anyStated
        ? Conclusion.of(REVIEW).with(reading.year())
        : Conclusion.of(INCOMPLETE, "no-figure");
  }

  private void judgeTargets(JsonNode industry, String pointer, Places places) {
    JsonNode targets = industry.path("targets");
    if (targets.isEmpty()) {
      places.addSilent(pointer + "/targets");
    }
    Figures figures = new Figures(industry);
    for (int j = 0; j < targets.size(); j++) {
      judgeTarget(targets.get(j), pointer + "/targets/" + j + "/amount", figures, places);
    }
  }

  private void judgeTarget(JsonNode target, String pointer, Figures figures, Places places) {
    JsonNode amount = target.path("amount");
    places.add(pointer, amount, judgeTarget(amount, target.path("measure"), figures));
  }

  private Conclusion judgeTarget(JsonNode amount, JsonNode measure, Figures figures) {
    if (!Texts.isStated(amount)) {
      return Conclusion.of(INCOMPLETE, "no-amount");
    }
    if (!Texts.isStated(measure)) {
      return Conclusion.of(INCOMPLETE, "no-measure");
    }
    if (!reading.hasBaselineYear()) {
      return Conclusion.of(INCOMPLETE, "no-baseline-year");
    }
    List<Amount> amounts = figures.amounts(measure.textValue(), reading.baselineYear);
    return Amount.gap(amounts).orElseGet(() -> compare(Amount.read(amount), amounts.get(0)));
  }

  private void judgeTargetYears(JsonNode industry, String pointer, Places places) {
    JsonNode targets = industry.path("targets");
    for (int j = 0; j < targets.size() && reading.hasBaselineYear(); j++) {
      JsonNode year = targets.get(j).path("year");
      if (Texts.isStated(year)) {
        boolean before = year.longValue() < reading.baselineYear.longValue();
        places.add(
            pointer + "/targets/" + j + "/year",
            year,
            before ? REVIEW : PASS,
            Map.of("baselineYear", IntNode.valueOf(reading.baselineYear.intValue())));
      }
    }
  }

  private static Conclusion compare(Amount target, Amount baseline) {
    return Conclusion.of(target.isBelow(baseline.number()) ? FAIL : PASS)
        .with("baseline", baseline.written());
  }
}
