package sixones.plain.clusters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.plain.PlainFinding;

/** What people judge: the standing of the industry, and items 3 to 8. */
final class JudgedRules {
  private static final Map<String, String> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put("standing-industry-of-county", "/standing/industryOfCounty");
    PLACES.put("standing-policy", "/standing/policy");
    PLACES.put("standing-position", "/standing/position");
    PLACES.put("standing-brand", "/standing/brand");
    PLACES.put("chain-cooperation-described", "/chainCooperation/statement");
    PLACES.put("joint-innovation-described", "/jointInnovation/statement");
    PLACES.put("digital-described", "/digital/statement");
    PLACES.put("green-described", "/green/statement");
    PLACES.put("open-cooperation-described", "/openCooperation/statement");
    PLACES.put("governance-described", "/governance/statement");
  }

  private final Reading reading;

  JudgedRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    List<PlainFinding> findings = new ArrayList<>();
    PLACES.forEach((rule, place) -> findings.add(reading.one(rule, place, reading::judgeProse)));
    return findings;
  }
}
