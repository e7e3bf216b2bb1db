package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One bid on one day under the parameters in force: what the rules of every requirement share. */
final class Reading {
  final JsonNode bid;
  final LocalDate day;
  final Parameters parameters;
  final DivisionsOfDay divisions;
  final City city;
  final PillarIndustries pillarIndustries;
  final Evidence evidence;
  final JsonNode baselineYear;
  final Answers parks;
  final Answers industries;
  final Answers chainLeaders;
  final Answers chainHeads;
  final Answers platforms;
  final Answers conferences;

  Reading(JsonNode bid, LocalDate day, Parameters parameters) {
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

  List<Answers> allAnswers() {
    return List.of(parks, industries, chainLeaders, chainHeads, platforms, conferences);
  }

  boolean hasBaselineYear() {
    return Texts.isStated(baselineYear);
  }

  Map<String, JsonNode> year() {
    return hasBaselineYear() ? Map.of("year", IntNode.valueOf(baselineYear.intValue())) : Map.of();
  }

  Map<String, JsonNode> accepted(String parameter) {
    return Map.of("accepted", parameters.written(parameter));
  }
}
