package sixones.plain.clusters;

import static sixones.plain.Outcomes.FAIL;
import static sixones.plain.Outcomes.INCOMPLETE;
import static sixones.plain.Outcomes.PASS;
import static sixones.plain.Outcomes.REVIEW;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import sixones.plain.Amount;
import sixones.plain.Conclusion;
import sixones.plain.PlainFinding;
import sixones.plain.Texts;

/** Area, output, shares and growth against the national numbers. */
final class ScaleRules {
  private final Reading reading;
  private final Outputs outputs;

  ScaleRules(Reading reading) {
    this.reading = reading;
    this.outputs = new Outputs(reading);
  }

  List<PlainFinding> findings() {
    Shares smes = Shares.ofSmes(reading.parameters, "sme-share-least");
    Shares leading = Shares.ofLeadingIndustry(reading.parameters, "leading-share-above");
    return List.of(
        reading.one("scale-area", "/cluster/areaKm2", this::judgeArea),
        outputs.all("scale-output", Outputs.OUTPUTS, "total", this::judgeOutput),
        outputs.all(
            "scale-sme-share",
            Outputs.SHARES,
            smes.member(),
            entry -> anotherFigure(entry, smes.judge(entry))),
        outputs.all(
            "scale-leading-share",
            Outputs.SHARES,
            leading.member(),
            entry -> anotherFigure(entry, leading.judge(entry))),
        reading.one(
            "scale-growth",
            "/outputs",
            list -> growth(reading, outputs.comparable(), "total", "growth-above")),
        outputs.some(
            "scale-evidence",
            Outputs.OUTPUTS,
            "evidence",
            entry -> reading.evidence.document(entry.path("evidence"))));
  }

  private Conclusion judgeArea(JsonNode area) {
    if (!Texts.isStated(area)) {
      return Conclusion.of(INCOMPLETE);
    }
    BigDecimal most = reading.parameters.number("area-most");
    return Conclusion.of(Amount.read(area).number().compareTo(most) <= 0 ? PASS : REVIEW)
        .with(Map.of("most", reading.parameters.written("area-most")));
  }

  private Conclusion judgeOutput(JsonNode entry) {
    if (Outputs.isComparable(entry) && Texts.isStated(entry.path("total"))) {
      return reaches(reading, entry, "output-least");
    }
    JsonNode year = entry.path("year");
    Conclusion open = Conclusion.of(INCOMPLETE).with(Map.of("year", year));
    if (Outputs.is(entry, "measure", "revenue") || Outputs.is(entry, "measure", "value_added")) {
      return because(open, "other-measure").with("measure", entry.path("measure").textValue());
    }
    boolean isOutput = Outputs.is(entry, "measure", "output");
    boolean isOfCluster = Outputs.is(entry, "scope", "cluster");
    if (isOutput && Texts.isStated(entry.path("scope")) && !isOfCluster) {
      return because(open, "other-scope").with("scope", entry.path("scope").textValue());
    }
    boolean isExpected =
        Outputs.is(entry, "basis", "forecast") || Outputs.is(entry, "basis", "estimate");
    if (isOutput && isOfCluster && isExpected) {
      return because(open, "not-actual").with("basis", entry.path("basis").textValue());
    }
    for (String member : List.of("measure", "scope", "basis", "total")) {
      if (!Texts.isStated(entry.path(member))) {
        return because(open, "no-" + member);
      }
    }
    return open;
  }

  private static Conclusion because(Conclusion conclusion, String reason) {
    return new Conclusion(conclusion.outcome(), conclusion.further(), reason);
  }

  /** Whether a comparable entry reaches the least output. */
  static Conclusion reaches(Reading reading, JsonNode entry, String least) {
    String meant = Outputs.meant(entry);
    boolean below = Amount.read(entry.path("total")).isBelow(reading.parameters.number(least));
    boolean above =
        Amount.read(entry.path("total")).number().compareTo(reading.parameters.number(least)) > 0;
    String outcome =
        switch (meant) {
          case "exact" -> below ? FAIL : PASS;
          case "over" -> below ? REVIEW : PASS;
          case "under" -> above ? REVIEW : FAIL;
          default -> REVIEW;
        };
    Conclusion conclusion =
        Conclusion.of(outcome)
            .with(Map.of("year", IntNode.valueOf(Outputs.year(entry))))
            .with(Map.of("least", reading.parameters.written(least)));
    return outcome.equals(REVIEW)
        ? conclusion.with(Map.of("bound", TextNode.valueOf(meant)))
        : conclusion;
  }

  private static Conclusion anotherFigure(JsonNode entry, Conclusion conclusion) {
    if (!conclusion.outcome().equals(INCOMPLETE) || !isAnother(entry)) {
      return conclusion;
    }
    return Conclusion.of(INCOMPLETE, "another-figure")
        .with(Map.of("year", IntNode.valueOf(Outputs.year(entry))));
  }

  private static boolean isAnother(JsonNode entry) {
    return Map.of("measure", "output", "scope", "cluster", "basis", "actual").entrySet().stream()
        .anyMatch(
            member ->
                Texts.isStated(entry.path(member.getKey()))
                    && !Outputs.is(entry, member.getKey(), member.getValue()));
  }

  /** What growth above a parameter amounts to. */
  static Conclusion growth(Reading reading, List<JsonNode> entries, String member, String above) {
    Growth growth =
        Growth.of(
            entries, member, reading.years(Outputs.OUTPUTS), reading.parameters.number(above));
    if (growth.compound().isEmpty()) {
      return Conclusion.of(INCOMPLETE, growth.gap());
    }
    return outcome(growth)
        .with("first", growth.first())
        .with("last", growth.last())
        .with(Map.of("above", reading.parameters.written(above)));
  }

  private static Conclusion outcome(Growth growth) {
    if (growth.compound().equals(Growth.MET)) {
      return Conclusion.of(PASS);
    }
    if (growth.mean().equals(Growth.UNCLEAR)) {
      return Conclusion.of(REVIEW, "not-exact");
    }
    return growth.mean().equals(Growth.MET)
        ? Conclusion.of(REVIEW, "averages-differ")
        : Conclusion.of(FAIL);
  }
}
