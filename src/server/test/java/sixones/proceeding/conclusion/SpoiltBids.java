package sixones.proceeding.conclusion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import sixones.Fixtures;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdicts;
import sixones.finding.Finding;
import sixones.proceeding.EvaluatedInTests;
import sixones.rule.Outcome;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;

/** Variants of evaluated bids: with other values, or with outcomes that hardly ever come up. */
final class SpoiltBids {
  private SpoiltBids() {}

  /** Returns the places of a bid that hold a value, but for those that say whose bid it is. */
  static List<String> leaves(Examined of) {
    List<String> leaves = new ArrayList<>();
    leaves("", of.bid(), leaves);
    String applicant = of.ruleSet().contract().applicant().toString();
    leaves.removeIf(
        one -> one.equals(applicant) || one.matches("/(schema|ruleSet|city|applicant)(/.*)?"));
    return leaves;
  }

  private static void leaves(String at, JsonNode node, List<String> leaves) {
    if (node.isObject()) {
      node.properties().forEach(one -> leaves(at + "/" + one.getKey(), one.getValue(), leaves));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(at + "/" + i, node.get(i), leaves);
      }
    } else if (!node.isNull()) {
      leaves.add(at);
    }
  }

  /** Returns the bid with some other values; null if such a bid cannot be read. */
  static Examined spoilt(Examined of, RuleSet rules, LocalDate day, Random random) {
    Examined spoilt = of;
    for (int i = random.nextInt(4); i >= 0 && spoilt != null; i--) {
      List<String> leaves = leaves(spoilt);
      if (leaves.isEmpty()) {
        return spoilt;
      }
      String leaf = leaves.get(random.nextInt(leaves.size()));
      JsonNode value = spoilt.bid().at(leaf);
      JsonNode other =
          random.nextInt(2) == 0
              ? NullNode.getInstance()
              : value.isBoolean()
                  ? BooleanNode.valueOf(!value.booleanValue())
                  : value.isNumber() ? IntNode.valueOf(0) : TextNode.valueOf("planned");
      spoilt = changed(spoilt, rules, day, leaf, other);
    }
    return spoilt;
  }

  /** Returns the bid with another value at a place; null if such a bid cannot be read. */
  static Examined changed(Examined of, RuleSet rules, LocalDate day, String leaf, JsonNode value) {
    JsonNode bid = of.bid().deepCopy();
    String last = leaf.substring(leaf.lastIndexOf('/') + 1);
    if (bid.at(leaf.substring(0, leaf.lastIndexOf('/'))) instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    } else {
      Fixtures.change(bid, leaf, value);
    }
    try {
      return EvaluatedInTests.of(bid, rules, day);
    } catch (AssertionError e) {
      return null;
    }
  }

  /** Returns the same bid with other findings, as a contradictory or a stricter rule gives them. */
  static Examined withOtherOutcomes(Examined of, Random random) {
    List<String> leaves = leaves(of);
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : of.evaluation().findings()) {
      findings.add(random.nextInt(3) == 0 ? other(finding, leaves, random) : finding);
    }
    Evaluation was = of.evaluation();
    Evaluation evaluation =
        new Evaluation(
            was.ruleSet(), was.draft(), was.asOf(), findings, Verdicts.of(was.ruleSet(), findings));
    UUID id = new UUID(random.nextLong(), random.nextLong());
    return new Examined(id, id, evaluation, of.bid());
  }

  private static Finding other(Finding finding, List<String> leaves, Random random) {
    List<Finding.At> places = new ArrayList<>();
    Outcome worst = Outcome.INAPPLICABLE;
    if (random.nextInt(5) > 0) {
      for (Finding.At place : finding.places()) {
        places.add(new Finding.At(place.pointer(), outcome(finding, random), place.values()));
      }
      if (!leaves.isEmpty() && random.nextInt(2) == 0) {
        String pointer = leaves.get(random.nextInt(leaves.size()));
        if (places.stream().noneMatch(place -> place.pointer().equals(pointer))) {
          places.add(new Finding.At(pointer, outcome(finding, random), java.util.Map.of()));
        }
      }
    }
    for (Finding.At place : places) {
      worst = worst.worse(place.outcome());
    }
    return new Finding(finding.rule(), worst, places);
  }

  /** A judged rule leaves the matter to a person: it never says pass or fail. */
  private static Outcome outcome(Finding finding, Random random) {
    boolean isJudged = finding.rule().severity() == Severity.JUDGED;
    return switch (random.nextInt(12)) {
      case 0 -> Outcome.ERROR;
      case 1, 2 -> Outcome.INCOMPLETE;
      case 3, 4 -> isJudged ? Outcome.REVIEW : Outcome.FAIL;
      case 5, 6, 7 -> Outcome.REVIEW;
      default -> isJudged ? Outcome.REVIEW : Outcome.PASS;
    };
  }
}
