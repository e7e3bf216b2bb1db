package sixones.bid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import sixones.text.Text;
import sixones.text.Words;

/** Reads the members of a contract from the {@code bid.yaml} of a rule set. */
final class ContractReader {
  /** The kinds of value that a member can have, beside the types of the file. */
  static final List<String> KINDS =
      List.of(
          "schema",
          "rule-set",
          "text",
          "lines",
          "names",
          "amount",
          "decimal",
          "percentage",
          "whole",
          "year",
          "day",
          "yes-no",
          "choice",
          "division",
          "applicant",
          "credit-code",
          "sha256",
          "group",
          "list");

  /** The greatest whole number of a bid. */
  private static final int MOST = 1_000_000_000;

  /** The most members that a bid leads down to a value, as the reader of drafts. */
  private static final int DEEPEST = 12;

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
  private static final Set<String> KEYS = Set.of("kind", "label", "hint", "required", "visibility");

  /** The keys that say more about some kinds. */
  private static final Map<String, Set<String>> KEYS_OF_KINDS =
      Map.of(
          "text", Set.of("most", "refers", "accepts"),
          "lines", Set.of("most", "accepts"),
          "rule-set", Set.of("most"),
          "credit-code", Set.of("most"),
          "decimal", Set.of("places"),
          "whole", Set.of("least", "most"),
          "choice", Set.of("words"),
          "group", Set.of("members", "requirement"),
          "list", Set.of("of", "most", "entry", "add", "fresh", "requirement"));

  private static final Set<String> VISIBILITIES = Set.of("everybody", "applicant-and-office");

  private final JsonNode types;
  private final String schema;

  /** The types around the member that is being read. */
  private final Set<String> inside = new HashSet<>();

  private final Map<String, ContractMember> members = new LinkedHashMap<>();

  ContractReader(JsonNode described) {
    this.types = described.path("types");
    this.schema = text(described, "schema", "");
    refuse(!types.isMissingNode() && !types.isObject(), "types", "has names with values: kind: …");
    types
        .fieldNames()
        .forEachRemaining(
            type -> {
              refuse(KINDS.contains(type), "types/" + type, "is a kind that exists already");
            });
  }

  /** Returns what the contract says about each place, by pointer with {@code *} for an index. */
  Map<String, ContractMember> members() {
    return members;
  }

  Shape.Members readAll(JsonNode all) {
    return group("", all, 0);
  }

  private Shape.Members group(String place, JsonNode all, int depth) {
    refuse(!all.isObject() || all.isEmpty(), place, "has no members: { name: { kind: … } }");
    Map<String, Shape> shapes = new LinkedHashMap<>();
    Set<String> demanded = new LinkedHashSet<>();
    Set<String> hidden = new HashSet<>();
    for (Map.Entry<String, JsonNode> member : all.properties()) {
      String there = place + "/" + member.getKey();
      refuse(
          !NAME.matcher(member.getKey()).matches(),
          there,
          "is no name: letters and digits, a small letter first");
      JsonNode described = member.getValue();
      Shape shape = read(there, described, depth + 1);
      shapes.put(member.getKey(), shape);
      if (described.path("required").asBoolean()) {
        demanded.add(member.getKey());
      }
      if (members.get(there).isHidden()) {
        hidden.add(member.getKey());
      }
    }
    return new Shape.Members(shapes, demanded, hidden);
  }

  private Shape read(String place, JsonNode written, int depth) {
    refuse(depth > DEEPEST, place, "lies deeper than " + DEEPEST + " members");
    Set<String> around = Set.copyOf(inside);
    JsonNode described = resolved(place, written);
    String kind = described.path("kind").asText();
    Set<String> more = KEYS_OF_KINDS.getOrDefault(kind, Set.of());
    for (Map.Entry<String, JsonNode> entry : described.properties()) {
      String key = entry.getKey();
      refuse(
          !KEYS.contains(key) && !more.contains(key)
              || key.equals("requirement") && depth > 1
              || key.equals("required") && place.endsWith("/*"),
          place,
          "nothing reads the key " + key + " of the kind " + kind + " here");
    }
    JsonNode required = described.path("required");
    refuse(!required.isMissingNode() && !required.isBoolean(), place, "required is true or false");
    String visibility = described.path("visibility").asText("everybody");
    refuse(!VISIBILITIES.contains(visibility), place, "visibility is one of " + VISIBILITIES);
    // A member stands before those below it, in the order of the form.
    members.put(place, null);
    Shape shape = shape(place, kind, described, depth);
    inside.retainAll(around);
    members.put(
        place,
        new ContractMember(
            kind,
            shape,
            words(place, described, "label"),
            words(place, described, "hint"),
            shape instanceof Shape.Entries
                ? new ContractMember.ListWords(
                    words(place, described, "entry"),
                    words(place, described, "add"),
                    words(place, described, "fresh"))
                : null,
            described.has("requirement") ? text(described, "requirement", place) : null,
            visibility.equals("applicant-and-office"),
            reference(place, described.path("refers")),
            described.has("accepts") ? text(described, "accepts", place) : null));
    return shape;
  }

  /** Returns a member with what its type says, where it says nothing itself. */
  private JsonNode resolved(String place, JsonNode written) {
    refuse(!written.isObject(), place, "is described by names with values, at least kind: …");
    JsonNode described = written;
    while (types.has(described.path("kind").asText())) {
      String name = described.path("kind").asText();
      refuse(!inside.add(name), place, "the type " + name + " leads back to itself");
      var merged = ((com.fasterxml.jackson.databind.node.ObjectNode) written).objectNode();
      JsonNode type = types.get(name);
      refuse(!type.isObject(), "types/" + name, "is described by names with values: kind: …");
      type.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
      described
          .properties()
          .forEach(
              entry -> {
                if (!entry.getKey().equals("kind")) {
                  merged.set(entry.getKey(), entry.getValue());
                }
              });
      described = merged;
    }
    String kind = described.path("kind").asText();
    refuse(!KINDS.contains(kind), place, "there is no kind \"" + kind + "\"; there are " + KINDS);
    return described;
  }

  private Shape shape(String place, String kind, JsonNode described, int depth) {
    return switch (kind) {
      case "schema" -> Forms.schema(schema);
      case "text", "lines", "rule-set", "credit-code" ->
          Forms.text(number(place, described, "most", 1, Shape.MOST_CHARACTERS));
      case "names" -> names(place);
      case "amount" -> Forms.AMOUNT;
      case "percentage" -> Forms.PERCENTAGE;
      case "decimal" -> Forms.number(number(place, described, "places", 0, Forms.MOST_PLACES));
      case "year" -> Forms.YEAR;
      case "whole" -> {
        int least = number(place, described, "least", 0, MOST, 0);
        int most = number(place, described, "most", 0, MOST, MOST);
        refuse(least > most, place, "least is not over most");
        yield new Shape.Whole("whole", least, most);
      }
      case "day" -> Forms.DAY;
      case "yes-no" -> new Shape.YesNo();
      case "choice" -> new Shape.Choice(choices(place, described.path("words")));
      case "division" -> Forms.DIVISION;
      case "applicant" -> Forms.APPLICANT;
      case "sha256" -> Forms.SHA_256;
      case "group" -> group(place, described.path("members"), depth);
      default ->
          new Shape.Entries(
              read(place + "/*", described.path("of"), depth + 1),
              number(place, described, "most", 1, Shape.MOST_ENTRIES));
    };
  }

  private Shape names(String place) {
    Map<String, Shape> both = new LinkedHashMap<>();
    for (String language : List.of("en", "zh")) {
      both.put(language, Forms.TEXT);
      Words label =
          language.equals("en") ? new Words("In English", "英文") : new Words("In Chinese", "中文");
      members.put(
          place + "/" + language,
          new ContractMember("text", Forms.TEXT, label, null, null, null, false, null, null));
    }
    return new Shape.Members(both, Set.of(), Set.of());
  }

  private static List<String> choices(String place, JsonNode words) {
    List<String> all =
        StreamSupport.stream(words.spliterator(), false).map(JsonNode::asText).toList();
    refuse(
        !words.isArray()
            || all.isEmpty()
            || StreamSupport.stream(words.spliterator(), false).anyMatch(w -> !w.isTextual())
            || all.stream().distinct().count() != all.size(),
        place,
        "words: a choice has a list of words, as texts, each once");
    all.forEach(
        word ->
            refuse(
                !WORD.matcher(word).matches(),
                place,
                "\"" + word + "\" is no word of a choice: small letters, digits, _ and -"));
    return all;
  }

  private static EntryReference reference(String place, JsonNode refers) {
    if (refers.isMissingNode()) {
      return null;
    }
    for (Map.Entry<String, JsonNode> entry : refers.properties()) {
      refuse(
          !Set.of("list", "by", "title", "closed").contains(entry.getKey()),
          place,
          "nothing reads the key refers/" + entry.getKey());
    }
    JsonNode closed = refers.path("closed");
    refuse(!closed.isMissingNode() && !closed.isBoolean(), place, "refers/closed is true or false");
    return new EntryReference(
        text(refers, "list", place),
        text(refers, "by", place),
        text(refers, "title", place),
        closed.asBoolean());
  }

  private static int number(String place, JsonNode described, String key, int least, int most) {
    return number(place, described, key, least, most, most);
  }

  private static int number(
      String place, JsonNode described, String key, int least, int most, int otherwise) {
    JsonNode number = described.path(key);
    if (number.isMissingNode()) {
      return otherwise;
    }
    refuse(
        !number.isInt() || number.intValue() < least || number.intValue() > most,
        place,
        key + " is a whole number from " + least + " to " + most);
    return number.intValue();
  }

  /** Returns a text in both languages; null if there is none. */
  static Words words(String place, JsonNode described, String key) {
    JsonNode words = described.path(key);
    if (words.isMissingNode()) {
      return null;
    }
    Words both = Words.of(words);
    refuse(
        !words.isObject()
            || words.size() != 2
            || both.en() == null
            || both.zh() == null
            || Text.isBlank(both.en())
            || Text.isBlank(both.zh()),
        place,
        key + " is written { en: …, zh: … }");
    return both;
  }

  /** Returns a text, or null if there is none. */
  static String optional(JsonNode described, String key) {
    return described.has(key) ? text(described, key, "") : null;
  }

  static String text(JsonNode described, String key, String place) {
    String text = described.path(key).textValue();
    refuse(text == null || Text.isBlank(text), place, "needs " + key);
    return text;
  }

  static void refuse(boolean wrong, String place, String reason) {
    if (wrong) {
      throw new BrokenContract(place, reason);
    }
  }
}
