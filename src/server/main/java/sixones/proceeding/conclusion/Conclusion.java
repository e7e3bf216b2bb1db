package sixones.proceeding.conclusion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.evaluation.Verdicts;
import sixones.finding.Finding;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;

/**
 * What follows from the findings with the determinations in force counted. The machine's verdict
 * stays beside it, unchanged.
 *
 * @param verdict the machine's verdict on the bid
 * @param conclusion what follows for the bid
 * @param requirements in the order of the programme
 * @param changedBy the determinations of required rules that belong to no requirement
 * @param judgements one for each judged rule, in the order of the rule set
 * @param findings the findings it follows from: those of the machine, with what was determined
 */
public record Conclusion(
    Verdict verdict,
    Verdict conclusion,
    List<OnRequirement> requirements,
    List<UUID> changedBy,
    List<Judgement> judgements,
    List<Finding> findings) {

  /**
   * A determination in force.
   *
   * @param pointer the place in the bid evaluated; null for the whole finding
   */
  public record InForce(UUID id, String rule, String pointer, Outcome machine, Outcome to) {
    boolean isRemark() {
      return machine == to;
    }
  }

  /** What follows for one requirement, and by which determinations. */
  public record OnRequirement(
      String id, Verdict verdict, Verdict conclusion, List<UUID> changedBy) {}

  /**
   * What a person judged where a rule leaves the matter to people.
   *
   * @param machine what the machine found
   * @param to the worst that was judged of its places; null if nothing was judged
   */
  public record Judgement(String rule, Outcome machine, Outcome to, List<UUID> by) {}

  public Conclusion {
    requirements = List.copyOf(requirements);
    changedBy = List.copyOf(changedBy);
    judgements = List.copyOf(judgements);
    findings = List.copyOf(findings);
  }

  /**
   * Returns whether determinations can move the conclusion of an evaluation by some rules away from
   * its verdict: one of them has to be about what the verdict rests on, and be no mere remark.
   */
  public static boolean canDiffer(RuleSet rules, List<InForce> determinations) {
    return determinations.stream()
        .filter(one -> !one.isRemark())
        .map(one -> rules.rules().get(one.rule()))
        .anyMatch(rule -> rule == null || rule.severity() == Severity.REQUIRED);
  }

  /** Draws the conclusion of an evaluation. */
  public static Conclusion of(Evaluation evaluation, List<InForce> determinations) {
    Map<String, List<InForce>> byRule = new HashMap<>();
    for (InForce one : determinations) {
      byRule.computeIfAbsent(one.rule(), rule -> new ArrayList<>()).add(one);
    }
    List<Finding> findings = new ArrayList<>(evaluation.findings().size());
    Map<String, List<UUID>> changedBy = new LinkedHashMap<>();
    evaluation.ruleSet().requirements().forEach(id -> changedBy.put(id, new ArrayList<>()));
    List<UUID> outside = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    for (Finding finding : evaluation.findings()) {
      List<InForce> about = byRule.getOrDefault(finding.rule().id(), List.of());
      if (finding.rule().severity() == Severity.REQUIRED) {
        findings.add(determined(finding, about));
        List<UUID> by = changedBy.getOrDefault(finding.rule().requirement(), outside);
        about.stream().filter(one -> !one.isRemark()).forEach(one -> by.add(one.id()));
      } else {
        findings.add(finding);
        if (finding.rule().severity() == Severity.JUDGED) {
          judgements.add(judgement(finding, about));
        }
      }
    }
    Verdicts machine = evaluation.verdicts();
    Verdicts now = Verdicts.of(evaluation.ruleSet(), findings);
    List<OnRequirement> requirements = new ArrayList<>();
    changedBy.forEach(
        (id, by) ->
            requirements.add(
                new OnRequirement(
                    id,
                    machine.requirements().get(id).verdict(),
                    now.requirements().get(id).verdict(),
                    by.stream().sorted().toList())));
    return new Conclusion(
        machine.bid(),
        now.bid(),
        requirements,
        outside.stream().sorted().toList(),
        judgements,
        findings);
  }

  private static Finding determined(Finding finding, List<InForce> about) {
    if (about.stream().allMatch(InForce::isRemark)) {
      return finding;
    }
    Outcome whole = null;
    Map<String, Outcome> byPlace = new HashMap<>();
    for (InForce one : about) {
      if (one.isRemark()) {
        continue;
      }
      if (one.pointer() == null) {
        whole = one.to();
      } else {
        byPlace.put(one.pointer(), one.to());
      }
    }
    List<Finding.At> places = new ArrayList<>(finding.places().size());
    Outcome worst = Outcome.INAPPLICABLE;
    for (Finding.At place : finding.places()) {
      Outcome to = byPlace.getOrDefault(place.pointer(), whole);
      Finding.At now =
          to == null ? place : new Finding.At(place.pointer(), to, place.values(), null);
      places.add(now);
      worst = worst.worse(now.outcome());
    }
    return new Finding(finding.rule(), worst, places);
  }

  private static Judgement judgement(Finding finding, List<InForce> about) {
    Outcome to = null;
    List<UUID> by = new ArrayList<>();
    for (InForce one : about) {
      if (!one.isRemark()) {
        to = to == null ? one.to() : to.worse(one.to());
        by.add(one.id());
      }
    }
    return new Judgement(finding.rule().id(), finding.outcome(), to, by.stream().sorted().toList());
  }

  /** Returns what the finding of a rule is with determinations counted; null if it has none. */
  public Finding finding(String rule) {
    for (Finding finding : findings) {
      if (finding.rule().id().equals(rule)) {
        return finding;
      }
    }
    return null;
  }

  /** Returns the required findings, and judged ones whose blank counts, that hold the bid up. */
  public List<Finding> inTheWay() {
    return findings.stream().filter(Finding::holdsUp).toList();
  }

  /**
   * Returns it as JSON.
   *
   * @param revision the number of the case's last act
   */
  public ObjectNode json(Instant at, long revision) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("verdict", verdict.name());
    json.put("conclusion", conclusion.name());
    ArrayNode of = json.putArray("requirements");
    for (OnRequirement each : requirements) {
      ObjectNode one = of.addObject().put("id", each.id());
      one.put("verdict", each.verdict().name());
      one.put("conclusion", each.conclusion().name());
      ids(one.putArray("changedBy"), each.changedBy());
    }
    ids(json.putArray("changedBy"), changedBy);
    ArrayNode judged = json.putArray("judgements");
    for (Judgement each : judgements) {
      ObjectNode one = judged.addObject().put("rule", each.rule());
      one.put("machineOutcome", each.machine().name());
      if (each.to() != null) {
        one.put("to", each.to().name());
      }
      ids(one.putArray("by"), each.by());
    }
    return json.put("at", at.toString()).put("revision", revision);
  }

  private static void ids(ArrayNode list, List<UUID> ids) {
    ids.forEach(id -> list.add(id.toString()));
  }
}
