package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The figures of one answer: by measure and year, as far as they are complete. */
final class Figures {
  private final JsonNode figures;

  Figures(JsonNode answer) {
    figures = answer.path("figures");
  }

  static boolean isComplete(JsonNode figure) {
    return Texts.isStated(figure.path("measure"))
        && Texts.isStated(figure.path("year"))
        && Texts.isStated(figure.path("amount"));
  }

  static boolean isOfYear(JsonNode figure, JsonNode year) {
    return figure.path("year").longValue() == year.longValue();
  }

  /** The one amount given for the measure and year; empty when there is none or they differ. */
  Optional<Amount> agreedAmount(String measure, JsonNode year) {
    Amount agreed = null;
    for (JsonNode figure : figures) {
      if (isComplete(figure) && isOfMeasure(figure, measure) && isOfYear(figure, year)) {
        Amount amount = Amount.read(figure.path("amount"));
        if (agreed != null && agreed.number().compareTo(amount.number()) != 0) {
          return Optional.empty();
        }
        agreed = agreed == null ? amount : agreed;
      }
    }
    return Optional.ofNullable(agreed);
  }

  Optional<JsonNode> latestYear(String measure) {
    JsonNode latest = null;
    for (JsonNode figure : figures) {
      if (isComplete(figure) && isOfMeasure(figure, measure)) {
        JsonNode year = figure.path("year");
        latest = latest == null || year.longValue() > latest.longValue() ? year : latest;
      }
    }
    return Optional.ofNullable(latest);
  }

  private static boolean isOfMeasure(JsonNode figure, String measure) {
    return measure.equals(figure.path("measure").textValue());
  }
}
