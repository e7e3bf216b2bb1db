package sixones.proceeding.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import sixones.round.Fault;
import sixones.text.Text;

/** Reads the members of one object and collects the faults of all. */
final class BodyReader {
  /** The zone in which a day given as an expiry ends. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int MOST_ENTRIES = 500;
  private static final int MOST_UNKNOWN = 20;
  private static final int MOST_TEXT = 1000;
  private static final int SHOWN = 60;
  private static final int YEARS = 10;
  private static final int JOINER = 0x200D;

  private static final String DIGEST = "sha256:";
  private static final int DIGITS = 64;

  private final JsonNode node;
  private final String at;
  private final List<Fault> faults;

  BodyReader(JsonNode node, String at, List<Fault> faults) {
    this.node = node.isObject() ? node : MissingNode.getInstance();
    this.at = at;
    this.faults = faults;
    if (!node.isObject()) {
      faults.add(new Fault(at, "object-form", Map.of("found", shown(node))));
    }
  }

  /** Refuses every member but these. */
  BodyReader only(String... names) {
    int unknown = 0;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!isOne(member.getKey(), names) && unknown++ < MOST_UNKNOWN) {
        Set<String> known = new TreeSet<>(List.of(names));
        String name = Text.shortened(member.getKey(), SHOWN).replace("~", "~0").replace("/", "~1");
        faults.add(
            new Fault(
                at + "/" + name, "unknown-member", Map.of("known", String.join(", ", known))));
      }
    }
    return this;
  }

  private static boolean isOne(String name, String[] names) {
    for (String each : names) {
      if (each.equals(name)) {
        return true;
      }
    }
    return false;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Reads a text of at most 1,000 characters; null with a fault if there is none. */
  String text(String name) {
    return required(name) ? read(name, "text-form", BodyReader::fit) : null;
  }

  String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  /** Reads one of some words. */
  String word(String name, List<String> words) {
    return word(name, word -> Optional.of(word).filter(words::contains), words);
  }

  <T> T word(String name, Function<String, Optional<T>> of, List<?> possible) {
    if (!required(name)) {
      return null;
    }
    Optional<T> found = node.get(name).isTextual() ? of.apply(node.get(name).textValue()) : none();
    if (found.isEmpty()) {
      faults.add(
          new Fault(
              at + "/" + name,
              "word-form",
              Map.of("found", shown(node.get(name)), "possible", joined(possible))));
    }
    return found.orElse(null);
  }

  private static String joined(List<?> words) {
    return words.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  UUID id(String name) {
    return required(name) ? read(name, "id-form", BodyReader::uuid) : null;
  }

  UUID idOrNull(String name) {
    return has(name) ? id(name) : null;
  }

  private static Optional<UUID> uuid(JsonNode id) {
    String text = id.asText("");
    try {
      UUID found = UUID.fromString(text);
      return found.toString().equals(text) ? Optional.of(found) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String digest(String name) {
    return required(name) ? read(name, "digest-form", BodyReader::sha256) : null;
  }

  private static Optional<String> sha256(JsonNode digest) {
    String text = digest.isTextual() ? digest.textValue() : "";
    return isDigest(text) ? Optional.of(text) : Optional.empty();
  }

  private static boolean isDigest(String text) {
    if (!text.startsWith(DIGEST) || text.length() != DIGEST.length() + DIGITS) {
      return false;
    }
    for (int i = DIGEST.length(); i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  LocalDate day(String name) {
    return required(name) ? read(name, "day-form", BodyReader::readDay) : null;
  }

  LocalDate dayOrNull(String name) {
    return has(name) ? day(name) : null;
  }

  private static Optional<LocalDate> readDay(JsonNode written) {
    try {
      String text = written.isTextual() ? written.textValue() : "";
      LocalDate day = LocalDate.parse(text);
      return Optional.of(day).filter(one -> one.getYear() >= 1900 && one.getYear() <= 2200);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean yes(String name) {
    Boolean yes =
        required(name)
            ? read(
                name, "yes-form", one -> one.isBoolean() ? Optional.of(one.booleanValue()) : none())
            : null;
    return yes != null && yes;
  }

  /** Reads a whole number. */
  long number(String name, long least, long most) {
    if (!required(name)) {
      return least;
    }
    JsonNode number = node.get(name);
    boolean fits =
        number.isIntegralNumber()
            && number.canConvertToLong()
            && number.longValue() >= least
            && number.longValue() <= most;
    if (!fits) {
      faults.add(
          new Fault(
              at + "/" + name,
              "number-form",
              Map.of("found", shown(number), "least", least, "most", most)));
    }
    return fits ? number.longValue() : least;
  }

  /** Reads an instant as acts have it. */
  Instant instant(String name) {
    return required(name) ? read(name, "instant-form", BodyReader::utc) : null;
  }

  private static Optional<Instant> utc(JsonNode written) {
    try {
      Instant at = Instant.parse(written.asText(""));
      return Optional.of(at).filter(one -> BodyWriter.instant(one).equals(written.asText()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads the end of a determination: an instant with its offset, or a day, which means its end in
   * Beijing. It lies a minute to ten years ahead.
   */
  Instant expiry(String name, Instant now) {
    if (!has(name)) {
      return null;
    }
    Instant end = read(name, "expiry-form", BodyReader::end);
    if (end == null) {
      return null;
    }
    Instant most = now.atZone(ZONE).plusYears(YEARS).toInstant();
    String wrong =
        !end.isAfter(now)
            ? "expiry-past"
            : end.isBefore(now.plus(Duration.ofMinutes(1)))
                ? "expiry-soon"
                : end.isAfter(most) ? "expiry-far" : null;
    if (wrong != null) {
      Map<String, ?> values =
          Map.of("found", shown(node.get(name)), "means", BodyWriter.instant(end));
      faults.add(new Fault(at + "/" + name, wrong, values));
    }
    return end;
  }

  private static Optional<Instant> end(JsonNode written) {
    String text = written.isTextual() ? written.textValue() : "";
    try {
      Instant end =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZONE).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      boolean isNear = end.getEpochSecond() > 0 && end.getEpochSecond() < 253_402_300_800L;
      return isNear && end.getNano() % 1_000_000 == 0 ? Optional.of(end) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads reasons in Chinese, English or both. */
  GivenReasons reasons(String name) {
    return required(name) ? new BodyReader(node.get(name), at + "/" + name, faults).said() : null;
  }

  /** Reads this object as reasons. */
  GivenReasons said() {
    int before = faults.size();
    only("zh", "en");
    if (faults.size() > before || !node.isObject()) {
      return null;
    }
    if (!has("zh") && !has("en")) {
      faults.add(new Fault(at, "missing", Map.of()));
      return null;
    }
    return new GivenReasons(reason("zh"), reason("en"));
  }

  GivenReasons reasonsOrNull(String name) {
    return has(name) ? reasons(name) : null;
  }

  private String reason(String language) {
    if (!has(language)) {
      return null;
    }
    JsonNode said = node.get(language);
    String text = said.isTextual() ? said.textValue().strip() : "";
    int length = text.codePointCount(0, text.length());
    boolean fits =
        length >= GivenReasons.FEWEST
            && length <= GivenReasons.MOST
            && isReadable(text)
            && text.codePoints().anyMatch(Character::isLetterOrDigit);
    if (!fits) {
      faults.add(
          new Fault(
              at + "/" + language,
              "reasons-form",
              Map.of(
                  "found", shown(said), "fewest", GivenReasons.FEWEST, "most", GivenReasons.MOST)));
    }
    return text;
  }

  /** Reads a JSON Pointer. */
  String pointerOrNull(String name) {
    return has(name) ? read(name, "pointer-form", BodyReader::pointer) : null;
  }

  private static Optional<String> pointer(JsonNode written) {
    return fit(written).filter(BodyReader::isPointer);
  }

  /** Returns whether a text that is not empty is a JSON Pointer: {@code (/([^~/]|~[01])*)+}. */
  private static boolean isPointer(String text) {
    if (text.charAt(0) != '/') {
      return false;
    }
    for (int at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
      if (at + 1 == text.length() || text.charAt(at + 1) != '0' && text.charAt(at + 1) != '1') {
        return false;
      }
    }
    return true;
  }

  List<String> pointers(String name) {
    return texts(name, "pointer-form", BodyReader::pointer);
  }

  List<String> texts(String name) {
    return texts(name, "text-form", BodyReader::fit);
  }

  List<UUID> ids(String name) {
    return texts(name, "id-form", BodyReader::uuid);
  }

  List<LocalDate> days(String name) {
    return texts(name, "day-form", BodyReader::readDay);
  }

  private <T> List<T> texts(String name, String kind, Function<JsonNode, Optional<T>> of) {
    List<T> texts = new ArrayList<>();
    JsonNode list = listOf(name);
    for (int i = 0; i < list.size(); i++) {
      Optional<T> one = of.apply(list.get(i));
      if (one.isEmpty()) {
        faults.add(new Fault(at + "/" + name + "/" + i, kind, found(list.get(i))));
      } else {
        texts.add(one.get());
      }
    }
    return texts;
  }

  /** Reads a list of objects; without one it is empty. */
  <T> List<T> list(String name, Function<BodyReader, T> of) {
    List<T> entries = new ArrayList<>();
    JsonNode list = listOf(name);
    for (int i = 0; i < list.size(); i++) {
      entries.add(of.apply(new BodyReader(list.get(i), at + "/" + name + "/" + i, faults)));
    }
    return entries;
  }

  private JsonNode listOf(String name) {
    if (!has(name)) {
      return MissingNode.getInstance();
    }
    JsonNode list = node.get(name);
    if (!list.isArray() || list.size() > MOST_ENTRIES) {
      faults.add(new Fault(at + "/" + name, "list-form", Map.of("most", MOST_ENTRIES)));
      return MissingNode.getInstance();
    }
    return list;
  }

  /** Reads an object that is a member. */
  BodyReader object(String name) {
    return required(name) ? new BodyReader(node.get(name), at + "/" + name, faults) : null;
  }

  /** Adds a fault of a member. */
  void fault(String name, String kind, Map<String, ?> values) {
    faults.add(new Fault(at + "/" + name, kind, values));
  }

  private boolean required(String name) {
    if (!has(name) && node.isObject()) {
      faults.add(new Fault(at + "/" + name, "missing", Map.of()));
    }
    return has(name);
  }

  private <T> T read(String name, String kind, Function<JsonNode, Optional<T>> of) {
    Optional<T> value = of.apply(node.get(name));
    if (value.isEmpty()) {
      faults.add(new Fault(at + "/" + name, kind, found(node.get(name))));
    }
    return value.orElse(null);
  }

  private static Optional<String> fit(JsonNode written) {
    String text = written.isTextual() ? written.textValue().strip() : "";
    boolean fits = !text.isEmpty() && text.length() <= MOST_TEXT && isReadable(text);
    return fits ? Optional.of(text) : Optional.empty();
  }

  /** Returns whether a text has no control, direction or half character. */
  private static boolean isReadable(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      boolean isPlain = c >= ' ' && c <= '~' || c >= 0x4E00 && c <= 0x9FFF;
      if (!isPlain && !isReadable(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReadable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t';
      case Character.SURROGATE -> false;
      case Character.FORMAT -> c == JOINER;
      default -> true;
    };
  }

  /** What was found; what would be right instead is not known. */
  private static Map<String, String> found(JsonNode found) {
    return Map.of("found", shown(found), "as", "none", "right", "");
  }

  private static String shown(JsonNode found) {
    return Text.shortened(found.toString(), SHOWN);
  }
}
