package sixones.plain;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** One innovation platform. */
final class InnovationPlatformRules {
  private static final String LEVELS = "platform-levels";

  private final Reading reading;

  InnovationPlatformRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    Answers platforms = reading.platforms;
    return List.of(
        platforms.named(),
        platforms.one(),
        platforms.related("innovation-platform-serves-pillar-industry", "industry"),
        platforms.member(
            "innovation-platform-level", "level", reading.accepted(LEVELS), this::judgeLevel),
        platforms.member("innovation-platform-in-place", "state", Map.of(), ParkRules::judgeState),
        platforms.documented());
  }

  private String judgeLevel(JsonNode level) {
    if (!Texts.isStated(level)) {
      return INCOMPLETE;
    }
    return reading.parameters.lists(LEVELS, level.textValue()) ? PASS : REVIEW;
  }
}
