package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Cooperation with other cities, where the bid states one. */
public final class CooperationRules {
  private static final String ENCLAVE = "enclave_park";

  private final Reading reading;
  private final City alone;

  public CooperationRules(Reading reading) {
    this.reading = reading;
    ObjectNode withoutPartners = reading.bid.deepCopy();
    withoutPartners.remove("cooperation");
    this.alone = new City(withoutPartners, reading.divisions);
  }

  /** What every rule set with cooperation asks of it. */
  public List<PlainFinding> findings() {
    Answers stated = reading.cooperation;
    return List.of(
        stated.memberIfAny(
            "cooperation-form",
            "form",
            form -> Conclusion.of(Texts.isStated(form) ? PASS : INCOMPLETE)),
        stated.eachIfAny("cooperation-partners", this::judgePartners),
        stated.memberIfAny("cooperation-subject", "subject", reading::judgeProse),
        stated.memberIfAny("cooperation-state", "state", CooperationRules::judgeState),
        stated.eachIfAny("cooperation-enclave-sides", CooperationRules::judgeSides));
  }

  /** The place of an enclave park, where the bid has a field for it. */
  PlainFinding enclavePark() {
    return reading.cooperation.eachIfAny("cooperation-enclave-park", this::judgePark);
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
    return switch (place.reason()) {
      case "" -> dated("in-city");
      case "wider" -> dated("wider");
      case "elsewhere" -> Conclusion.of(PASS).with("city", reading.city.code());
      case "unknown-code" -> Conclusion.of(FAIL);
      default -> place;
    };
  }

  private Conclusion dated(String reason) {
    return Conclusion.of(REVIEW, reason)
        .with("city", reading.city.code())
        .with("day", reading.day.toString());
  }

  private static void judgeSides(JsonNode cooperation, String at, Places places) {
    if (ENCLAVE.equals(cooperation.path("form").textValue())) {
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

  private void judgePark(JsonNode cooperation, String at, Places places) {
    if (ENCLAVE.equals(cooperation.path("form").textValue())) {
      JsonNode park = cooperation.path("parkCityCode");
      places.add(at + "/parkCityCode", park, judgePark(park, cooperation.path("role")));
    }
  }

  private Conclusion judgePark(JsonNode park, JsonNode role) {
    Conclusion place = reading.city.locateLeader(park);
    if (!Texts.isStated(park)) {
      return place;
    }
    return switch (place.reason()) {
      case "" -> judgeSide("in-city", "host", role);
      case "in-partner-city" -> judgeSide("in-partner-city", "home", role);
      case "elsewhere" -> judgeSide("elsewhere", "", role);
      case "wider" -> dated("wider");
      default -> place;
    };
  }

  /** A park whose place is clear: in place for one role, for a person with any other. */
  private Conclusion judgeSide(String where, String right, JsonNode role) {
    if (!Texts.isStated(role)) {
      return Conclusion.of(INCOMPLETE);
    }
    Conclusion conclusion =
        role.textValue().equals(right) ? Conclusion.of(PASS) : Conclusion.of(REVIEW, where);
    return conclusion.with("city", reading.city.code()).with("role", role.textValue());
  }
}
