package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import sixones.bid.UnreadableDraft;
import sixones.fact.DraftNode;

/** The figures of one answer, queried by measure and year. */
final class Figures {
  private record Figure(String measure, int year, BigDecimal amount) {}

  /** The baseline year of the bid is blank. */
  static final String NO_YEAR = "no-baseline-year";

  /** No such figure is stated. */
  static final String NONE = "no-figure";

  /** A figure that could match lacks its measure, year or amount. */
  static final String UNFINISHED = "unfinished-figure";

  /** Figures of the same measure and year state different amounts. */
  static final String SEVERAL = "several-amounts";

  private final List<Figure> complete = new ArrayList<>();
  private boolean unreadable;
  private boolean gaps;

  /**
   * @param only which figures count; null for all. One of which that cannot be told is unfinished.
   */
  Figures(JsonNode figures, EntryCondition only, FactSeed fact) {
    unreadable = figures == UnreadableDraft.PLACE;
    gaps = unreadable;
    for (JsonNode figure : figures) {
      Boolean counts = only == null ? Boolean.TRUE : only.holds(figure, fact);
      if (counts == null) {
        gaps = true;
        unreadable |= DraftNode.isPartlyUnreadable(figure);
      }
      if (counts == null || !counts) {
        continue;
      }
      String measure = figure.path("measure").textValue();
      BigDecimal amount = DraftNode.amount(figure.get("amount"));
      JsonNode year = figure.path("year");
      if (measure != null && amount != null && year.isInt()) {
        complete.add(new Figure(measure, year.intValue(), amount));
      } else if (!DraftNode.isBlank(figure)) {
        gaps = true;
        unreadable |= DraftNode.isPartlyUnreadable(figure);
      }
    }
  }

  /** Returns whether a complete figure is of this year; null if undecidable. */
  Boolean include(Integer year) {
    if (year == null) {
      return null;
    }
    if (complete.stream().anyMatch(figure -> figure.year == year)) {
      return true;
    }
    return gaps || complete.isEmpty() ? null : Boolean.FALSE;
  }

  /** Returns why {@link #include} is undecidable; null if it is not, or a figure is unreadable. */
  String gap(Integer year) {
    if (unreadable || include(year) != null) {
      return null;
    }
    return year == null ? NO_YEAR : gaps ? UNFINISHED : NONE;
  }

  /**
   * Returns why the amount of a measure in a year is unknown; null if it is known or a figure is
   * unreadable.
   */
  String gap(String measure, Integer year) {
    if (unreadable) {
      return null;
    }
    if (year == null) {
      return NO_YEAR;
    }
    boolean any = complete.stream().anyMatch(f -> f.measure.equals(measure) && f.year == year);
    return !any ? NONE : of(measure, year) == null ? SEVERAL : null;
  }

  /**
   * Returns why the latest amount of a measure is unknown; null if it is known or a figure is
   * unreadable.
   */
  String latestGap(String measure) {
    boolean any = complete.stream().anyMatch(figure -> figure.measure.equals(measure));
    return unreadable ? null : !any ? NONE : latest(measure) == null ? SEVERAL : null;
  }

  /**
   * Returns the amount of a measure in a year, in 100 million yuan (亿元).
   *
   * @return the amount; null if none is stated, several differ, or a figure is unreadable
   */
  BigDecimal of(String measure, Integer year) {
    if (unreadable) {
      return null;
    }
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

  /** Returns the latest year of a measure; null if none is stated. */
  Integer latestYear(String measure) {
    Integer latest = null;
    for (Figure figure : complete) {
      if (figure.measure.equals(measure) && (latest == null || figure.year > latest)) {
        latest = figure.year;
      }
    }
    return latest;
  }

  /**
   * Returns the amount of a measure in its latest year, in 100 million yuan (亿元).
   *
   * @return the amount; null if none is stated, several differ, or a figure is unreadable
   */
  BigDecimal latest(String measure) {
    return of(measure, latestYear(measure));
  }
}
