package sixones.fact.pilotcity;

import sixones.fact.DraftNode;
import sixones.fact.identity.PillarNames;

/** The parts of a bid that the reader of one answer needs. */
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
