package sixones.fact.derived;

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

/** A division and its partners by their codes (GB/T 2260). Locates places relative to them. */
final class Locator {
  private final String compared;
  private final DivisionCodes codes;
  private final List<String> partners = new ArrayList<>();
  private String doubtfulPartner;
  private boolean gaps;

  /**
   * @param code the code of the division, in ASCII digits
   * @param partners the steps from the bid to the codes of the partners; empty for none
   */
  Locator(DraftNode bid, String code, String[] partners) {
    this.codes = new DivisionCodes(bid.inForce());
    Applicant meant = codes.member(code) == null ? codes.memberOnceOf(code) : null;
    this.compared = meant == null ? codes.canonical(code) : meant.id();
    if (partners.length > 0) {
      addPartners(bid.node(), bid.node(), partners, 0);
    }
  }

  private void addPartners(JsonNode holder, JsonNode node, String[] steps, int step) {
    gaps |= node == UnreadableDraft.PLACE;
    if (node.isArray()) {
      node.forEach(entry -> addPartners(entry, entry, steps, step));
      gaps |= node.isEmpty() && DraftNode.isPartlyUnreadable(holder);
    } else if (step < steps.length) {
      JsonNode below = node.path(steps[step]);
      gaps |= below.isMissingNode() && step > 0 && DraftNode.isPartlyUnreadable(node);
      addPartners(node, below, steps, step + 1);
    } else {
      addPartner(node.textValue());
    }
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
      return Location.of(Location.WITHIN);
    }
    if (Divisions.covers(place, compared)) {
      return Location.of(Location.WIDER);
    }
    if (partners.stream().anyMatch(partner -> Divisions.covers(partner, place))) {
      return Location.of(Location.WITHIN_PARTNER);
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
