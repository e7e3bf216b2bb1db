package sixones.http.filter;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import sixones.fact.Applicant;
import sixones.http.EarlyResponses;
import sixones.http.QueryParameters;
import sixones.http.WritableCookies;
import sixones.report.Language;

/** What lists are filtered by, under a fuzzer: it is read, or refused as the asker's own fault. */
public final class FuzzedFilters {
  private static final List<Consumer<String>> FILTERS =
      List.of(
          text -> QueryParameters.day(text, Language.EN),
          text -> QueryParameters.cursor(text, Language.ZH_CN),
          text -> QueryParameters.limit(text, Language.EN),
          text -> QueryParameters.id(text, Language.ZH_CN),
          text -> QueryParameters.filterId("round", text, Language.EN),
          text -> QueryParameters.filter("applicant", text, Applicant.ID, Language.ZH_CN),
          text -> QueryParameters.filter("ruleSet", text, QueryParameters.RULE_SET, Language.EN),
          text -> QueryParameters.yes("partial", text, Language.ZH_CN),
          text -> QueryParameters.filterVerdict(text, Language.EN),
          text -> QueryParameters.filter("person", text, QueryParameters.NUMBER, Language.EN),
          text -> QueryParameters.filter("kind", text, QueryParameters.KIND, Language.ZH_CN),
          text -> QueryParameters.filterAct(text, Language.EN),
          text -> ofACalendar(QueryParameters.filterInstant("from", text, Language.ZH_CN)),
          EarlyResponses::spoken,
          WritableCookies::writable);

  private FuzzedFilters() {}

  /** Loads the classes first, which on a busy machine takes longer than any input may. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
  }

  /** Asks with the bytes for every filter there is. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    for (Consumer<String> filter : FILTERS) {
      try {
        filter.accept(text);
      } catch (HttpProblem refused) {
        if (refused.getStatusCode() >= 500) {
          throw refused;
        }
      }
    }
  }

  /** PostgreSQL fails on others. */
  private static void ofACalendar(Instant at) {
    if (at != null && !at.toString().matches("[0-9]{4}-.*")) {
      throw new IllegalStateException("an instant of no calendar: " + at);
    }
  }
}
