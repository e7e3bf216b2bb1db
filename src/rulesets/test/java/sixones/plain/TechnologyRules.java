package sixones.plain;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;

/** Core technologies in key fields, where the bid states one. */
public final class TechnologyRules {
  private final Reading reading;

  public TechnologyRules(Reading reading) {
    this.reading = reading;
  }

  public List<PlainFinding> findings() {
    Answers stated = reading.technologies;
    return List.of(
        stated.named(),
        stated.eachIfAny("core-technology-criteria", this::judgeCriteria),
        stated.eachIfAny("core-technology-level", TechnologyRules::judgeLevels),
        stated.memberIfAny(
            "core-technology-assessed", "assessedBy", TechnologyRules::judgeAssessment),
        stated.memberIfAny(
            "core-technology-stage",
            "stage",
            stage -> Conclusion.of(Texts.isStated(stage) ? PASS : INCOMPLETE)));
  }

  private void judgeCriteria(JsonNode technology, String at, Places places) {
    JsonNode priority = technology.path("priority");
    places.add(at + "/priority", priority, judgeCriterion(priority, "priority"));
    JsonNode importance = technology.path("productImportance");
    places.add(
        at + "/productImportance", importance, judgeCriterion(importance, "product-importance"));
    JsonNode risk = technology.path("externalRisk");
    places.add(
        at + "/externalRisk",
        MissingNode.getInstance(),
        judgeCriterion(risk, "external-risk")
            .with(Map.of("stated", BooleanNode.valueOf(Texts.isStated(risk)))));
  }

  private Conclusion judgeCriterion(JsonNode text, String reason) {
    State state = reading.parameters.states().ofProse(text);
    boolean there = state == State.STATED || state == State.LOST;
    return there ? Conclusion.of(REVIEW, reason) : Conclusion.of(INCOMPLETE);
  }

  private static void judgeLevels(JsonNode technology, String at, Places places) {
    JsonNode now = technology.path("levelNow");
    places.add(at + "/levelNow", now, judgeLevel(now, "level-now"));
    JsonNode aimed = technology.path("levelAimed");
    places.add(at + "/levelAimed", aimed, judgeLevel(aimed, "level-aimed"));
  }

  private static Conclusion judgeLevel(JsonNode level, String reason) {
    return Texts.isStated(level) ? Conclusion.of(REVIEW, reason) : Conclusion.of(INCOMPLETE);
  }

  private static Conclusion judgeAssessment(JsonNode by) {
    if (!Texts.isStated(by)) {
      return Conclusion.of(INCOMPLETE);
    }
    return Conclusion.of(by.textValue().equals("maker") ? REVIEW : PASS);
  }
}
