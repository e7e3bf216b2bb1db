package sixones.plain.industries;

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

/** The city that bids, and the bid as a whole. */
final class ApplicantRules {
  private static final List<String> WITH_EVIDENCE =
      List.of(
          "industries",
          "chainLeaders",
          "singleChampions",
          "innovationPlatforms",
          "cooperation",
          "coreTechnologies");

  private final Sections sections;

  ApplicantRules(Sections sections) {
    this.sections = sections;
  }

  List<PlainFinding> findings() {
    CityRules city = new CityRules(sections.reading);
    return List.of(
        as("applicant-city-in-province", city.inProvince()),
        as("applicant-city-name", city.named()),
        sections.one("applicant-truth-declared", "/declarations/truthful", this::judgeTruth),
        evidenceResolves(),
        evidenceIdsUnique());
  }

  /** The finding of a rule of the city track that says the same under another name. */
  private static PlainFinding as(String rule, PlainFinding same) {
    return new PlainFinding(rule, same.outcome(), same.places());
  }

  private Conclusion judgeTruth(JsonNode truthful) {
    if (!truthful.isBoolean()) {
      return Conclusion.of(INCOMPLETE);
    }
    return Conclusion.of(truthful.booleanValue() ? PASS : FAIL);
  }

  private PlainFinding evidenceResolves() {
    Places places = new Places("applicant-evidence-resolves");
    boolean any = false;
    for (String list : WITH_EVIDENCE) {
      for (int i = 0; i < sections.list(list).size(); i++) {
        JsonNode references = sections.list(list).get(i).path("evidence");
        for (int j = 0; j < references.size(); j++) {
          any = true;
          places.add(
              "/" + list + "/" + i + "/evidence/" + j,
              references.get(j),
              sections.reading.evidence.resolve(references.get(j)));
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
    Ids ids = Ids.read(sections.list("evidence"));
    if (ids.any()) {
      places.add("/evidence", sections.list("evidence"), ids.conclusion());
    }
    return places.finding();
  }
}
