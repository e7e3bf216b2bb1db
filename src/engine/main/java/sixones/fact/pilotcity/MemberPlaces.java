package sixones.fact.pilotcity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places of a bid that the derived members of facts rest on. */
final class MemberPlaces {
  private static final String CITY = "/city/code";
  private static final String BASELINE = "/baseline/year";
  private static final String PILLARS = "/pillarIndustries/*/name";
  private static final String CATEGORIES = "/pillarIndustries/*/category";
  private static final String IDS = "/evidence/*/id";
  private static final String TITLES = "/evidence/*/title";
  private static final String ADDRESSES = "/evidence/*/address";

  /** By member, or by kind and member. The latter take precedence, where kinds differ. */
  private static final Map<String, List<String>> SOURCES =
      Map.ofEntries(
          Map.entry("day", List.of()),
          Map.entry("biddingCity", List.of(CITY)),
          Map.entry("naming", List.of("name")),
          Map.entry("evidence", List.of("evidence", IDS, TITLES, ADDRESSES)),
          Map.entry("document", List.of("", IDS, TITLES, ADDRESSES)),
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

  private static final Map<String, List<String>> PLACES =
      Map.of(
          "Bid", List.of(""),
          "Park", List.of("/parks/*"),
          "PillarIndustry", List.of("/pillarIndustries/*"),
          "Target", List.of("/pillarIndustries/*/targets/*"),
          "ChainLeader", List.of("/chainLeaders/*"),
          "ChainHead", List.of("/chainHeads/*"),
          "InnovationPlatform", List.of("/innovationPlatforms/*"),
          "Conference", List.of("/conferences/*"),
          "Reference",
              List.of(
                  "/parks/*/evidence/*",
                  "/pillarIndustries/*/evidence/*",
                  "/chainLeaders/*/evidence/*",
                  "/chainHeads/*/evidence/*",
                  "/innovationPlatforms/*/evidence/*",
                  "/conferences/*/evidence/*"));

  /** The members of the bid that count its answers. */
  private static final Set<String> COUNTS =
      Set.of(
          "parks",
          "pillarIndustries",
          "chainLeaders",
          "chainHeads",
          "innovationPlatforms",
          "conferences");

  private MemberPlaces() {}

  /** Returns the places of the facts of a kind. */
  static List<String> facts(String kind) {
    return PLACES.get(kind);
  }

  /** Returns the places of a member; null if it is not listed. */
  static List<String> of(String kind, String member) {
    if (kind.equals("Bid") && COUNTS.contains(member)) {
      return List.of(member + "/");
    }
    List<String> ofKind = SOURCES.get(kind + "." + member);
    return ofKind == null ? SOURCES.get(member) : ofKind;
  }
}
