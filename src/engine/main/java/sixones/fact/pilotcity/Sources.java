package sixones.fact.pilotcity;

import java.util.List;
import java.util.Map;

/** The places of a bid that the derived members of facts rest on. */
final class Sources {
  private static final String CITY = "/city/code";
  private static final String BASELINE = "/baseline/year";
  private static final String PILLARS = "/pillarIndustries/*/name";
  private static final String CATEGORIES = "/pillarIndustries/*/category";
  private static final String IDS = "/evidence/*/id";
  private static final String TITLES = "/evidence/*/title";

  /** By member, or by kind and member. The latter take precedence, where kinds differ. */
  private static final Map<String, List<String>> SOURCES =
      Map.ofEntries(
          Map.entry("day", List.of()),
          Map.entry("biddingCity", List.of(CITY)),
          Map.entry("naming", List.of("name")),
          Map.entry("evidence", List.of("evidence", IDS, TITLES)),
          Map.entry("document", List.of("", IDS, TITLES)),
          Map.entry("relation", List.of("industry", PILLARS, CATEGORIES)),
          Map.entry("ChainHead.relation", List.of("chain", PILLARS, CATEGORIES)),
          Map.entry("place", List.of("cityCode", CITY, "/cooperation/*/partners")),
          Map.entry("ChainLeader.place", List.of("cityCode", CITY)),
          Map.entry("categoryState", List.of("category")),
          Map.entry("inCatalogue", List.of("category")),
          Map.entry("baselineStated", List.of("figures", BASELINE)),
          Map.entry("figuresGap", List.of("figures", BASELINE)),
          Map.entry("boldestAmount", List.of("figures")),
          Map.entry("boldestYear", List.of("figures")),
          Map.entry("provinceGdp", List.of("figures")),
          Map.entry("creditCodeState", List.of("creditCode")),
          Map.entry("revenue", List.of("figures")),
          Map.entry("revenueGap", List.of("figures")),
          Map.entry("baselineYear", List.of(BASELINE)),
          Map.entry("Target.baseline", List.of("../figures", "measure", BASELINE)),
          Map.entry("Target.gap", List.of("amount", "measure", "../figures", BASELINE)),
          Map.entry("Conference.gap", List.of("state", "startsOn", "endsOn")),
          Map.entry("Bid.cityCode", List.of(CITY)),
          Map.entry("Bid.applicant", List.of(CITY)),
          Map.entry("Bid.member", List.of(CITY)),
          Map.entry("Bid.cityNaming", List.of("/city/name", CITY)),
          Map.entry("Bid.otherName", List.of("/city/name", CITY)),
          Map.entry("Bid.gdp", List.of("/baseline/gdp")),
          Map.entry("Bid.provinceGdp", List.of(BASELINE)),
          Map.entry(
              "Bid.secondaryIndustryValueAdded", List.of("/baseline/secondaryIndustryValueAdded")),
          Map.entry("Bid.aboveScaleIndustryGrowth", List.of("/baseline/aboveScaleIndustryGrowth")),
          Map.entry("Bid.truthful", List.of("/declarations/truthful")),
          Map.entry("Bid.documentIdsUnique", List.of(IDS)));

  private Sources() {}

  /** Returns the places of a member; null if it is not listed. */
  static List<String> of(String kind, String member) {
    List<String> ofKind = SOURCES.get(kind + "." + member);
    return ofKind == null ? SOURCES.get(member) : ofKind;
  }
}
