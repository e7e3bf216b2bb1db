package sixones.plain.industries;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sixones.plain.City;
import sixones.plain.Conclusion;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.Texts;

/** Cooperation with other cities, where the bid states one. */
final class CooperationRules {
  private static final String LIST = "cooperation";

  private final Sections sections;
  private final City alone;

  CooperationRules(Sections sections) {
    this.sections = sections;
    ObjectNode withoutPartners = sections.reading.bid.deepCopy();
    withoutPartners.remove(LIST);
    this.alone = new City(withoutPartners, sections.reading.divisions);
  }

  List<PlainFinding> findings() {
    return List.of(
        sections.memberIfAny(
            "cooperation-form",
            LIST,
            "form",
            form -> Conclusion.of(Texts.isStated(form) ? PASS : INCOMPLETE)),
        sections.eachIfAny("cooperation-partners", LIST, this::judgePartners),
        sections.memberIfAny("cooperation-subject", LIST, "subject", sections::judgeProse),
        sections.memberIfAny("cooperation-state", LIST, "state", CooperationRules::judgeState),
        sections.eachIfAny("cooperation-enclave-sides", LIST, CooperationRules::judgeSides));
  }

  private static Conclusion judgeState(JsonNode state) {
    if (!Texts.isStated(state)) {
      return Conclusion.of(INCOMPLETE);
    }
    return Conclusion.of(state.textValue().equals("in_place") ? PASS : REVIEW);
  }

  private void judgePartners(JsonNode cooperation, String at, Places places) {
    JsonNode partners = cooperation.path("partners");
    for (int j = 0; j < partners.size(); j++) {
      places.add(at + "/partners/" + j, partners.get(j), judgePartner(partners.get(j)));
    }
  }

  private Conclusion judgePartner(JsonNode partner) {
    if (!Texts.isStated(partner)) {
      return Conclusion.of(INCOMPLETE);
    }
    Conclusion place = alone.locateLeader(partner);
    String city = sections.reading.city.code();
    return switch (place.reason()) {
      case "" -> self("in-city", city);
      case "wider" -> self("wider", city);
      case "elsewhere" -> Conclusion.of(PASS).with("city", city);
      case "unknown-code" -> Conclusion.of(FAIL);
      default -> place;
    };
  }

  private Conclusion self(String reason, String city) {
    return Conclusion.of(REVIEW, reason)
        .with("city", city)
        .with("day", sections.reading.day.toString());
  }

  private static void judgeSides(JsonNode cooperation, String at, Places places) {
    if (cooperation.path("form").asText().equals("enclave_park")) {
      JsonNode role = cooperation.path("role");
      places.add(at + "/role", role, judgeSides(role, cooperation.path("partners")));
    }
  }

  private static Conclusion judgeSides(JsonNode role, JsonNode partners) {
    if (!Texts.isStated(role)) {
      return Conclusion.of(INCOMPLETE, "no-role");
    }
    if (!Texts.isStated(partners)) {
      return Conclusion.of(INCOMPLETE, "no-partner");
    }
    return Conclusion.of(role.textValue().equals("member") ? REVIEW : PASS);
  }
}
