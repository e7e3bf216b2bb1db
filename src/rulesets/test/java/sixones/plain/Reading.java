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
  }

  public List<Answers> allAnswers() {
    return List.of(parks, industries, chainLeaders, chainHeads, platforms, conferences);
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
