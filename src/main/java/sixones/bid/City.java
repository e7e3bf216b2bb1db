package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The bidding city and those it names as partners, by their codes (GB/T 2260). */
final class City {
  private final String code;
  private final List<String> partners = new ArrayList<>();

  City(Stated bid) {
    this.code = Text.width(bid.member("city").path("code").textValue());
    for (JsonNode cooperation : bid.member("cooperation")) {
      for (JsonNode partner : cooperation.path("partners")) {
        if (partner.isTextual()) {
          partners.add(Text.width(partner.textValue()));
        }
      }
    }
  }

  String code() {
    return code;
  }

  /** Whether a place is in the city; null if its code is blank or says too little. */
  Boolean holds(String place) {
    if (place == null) {
      return null;
    }
    String other = Text.width(place);
    if (covers(code, other)) {
      return true;
    }
    return covers(other, code) ? null : Boolean.FALSE;
  }

  /** Whether a place is in a city named as a partner; null if its code is blank. */
  Boolean partnerHolds(String place) {
    if (place == null) {
      return null;
    }
    String other = Text.width(place);
    return partners.stream().anyMatch(partner -> covers(partner, other));
  }

  private static boolean covers(String code, String other) {
    int digits = code.endsWith("0000") ? 2 : code.endsWith("00") ? 4 : 6;
    return code.regionMatches(0, other, 0, digits);
  }
}
