package sixones.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.audit.Act;
import sixones.bid.Draft;
import sixones.evaluation.Evaluations;
import sixones.evaluation.Verdict;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.store.Cursor;
import sixones.store.Slice;

/** What a request asks for beside its body: a language and a day. */
public final class QueryParameters {
  private static final Pattern REVISION = Pattern.compile("\"([0-9]{1,9})\"");

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** How a rule set is named, with its version or without. */
  public static final Pattern RULE_SET = Pattern.compile("[!-~]{1,100}");

  /** How a person's number is written. */
  public static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  /** The kinds of things audit entries are about. */
  public static final Pattern KIND = Pattern.compile("round|submission|evaluation|person|address");

  /** How something is said that is only said where it holds. */
  public static final Pattern YES = Pattern.compile("yes");

  private QueryParameters() {}

  /**
   * The language of {@code ?lang=}, else the first of Accept-Language that is spoken here, else
   * none: then an answer holds ids and values alone.
   */
  public static Optional<Language> language(String lang, HttpHeaders headers) {
    Optional<Language> spoken =
        EarlyResponses.spoken(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    if (lang == null) {
      return spoken;
    }
    Optional<Language> language = Language.of(lang);
    if (language.isEmpty()) {
      throw Problems.thrown(
          Problem.of("bad-language", 400, spoken.orElse(Language.EN), found(lang)));
    }
    return language;
  }

  /** How a draft in a body is written, by its media type. */
  public static Draft.Format form(HttpHeaders headers, Language language) {
    MediaType type = headers.getMediaType();
    String coding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw unsupported("Content-Encoding: " + found(coding).get("found"), language);
    }
    String form = type == null ? "json" : type.getSubtype().toLowerCase(Locale.ROOT);
    if (form.equals("json") || form.endsWith("+json")) {
      return Draft.Format.JSON;
    }
    if (form.equals("yaml") || form.equals("x-yaml") || form.endsWith("+yaml")) {
      return Draft.Format.YAML;
    }
    String found = type.getType() + "/" + type.getSubtype();
    throw unsupported(found, language);
  }

  private static RuntimeException unsupported(String found, Language language) {
    return Problems.thrown(Problem.of("unsupported-form", 415, language, Map.of("found", found)));
  }

  /** The one value of a header; null if there is none, or if it is sent more than once. */
  public static String one(String value, String header, HttpHeaders headers) {
    return headers.getRequestHeader(header).size() == 1 ? value : null;
  }

  /** A day as written in a query, or null if there is none. */
  public static LocalDate day(String asOf, Language language) {
    try {
      return asOf == null ? null : Evaluations.day(asOf);
    } catch (DateTimeException e) {
      throw Problems.thrown(Problem.of("bad-day", 400, language, found(asOf)));
    }
  }

  /** Where a list goes on; its start if nothing is said. */
  public static Cursor cursor(String text, Language language) {
    if (text == null) {
      return Cursor.START;
    }
    return Cursor.of(text)
        .orElseThrow(() -> Problems.thrown(Problem.of("bad-cursor", 400, language, found(text))));
  }

  /** How many items a page is to have. */
  public static int limit(String text, Language language) {
    if (text == null) {
      return Slice.USUAL;
    }
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > Slice.MOST) {
      throw Problems.thrown(Problem.of("bad-limit", 400, language, found(text)));
    }
    return Integer.parseInt(text);
  }

  /** An id in an address; what is no id is the id of nothing. */
  public static UUID id(String text, Language language) {
    if (!ID.matcher(text).matches()) {
      throw Problems.thrown(Problem.of("not-there", 404, language, Map.of()));
    }
    return UUID.fromString(text);
  }

  /** An id a list is filtered by, or null. */
  public static UUID filterId(String name, String text, Language language) {
    if (text == null) {
      return null;
    }
    if (!ID.matcher(text).matches()) {
      throw wrongFilter(name, text, "id", language);
    }
    return UUID.fromString(text);
  }

  /** A text a list is filtered by, or null; what does not look like its example is refused. */
  public static String filter(String name, String text, Pattern form, Language language) {
    if (text != null && !form.matcher(text).matches()) {
      throw wrongFilter(name, text, name, language);
    }
    return text;
  }

  /** Whether something is asked for: true, false, or not named. */
  public static boolean yes(String name, String text, Language language) {
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw wrongFilter(name, text, "yesNo", language);
    }
    return "true".equals(text);
  }

  /** A verdict a list is filtered by, or null. */
  public static Verdict filterVerdict(String text, Language language) {
    if (text == null) {
      return null;
    }
    try {
      return Verdict.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw wrongFilter("verdict", text, "verdict", language);
    }
  }

  /** What was done, by its id, or null. */
  public static Act filterAct(String text, Language language) {
    return text == null
        ? null
        : Act.of(text).orElseThrow(() -> wrongFilter("act", text, "act", language));
  }

  /** An instant with its offset, of a year a calendar has, or null. */
  public static Instant filterInstant(String name, String text, Language language) {
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime at = OffsetDateTime.parse(text);
      if (at.getYear() < 1 || at.getYear() > 9999) {
        throw wrongFilter(name, text, "instant", language);
      }
      return at.toInstant();
    } catch (DateTimeException e) {
      throw wrongFilter(name, text, "instant", language);
    }
  }

  private static RuntimeException wrongFilter(
      String name, String text, String right, Language language) {
    Map<String, String> values =
        Map.of("name", name, "found", found(text).get("found"), "right", right);
    return Problems.thrown(Problem.of("bad-filter", 400, language, values));
  }

  /** The revision of If-Match; null if there is none, or it is an asterisk. */
  public static Integer revision(HttpHeaders headers) {
    String tag = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (tag == null || tag.strip().equals("*")) {
      return null;
    }
    Matcher revision = REVISION.matcher(tag.strip());
    // A tag this service never gave matches no revision.
    return revision.matches() ? Integer.valueOf(revision.group(1)) : -1;
  }

  private static Map<String, String> found(String text) {
    return Map.of("found", text.length() > 40 ? text.substring(0, 40) + "…" : text);
  }
}
