package sixones.plain.clusters;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import sixones.plain.Conclusion;
import sixones.plain.Parameters;
import sixones.plain.PlainFinding;
import sixones.plain.Texts;

/** The call, its recommendation, and what is for information. */
final class CallRules {
  private final Reading reading;

  CallRules(Reading reading) {
    this.reading = reading;
  }

  List<PlainFinding> findings() {
    return List.of(
        reading.one("call-deadline", "/recommendation/on", this::judgeDay),
        reading.one("call-year", "/call/year", this::judgeYear),
        reading.one("call-recommender", "/recommendation/byCode", this::judgeRecommender),
        reading.one("context-three-year-plan", "/threeYearPlan", reading::judgeInformation),
        reading.one(
            "context-provincial-recognition",
            "/cluster/provincialRecognition/year",
            year -> Conclusion.of(Texts.isStated(year) ? PASS : INCOMPLETE)));
  }

  private Conclusion judgeDay(JsonNode on) {
    if (!Texts.isStated(on) || !reading.isCallYearKnown() || !reading.has("call-deadline")) {
      return Conclusion.of(INCOMPLETE);
    }
    JsonNode deadline = reading.parameters.written("call-deadline");
    LocalDate last = LocalDate.parse(deadline.textValue());
    boolean late = LocalDate.parse(Texts.narrow(on.textValue())).isAfter(last);
    return Conclusion.of(late ? FAIL : PASS).with(Map.of("deadline", deadline));
  }

  private Conclusion judgeYear(JsonNode year) {
    if (!Texts.isStated(year)) {
      return Conclusion.of(INCOMPLETE);
    }
    Parameters parameters = reading.parameters;
    BigDecimal stated = year.decimalValue();
    Conclusion conclusion = Conclusion.of(PASS);
    if (stated.compareTo(parameters.number("first-call")) < 0) {
      conclusion = Conclusion.of(REVIEW, "before");
    } else if (stated.compareTo(parameters.number("last-call")) > 0) {
      conclusion = Conclusion.of(REVIEW, "after");
    }
    return conclusion
        .with(Map.of("first", parameters.written("first-call")))
        .with(Map.of("last", parameters.written("last-call")));
  }

  private Conclusion judgeRecommender(JsonNode by) {
    if (!Texts.isStated(by)) {
      return Conclusion.of(INCOMPLETE);
    }
    String word = reading.county.word(by);
    Conclusion conclusion =
        switch (word) {
          case "wider" -> Conclusion.of(PASS);
          case "in-city" -> Conclusion.of(REVIEW, "in-county");
          default -> Conclusion.of(REVIEW, word);
        };
    return conclusion.with("county", reading.county.code());
  }
}
