package sixones.representation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.report.Column;
import sixones.report.DivisionNames;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.report.Problem;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.submission.RefusedPlace;

/** Represents a refusal as a problem (RFC 9457). */
public final class RefusedProblem {
  private RefusedProblem() {}

  /** Returns the problem of a refusal, with an error for each fault. */
  public static Problem of(Refused refused, Language language) {
    List<Problem.Error> errors = new ArrayList<>();
    for (Fault fault : refused.faults()) {
      String says =
          Messages.text(language, "fault." + fault.kind(), readable(fault.values(), language));
      errors.add(new Problem.Error(fault.pointer(), fault.kind(), Column.harmless(says)));
    }
    int status =
        switch (refused.why()) {
          case NO_SUCH -> 404;
          case GONE -> 410;
          case WITHHELD, NOT_YOURS -> 403;
          case WRONG -> refused.faults().isEmpty() ? 400 : 422;
          case KEY_REUSED -> 422;
          case CONFLICT -> 409;
          case STALE -> 412;
          case SAME_PERSON -> 403;
        };
    return Problem.of(
        refused.kind(), status, language, readable(refused.values(), language), errors);
  }

  /** The values that are the first instant after a term, a call or a validity. */
  private static final Set<String> ENDS = Set.of("due", "deadline", "expires");

  /** Formats instants in Beijing time, and replaces place codes by names. */
  private static Map<String, Object> readable(Map<String, ?> values, Language language) {
    Map<String, Object> told = new HashMap<>(values);
    told.replaceAll((key, value) -> readable(key, value, language));
    return told;
  }

  private static Object readable(String key, Object value, Language language) {
    if (value instanceof RefusedPlace place) {
      return new DivisionNames(place.ruleSet(), language).named(place.code());
    }
    if (value instanceof Instant instant) {
      return ENDS.contains(key) ? StoredJson.end(instant) : StoredJson.moment(instant);
    }
    return value;
  }
}
