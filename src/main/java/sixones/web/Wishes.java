package sixones.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sixones.evaluation.Evaluations;
import sixones.report.Language;
import sixones.report.Problem;

/** What a request asks for beside its body: a language and a day. */
final class Wishes {
  private Wishes() {}

  /**
   * The language of {@code ?lang=}, else the first of Accept-Language that is spoken here, else
   * none: then an answer holds ids and values alone.
   */
  static Optional<Language> language(String lang, HttpHeaders headers) {
    if (lang == null) {
      return spoken(headers).findFirst();
    }
    Optional<Language> language = Language.of(lang);
    if (language.isEmpty()) {
      throw Problems.thrown(
          Problem.of(
              "bad-language", 400, spoken(headers).findFirst().orElse(Language.EN), found(lang)));
    }
    return language;
  }

  private static Stream<Language> spoken(HttpHeaders headers) {
    if (headers.getRequestHeader(HttpHeaders.ACCEPT_LANGUAGE).isEmpty()) {
      return Stream.empty();
    }
    return headers.getAcceptableLanguages().stream()
        .map(Locale::toLanguageTag)
        .flatMap(tag -> Language.of(tag).stream());
  }

  /** A day as written in a query, or null if there is none. */
  static LocalDate day(String asOf, Language language) {
    try {
      return asOf == null ? null : Evaluations.day(asOf);
    } catch (DateTimeException e) {
      throw Problems.thrown(Problem.of("bad-day", 400, language, found(asOf)));
    }
  }

  private static Map<String, String> found(String text) {
    return Map.of("found", text.length() > 40 ? text.substring(0, 40) + "…" : text);
  }
}
