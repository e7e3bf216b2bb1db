package sixones.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts terms a second time, as one would with a finger on a wall calendar: written from the rule
 * in the file's own words and Civil Code art. 201 to 203, and from nothing of what it is to check.
 */
final class PlainCalendar {
  private final Set<String> off = new HashSet<>();
  private final Set<String> madeUp = new HashSet<>();
  private final String first;
  private final String last;

  PlainCalendar(byte[] file) {
    JsonNode all;
    try {
      all = new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    first = all.at("/meta/coverage/from").asText();
    last = all.at("/meta/coverage/to").asText();
    for (JsonNode year : all.get("years")) {
      for (JsonNode block : year.get("offDays")) {
        String end = block.get("to").asText();
        for (String day = block.get("from").asText(); day.compareTo(end) <= 0; day = next(day)) {
          off.add(day);
        }
      }
      year.get("makeUpWorkingDays").forEach(day -> madeUp.add(day.get("date").asText()));
    }
  }

  private static String next(String day) {
    return LocalDate.parse(day).plusDays(1).toString();
  }

  boolean works(String day) {
    if (off.contains(day)) {
      return false;
    }
    // 1970-01-01 was a Thursday.
    long weekday = Math.floorMod(LocalDate.parse(day).toEpochDay() + 3, 7);
    return madeUp.contains(day) || weekday < 5;
  }

  boolean knows(String day) {
    return first.compareTo(day) <= 0 && day.compareTo(last) <= 0;
  }

  /** The last day of a term; null if nobody can know. */
  String lastDay(String start, int amount, boolean workingDays, boolean firstDayCounts) {
    String day = start;
    int left = amount;
    if (firstDayCounts && (!workingDays || works(day))) {
      left--;
    }
    while (left > 0 || !works(day)) {
      day = next(day);
      if (!knows(day)) {
        return null;
      }
      if (!workingDays || works(day)) {
        left--;
      }
    }
    return day;
  }
}
