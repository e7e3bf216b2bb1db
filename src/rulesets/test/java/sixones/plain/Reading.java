package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One bid on one day under the parameters in force: what the rules of every requirement share. */
public final class Reading {
  public final JsonNode bid;
  public final LocalDate day;
  public final Parameters parameters;
  public final DivisionsOfDay divisions;
  public final City city;
  final PillarIndustries pillarIndustries;
  public final Evidence evidence;
  public final JsonNode baselineYear;
  final Answers parks;
  final Answers industries;
  final Answers chainLeaders;
  final Answers chainHeads;
  final Answers platforms;
  final Answers conferences;
  final Answers cooperation;
  final Answers technologies;

  public Reading(JsonNode bid, LocalDate day, Parameters parameters) {
    this.bid = bid;
    this.day = day;
    this.parameters = parameters;
    divisions = new DivisionsOfDay(day);
    city = new City(bid, divisions);
    pillarIndustries = new PillarIndustries(bid, parameters);
    evidence = new Evidence(bid, parameters.states());
    baselineYear = bid.path("baseline").path("year");
    parks = new Answers(this, "park", "parks");
    industries = new Answers(this, "pillar-industry", "pillarIndustries");
    chainLeaders = new Answers(this, "chain-leader", "chainLeaders");
    chainHeads = new Answers(this, "chain-head", "chainHeads");
    platforms = new Answers(this, "innovation-platform", "innovationPlatforms");
    conferences = new Answers(this, "world-conference", "conferences");
    cooperation = new Answers(this, "cooperation", "cooperation");
    technologies = new Answers(this, "core-technology", "coreTechnologies");
  }

  /** All entries that can name evidence documents. */
  public List<Answers> allAnswers() {
    return List.of(
        parks,
        industries,
        chainLeaders,
        chainHeads,
        platforms,
        conferences,
        cooperation,
        technologies);
  }

  /** What a text that people judge amounts to. */
  public Conclusion judgeProse(JsonNode text) {
    State state = parameters.states().ofProse(text);
    return switch (state) {
      case STATED, LOST -> Conclusion.of(Outcomes.REVIEW, state.reason());
      case PLACEHOLDER -> Conclusion.of(Outcomes.INCOMPLETE, state.reason());
      case NONE -> Conclusion.of(Outcomes.INCOMPLETE);
    };
  }

  public boolean hasBaselineYear() {
    return Texts.isStated(baselineYear);
  }

  public Map<String, JsonNode> year() {
    return hasBaselineYear() ? Map.of("year", IntNode.valueOf(baselineYear.intValue())) : Map.of();
  }

  public Map<String, JsonNode> accepted(String parameter) {
    return Map.of("accepted", parameters.written(parameter));
  }
}
