package sixones.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import sixones.report.Language;

/** What lists are filtered by, under a fuzzer: it is read, or refused as the asker's own fault. */
public final class FuzzedFilters {
  private static final List<Consumer<String>> FILTERS =
      List.of(
          text -> Wishes.day(text, Language.EN),
          text -> Wishes.cursor(text, Language.ZH_CN),
          text -> Wishes.limit(text, Language.EN),
          text -> Wishes.id(text, Language.ZH_CN),
          text -> Wishes.filterId("round", text, Language.EN),
          text -> Wishes.filter("city", text, Wishes.CITY, Language.ZH_CN),
          text -> Wishes.filter("ruleSet", text, Wishes.RULE_SET, Language.EN),
          text -> Wishes.yes("partial", text, Language.ZH_CN),
          text -> Wishes.filterVerdict(text, Language.EN),
          Answers::spoken,
          WritableCookies::writable);

  private FuzzedFilters() {}

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
}
