package sixones.plain;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What is asked of the bid as a whole. */
final class WholeBidRules {
  private final Reading reading;

  WholeBidRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    CityRules city = new CityRules(reading);
    return List.of(
        truthDeclared(),
        evidenceResolves(),
        evidenceIdsUnique(),
        city.inProvince(),
        city.named(),
        core("core-gdp", "gdp"),
        plausible("core-gdp-plausible", "gdp"),
        plausible("core-secondary-value-added-plausible", "secondaryIndustryValueAdded"),
        core("core-secondary-value-added", "secondaryIndustryValueAdded"),
        core("core-above-scale-growth", "aboveScaleIndustryGrowth"));
  }

  private PlainFinding truthDeclared() {
    Places places = new Places("bid-truth-declared");
    JsonNode truthful = reading.bid.path("declarations").path("truthful");
    places.add("/declarations/truthful", truthful, ParkRules.judgeTruth(truthful));
    return places.finding();
  }

  private PlainFinding evidenceResolves() {
    Places places = new Places("bid-evidence-resolves");
    boolean any = false;
    for (Answers answers : reading.allAnswers()) {
      for (int i = 0; i < answers.list.size(); i++) {
        JsonNode references = answers.list.get(i).path("evidence");
        any |= !references.isEmpty();
        resolveAll(references, answers.pointerOf(i) + "/evidence/", places);
      }
    }
    if (!any) {
      places.addSilent("/evidence");
    }
    return places.finding();
  }

  private void resolveAll(JsonNode references, String pointer, Places places) {
    for (int j = 0; j < references.size(); j++) {
      JsonNode reference = references.get(j);
      places.add(pointer + j, reference, reading.evidence.resolve(reference));
    }
  }

  private PlainFinding evidenceIdsUnique() {
    Places places = new Places("bid-evidence-ids-unique");
    Ids ids = Ids.read(reading.bid.path("evidence"));
    if (ids.any()) {
      places.add("/evidence", reading.bid.path("evidence"), ids.conclusion());
    }
    return places.finding();
  }

  private PlainFinding core(String rule, String member) {
    Places places = new Places(rule);
    JsonNode value = reading.bid.path("baseline").path(member);
    places.add(
        "/baseline/" + member, value, Texts.isStated(value) ? PASS : INCOMPLETE, reading.year());
    return places.finding();
  }

  private PlainFinding plausible(String rule, String member) {
    Places places = new Places(rule);
    JsonNode amount = reading.bid.path("baseline").path(member);
    reading
        .parameters
        .province()
        .against(amount, reading.baselineYear)
        .ifPresent(against -> places.add("/baseline/" + member, amount, against.conclusion()));
    return places.finding();
  }
}
