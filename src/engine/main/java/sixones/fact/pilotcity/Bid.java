package sixones.fact.pilotcity;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import sixones.fact.DraftNode;
import sixones.fact.Fact;
import sixones.fact.identity.CityName;
import sixones.fact.identity.RollState;

/** The statements on the bid as a whole: the city, its core figures, and the number of answers. */
public final class Bid extends Fact {
  private final String cityCode;
  private final RollState onRoll;
  private final String cityNaming;
  private final String otherName;
  private final Integer baselineYear;
  private final BigDecimal gdp;
  private final BigDecimal provinceGdp;
  private final BigDecimal secondaryIndustryValueAdded;
  private final BigDecimal aboveScaleIndustryGrowth;
  private final Boolean truthful;
  private final Boolean documentIdsUnique;
  private final List<String> repeatedDocumentIds;
  private final Integer parks;
  private final Integer pillarIndustries;
  private final Integer chainLeaders;
  private final Integer chainHeads;
  private final Integer innovationPlatforms;
  private final Integer conferences;

  Bid(DraftNode stated, BidContext reading) {
    super(stated);
    JsonNode baseline = stated.member("baseline");
    this.cityCode = reading.city().code();
    this.onRoll = RollState.of(cityCode, reading.city().codes());
    CityName name = new CityName(stated.member("city").path("name"), cityCode, stated.inForce());
    this.cityNaming = name.agrees();
    this.otherName = name.other();
    this.baselineYear = reading.baselineYear();
    this.gdp = DraftNode.amount(baseline.get("gdp"));
    this.provinceGdp = stated.inForce().provinceGdp().of(baselineYear);
    this.secondaryIndustryValueAdded =
        DraftNode.amount(baseline.get("secondaryIndustryValueAdded"));
    this.aboveScaleIndustryGrowth = DraftNode.amount(baseline.get("aboveScaleIndustryGrowth"));
    JsonNode truth = stated.member("declarations").path("truthful");
    this.truthful = truth.isBoolean() ? truth.booleanValue() : null;
    this.documentIdsUnique = reading.documents().areUnique();
    this.repeatedDocumentIds = reading.documents().repeated();
    this.parks = answers(stated, "parks");
    this.pillarIndustries = answers(stated, "pillarIndustries");
    this.chainLeaders = answers(stated, "chainLeaders");
    this.chainHeads = answers(stated, "chainHeads");
    this.innovationPlatforms = answers(stated, "innovationPlatforms");
    this.conferences = answers(stated, "conferences");
  }

  private static Integer answers(DraftNode bid, String list) {
    int answers = 0;
    for (JsonNode answer : bid.member(list)) {
      answers += DraftNode.isBlank(answer) ? 0 : 1;
    }
    return answers == 0 ? null : (Integer) answers;
  }

  public String getCityCode() {
    return cityCode;
  }

  /** Returns the relation of the city code to the roll, a word of {@link RollState}. */
  public String getApplicant() {
    return onRoll.word();
  }

  /**
   * Returns the code of the applicant that the city code formerly denoted, or whose division
   * contains it; else null.
   */
  public String getMember() {
    return onRoll.member();
  }

  /**
   * Returns whether the city name matches the city code, a word of {@link CityName}; null if no
   * name is stated.
   */
  public String getCityNaming() {
    return cityNaming;
  }

  /** Returns the stated name that does not match the code; null if there is none. */
  public String getOtherName() {
    return otherName;
  }

  public Integer getBaselineYear() {
    return baselineYear;
  }

  /** Returns the regional GDP of the baseline year, in 100 million yuan (亿元). */
  public BigDecimal getGdp() {
    return gdp;
  }

  /**
   * Returns the province's GDP of the baseline year, in 100 million yuan (亿元); null if not listed.
   */
  public BigDecimal getProvinceGdp() {
    return provinceGdp;
  }

  /**
   * Returns the value added of the secondary sector in the baseline year, in 100 million yuan (亿元).
   */
  public BigDecimal getSecondaryIndustryValueAdded() {
    return secondaryIndustryValueAdded;
  }

  /**
   * Returns the growth of value added of industry above designated size in the baseline year, in
   * per cent.
   */
  public BigDecimal getAboveScaleIndustryGrowth() {
    return aboveScaleIndustryGrowth;
  }

  public Boolean getTruthful() {
    return truthful;
  }

  /** Returns whether all ids of evidence documents are distinct; null if no document has an id. */
  public Boolean getDocumentIdsUnique() {
    return documentIdsUnique;
  }

  /** Returns the ids that several evidence documents share. */
  public List<String> getRepeatedDocumentIds() {
    return repeatedDocumentIds;
  }

  /**
   * Returns the number of parks with any statement. Null means none, so that a rule does not read
   * silence as zero. The other counts work alike.
   */
  public Integer getParks() {
    return parks;
  }

  public Integer getPillarIndustries() {
    return pillarIndustries;
  }

  public Integer getChainLeaders() {
    return chainLeaders;
  }

  public Integer getChainHeads() {
    return chainHeads;
  }

  public Integer getInnovationPlatforms() {
    return innovationPlatforms;
  }

  public Integer getConferences() {
    return conferences;
  }
}
