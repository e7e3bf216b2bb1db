package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The city of the bid and its partners, and where a place given by code lies. */
final class City {
  private final String code;
  private final List<String> partners = new ArrayList<>();

  City(JsonNode bid) {
    code = Texts.narrow(bid.path("city").path("code").asText());
    for (JsonNode cooperation : bid.path("cooperation")) {
      for (JsonNode partner : cooperation.path("partners")) {
        if (Texts.isStated(partner)) {
          partners.add(Texts.narrow(partner.textValue()));
        }
      }
    }
  }

  String code() {
    return code;
  }

  /** PASS in the city, REVIEW in a partner city only, FAIL elsewhere, INCOMPLETE not known. */
  String locate(JsonNode place) {
    if (!Texts.isStated(place)) {
      return INCOMPLETE;
    }
    String there = Texts.narrow(place.textValue());
    if (covers(code, there)) {
      return PASS;
    }
    if (covers(there, code)) {
      return INCOMPLETE;
    }
    for (String partner : partners) {
      if (covers(partner, there)) {
        return REVIEW;
      }
    }
    return FAIL;
  }

  private static boolean covers(String wide, String narrow) {
    if (wide.equals(narrow)) {
      return true;
    }
    if (wide.endsWith("0000")) {
      return wide.regionMatches(0, narrow, 0, 2);
    }
    return wide.endsWith("00") && wide.regionMatches(0, narrow, 0, 4);
  }
}
