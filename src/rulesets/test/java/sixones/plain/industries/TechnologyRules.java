package sixones.plain.industries;

import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Map;
import sixones.plain.Conclusion;
import sixones.plain.Places;
import sixones.plain.PlainFinding;
import sixones.plain.State;
import sixones.plain.Texts;

/** Core technologies in key fields, where the bid states one. */
final class TechnologyRules {
  private static final String LIST = "coreTechnologies";

  private final Sections sections;

  TechnologyRules(Sections sections) {
    this.sections = sections;
  }

  List<PlainFinding> findings() {
    return List.of(
        sections.named("core-technology-named", LIST),
        sections.eachIfAny("core-technology-criteria", LIST, this::judgeCriteria),
        sections.eachIfAny("core-technology-level", LIST, TechnologyRules::judgeLevels),
        sections.memberIfAny(
            "core-technology-assessed", LIST, "assessedBy", TechnologyRules::judgeAssessment),
        sections.memberIfAny(
            "core-technology-stage",
            LIST,
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
        Sections.nothing(),
        judgeCriterion(risk, "external-risk")
            .with(Map.of("stated", BooleanNode.valueOf(Texts.isStated(risk)))));
  }

  private Conclusion judgeCriterion(JsonNode text, String reason) {
    State state = sections.states().ofProse(text);
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
