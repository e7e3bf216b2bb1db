package sixones.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Divisions that may bid without being listed: all of one level in some places, as the table of
 * divisions has them on the day.
 *
 * @param within the codes of the places; empty for everywhere
 * @param from the first day on which they may bid
 * @param until the first day on which they may no longer bid; null if open-ended
 * @param except the codes of those that may not
 */
public record ApplicantDivisions(
    DivisionLevel level, List<String> within, LocalDate from, LocalDate until, Set<String> except) {

  /** Reads the entry {@code divisions} of {@code applicants.yaml}. */
  public static ApplicantDivisions of(JsonNode node) {
    List<String> within = new ArrayList<>();
    node.path("within").forEach(code -> within.add(code.asText()));
    Set<String> except = new HashSet<>();
    node.path("except").forEach(code -> except.add(code.asText()));
    return new ApplicantDivisions(
        DivisionLevel.ofWord(node.path("level").asText()),
        within,
        LocalDate.parse(node.path("from").asText()),
        node.has("until") ? LocalDate.parse(node.path("until").asText()) : null,
        except);
  }

  /** Returns whether a code is of the level, in one of the places and not excepted. */
  public boolean has(String code) {
    return DivisionLevel.of(code) == level
        && !except.contains(code)
        && (within.isEmpty() || within.stream().anyMatch(place -> Divisions.covers(place, code)));
  }

  /**
   * Returns the divisions as applicants, by code. One may bid while its code counts as in force; of
   * an old and a new code that both do, only the new one may.
   */
  List<Applicant> in(Divisions divisions) {
    List<Applicant> all = new ArrayList<>();
    for (String code : codes(divisions)) {
      Divisions.Period period = divisions.lastPeriod(code, level, from, until);
      if (period != null) {
        all.add(
            new Applicant(
                code,
                null,
                period.name(),
                period.from().isAfter(from) ? period.from() : from,
                earlier(period.until(), until),
                divisions.onceCalled(code)));
      }
    }
    return all;
  }

  private Set<String> codes(Divisions divisions) {
    Set<String> codes = new TreeSet<>();
    for (String line : divisions.lines()) {
      String code = line.substring(0, line.indexOf('\t'));
      if (has(code)) {
        codes.add(code);
      }
    }
    return codes;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
