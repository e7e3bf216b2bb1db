package sixones.plain.clusters;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import sixones.plain.CityRules;
import sixones.plain.Conclusion;
import sixones.plain.Ids;
import sixones.plain.Places;
import sixones.plain.PlainFinding;

/** The county that bids, and the bid as a whole. */
final class ApplicantRules {
  private static final List<String> WITH_EVIDENCE =
      List.of("outputs", "singleChampions", "littleGiants");

  private final Reading reading;

  ApplicantRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    CityRules county =
        new CityRules("county", reading.bid, reading.county, reading.divisions, reading.parameters);
    return List.of(
        as("applicant-on-roll", county.inProvince()),
        as("applicant-name", county.named()),
        reading.one("applicant-department", "/county/department", reading::judgeName),
        reading.one(
            "applicant-truth-declared", "/declarations/truthful", ApplicantRules::judgeTruth),
        evidenceResolves(),
        evidenceIdsUnique());
  }

  /** The finding of a rule of the city track that says the same under another name. */
  private static PlainFinding as(String rule, PlainFinding same) {
    return new PlainFinding(rule, same.outcome(), same.places());
  }

  private static Conclusion judgeTruth(JsonNode truthful) {
    if (!truthful.isBoolean()) {
      return Conclusion.of(INCOMPLETE);
    }
    return Conclusion.of(truthful.booleanValue() ? PASS : FAIL);
  }

  private PlainFinding evidenceResolves() {
    Places places = new Places("applicant-evidence-resolves");
    boolean any = false;
    for (String list : WITH_EVIDENCE) {
      for (int i = 0; i < reading.list(list).size(); i++) {
        JsonNode references = reading.list(list).get(i).path("evidence");
        for (int j = 0; j < references.size(); j++) {
          any = true;
          places.add(
              "/" + list + "/" + i + "/evidence/" + j,
              references.get(j),
              reading.evidence.resolve(references.get(j)));
        }
      }
    }
    if (!any) {
      places.addSilent("/evidence");
    }
    return places.finding();
  }

  private PlainFinding evidenceIdsUnique() {
    Places places = new Places("applicant-evidence-ids-unique");
    Ids ids = Ids.read(reading.list("evidence"));
    if (ids.any()) {
      places.add("/evidence", reading.list("evidence"), ids.conclusion());
    }
    return places.finding();
  }
}
