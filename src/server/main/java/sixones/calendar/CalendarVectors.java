package sixones.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Holds a calendar to the terms its own file says were counted elsewhere. */
final class CalendarVectors {
  private static final int MOST = 200;

  private final CalendarJson json;

  CalendarVectors(CalendarJson json) {
    this.json = json;
  }

  void check(JsonNode tree, WorkingDays days) {
    List<JsonNode> vectors = tree.has("vectors") ? json.list(tree, "", "vectors") : List.of();
    if (vectors.size() > MOST) {
      json.fault("/vectors", "calendar-list-long", Map.of("most", MOST));
      return;
    }
    for (int i = 0; i < vectors.size(); i++) {
      check(vectors.get(i), "/vectors/" + i, days);
    }
  }

  private void check(JsonNode vector, String at, WorkingDays days) {
    json.known(
        vector,
        at,
        "what",
        "from",
        "to",
        "firstDayCounts",
        "workingDays",
        "calendarDays",
        "source",
        "countStatedBySource");
    LocalDate from = json.day(vector.path("from"), at + "/from");
    LocalDate to = json.day(vector.path("to"), at + "/to");
    JsonNode convention = vector.path("firstDayCounts");
    if (!convention.isBoolean()) {
      Map<String, String> values = Map.of("right", "true, false");
      json.fault(at + "/firstDayCounts", "calendar-constant", values);
    }
    if (from == null || to == null) {
      return;
    }
    TermUnit unit = vector.has("workingDays") ? TermUnit.WORKING_DAY : TermUnit.DAY;
    JsonNode amount = vector.path(unit == TermUnit.DAY ? "calendarDays" : "workingDays");
    try {
      TermRule rule = TermRule.read(null, amount.asText(""), unit, convention.asBoolean());
      LocalDate last = days.term(rule, from).lastDay();
      if (!to.equals(last)) {
        Map<String, String> values =
            Map.of("to", to.toString(), "counted", last == null ? "—" : last.toString());
        json.fault(at, "calendar-vector", values);
      }
    } catch (UnfitTerm e) {
      json.fault(at + e.fault().pointer(), e.fault().kind(), e.fault().values());
    }
  }
}
