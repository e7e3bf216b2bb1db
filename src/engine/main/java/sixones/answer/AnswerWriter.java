package sixones.answer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import sixones.bid.Defect;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Remaining;
import sixones.finding.Finding;
import sixones.rule.Outcome;

/**
 * Writes an evaluation as a document of format {@value #FORMAT}: one line of JSON in UTF-8, ended
 * by a line feed. The document holds ids and values alone and is the same, byte for byte, for the
 * same draft, rule set version and day. A subclass adds sentences, which are no part of the format.
 */
public class AnswerWriter {
  /** The format of the documents written here, the value of their member {@code format}. */
  public static final String FORMAT = "sixones/answer/1";

  private static final byte[] FORMAT_MEMBER = JsonBytes.name("format");
  private static final byte[] RULE_SET = JsonBytes.name("ruleSet");
  private static final byte[] ID = JsonBytes.name("id");
  private static final byte[] VERSION = JsonBytes.name("version");
  private static final byte[] DIGEST = JsonBytes.name("digest");
  private static final byte[] AS_OF = JsonBytes.name("asOf");
  private static final byte[] DRAFT = JsonBytes.name("draft");
  private static final byte[] VERDICT = JsonBytes.name("verdict");
  private static final byte[] TO_JUDGE = JsonBytes.name("toJudge");
  private static final byte[] TO_SUPPLY = JsonBytes.name("toSupply");
  private static final byte[] TO_REVIEW = JsonBytes.name("toReview");
  private static final byte[] REQUIREMENTS = JsonBytes.name("requirements");
  private static final byte[] FINDINGS = JsonBytes.name("findings");
  private static final byte[] CONTEXT = JsonBytes.name("context");
  private static final byte[] LEFT_TO_PEOPLE = JsonBytes.name("leftToPeople");
  private static final byte[] PLACE = "{\"pointer\":".getBytes(StandardCharsets.UTF_8);
  private static final byte[] APPLICANT = JsonBytes.name("applicant");
  private static final byte[] DEFECTS = JsonBytes.name("defects");

  /** What precedes the values of a place from its outcome on, by outcome. */
  private static final byte[][] VALUES = new byte[Outcome.values().length][];

  static {
    for (Outcome outcome : Outcome.values()) {
      VALUES[outcome.ordinal()] =
          ("\"outcome\":\"" + outcome + "\",\"values\":{").getBytes(StandardCharsets.UTF_8);
    }
  }

  private static final int CAPACITY = 16 * 1024;

  /** A buffer of each thread, for one answer after the other. */
  private static final ThreadLocal<byte[]> BUFFER =
      ThreadLocal.withInitial(() -> new byte[CAPACITY]);

  private final Evaluation evaluation;
  private final EncodedRules rules;

  protected AnswerWriter(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.rules = EncodedRules.of(evaluation.ruleSet());
  }

  /** Writes the document of an evaluation. */
  public static byte[] write(Evaluation evaluation) {
    return new AnswerWriter(evaluation).bytes();
  }

  /** The document. */
  protected final byte[] bytes() {
    JsonBytes json = new JsonBytes(BUFFER.get());
    write(json);
    return json.endLine();
  }

  private void write(JsonBytes json) {
    json.startObject();
    json.member(FORMAT_MEMBER, FORMAT);
    json.name(RULE_SET);
    json.startObject();
    json.member(ID, evaluation.ruleSet().id());
    json.member(VERSION, evaluation.ruleSet().version());
    json.member(DIGEST, evaluation.ruleSet().digest());
    json.endObject();
    json.member(AS_OF, evaluation.asOf().toString());
    json.name(DRAFT);
    json.startObject();
    json.member(DIGEST, evaluation.draft().digest());
    json.member(APPLICANT, evaluation.draft().applicant());
    json.endObject();
    if (!evaluation.defects().isEmpty()) {
      writeDefects(json);
    }
    addToAnswer(json);
    json.member(VERDICT, evaluation.verdict().name());
    writeRemaining(json, evaluation.remaining());
    json.name(REQUIREMENTS);
    json.startArray();
    for (String requirement : evaluation.ruleSet().requirements()) {
      writeRequirement(json, requirement);
    }
    json.endArray();
    json.name(CONTEXT);
    writeFindings(json, evaluation.context());
    json.name(LEFT_TO_PEOPLE);
    json.startArray();
    for (String left : evaluation.leftToPeople()) {
      json.encoded(EncodedWords.word(left));
    }
    json.endArray();
    json.endObject();
  }

  /** Adds members to the document. */
  protected void addToAnswer(JsonBytes json) {}

  /** Writes a member that is a list of objects. */
  protected static <T> void writeObjects(
      JsonBytes json, String name, List<T> objects, Consumer<T> members) {
    json.name(EncodedWords.name(name));
    json.startArray();
    for (T object : objects) {
      json.startObject();
      members.accept(object);
      json.endObject();
    }
    json.endArray();
  }

  /** Adds members to a defect. */
  protected void addToDefect(JsonBytes json, Defect defect) {}

  /** Adds members to a requirement. */
  protected void addToRequirement(JsonBytes json, String requirement) {}

  /** Adds members to a finding. */
  protected void addToFinding(JsonBytes json, Finding finding) {}

  /** Adds members to a place of a finding. */
  protected void addToPlace(JsonBytes json, Finding finding, Finding.At place) {}

  private void writeDefects(JsonBytes json) {
    json.name(DEFECTS);
    json.startArray();
    for (Defect defect : evaluation.defects()) {
      json.startObject();
      DefectsDocument.write(json, defect);
      addToDefect(json, defect);
      json.endObject();
    }
    json.endArray();
  }

  private void writeRequirement(JsonBytes json, String requirement) {
    json.startObject();
    json.member(ID, EncodedWords.word(requirement));
    json.member(VERDICT, EncodedWords.word(evaluation.verdictOn(requirement).name()));
    writeRemaining(json, evaluation.remainingOn(requirement));
    addToRequirement(json, requirement);
    json.name(FINDINGS);
    writeFindings(json, evaluation.findingsOn(requirement));
    json.endObject();
  }

  private static void writeRemaining(JsonBytes json, Remaining left) {
    json.member(TO_JUDGE, left.toJudge());
    json.member(TO_SUPPLY, left.toSupply());
    json.member(TO_REVIEW, left.toReview());
  }

  private void writeFindings(JsonBytes json, List<Finding> findings) {
    json.startArray();
    for (Finding finding : findings) {
      EncodedRules.Parts parts = rules.of(finding.rule());
      json.name(parts.beginnings()[finding.outcome().ordinal()]);
      for (Finding.At place : finding.places()) {
        writePlace(json, finding, place);
      }
      json.rest(parts.ending());
      addToFinding(json, finding);
      json.endObject();
    }
    json.endArray();
  }

  private void writePlace(JsonBytes json, Finding finding, Finding.At place) {
    json.name(PLACE);
    json.text(place.pointer());
    json.name(VALUES[place.outcome().ordinal()]);
    place
        .values()
        .forEach(
            (name, value) -> {
              json.name(EncodedWords.name(name));
              json.value(value);
            });
    json.endObject();
    addToPlace(json, finding, place);
    json.endObject();
  }
}
