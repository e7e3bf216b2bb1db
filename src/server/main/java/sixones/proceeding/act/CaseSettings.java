package sixones.proceeding.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sixones.round.Fault;
import sixones.round.Refused;

/**
 * How the cases of a round proceed, frozen when the round opens. What is not known of the programme
 * is off or neutral; what is set otherwise names what it rests on.
 *
 * @param corrections how many correction notices a case may have
 * @param correctionTerm the usual term of a notice; null if each notice gives its own
 * @param closesWithoutReply whether two persons may close a case whose applicant did not reply;
 *     otherwise it is decided on what is there
 * @param judgesBeforeProposal whether what is left to people must be judged before a proposal
 * @param marksUnlisted whether a reply may change what was not listed, and it is marked; otherwise
 *     it is refused
 * @param blindConfirm whether a confirmer first says what she would answer
 * @param showsNames whether the applicant sees who handles its case
 * @param remedy what the applicant may do about a refusal; null if nothing is claimed
 * @param persons acts that take two persons here though one would do
 * @param citations what each value set rests on, by the setting's name
 */
public record CaseSettings(
    int corrections,
    TermSetting correctionTerm,
    boolean closesWithoutReply,
    boolean judgesBeforeProposal,
    boolean marksUnlisted,
    boolean blindConfirm,
    boolean showsNames,
    GivenReasons remedy,
    Map<ActKind, Integer> persons,
    Map<String, String> citations) {

  /**
   * How a term is counted.
   *
   * @param unit {@code day} or {@code working-day}
   */
  public record TermSetting(int amount, String unit, boolean firstDayCounts) {}

  /** What holds where nothing is set. */
  public static final CaseSettings NEUTRAL =
      new CaseSettings(1, null, false, true, false, false, false, null, Map.of(), Map.of());

  private static final String[] NAMES = {
    "corrections",
    "correctionTerm",
    "noReply",
    "judgementsBeforeProposal",
    "unlisted",
    "blindConfirm",
    "showsNames",
    "remedy",
    "persons"
  };

  public CaseSettings {
    persons = Map.copyOf(persons);
    citations = Map.copyOf(citations);
  }

  /** Returns how many persons an act takes: what its kind or body says, or more. */
  public int persons(ActBody body) {
    int floor =
        body instanceof Determination made ? Math.max(1, made.persons()) : body.kind().persons();
    return Math.max(floor, persons.getOrDefault(body.kind(), 1));
  }

  /**
   * Reads settings: an object of {@code {"value": …, "citation": …}} by name. What is left out is
   * neutral.
   *
   * @throws Refused with all faults
   */
  public static CaseSettings read(byte[] json) {
    return read(json, "", false);
  }

  /**
   * Reads settings that somebody asks for.
   *
   * @param at where they stand in the document that the faults are told of
   * @throws Refused with all faults
   */
  public static CaseSettings asked(byte[] json, String at) {
    return read(json, at, true);
  }

  private static CaseSettings read(byte[] json, String at, boolean isAsked) {
    if (json.length > ActReader.MOST_BYTES) {
      throw Refused.wrong(at, "too-large", Map.of("most", ActReader.MOST_BYTES));
    }
    List<Fault> faults = new ArrayList<>();
    JsonNode tree = ActReader.tree(json);
    BodyReader all = new BodyReader(tree, at, faults).only(NAMES);
    Map<String, String> citations = new TreeMap<>();
    CaseSettings settings = read(all, citations);
    if (isAsked) {
      UnseenText.look(tree, at, faults);
    }
    if (!faults.isEmpty()) {
      throw Refused.wrong(faults);
    }
    return settings;
  }

  private static CaseSettings read(BodyReader all, Map<String, String> citations) {
    BodyReader corrections = of(all, "corrections", citations);
    BodyReader term = of(all, "correctionTerm", citations);
    BodyReader remedy = of(all, "remedy", citations);
    BodyReader persons = of(all, "persons", citations);
    return new CaseSettings(
        corrections == null ? NEUTRAL.corrections : (int) corrections.number("value", 0, 9),
        term == null ? null : term(term.object("value")),
        is(all, "noReply", "give-up", "decide", citations),
        isYes(all, "judgementsBeforeProposal", NEUTRAL.judgesBeforeProposal, citations),
        is(all, "unlisted", "mark", "refuse", citations),
        isYes(all, "blindConfirm", false, citations),
        isYes(all, "showsNames", false, citations),
        remedy == null ? null : remedy.reasons("value"),
        persons == null ? Map.of() : persons(persons.object("value")),
        citations);
  }

  private static BodyReader of(BodyReader all, String name, Map<String, String> citations) {
    if (!all.has(name)) {
      return null;
    }
    BodyReader one = all.object(name).only("value", "citation");
    String citation = one.text("citation");
    if (citation != null) {
      citations.put(name, citation);
    }
    return one;
  }

  private static boolean is(
      BodyReader all, String name, String yes, String no, Map<String, String> citations) {
    BodyReader one = of(all, name, citations);
    return one != null && yes.equals(one.word("value", List.of(no, yes)));
  }

  private static boolean isYes(
      BodyReader all, String name, boolean neutral, Map<String, String> citations) {
    BodyReader one = of(all, name, citations);
    return one == null ? neutral : one.yes("value");
  }

  private static TermSetting term(BodyReader term) {
    return term == null
        ? null
        : new TermSetting(
            (int) term.only("amount", "unit", "firstDayCounts").number("amount", 1, 366),
            term.word("unit", List.of("day", "working-day")),
            term.yes("firstDayCounts"));
  }

  private static Map<ActKind, Integer> persons(BodyReader persons) {
    Map<ActKind, Integer> raised = new EnumMap<>(ActKind.class);
    if (persons != null) {
      persons.only(ActKind.DETERMINE.id(), ActKind.EXTEND.id());
      for (ActKind kind : List.of(ActKind.DETERMINE, ActKind.EXTEND)) {
        if (persons.has(kind.id())) {
          raised.put(kind, (int) persons.number(kind.id(), 1, 2));
        }
      }
    }
    return raised;
  }

  /** Returns what is set, as it is kept. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "corrections", JsonNodeFactory.instance.numberNode(corrections));
    if (correctionTerm != null) {
      put(
          json,
          "correctionTerm",
          new BodyWriter()
              .put("amount", (long) correctionTerm.amount())
              .put("unit", correctionTerm.unit())
              .put("firstDayCounts", correctionTerm.firstDayCounts())
              .node());
    }
    put(json, "noReply", text(closesWithoutReply ? "give-up" : "decide"));
    put(
        json,
        "judgementsBeforeProposal",
        JsonNodeFactory.instance.booleanNode(judgesBeforeProposal));
    put(json, "unlisted", text(marksUnlisted ? "mark" : "refuse"));
    put(json, "blindConfirm", JsonNodeFactory.instance.booleanNode(blindConfirm));
    put(json, "showsNames", JsonNodeFactory.instance.booleanNode(showsNames));
    put(json, "remedy", remedy == null ? null : remedy.json());
    ObjectNode raised = JsonNodeFactory.instance.objectNode();
    persons.forEach((kind, number) -> raised.put(kind.id(), number));
    put(json, "persons", raised);
    return json;
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  private void put(ObjectNode json, String name, JsonNode value) {
    if (citations.containsKey(name)) {
      ObjectNode one = json.putObject(name);
      one.set("value", value);
      one.put("citation", citations.get(name));
    }
  }

  /** Returns the digest of {@link #json()}. */
  public String digest() {
    return Canonical.digest(json());
  }
}
