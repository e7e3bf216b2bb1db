package sixones.fact.pilotcity;

import sixones.fact.DraftNode;
import sixones.fact.identity.PillarNames;

/** What the reading of an answer needs to know of the rest of the bid. */
record BidContext(City city, PillarNames pillars, Documents documents, Integer baselineYear) {

  static BidContext of(DraftNode bid) {
    var year = bid.member("baseline").path("year");
    return new BidContext(
        new City(bid),
        new PillarNames(bid),
        new Documents(bid),
        year.isInt() ? year.intValue() : null);
  }
}
