package sixones.plain.clusters;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sixones.plain.Conclusion;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.Texts;

/** The declaration on the last three years, and the cases that are listed. */
final class IntegrityRules {
  private static final String YEARS = "incident-years";

  private final Reading reading;

  IntegrityRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    return List.of(
        reading.one("integrity-declared", "/integrity/noIncidentsDeclared", this::judgeDeclaration),
        eachCase("integrity-kind", Set.of(), "kind", IntegrityRules::judgeKind),
        eachCase(
            "integrity-accidents",
            Set.of("safety", "quality", "environment"),
            "grade",
            one -> judgeGrade(one, "accident-grades")),
        eachCase(
            "integrity-events",
            Set.of("network", "data"),
            "grade",
            one -> judgeGrade(one, "event-grades")),
        eachCase(
            "integrity-conduct", Set.of("tax", "breach", "dishonesty"), "on", this::judgeConduct),
        eachCase(
            "integrity-other-problems",
            Set.of("other"),
            "description",
            one -> reading.judgeProse(one.path("description"))));
  }

  /**
   * @param kinds the kinds of case the rule is for; empty for every case
   */
  private PlainFinding eachCase(
      String rule, Set<String> kinds, String member, Function<JsonNode, Conclusion> judge) {
    Places places = new Places(rule);
    JsonNode cases = reading.list("incidents");
    for (int i = 0; i < cases.size(); i++) {
      JsonNode one = cases.get(i);
      if (kinds.isEmpty() || kinds.contains(one.path("kind").asText())) {
        places.add("/incidents/" + i + "/" + member, one.path(member), judge.apply(one));
      }
    }
    return places.finding();
  }

  private JsonNode declared() {
    return reading.bid.at("/integrity/noIncidentsDeclared");
  }

  private Conclusion judgeDeclaration(JsonNode none) {
    if (!none.isBoolean()) {
      return Conclusion.of(INCOMPLETE);
    }
    if (none.booleanValue()) {
      return Conclusion.of(PASS, "none");
    }
    int count = 0;
    for (JsonNode one : reading.list("incidents")) {
      count += Texts.isStated(one) ? 1 : 0;
    }
    return count == 0
        ? Conclusion.of(INCOMPLETE)
        : Conclusion.of(PASS, "listed").with(Map.of("count", IntNode.valueOf(count)));
  }

  private static Conclusion judgeKind(JsonNode one) {
    return Conclusion.of(Texts.isStated(one.path("kind")) ? PASS : INCOMPLETE);
  }

  private Conclusion judgeGrade(JsonNode one, String grades) {
    JsonNode grade = one.path("grade");
    boolean isStated = Texts.isStated(grade);
    if (isStated && !reading.parameters.lists(grades, grade.textValue())) {
      return ofGrade(Conclusion.of(PASS, "lower-grade"), one, grades);
    }
    if (!Texts.isStated(one.path("on"))) {
      return Conclusion.of(INCOMPLETE);
    }
    LocalDate on = day(one);
    if (!isRecent(on)) {
      return ofGrade(Conclusion.of(PASS, "older"), one, grades);
    }
    return isStated
        ? ofGrade(judgeRecent(on), one, grades).with(dayIfAfter(on))
        : Conclusion.of(INCOMPLETE);
  }

  private Conclusion ofGrade(Conclusion conclusion, JsonNode one, String grades) {
    Conclusion with = conclusion.with(Map.of("grades", reading.parameters.written(grades)));
    if (Texts.isStated(one.path("on"))) {
      with = with.with("on", day(one).toString());
    }
    return with.with(years());
  }

  private Conclusion judgeConduct(JsonNode one) {
    if (!Texts.isStated(one.path("on"))) {
      return Conclusion.of(INCOMPLETE);
    }
    LocalDate on = day(one);
    if (!isRecent(on)) {
      return Conclusion.of(PASS).with(years());
    }
    return judgeRecent(on).with(years()).with(dayIfAfter(on));
  }

  /** A recent case that excludes, by the declaration. */
  private Conclusion judgeRecent(LocalDate on) {
    if (on.isAfter(reading.day)) {
      return Conclusion.of(REVIEW, "after-the-day");
    }
    return declared().asBoolean() ? Conclusion.of(REVIEW, "declared-none") : Conclusion.of(FAIL);
  }

  private Map<String, JsonNode> dayIfAfter(LocalDate on) {
    return on.isAfter(reading.day)
        ? Map.of("day", TextNode.valueOf(reading.day.toString()))
        : Map.of();
  }

  private Map<String, JsonNode> years() {
    return Map.of("years", reading.parameters.written(YEARS));
  }

  private boolean isRecent(LocalDate on) {
    int years = reading.parameters.number(YEARS).intValue();
    return !on.plusYears(years).isBefore(reading.day);
  }

  private static LocalDate day(JsonNode one) {
    return LocalDate.parse(Texts.narrow(one.path("on").textValue()));
  }
}
