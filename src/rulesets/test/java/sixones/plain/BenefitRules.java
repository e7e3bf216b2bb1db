package sixones.plain;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Benefits per mu: of the parks, and the classes of the city's firms. */
final class BenefitRules {
  private static final String MOST = "per-mu-share-a-most";
  private static final String LEAST = "per-mu-share-c-least";
  private static final String TOLERANCE = "per-mu-share-tolerance";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Reading reading;
  private final Answers evaluations;

  BenefitRules(Reading reading) {
    this.reading = reading;
    this.evaluations = new Answers(reading, "benefit-per-mu", "perMuEvaluations");
  }

  List<PlainFinding> findings() {
    return List.of(
        evaluations.eachIfAny("benefit-per-mu-share-a", this::judgeShareA),
        evaluations.eachIfAny("benefit-per-mu-share-c", this::judgeShareC),
        evaluations.eachIfAny("benefit-per-mu-stated-share", this::judgeStatedShare),
        means("benefit-per-mu-revenue", "revenueTenThousandYuanPerMu", "province-revenue-per-mu"),
        means("benefit-per-mu-tax", "taxTenThousandYuanPerMu", "province-tax-per-mu"),
        reading.parks.memberIfAny(
            "benefit-per-mu-park-evaluated", "perMuEvaluated", BenefitRules::judgeEvaluated),
        reading.parks.eachIfAny("benefit-per-mu-class-of-park", BenefitRules::judgeClass));
  }

  private void judgeShareA(JsonNode evaluation, String at, Places places) {
    JsonNode inClass = evaluation.path("classA");
    places.add(at + "/classA", inClass, judgeShareA(inClass, evaluation));
  }

  private Conclusion judgeShareA(JsonNode inClass, JsonNode evaluation) {
    if (!canBeShared(inClass, evaluation)) {
      return Conclusion.of(INCOMPLETE);
    }
    String outcome = PASS;
    if (compareShare(inClass, evaluation, MOST) > 0) {
      outcome = isMoreThanEvaluated(inClass, evaluation) ? REVIEW : FAIL;
    }
    return Conclusion.of(outcome).with(counted(evaluation, "most", MOST));
  }

  private void judgeShareC(JsonNode evaluation, String at, Places places) {
    JsonNode inClass = evaluation.path("classC");
    places.add(at + "/classC", inClass, judgeShareC(inClass, evaluation));
  }

  private Conclusion judgeShareC(JsonNode inClass, JsonNode evaluation) {
    if (!canBeShared(inClass, evaluation)) {
      return Conclusion.of(INCOMPLETE);
    }
    String outcome = PASS;
    if (compareShare(inClass, evaluation, LEAST) < 0) {
      outcome = FAIL;
    } else if (isMoreThanEvaluated(inClass, evaluation)) {
      outcome = REVIEW;
    }
    return Conclusion.of(outcome).with(counted(evaluation, "least", LEAST));
  }

  private static boolean isMoreThanEvaluated(JsonNode inClass, JsonNode evaluation) {
    return inClass.intValue() > evaluation.path("firms").intValue();
  }

  private static boolean canBeShared(JsonNode inClass, JsonNode evaluation) {
    JsonNode firms = evaluation.path("firms");
    return Texts.isStated(inClass) && Texts.isStated(firms) && firms.intValue() > 0;
  }

  private int compareShare(JsonNode inClass, JsonNode evaluation, String parameter) {
    BigDecimal share = inClass.decimalValue().multiply(HUNDRED);
    BigDecimal limit =
        evaluation.path("firms").decimalValue().multiply(reading.parameters.number(parameter));
    return share.compareTo(limit);
  }

  private Map<String, JsonNode> counted(JsonNode evaluation, String name, String parameter) {
    Map<String, JsonNode> counted = year(evaluation);
    counted.put("firms", evaluation.path("firms"));
    counted.put(name, reading.parameters.written(parameter));
    return counted;
  }

  private static Map<String, JsonNode> year(JsonNode entry) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    if (Texts.isStated(entry.path("year"))) {
      values.put("year", IntNode.valueOf(entry.path("year").intValue()));
    }
    return values;
  }

  private void judgeStatedShare(JsonNode evaluation, String at, Places places) {
    JsonNode stated = evaluation.path("statedShareA");
    if (Texts.isStated(stated)) {
      places.add(at + "/statedShareA", stated, judgeStatedShare(stated, evaluation));
    }
  }

  private Conclusion judgeStatedShare(JsonNode stated, JsonNode evaluation) {
    JsonNode inClass = evaluation.path("classA");
    if (!canBeShared(inClass, evaluation)) {
      return Conclusion.of(INCOMPLETE);
    }
    BigDecimal firms = evaluation.path("firms").decimalValue();
    BigDecimal off =
        inClass
            .decimalValue()
            .multiply(HUNDRED)
            .subtract(Amount.read(stated).number().multiply(firms))
            .abs();
    boolean follows = off.compareTo(reading.parameters.number(TOLERANCE).multiply(firms)) <= 0;
    Map<String, JsonNode> values = year(evaluation);
    values.put("classA", inClass);
    values.put("firms", evaluation.path("firms"));
    values.put("tolerance", reading.parameters.written(TOLERANCE));
    return Conclusion.of(follows ? PASS : REVIEW).with(values);
  }

  private PlainFinding means(String rule, String member, String parameter) {
    return reading.parks.eachIfAny(
        rule,
        (park, at, places) -> {
          JsonNode years = park.path("perMu");
          for (int i = 0; i < years.size(); i++) {
            String pointer = at + "/perMu/" + i + "/" + member;
            judgeMean(years.get(i), member, parameter, pointer, places);
          }
        });
  }

  private void judgeMean(
      JsonNode of, String member, String parameter, String pointer, Places places) {
    JsonNode stated = of.path(member);
    String mean = provincial(parameter, of.path("year"));
    if (Texts.isStated(stated) && !mean.isEmpty()) {
      boolean above = Amount.read(stated).number().compareTo(new BigDecimal(mean)) > 0;
      places.add(
          pointer,
          stated,
          Conclusion.of(PASS, above ? "above" : "not-above").with(year(of)).with("province", mean));
    }
  }

  /** The province's mean of a year as written; empty if none is listed. */
  private String provincial(String parameter, JsonNode year) {
    for (String line : reading.parameters.texts(parameter)) {
      String[] yearAndMean = line.split(": ");
      if (Texts.isStated(year) && yearAndMean[0].equals(year.asText())) {
        return yearAndMean[1];
      }
    }
    return "";
  }

  private static Conclusion judgeEvaluated(JsonNode evaluated) {
    if (!Texts.isStated(evaluated)) {
      return Conclusion.of(INCOMPLETE);
    }
    return Conclusion.of(evaluated.booleanValue() ? PASS : REVIEW);
  }

  private static void judgeClass(JsonNode park, String at, Places places) {
    JsonNode claimed = park.path("perMuClass");
    if (Texts.isStated(claimed)) {
      places.add(at + "/perMuClass", claimed, REVIEW);
    }
  }
}
