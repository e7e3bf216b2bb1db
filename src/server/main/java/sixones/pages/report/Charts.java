package sixones.pages.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sixones.finding.Finding;
import sixones.report.Messages;
import sixones.report.Report;
import sixones.report.ReportFinding;
import sixones.report.ReportPart;
import sixones.report.ReportPlace;
import sixones.text.Text;

/** Builds the charts of the figures shown for information. */
final class Charts {
  private static final Set<String> FIGURES = Set.of("amount", "percentage");

  private record Stated(String label, BigDecimal amount, boolean own) {}

  private Charts() {}

  /**
   * Returns one chart for each figure stated by this bid and by at least one other.
   *
   * @param applicant the code of the applicant; null if the bid names none
   */
  static List<Chart> of(Report report, String applicant, Messages messages, ComparisonBids beside) {
    List<Chart> charts = new ArrayList<>();
    for (ReportFinding finding : report.in(ReportPart.CONTEXT)) {
      for (ReportPlace place : finding.places()) {
        List<Stated> stated = stated(applicant, place.at(), messages, beside);
        if (stated.size() > 1 && stated.get(0).own()) {
          String id = finding.rule().id();
          charts.add(new Chart(id, finding.title(), bars(stated, messages)));
        }
      }
    }
    return charts;
  }

  private static List<Stated> stated(
      String applicant, Finding.At place, Messages messages, ComparisonBids beside) {
    List<Stated> stated = new ArrayList<>();
    if (!FIGURES.contains(String.valueOf(messages.contract().kind(place.pointer())))) {
      return stated;
    }
    JsonNode found = place.values().get("found");
    BigDecimal own = amount(found == null ? null : found.textValue());
    if (own != null) {
      stated.add(new Stated(messages.applicant(applicant), own, true));
    }
    for (ComparisonBids.Other other : beside.others()) {
      BigDecimal amount = amount(other.stated().apply(place.pointer()));
      if (!other.applicant().equals(applicant) && amount != null) {
        stated.add(new Stated(messages.applicant(other.applicant()), amount, false));
      }
    }
    return stated;
  }

  private static BigDecimal amount(String text) {
    try {
      return text == null ? null : new BigDecimal(Text.width(text));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static List<Chart.Bar> bars(List<Stated> stated, Messages messages) {
    BigDecimal most = BigDecimal.ONE;
    for (Stated one : stated) {
      most = most.max(one.amount());
    }
    NumberFormat numbers =
        NumberFormat.getInstance(ULocale.forLanguageTag(messages.language().tag()));
    List<Chart.Bar> bars = new ArrayList<>();
    for (Stated one : stated) {
      int length =
          one.amount()
              .max(BigDecimal.ZERO)
              .multiply(BigDecimal.valueOf(100))
              .divide(most, 0, RoundingMode.HALF_UP)
              .intValue();
      bars.add(
          new Chart.Bar(bars.size(), one.label(), numbers.format(one.amount()), length, one.own()));
    }
    return bars;
  }
}
