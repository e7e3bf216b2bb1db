package sixones.bid;

/** What the reading of an answer needs to know of the rest of the bid. */
record Reading(City city, PillarNames pillars, Documents documents, Integer baselineYear) {

  static Reading of(Stated bid) {
    var year = bid.member("baseline").path("year");
    return new Reading(
        new City(bid),
        new PillarNames(bid),
        new Documents(bid),
        year.isInt() ? year.intValue() : null);
  }
}
