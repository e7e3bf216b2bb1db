package sixones.bid;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sixones.bid.Shape.Members;
import sixones.text.WhiteSpace;
import sixones.text.Words;

/** What a bid of one rule set states: the members of a bid, the shape of each and its labels. */
public final class BidContract {
  private static final Set<String> KEYS =
      Set.of(
          "schema",
          "title",
          "applicant",
          "truth",
          "documents",
          "call",
          "types",
          "members",
          "facts");

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[/-][a-z0-9]+){0,9}");

  private static final String ABOUT =
"""
What an applicant says about itself. Every member that is not required may be missing or \
null: that is blank, never a default. Where no free text stands, a text that is empty or \
holds only white space is blank, too. White space is Unicode's, and signs without width. The \
reader also refuses what a JSON Schema cannot say:
- a document of more than 1,048,576 bytes
- a member written twice
- half of a surrogate pair in a text
- a number of more than 1,000 digits
- in YAML, an alias
- in YAML, a whole number not written as in JSON, such as 010\
""";

  private final String schema;
  private final Words title;
  private final Members whole;
  private final PlainShape plain;
  private final Map<String, ContractMember> members;
  private final String applicant;
  private final JsonPointer toApplicant;
  private final String truth;
  private final String documents;
  private final String call;
  private final List<EntryReference> references;
  private final JsonNode facts;

  private BidContract(JsonNode described) {
    for (Map.Entry<String, JsonNode> entry : described.properties()) {
      ContractReader.refuse(
          !KEYS.contains(entry.getKey()), "", "nothing reads the key " + entry.getKey());
    }
    ContractReader reader = new ContractReader(described);
    this.schema = ContractReader.text(described, "schema", "");
    ContractReader.refuse(
        !NAME.matcher(schema).matches(),
        "schema",
        "is a name in small letters, digits, - and /, such as sixones/bid/1");
    Words named = ContractReader.words("", described, "title");
    this.title = named == null ? new Words(null, null) : named;
    this.whole = reader.readAll(described.path("members"));
    this.plain = new PlainShape(whole);
    this.members = Map.copyOf(reader.members());
    this.applicant = ContractReader.text(described, "applicant", "");
    // What is no pointer is refused further on, with its place.
    this.toApplicant =
        applicant.startsWith("/") ? JsonPointer.compile(applicant) : JsonPointer.empty();
    this.truth = ContractReader.optional(described, "truth");
    this.documents = ContractReader.optional(described, "documents");
    this.call = ContractReader.optional(described, "call");
    this.facts = described.path("facts");
    // A record's hash is linked where it is first asked for, which a start would pay for.
    List<EntryReference> distinct = new ArrayList<>();
    for (ContractMember member : reader.members().values()) {
      if (member.reference() != null && !distinct.contains(member.reference())) {
        distinct.add(member.reference());
      }
    }
    this.references = List.copyOf(distinct);
    new ContractCheck(this).hold();
  }

  /**
   * Reads a contract.
   *
   * @param described the content of {@code bid.yaml}
   * @throws BrokenContract if it does not hold together
   */
  public static BidContract of(JsonNode described) {
    return new BidContract(described);
  }

  /** Returns the name of this edition, such as {@code sixones/bid/1}. */
  public String schemaName() {
    return schema;
  }

  /** Returns the shape of a whole bid, for callers that walk its members. */
  public Members whole() {
    return whole;
  }

  /** Returns the shape of a whole bid, prepared for drafts in JSON. */
  PlainShape plain() {
    return plain;
  }

  /** Returns the applicant's id in a bid as it is written there; a missing node if it is not. */
  JsonNode applicantIn(JsonNode bid) {
    return bid.at(toApplicant);
  }

  /** Returns the place of the applicant's id, as a JSON Pointer. */
  public String applicant() {
    return applicant;
  }

  /** Returns the place of the declaration that all is true; empty if there is none. */
  public Optional<String> truth() {
    return Optional.ofNullable(truth);
  }

  /** Returns the place of the list of documents; empty if there is none. */
  public Optional<String> documents() {
    return Optional.ofNullable(documents);
  }

  /** Returns the place of the call year; empty if there is none. */
  public Optional<String> call() {
    return Optional.ofNullable(call);
  }

  /** Returns the description of the facts, as written in {@code bid.yaml}. */
  public JsonNode facts() {
    return facts;
  }

  /**
   * Returns whether a derived member of a kind of fact tells what something lacks, such as the year
   * of a figure.
   */
  public boolean isGap(String kind, String member) {
    JsonNode derived = facts.path(kind).path("derived");
    JsonNode described = derived.path(member);
    if (described.has("first-blank") || described.has("blank-while")) {
      return true;
    }
    for (JsonNode other : derived) {
      if (other.path("also").path(member).asText().equals("why")) {
        return true;
      }
    }
    return false;
  }

  /** Returns what the contract says about each place, by pointer with {@code *} for an index. */
  public Map<String, ContractMember> members() {
    return members;
  }

  /**
   * Returns what the contract says about a place; null if there is no such place.
   *
   * @param pointer a JSON Pointer (RFC 6901) into a bid, or a place with {@code *} for an index
   */
  public ContractMember member(String pointer) {
    return members.get(place(pointer));
  }

  /** Replaces each index of a JSON Pointer by {@code *}. */
  public static String place(String pointer) {
    StringBuilder place = null;
    int length = pointer.length();
    for (int i = 0; i < length; i++) {
      if (pointer.charAt(i) == '/' && i + 1 < length && isDigit(pointer.charAt(i + 1))) {
        int end = i + 1;
        while (end < length && isDigit(pointer.charAt(end))) {
          end++;
        }
        if (end == length || pointer.charAt(end) == '/') {
          if (place == null) {
            place = new StringBuilder(length).append(pointer, 0, i);
          }
          place.append("/*");
          i = end - 1;
          continue;
        }
      }
      if (place != null) {
        place.append(pointer.charAt(i));
      }
    }
    return place == null ? pointer : place.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns the shape at a pointer; null if the contract has no such place. */
  public Shape at(String pointer) {
    if (pointer.isEmpty()) {
      return whole;
    }
    ContractMember member = member(pointer);
    return member == null ? null : member.shape();
  }

  /** Returns the kind of value at a pointer; null if the contract has no such place. */
  public String kind(String pointer) {
    ContractMember member = member(pointer);
    return member == null ? null : member.kind();
  }

  /**
   * Returns whether a pointer leads to a text that may be the number of a person's identity card.
   */
  public boolean isPersonal(String pointer) {
    return "credit-code".equals(kind(pointer));
  }

  /** Returns whether a pointer leads to a division code or an applicant's id. */
  public boolean isDivision(String pointer) {
    String kind = kind(pointer);
    return "division".equals(kind) || "applicant".equals(kind);
  }

  /** Returns whether a pointer leads to the id of the applicant itself. */
  public boolean isApplicant(String pointer) {
    return pointer.equals(applicant);
  }

  /** Returns whether a pointer leads to a text that may well take several lines. */
  public boolean takesLines(String pointer) {
    return "lines".equals(kind(pointer));
  }

  /** Returns what the text at a pointer refers to; empty if it refers to nothing in the bid. */
  public Optional<EntryReference> reference(String pointer) {
    ContractMember member = member(pointer);
    return member == null ? Optional.empty() : Optional.ofNullable(member.reference());
  }

  /** Returns every kind of reference within a bid. */
  public List<EntryReference> references() {
    return references;
  }

  /** Returns whether a pointer leads to the id of a document of the list {@link #documents}. */
  public boolean isReference(String pointer) {
    return reference(pointer).filter(to -> to.list().equals(documents)).isPresent();
  }

  /** Returns whether a pointer leads to a text for which rules accept certain words, too. */
  public boolean isTerm(String pointer) {
    ContractMember member = member(pointer);
    return member != null
        && (member.accepts() != null || member.reference() != null && !member.reference().closed());
  }

  /** Returns whether a pointer leads to a member of a bid, or to an entry of a list. */
  public boolean isMember(String pointer) {
    return pointer.startsWith("/") && member(pointer) != null;
  }

  /**
   * Returns whether only the applicant and the office may see the value at a pointer, or one around
   * it.
   */
  public boolean isHidden(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      ContractMember member = member(at);
      if (member != null && member.isHidden()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether only the applicant and the office may see some value below a pointer. */
  public boolean isHiddenWithin(String pointer) {
    String within = place(pointer) + "/";
    return members.entrySet().stream()
        .anyMatch(member -> member.getValue().isHidden() && member.getKey().startsWith(within));
  }

  /**
   * Returns whether a bid states a value that only the applicant and the office may see; so does
   * one in which such a value cannot be told from others.
   */
  public boolean isHiddenStated(JsonNode bid) {
    return isHiddenStated("", bid);
  }

  private boolean isHiddenStated(String pointer, JsonNode node) {
    if (node.isValueNode()) {
      boolean blank = node.isNull() || node.isTextual() && WhiteSpace.fills(node.textValue());
      return !blank && (isHidden(pointer) || isHiddenWithin(pointer));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      if (isHiddenStated(pointer + "/" + i, node.get(i))) {
        return true;
      }
    }
    return node.properties().stream()
        .anyMatch(one -> isHiddenStated(pointer + "/" + one.getKey(), one.getValue()));
  }

  /**
   * Returns the requirements by the section that answers each, a member of the bid such as {@code
   * sites}.
   */
  public Map<String, String> sections() {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String name : whole.members().keySet()) {
      String requirement = members.get("/" + name).requirement();
      if (requirement != null) {
        sections.put(name, requirement);
      }
    }
    return sections;
  }

  /** Returns the JSON Schema (draft 2020-12) of a bid. */
  public ObjectNode schema() {
    ObjectNode shape = whole.schema(true);
    ObjectNode head = shape.objectNode();
    head.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    head.put("title", (title.en() == null ? "A bid" : title.en()) + ", " + schema);
    head.put("description", ABOUT);
    return head.setAll(shape);
  }
}
