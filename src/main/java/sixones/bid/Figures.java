package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The figures of one answer: what they say of a year. */
final class Figures {
  private record Figure(String measure, int year, BigDecimal amount) {}

  private final List<Figure> complete = new ArrayList<>();
  private boolean gaps;

  Figures(JsonNode figures) {
    for (JsonNode figure : figures) {
      String measure = figure.path("measure").textValue();
      BigDecimal amount = Stated.amount(figure.get("amount"));
      JsonNode year = figure.path("year");
      if (measure != null && amount != null && year.isInt()) {
        complete.add(new Figure(measure, year.intValue(), amount));
      } else if (!Stated.isBlank(figure)) {
        gaps = true;
      }
    }
  }

  /** Whether one is of this year; null while that cannot be told. */
  Boolean include(Integer year) {
    if (year == null) {
      return null;
    }
    if (complete.stream().anyMatch(figure -> figure.year == year)) {
      return true;
    }
    return gaps || complete.isEmpty() ? null : Boolean.FALSE;
  }

  /** The amount of a measure in a year; null if none is stated or two differ. */
  BigDecimal of(String measure, Integer year) {
    BigDecimal amount = null;
    for (Figure figure : complete) {
      if (figure.measure.equals(measure) && year != null && figure.year == year) {
        if (amount != null && amount.compareTo(figure.amount) != 0) {
          return null;
        }
        amount = amount == null ? figure.amount : amount;
      }
    }
    return amount;
  }

  /** The latest year's amount of a measure; null if none is stated or two differ. */
  BigDecimal latest(String measure) {
    Integer latest = null;
    for (Figure figure : complete) {
      if (figure.measure.equals(measure) && (latest == null || figure.year > latest)) {
        latest = figure.year;
      }
    }
    return of(measure, latest);
  }
}
