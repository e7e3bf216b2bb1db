package sixones.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of one answer: by measure and year, as far as they are complete. */
public final class Figures {
  private final JsonNode figures;

  public Figures(JsonNode answer) {
    figures = answer.path("figures");
  }

  public static boolean isComplete(JsonNode figure) {
    return Texts.isStated(figure.path("measure"))
        && Texts.isStated(figure.path("year"))
        && Texts.isStated(figure.path("amount"));
  }

  public static boolean isOfYear(JsonNode figure, JsonNode year) {
    return figure.path("year").longValue() == year.longValue();
  }

  /** The amounts of the complete figures of the measure and year. */
  public List<Amount> amounts(String measure, JsonNode year) {
    List<Amount> amounts = new ArrayList<>();
    for (JsonNode figure : figures) {
      if (isComplete(figure) && isOfMeasure(figure, measure) && isOfYear(figure, year)) {
        amounts.add(Amount.read(figure.path("amount")));
      }
    }
    return amounts;
  }

  public Optional<JsonNode> latestYear(String measure) {
    JsonNode latest = null;
    for (JsonNode figure : figures) {
      if (isComplete(figure) && isOfMeasure(figure, measure)) {
        JsonNode year = figure.path("year");
        latest = latest == null || year.longValue() > latest.longValue() ? year : latest;
      }
    }
    return Optional.ofNullable(latest);
  }

  /** The figure that exceeds the province's GDP of its year by most, the first of several. */
  public Optional<AgainstProvince> boldest(Province province) {
    AgainstProvince boldest = null;
    for (JsonNode figure : figures) {
      AgainstProvince next =
          province.against(figure.path("amount"), figure.path("year")).orElse(boldest);
      boolean bolder = boldest == null || next.excess().compareTo(boldest.excess()) > 0;
      boldest = bolder ? next : boldest;
    }
    return Optional.ofNullable(boldest);
  }

  private static boolean isOfMeasure(JsonNode figure, String measure) {
    return measure.equals(figure.path("measure").textValue());
  }
}
