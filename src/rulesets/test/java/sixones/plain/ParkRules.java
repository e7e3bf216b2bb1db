package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** One park. */
final class ParkRules {
  private static final String LEVELS = "park-levels";

  private final Reading reading;

  ParkRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    Answers parks = reading.parks;
    return List.of(
        parks.named(),
        parks.one(),
        parks.member("park-in-city", "cityCode", reading.city::locate),
        parks.member("park-for-manufacturing", "manufacturing", Map.of(), ParkRules::judgeTruth),
        parks.related("park-hosts-pillar-industry", "industry"),
        parks.member("park-in-place", "state", Map.of(), ParkRules::judgeState),
        parks.member("park-level", "level", reading.accepted(LEVELS), this::judgeLevel),
        parks.documented());
  }

  static String judgeTruth(JsonNode claim) {
    if (!Texts.isStated(claim)) {
      return INCOMPLETE;
    }
    return claim.booleanValue() ? PASS : FAIL;
  }

  static String judgeState(JsonNode state) {
    if (!Texts.isStated(state)) {
      return INCOMPLETE;
    }
    return switch (state.textValue()) {
      case "in_place" -> PASS;
      case "planned", "approved" -> REVIEW;
      default -> INCOMPLETE;
    };
  }

  private String judgeLevel(JsonNode level) {
    if (!Texts.isStated(level)) {
      return INCOMPLETE;
    }
    return reading.parameters.lists(LEVELS, level.textValue()) ? PASS : FAIL;
  }
}
