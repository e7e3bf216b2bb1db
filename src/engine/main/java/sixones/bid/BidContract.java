package sixones.bid;

import static sixones.bid.Shape.members;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sixones.bid.Shape.Choice;
import sixones.bid.Shape.Entries;
import sixones.bid.Shape.Form;
import sixones.bid.Shape.Members;
import sixones.bid.Shape.Whole;
import sixones.bid.Shape.YesNo;
import sixones.text.WhiteSpace;

/** The contract {@code sixones/bid/1}: the members of a bid and the shape of each. */
public final class BidContract {
  /** The required value of the member {@code schema}. */
  public static final String SCHEMA = "sixones/bid/1";

  private static final String SPACE = WhiteSpace.ANY;
  private static final String DIGIT = "[0-9\uFF10-\uFF19]";
  private static final String POINT = "[.\uFF0E]";
  private static final String DECIMAL = DIGIT + "{1,12}(" + POINT + DIGIT + "{1,2})?" + SPACE;

  /** The place of the list of documents that {@link #isReference references} name. */
  public static final String DOCUMENTS = "/evidence";

  static final Form TEXT = new Form("text", null, null);

  /** As {@link #TEXT}, of several lines; told apart by identity, as are the three below. */
  private static final Form LINES = new Form("text", null, null);

  /** The name of a pillar industry; as a shape, any text. */
  private static final Form INDUSTRY = new Form("text", null, null);

  /** The id of a document of the list; as a shape, any text. */
  private static final Form REFERENCE = new Form("text", null, null);

  /** A name, or a word that rules accept in its place; as a shape, any text. */
  private static final Form TERM = new Form("text", null, null);

  static final Form AMOUNT =
      new Form("amount", SPACE + DECIMAL, "An amount in 100 million yuan (亿元).");
  static final Form PERCENTAGE =
      new Form("percentage", SPACE + "[-\uFF0D+\uFF0B]?" + DECIMAL, "A percentage.");
  static final Form DAY =
      new Form("day", SPACE + DayPattern.DAY + SPACE, "A day from 1900 to 2100, ISO 8601.");
  static final Form CITY_CODE =
      new Form(
          "city-code",
          SPACE + "[1-9\uFF11-\uFF19]" + DIGIT + "{5}" + SPACE,
          "An administrative division by GB/T 2260, six digits.");
  static final Form SHA_256 =
      new Form("sha256", "[0-9a-fA-F]{64}", "The SHA-256 of the document, 64 hex digits.");
  static final Form SCHEMA_NAME =
      new Form("schema", "sixones/bid/1", "The edition of this contract.");
  static final Whole YEAR = new Whole("year", 1900, 2100);

  private static final String ABOUT =
      """
      What a city says about itself. Every member but schema, ruleSet and city.code may be missing \
      or null: that is blank, never a default. Where no free text stands, a text that is empty or \
      holds only white space is blank, too. White space is Unicode's, and signs without width. The \
      reader also refuses what a JSON Schema cannot say:
      - a document of more than 1,048,576 bytes
      - a member written twice
      - half of a surrogate pair in a text
      - a number of more than 1,000 digits
      - in YAML, an alias
      - in YAML, a whole number not written as in JSON, such as 010""";

  private static final Shape NAMES = members("en", TEXT, "zh", TEXT);
  private static final Shape EVIDENCE = new Entries(REFERENCE);
  private static final Shape FIGURES =
      new Entries(
          members(
              "measure",
              choice("output", "revenue", "value_added"),
              "year",
              YEAR,
              "amount",
              AMOUNT));
  private static final Shape PLAN = choice("planned", "approved", "in_place");

  public static final Members PARK =
      members(
          "name", NAMES,
          "level", choice("national", "provincial", "municipal", "county"),
          "state", PLAN,
          "cityCode", CITY_CODE,
          "industry", INDUSTRY,
          "manufacturing", new YesNo(),
          "evidence", EVIDENCE);
  public static final Members PILLAR_INDUSTRY =
      members(
          "name", NAMES,
          "category", TERM,
          "growthPotential", LINES,
          "marketProspects", LINES,
          "drivingForce", LINES,
          "figures", FIGURES,
          "targets", FIGURES,
          "evidence", EVIDENCE);
  public static final Members CHAIN_LEADER =
      members(
          "name", NAMES,
          "creditCode", TEXT,
          "cityCode", CITY_CODE,
          "industry", INDUSTRY,
          "figures", FIGURES,
          "evidence", EVIDENCE);
  public static final Members CHAIN_HEAD =
      members(
          "name", NAMES,
          "post", NAMES,
          "body",
              choice(
                  "party_committee",
                  "government",
                  "people_congress",
                  "cppcc",
                  "department",
                  "other"),
          "rank", choice("city_leader", "department_head", "other"),
          "chain", INDUSTRY,
          "appointedOn", DAY,
          "evidence", EVIDENCE);
  public static final Members INNOVATION_PLATFORM =
      members(
          "name", NAMES,
          "level", choice("national", "provincial", "municipal"),
          "state", PLAN,
          "industry", INDUSTRY,
          "partners", new Entries(NAMES),
          "evidence", EVIDENCE);
  public static final Members CONFERENCE =
      members(
          "name", NAMES,
          "edition", new Whole("edition", 1, 9999),
          "scope", choice("world", "international", "national", "regional"),
          "industry", INDUSTRY,
          "cityCode", CITY_CODE,
          "state", choice("planned", "approved", "held"),
          "startsOn", DAY,
          "endsOn", DAY,
          "hosts", new Entries(NAMES),
          "evidence", EVIDENCE);
  public static final Members TARGET = (Members) ((Entries) FIGURES).of();
  public static final Members BID =
      demanding(
          members(
              "schema",
              SCHEMA_NAME,
              "ruleSet",
              TEXT,
              "city",
              demanding(members("code", CITY_CODE, "name", NAMES), "code"),
              "baseline",
              members(
                  "year", YEAR,
                  "gdp", AMOUNT,
                  "secondaryIndustryValueAdded", AMOUNT,
                  "aboveScaleIndustryGrowth", PERCENTAGE),
              "parks",
              new Entries(PARK),
              "pillarIndustries",
              new Entries(PILLAR_INDUSTRY),
              "chainLeaders",
              new Entries(CHAIN_LEADER),
              "chainHeads",
              new Entries(CHAIN_HEAD),
              "innovationPlatforms",
              new Entries(INNOVATION_PLATFORM),
              "conferences",
              new Entries(CONFERENCE),
              "cooperation",
              new Entries(
                  members(
                      "partners", new Entries(CITY_CODE), "subject", LINES, "jointEntity", TEXT)),
              "evidence",
              new Entries(
                  members(
                      "id",
                      TEXT,
                      "title",
                      NAMES,
                      "issuer",
                      NAMES,
                      "issuedOn",
                      DAY,
                      "address",
                      TEXT,
                      "sha256",
                      SHA_256)),
              "declarations",
              members("truthful", new YesNo(), "signedOn", DAY)),
          "schema",
          "ruleSet",
          "city");

  /** The place of the applicant's code. */
  private static final String APPLICANT = "/city/code";

  private static final EntryReference TO_DOCUMENT =
      new EntryReference("/evidence", "id", "title", true);
  private static final EntryReference TO_INDUSTRY =
      new EntryReference("/pillarIndustries", "name", "name", false);

  private BidContract() {}

  /** Returns the shape of a whole bid, for callers that walk its members. */
  public static Members whole() {
    return BID;
  }

  /**
   * Returns whether a pointer leads to a division code.
   *
   * @param pointer a JSON Pointer (RFC 6901) into a bid
   */
  public static boolean isCityCode(String pointer) {
    return at(pointer) == CITY_CODE;
  }

  /** Returns whether a pointer leads to the code of the applicant itself. */
  public static boolean isApplicant(String pointer) {
    return pointer.equals(APPLICANT);
  }

  /** Returns whether a pointer leads to a text that may well take several lines. */
  public static boolean takesLines(String pointer) {
    return at(pointer) == LINES;
  }

  /** Returns what the text at a pointer refers to; empty if it refers to nothing in the bid. */
  public static Optional<EntryReference> reference(String pointer) {
    Shape shape = at(pointer);
    return shape == REFERENCE
        ? Optional.of(TO_DOCUMENT)
        : shape == INDUSTRY ? Optional.of(TO_INDUSTRY) : Optional.empty();
  }

  /** Returns every kind of reference within a bid. */
  public static List<EntryReference> references() {
    return List.of(TO_DOCUMENT, TO_INDUSTRY);
  }

  /** Returns whether a pointer leads to the id of a document of the list {@link #DOCUMENTS}. */
  public static boolean isReference(String pointer) {
    return at(pointer) == REFERENCE;
  }

  /** Returns whether a pointer leads to a name for which rules accept certain words, too. */
  public static boolean isTerm(String pointer) {
    Shape shape = at(pointer);
    return shape == TERM || shape == INDUSTRY;
  }

  /** Returns whether a pointer leads to a member of a bid, or to an entry of a list. */
  public static boolean isMember(String pointer) {
    if (!pointer.startsWith("/")) {
      return false;
    }
    Shape shape = BID;
    for (String step : pointer.substring(1).split("/", -1)) {
      boolean index = step.matches("[0-9]{1,9}|\\*");
      shape =
          shape instanceof Members object
              ? object.members().get(step)
              : shape instanceof Entries list && index ? list.of() : null;
    }
    return shape != null;
  }

  private static Shape at(String pointer) {
    Shape shape = BID;
    for (String step : pointer.substring(Math.min(1, pointer.length())).split("/")) {
      shape =
          shape instanceof Members object
              ? object.members().get(step)
              : shape instanceof Entries list ? list.of() : null;
    }
    return shape;
  }

  /** Returns the JSON Schema (draft 2020-12) of a bid. */
  public static ObjectNode schema() {
    ObjectNode schema = BID.schema(true);
    ObjectNode head = schema.objectNode();
    head.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    head.put("title", "A city's bid, " + SCHEMA);
    head.put("description", ABOUT);
    return head.setAll(schema);
  }

  private static Choice choice(String... words) {
    return new Choice(List.of(words));
  }

  private static Members demanding(Members shape, String... names) {
    Set<String> demanded = new LinkedHashSet<>(List.of(names));
    return new Members(shape.members(), demanded);
  }
}
