package sixones.plain.clusters;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sixones.plain.Conclusion;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.Texts;

/** Leading enterprises, against the national numbers and the province’s. */
final class EnterpriseRules {
  private static final String GIANTS = "/counts/nationalLittleGiants";

  private final Reading reading;

  EnterpriseRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    return List.of(
        reading.one("enterprises-leading", GIANTS, count -> judgeLeading()),
        levels(),
        ofProvince());
  }

  private PlainFinding levels() {
    Places places = new Places("enterprises-levels");
    JsonNode mixed = reading.bid.at("/counts/ofMixedLevels");
    if (Texts.isStated(mixed)) {
      places.add("/counts/ofMixedLevels", mixed, mixed.longValue() == 0 ? PASS : REVIEW);
    }
    return places.finding();
  }

  private Conclusion judgeLeading() {
    Enterprises enterprises =
        new Enterprises(reading, "champions-or-giants-least", "titled-enterprises-least");
    return judge(enterprises, true);
  }

  private Conclusion judge(Enterprises enterprises, boolean withSum) {
    Optional<Boolean> alternative = enterprises.alternative();
    if (alternative.isEmpty()) {
      return Conclusion.of(INCOMPLETE);
    }
    if (alternative.get()) {
      return Conclusion.of(PASS).with(enterprises.numbers());
    }
    Optional<Boolean> enough = enterprises.titlesTogetherReach();
    if (enough.isEmpty()) {
      return Conclusion.of(INCOMPLETE);
    }
    Map<String, JsonNode> sum = new LinkedHashMap<>();
    if (withSum) {
      sum.put("titles", TextNode.valueOf(enterprises.titlesTogether().orElseThrow().toString()));
    }
    return Conclusion.of(enough.get() ? REVIEW : FAIL).with(sum).with(enterprises.numbers());
  }

  private PlainFinding ofProvince() {
    String rule = "enterprises-of-province";
    if (!ProvinceRules.areAsked(reading) || !reading.has("province-champions-or-giants-least")) {
      return new Places(rule).finding();
    }
    return reading.one(rule, GIANTS, count -> judgeOfProvince());
  }

  private Conclusion judgeOfProvince() {
    Enterprises enterprises =
        new Enterprises(
            reading, "province-champions-or-giants-least", "province-titled-enterprises-least");
    boolean lowerCount = reading.parameters.says("lower-champions-count", "yes");
    if (enterprises.alternative().equals(Optional.of(true)) || !lowerCount) {
      return judge(enterprises, false);
    }
    return enterprises
            .listed("singleChampions", Set.of("provincial", "municipal"))
            .equals(Optional.of(true))
        ? Conclusion.of(PASS, "lower-level").with(enterprises.numbers())
        : Conclusion.of(INCOMPLETE);
  }
}
