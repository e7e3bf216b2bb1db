package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What the pillar industries of a bid are called, and whether a text speaks of one of them. */
final class PillarIndustries {
  private final Set<String> called = new HashSet<>();
  private boolean anyStated;
  private boolean comparableInHan = true;
  private boolean comparableOtherwise = true;

  PillarIndustries(JsonNode bid) {
    for (JsonNode industry : bid.path("pillarIndustries")) {
      if (Texts.isStated(industry)) {
        read(industry);
      }
    }
  }

  private void read(JsonNode industry) {
    anyStated = true;
    boolean en = readName(industry.path("name").path("en"));
    boolean zh = readName(industry.path("name").path("zh"));
    boolean category = readName(industry.path("category"));
    comparableInHan &= zh;
    comparableOtherwise &= en && category;
  }

  private boolean readName(JsonNode name) {
    if (!Texts.isStated(name)) {
      return false;
    }
    called.add(Texts.fold(name.textValue()));
    return true;
  }

  /** PASS relation yes, FAIL no, INCOMPLETE not known. */
  String relation(JsonNode text) {
    if (!anyStated || !Texts.isStated(text)) {
      return INCOMPLETE;
    }
    if (called.contains(Texts.fold(text.textValue()))) {
      return PASS;
    }
    boolean comparable = Texts.hasHan(text.textValue()) ? comparableInHan : comparableOtherwise;
    return comparable ? FAIL : INCOMPLETE;
  }
}
