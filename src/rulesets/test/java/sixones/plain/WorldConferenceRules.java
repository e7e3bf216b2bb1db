package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
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
        conferences.member("world-conference-hosted-by-city", "cityCode", reading.city::locate),
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
    Conclusion conclusion = judgeDates(read(startsOn), read(endsOn), state);
    if (!conclusion.outcome().equals(INCOMPLETE)) {
      conclusion = conclusion.with("day", reading.day.toString());
      conclusion = Texts.isStated(state) ? conclusion.with(Map.of("state", state)) : conclusion;
    }
    places.add(pointer + "/startsOn", startsOn, conclusion);
    places.add(pointer + "/endsOn", endsOn, conclusion);
  }

  private Conclusion judgeDates(
      Optional<LocalDate> start, Optional<LocalDate> end, JsonNode state) {
    boolean bothDays = start.isPresent() && end.isPresent();
    if (bothDays && end.get().isBefore(start.get())) {
      return Conclusion.of(FAIL, "ends-before-it-starts");
    }
    boolean ahead = List.of("planned", "approved").contains(state.asText());
    boolean held = state.asText().equals("held");
    if (ahead && end.isPresent() && end.get().isBefore(reading.day)) {
      return Conclusion.of(FAIL, "already-over");
    }
    if (held && start.isPresent() && start.get().isAfter(reading.day)) {
      return Conclusion.of(FAIL, "not-yet-begun");
    }
    if (!bothDays) {
      return Conclusion.of(INCOMPLETE);
    }
    if (!Texts.isStated(state)) {
      return Conclusion.of(INCOMPLETE, "no-state");
    }
    return Conclusion.of(PASS, held ? "held" : "ahead");
  }

  private static Optional<LocalDate> read(JsonNode date) {
    return Texts.isStated(date)
        ? Optional.of(LocalDate.parse(Texts.narrow(date.textValue())))
        : Optional.empty();
  }
}
