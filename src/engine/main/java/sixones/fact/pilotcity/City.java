package sixones.fact.pilotcity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sixones.bid.UnreadableDraft;
import sixones.fact.Applicant;
import sixones.fact.Divisions;
import sixones.fact.DraftNode;
import sixones.fact.identity.DivisionCodes;
import sixones.fact.identity.Location;
import sixones.text.Text;

/**
 * The bidding city and its partners by their codes (GB/T 2260). Locates places relative to them.
 */
final class City {
  private final String code;
  private final String compared;
  private final DivisionCodes codes;
  private final List<String> partners = new ArrayList<>();
  private String doubtfulPartner;
  private boolean gaps;

  City(DraftNode bid) {
    this.code = Text.width(bid.member("city").path("code").textValue());
    this.codes = new DivisionCodes(bid.inForce());
    Applicant meant = codes.member(code) == null ? codes.memberOnceOf(code) : null;
    this.compared = meant == null ? codes.canonical(code) : meant.id();
    for (JsonNode cooperation : bid.member("cooperation")) {
      for (JsonNode partner : cooperation.path("partners")) {
        addPartner(partner.textValue());
        gaps |= partner == UnreadableDraft.PLACE;
      }
      gaps |= cooperation.path("partners").isEmpty() && DraftNode.isPartlyUnreadable(cooperation);
    }
    gaps |= bid.member("cooperation") == UnreadableDraft.PLACE;
  }

  private void addPartner(String text) {
    if (Text.isBlank(text)) {
      return;
    }
    String partner = Text.width(text);
    if (codes.doubt(partner) == null) {
      partners.add(codes.canonical(partner));
    } else if (doubtfulPartner == null) {
      doubtfulPartner = partner;
    }
  }

  String code() {
    return code;
  }

  DivisionCodes codes() {
    return codes;
  }

  /**
   * Locates a place.
   *
   * @param written the division code of the place, as the bid states it
   */
  Location locate(String written) {
    if (Text.isBlank(written)) {
      return Location.UNSTATED;
    }
    String text = Text.width(written);
    String doubt = codes.doubt(text);
    if (doubt != null) {
      return new Location(doubt, null, codes.todayIfWithdrawn(text));
    }
    String place = codes.canonical(text);
    if (Divisions.covers(compared, place)) {
      return Location.of(Location.IN_CITY);
    }
    if (Divisions.covers(place, compared)) {
      return Location.of(Location.WIDER);
    }
    if (partners.stream().anyMatch(partner -> Divisions.covers(partner, place))) {
      return Location.of(Location.IN_PARTNER_CITY);
    }
    if (gaps) {
      return Location.UNSTATED;
    }
    if (doubtfulPartner == null) {
      return Location.of(Location.ELSEWHERE);
    }
    return new Location(
        Location.PARTNER + codes.doubt(doubtfulPartner),
        doubtfulPartner,
        codes.todayIfWithdrawn(doubtfulPartner));
  }
}
