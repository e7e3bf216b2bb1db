package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        industries.member(
            "pillar-industry-in-catalogue",
            "category",
            reading.accepted(CATALOGUE),
            this::judgeCategory),
        industries.member(
            "pillar-industry-baseline-figure", "figures", reading.year(), this::judgeFigures),
        industries.each("pillar-industry-target-not-below-baseline", this::judgeTargets),
        industries.documented());
  }

  private PlainFinding judged(String rule, String member) {
    return reading.industries.member(
        rule, member, Map.of(), text -> Texts.isStated(text) ? REVIEW : INCOMPLETE);
  }

  private String judgeCategory(JsonNode category) {
    if (!Texts.isStated(category)) {
      return INCOMPLETE;
    }
    return reading.parameters.lists(CATALOGUE, category.textValue()) ? PASS : FAIL;
  }

  private String judgeFigures(JsonNode figures) {
    if (!reading.hasBaselineYear()) {
      return INCOMPLETE;
    }
    String outcome = INCOMPLETE;
    boolean allComplete = true;
    for (JsonNode figure : figures) {
      if (Figures.isComplete(figure)) {
        if (Figures.isOfYear(figure, reading.baselineYear)) {
          return PASS;
        }
        outcome = REVIEW;
      } else if (Texts.isStated(figure)) {
        allComplete = false;
      }
    }
    return allComplete ? outcome : INCOMPLETE;
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
    Optional<Amount> baseline = baseline(target.path("measure"), figures);
    if (baseline.isEmpty() || !Texts.isStated(amount)) {
      places.add(pointer, amount, INCOMPLETE);
      return;
    }
    boolean below = Amount.read(amount).isBelow(baseline.get().number());
    places.add(
        pointer,
        amount,
        below ? FAIL : PASS,
        Map.of("baseline", TextNode.valueOf(baseline.get().written())));
  }

  private Optional<Amount> baseline(JsonNode measure, Figures figures) {
    if (!reading.hasBaselineYear() || !Texts.isStated(measure)) {
      return Optional.empty();
    }
    return figures.agreedAmount(measure.textValue(), reading.baselineYear);
  }
}
