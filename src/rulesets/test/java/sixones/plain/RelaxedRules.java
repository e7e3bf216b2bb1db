package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the words say of relaxations: while one holds for a rule and an applicant, what fails is for
 * review, and the place says by which.
 *
 * @param calls the call years it is for; empty for every one
 * @param places the codes it is for; empty for all
 */
public record RelaxedRules(
    String id,
    List<String> rules,
    LocalDate from,
    LocalDate until,
    List<Integer> calls,
    List<String> places) {

  public boolean holds(LocalDate day, Integer call, String city) {
    boolean dated = !from.isAfter(day) && (until == null || until.isAfter(day));
    boolean called = calls.isEmpty() || call != null && calls.contains(call);
    return dated && called && (places.isEmpty() || lies(city));
  }

  private boolean lies(String city) {
    for (String place : places) {
      if (DivisionsOfDay.isKnown(city) && city.startsWith(place.replaceFirst("(00){1,2}$", ""))) {
        return true;
      }
    }
    return false;
  }

  public PlainFinding relax(PlainFinding finding) {
    if (!rules.contains(finding.rule())) {
      return finding;
    }
    String worst = Outcomes.INAPPLICABLE;
    List<PlainPlace> places = new ArrayList<>();
    for (PlainPlace place : finding.places()) {
      PlainPlace now = place.outcome().equals(Outcomes.FAIL) ? relax(place) : place;
      places.add(now);
      worst = Outcomes.worse(worst, now.outcome());
    }
    return new PlainFinding(finding.rule(), worst, places);
  }

  private PlainPlace relax(PlainPlace place) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    place
        .values()
        .forEach((name, value) -> values.put(name.equals("reason") ? "failed" : name, value));
    values.put("relaxation", TextNode.valueOf(id));
    values.put("reason", TextNode.valueOf("relaxed"));
    return new PlainPlace(place.pointer(), Outcomes.REVIEW, values);
  }
}
