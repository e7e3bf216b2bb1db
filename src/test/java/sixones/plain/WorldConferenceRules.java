package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One world conference. */
final class WorldConferenceRules {
  private final Reading reading;

  WorldConferenceRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    Answers conferences = reading.conferences;
    return List.of(
        conferences.named(),
        conferences.one(),
        conferences.member(
            "world-conference-world-scope", "scope", Map.of(), WorldConferenceRules::judgeScope),
        conferences.related("world-conference-of-pillar-industry", "industry"),
        conferences.member(
            "world-conference-hosted-by-city",
            "cityCode",
            reading.cityCode(),
            reading.city::locate),
        conferences.each("world-conference-dated", this::judgeDates),
        conferences.documented());
  }

  private static String judgeScope(JsonNode scope) {
    if (!Texts.isStated(scope)) {
      return INCOMPLETE;
    }
    return switch (scope.textValue()) {
      case "world" -> PASS;
      case "national", "regional" -> FAIL;
      case "international" -> REVIEW;
      default -> INCOMPLETE;
    };
  }

  private void judgeDates(JsonNode conference, String pointer, Places places) {
    JsonNode startsOn = conference.path("startsOn");
    JsonNode endsOn = conference.path("endsOn");
    JsonNode state = conference.path("state");
    String outcome = judgeDates(read(startsOn), read(endsOn), state);
    Map<String, JsonNode> further = new LinkedHashMap<>();
    further.put("day", TextNode.valueOf(reading.day.toString()));
    if (Texts.isStated(state)) {
      further.put("state", state);
    }
    places.add(pointer + "/startsOn", startsOn, outcome, further);
    places.add(pointer + "/endsOn", endsOn, outcome, further);
  }

  private String judgeDates(Optional<LocalDate> start, Optional<LocalDate> end, JsonNode state) {
    boolean bothDays = start.isPresent() && end.isPresent();
    if (bothDays && end.get().isBefore(start.get())) {
      return FAIL;
    }
    boolean contradicted =
        switch (state.asText()) {
          case "planned", "approved" -> end.isPresent() && end.get().isBefore(reading.day);
          case "held" -> start.isPresent() && start.get().isAfter(reading.day);
          default -> false;
        };
    if (contradicted) {
      return FAIL;
    }
    return bothDays && Texts.isStated(state) ? PASS : INCOMPLETE;
  }

  private static Optional<LocalDate> read(JsonNode date) {
    return Texts.isStated(date)
        ? Optional.of(LocalDate.parse(Texts.narrow(date.textValue())))
        : Optional.empty();
  }
}
