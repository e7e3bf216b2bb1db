package sixones.packer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sixones.bid.ContractMember;
import sixones.fact.kind.FactKind;
import sixones.fact.kind.FactKinds;
import sixones.rule.Rule;

/**
 * Finds what stands in a rule set and serves nothing: facts and derived members that no rule reads,
 * types, parameters and passages that nothing names, folders without a rule. Each is told with its
 * place and what would be right.
 */
final class Unused {
  private final JsonNode described;
  private final FactKinds facts;
  private final List<Rule> rules;
  private final Map<String, Set<String>> read;
  private final Places places;
  private final List<String> reasons = new ArrayList<>();

  /**
   * @param described the YAML files of the rule set, merged
   * @param read the members that rules read, by kind of fact
   */
  Unused(
      JsonNode described,
      FactKinds facts,
      List<Rule> rules,
      Map<String, Set<String>> read,
      Places places) {
    this.described = described;
    this.facts = facts;
    this.rules = rules;
    this.read = read;
    this.places = places;
  }

  /** Returns a reason for each thing that serves nothing. */
  List<String> reasons() {
    ofFacts();
    ofTypes();
    ofParameters();
    ofCitations();
    ofFolders();
    return reasons;
  }

  private void ofFacts() {
    for (FactKind kind : facts.all().values()) {
      Set<String> members = read.get(kind.name());
      if (members == null) {
        refuse(
            "bid.yaml",
            List.of("facts", kind.name()),
            "no rule matches a " + kind.name() + "; write one, or take the kind of fact out");
      } else {
        for (String member : kind.needs().unused(members)) {
          refuse(
              "bid.yaml",
              List.of("facts", kind.name(), "derived", main(kind.name(), member)),
              "no rule and no other member reads "
                  + kind.name()
                  + "’s "
                  + member
                  + "; let one, or take it out");
        }
      }
    }
  }

  /** Returns the derived member of which another is a further output, or the member itself. */
  private String main(String kind, String member) {
    JsonNode derived = described.path("bid").path("facts").path(kind).path("derived");
    for (Map.Entry<String, JsonNode> entry : derived.properties()) {
      if (entry.getValue().path("also").has(member)) {
        return entry.getKey();
      }
    }
    return member;
  }

  private void ofTypes() {
    JsonNode types = described.path("bid").path("types");
    Set<String> used = new HashSet<>();
    described.path("bid").path("members").forEach(member -> usedTypes(member, types, used));
    for (String type : names(types)) {
      if (!used.contains(type)) {
        refuse("bid.yaml", List.of("types", type), "no member is of the type " + type);
      }
    }
  }

  private static void usedTypes(JsonNode member, JsonNode types, Set<String> used) {
    String kind = member.path("kind").asText();
    if (types.has(kind) && used.add(kind)) {
      usedTypes(types.path(kind), types, used);
    }
    member.path("members").forEach(below -> usedTypes(below, types, used));
    if (member.has("of")) {
      usedTypes(member.path("of"), types, used);
    }
  }

  private void ofParameters() {
    Set<String> used = new TreeSet<>();
    rules.forEach(rule -> used.addAll(rule.parameters()));
    for (FactKind kind : facts.all().values()) {
      used.addAll(kind.needs().parameters(read.getOrDefault(kind.name(), Set.of())));
    }
    for (ContractMember member : facts.contract().members().values()) {
      if (member.accepts() != null) {
        used.add(member.accepts());
      }
    }
    for (String id : names(described.path("parameters"))) {
      if (!used.contains(id)) {
        refuse(
            "parameters.yaml",
            List.of(id),
            id + " is read by no rule, no fact and no field; take it out");
      }
    }
  }

  private void ofCitations() {
    Set<String> cited = new HashSet<>(Rule.texts(described.path("demands")));
    rules.forEach(rule -> cited.add(rule.citation()));
    cited.add(described.path("applicants").path("citation").asText());
    for (String of : List.of("relaxations", "other-bids")) {
      described.path(of).forEach(one -> cited.add(one.path("citation").asText()));
    }
    for (JsonNode parameter : described.path("parameters")) {
      cited.add(parameter.path("citation").asText());
      parameter.path("values").forEach(value -> cited.add(value.path("citation").asText()));
    }
    for (String id : names(described.path("citations"))) {
      boolean background = described.path("citations").path(id).path("background").asBoolean();
      if (background == cited.contains(id)) {
        refuse(
            "citations.yaml",
            List.of(id),
            background
                ? id + " is cited; background: true is for passages on which nothing rests"
                : id + " is cited by nothing; take it out, or say background: true");
      }
    }
  }

  private void ofFolders() {
    Set<String> filled = new HashSet<>();
    rules.forEach(rule -> filled.add(rule.requirement()));
    for (String list : List.of("requirements", "groups")) {
      List<String> ids = Rule.texts(described.path(list));
      for (int i = 0; i < ids.size(); i++) {
        if (!filled.contains(ids.get(i))) {
          refuse(
              "ruleset.yaml",
              List.of(list, String.valueOf(i)),
              "no rule stands in the folder " + ids.get(i) + "/");
        }
      }
    }
    List<String> requirements = Rule.texts(described.path("requirements"));
    for (String demanded : names(described.path("demands"))) {
      if (!requirements.contains(demanded)) {
        refuse(
            "ruleset.yaml",
            List.of("demands", demanded),
            "there is no requirement " + demanded + "; there are " + requirements);
      }
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void refuse(String file, List<String> path, String reason) {
    reasons.add(places.of(file, path) + reason);
  }
}
