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
import sixones.letter.LetterForm;
import sixones.report.Language;
import sixones.report.Problem;
import sixones.store.Cursor;
import sixones.store.Slice;

/** Parses query parameters, path parameters and headers; an invalid one is a problem. */
public final class QueryParameters {
  private static final Pattern REVISION = Pattern.compile("\"([0-9]{1,9})\"");

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** A rule set's id, with or without its version. */
  public static final Pattern RULE_SET = Pattern.compile("[!-~]{1,100}");

  /** A person's number. */
  public static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  /** The kinds of things that audit entries are about. */
  public static final Pattern KIND =
      Pattern.compile("round|submission|evaluation|person|address|calendar");

  /** The value of a flag that can only be set. */
  public static final Pattern YES = Pattern.compile("yes");

  private QueryParameters() {}

  /**
   * Returns the language of {@code ?lang=}, else the first supported one of Accept-Language, else
   * none: the response then holds ids and values only.
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

  /** Returns the format of a draft by the media type of the body. */
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

  /** Returns a header's only value; null if it is absent or repeated. */
  public static String one(String value, String header, HttpHeaders headers) {
    return headers.getRequestHeader(header).size() == 1 ? value : null;
  }

  /** Parses a day; null if absent. */
  public static LocalDate day(String asOf, Language language) {
    try {
      return asOf == null ? null : Evaluations.day(asOf);
    } catch (DateTimeException e) {
      throw Problems.thrown(Problem.of("bad-day", 400, language, found(asOf)));
    }
  }

  /** Parses a cursor; the start of the list if absent. */
  public static Cursor cursor(String text, Language language) {
    if (text == null) {
      return Cursor.START;
    }
    return Cursor.of(text)
        .orElseThrow(() -> Problems.thrown(Problem.of("bad-cursor", 400, language, found(text))));
  }

  /** Parses the page size. */
  public static int limit(String text, Language language) {
    if (text == null) {
      return Slice.USUAL;
    }
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > Slice.MOST) {
      throw Problems.thrown(Problem.of("bad-limit", 400, language, found(text)));
    }
    return Integer.parseInt(text);
  }

  /** Parses a UUID path parameter; anything else is a 404. */
  public static UUID id(String text, Language language) {
    if (!ID.matcher(text).matches()) {
      throw Problems.thrown(Problem.of("not-there", 404, language, Map.of()));
    }
    return UUID.fromString(text);
  }

  /** Parses an id to filter by; null if absent. */
  public static UUID filterId(String name, String text, Language language) {
    if (text == null) {
      return null;
    }
    if (!ID.matcher(text).matches()) {
      throw wrongFilter(name, text, "id", language);
    }
    return UUID.fromString(text);
  }

  /** Parses a text to filter by; null if absent, refused if it does not match the pattern. */
  public static String filter(String name, String text, Pattern form, Language language) {
    if (text != null && !form.matcher(text).matches()) {
      throw wrongFilter(name, text, name, language);
    }
    return text;
  }

  /** Parses the form of a letter; its frozen text if absent. */
  public static LetterForm letterForm(String text, Language language) {
    return text == null
        ? LetterForm.JSON
        : LetterForm.of(text).orElseThrow(() -> wrongFilter("format", text, "format", language));
  }

  /** Parses a boolean; false if absent. */
  public static boolean yes(String name, String text, Language language) {
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw wrongFilter(name, text, "yesNo", language);
    }
    return "true".equals(text);
  }

  /** Parses a verdict to filter by; null if absent. */
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

  /** Parses an audit act to filter by; null if absent. */
  public static Act filterAct(String text, Language language) {
    return text == null
        ? null
        : Act.of(text).orElseThrow(() -> wrongFilter("act", text, "act", language));
  }

  /** Parses an instant with offset, of a year from 1 to 9999; null if absent. */
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

  /** Parses the revision of If-Match; null if it is absent or an asterisk. */
  public static Integer revision(HttpHeaders headers) {
    String tag = headers.getHeaderString(HttpHeaders.IF_MATCH);
    if (tag == null || tag.strip().equals("*")) {
      return null;
    }
    Matcher revision = REVISION.matcher(tag.strip());
    // An ETag that this service never issued matches no revision.
    return revision.matches() ? Integer.valueOf(revision.group(1)) : -1;
  }

  private static Map<String, String> found(String text) {
    return Map.of("found", text.length() > 40 ? text.substring(0, 40) + "…" : text);
  }
}
