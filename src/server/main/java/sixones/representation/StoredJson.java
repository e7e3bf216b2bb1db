package sixones.representation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.lang.UCharacter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import sixones.draft.Source;
import sixones.draft.WorkingDraft;
import sixones.evaluation.Remaining;
import sixones.library.RuleSetVersion;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluations;
import sixones.official.Replay;
import sixones.people.Person;
import sixones.proceeding.act.CaseSettings;
import sixones.report.Column;
import sixones.report.Language;
import sixones.round.Erasure;
import sixones.round.Round;
import sixones.round.RoundMove;
import sixones.submission.Submission;

/**
 * Represents rounds, drafts, submissions and evaluations as JSON, with instants in Beijing time.
 */
public final class StoredJson {
  /** The time zone of Beijing time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private StoredJson() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Formats an instant as ISO 8601 with the offset of Beijing time: {@code
   * 2022-06-30T18:00:00.000+08:00}; null gives null.
   */
  public static String instant(Instant instant) {
    return instant == null ? null : INSTANT.format(OffsetDateTime.ofInstant(instant, ZONE));
  }

  /** Formats an instant for a sentence, in Beijing time: {@code 2022-06-30 18:00:00}. */
  public static String moment(Instant instant) {
    return MOMENT.format(OffsetDateTime.ofInstant(instant, ZONE));
  }

  /**
   * Formats the first instant after a term or a validity as {@link #moment} does; midnight is 24:00
   * of the day before: {@code 2022-06-30 24:00:00}.
   */
  public static String end(Instant end) {
    return LocalTime.MIDNIGHT.equals(OffsetDateTime.ofInstant(end, ZONE).toLocalTime())
        ? moment(end.minus(1, ChronoUnit.DAYS)).replace("00:00:00", "24:00:00")
        : moment(end);
  }

  /**
   * Returns a round's name in the given language, or in the other if it has none in that; without
   * control characters.
   */
  public static String name(Round round, Language language) {
    boolean english = language == Language.EN && round.nameEn() != null || round.nameZh() == null;
    return Column.harmless(english ? round.nameEn() : round.nameZh());
  }

  /** Returns an object whose member {@code items} is an array of the items. */
  public static <K> ObjectNode list(List<K> items, Function<K, ObjectNode> told) {
    ObjectNode list = object();
    list.putArray("items").addAll(items.stream().map(told).toList());
    return list;
  }

  public static ObjectNode of(Round round) {
    ObjectNode node = object().put("id", round.id().toString()).put("number", round.number());
    node.putObject("name").put("en", round.nameEn()).put("zh", round.nameZh());
    node.put("state", round.state().id())
        .put("ruleSet", round.ruleSet())
        .put("ruleSetVersion", round.rules().version());
    if (round.isPinned()) {
      node.set("pinned", of(round.rules()).put("engineDigest", round.pin().engine()));
    } else {
      node.putNull("pinned");
    }
    return node.put("opensAt", instant(round.opensAt()))
        .put("deadline", instant(round.deadline()))
        .put("evaluationDay", round.evaluationDay().toString())
        .put("submissionsPerApplicant", round.submissionsPerApplicant())
        .put("revision", round.revision());
  }

  /**
   * Returns a round with how its cases are to proceed, and whether it was erased.
   *
   * @param procedure canonical JSON; null if nothing is set
   * @param erased null unless it was erased
   */
  public static ObjectNode of(Round round, String procedure, Erasure erased) {
    ObjectNode node = of(round);
    node.set("procedure", procedure(procedure));
    if (erased != null) {
      ObjectNode told = node.putObject("erased");
      told.put("at", instant(erased.at())).put("archive", erased.archive());
      ObjectNode counts = told.putObject("counts");
      erased.counts().forEach(counts::put);
    }
    return node;
  }

  private static ObjectNode procedure(String settings) {
    return settings == null
        ? JsonNodeFactory.instance.objectNode()
        : CaseSettings.read(settings.getBytes(StandardCharsets.UTF_8)).json();
  }

  public static ObjectNode of(RoundMove move) {
    return object()
        .put("move", move.kind().id())
        .put("state", move.kind().to().id())
        .put("deadlineBefore", instant(move.deadlineBefore()))
        .put("deadline", instant(move.deadlineAfter()))
        .put("revision", move.revision())
        .put("at", instant(move.at()))
        .put("by", move.by())
        .put("reason", move.reason());
  }

  private static ObjectNode of(RuleSetVersion rules) {
    return object()
        .put("id", rules.id())
        .put("version", rules.version())
        .put("digest", rules.digest())
        .put("bundle", rules.bundle());
  }

  public static ObjectNode of(WorkingDraft draft) {
    ObjectNode node =
        object()
            .put("id", draft.id().toString())
            .put("applicant", draft.applicant())
            .put("name", draft.name())
            .put("form", form(draft.form().name()))
            .put("digest", draft.digest())
            .put("bytes", draft.bytes());
    addSource(draft.source(), node);
    if (draft.round() != null) {
      node.put("round", draft.round().toString());
    }
    return node.put("revision", draft.revision())
        .put("savedAt", instant(draft.savedAt()))
        .put("savedBy", draft.savedBy());
  }

  /** Adds the file a bid was converted from, if it was. */
  private static void addSource(Source source, ObjectNode bid) {
    if (source != null) {
      bid.putObject("source")
          .put("digest", source.digest())
          .put("encoding", source.encoding().id())
          .put("converted", source.converted());
    }
  }

  private static String form(String name) {
    return "application/" + UCharacter.toLowerCase(Locale.ROOT, name);
  }

  /**
   * Returns the digests of the receipts that are handed out of a submission: of the one answered at
   * acceptance, and of the one whoever asks now is given.
   */
  public static List<String> receiptDigests(Submission submission) {
    return Stream.of(receipt(submission), of(submission))
        .map(receipt -> (receipt + "\n").getBytes(StandardCharsets.UTF_8))
        .map(OfficialEvaluations::digest)
        .toList();
  }

  /** Returns the receipt of a submission, and when and by whom it was withdrawn. */
  public static ObjectNode of(Submission submission) {
    return receipt(submission)
        .put("withdrawnAt", instant(submission.withdrawnAt()))
        .put("withdrawnBy", submission.withdrawnBy());
  }

  /**
   * Returns the receipt of a submission as it is answered at acceptance. It never changes, so
   * withdrawal is not part of it; who asks later is told by {@link #of(Submission)}.
   */
  public static ObjectNode receipt(Submission submission) {
    ObjectNode node =
        object()
            .put("submission", submission.id().toString())
            .put("number", submission.number().toString())
            .put("round", submission.round().toString())
            .put("applicant", submission.applicant())
            .put("version", submission.version());
    ObjectNode bid =
        node.putObject("draft")
            .put("form", form(submission.content().form().name()))
            .put("bytes", submission.content().bytes())
            .put("digest", submission.content().digest());
    addSource(submission.content().source(), bid);
    node.put("declaredUntruthful", submission.content().declaredUntruthful());
    ObjectNode evaluation = node.putObject("evaluation");
    evaluation
        .put("id", submission.result().evaluation().toString())
        .put("verdict", submission.result().verdict().name());
    put(evaluation, submission.result().remaining()).put("digest", submission.result().digest());
    return node.put("submittedAt", instant(submission.submittedAt()))
        .put("submittedBy", submission.submittedBy());
  }

  private static ObjectNode put(ObjectNode node, Remaining left) {
    return node.put("toJudge", left.toJudge())
        .put("toSupply", left.toSupply())
        .put("toReview", left.toReview());
  }

  /** Returns an evaluation as an item of a list, without its answer. */
  public static ObjectNode of(OfficialEvaluation evaluation) {
    ObjectNode node =
        object()
            .put("id", evaluation.id().toString())
            .put("submission", evaluation.submission().toString())
            .put("round", evaluation.round().toString())
            .put("applicant", evaluation.applicant());
    node.set("ruleSet", of(evaluation.by()));
    node.put("asOf", evaluation.asOf().toString()).put("verdict", evaluation.verdict().name());
    return put(node, evaluation.remaining())
        .put("draftDigest", evaluation.draftDigest())
        .put("digest", evaluation.findingsDigest())
        .put("engine", evaluation.engine())
        .put("engineDigest", evaluation.pin().engine())
        .put("java", evaluation.platform().java())
        .put("unicode", evaluation.platform().unicode())
        .put("application", evaluation.platform().application())
        .put("evaluatedAt", instant(evaluation.evaluatedAt()));
  }

  /** Returns the result of a replay. */
  public static ObjectNode of(OfficialEvaluation evaluation, Replay replay) {
    ObjectNode node =
        object()
            .put("evaluation", evaluation.id().toString())
            .put("identical", replay.identical())
            .put("result", replay.result().word())
            .put("keptDigest", replay.keptDigest())
            .put("nowDigest", replay.nowDigest());
    ArrayNode changed = node.putArray("changed");
    replay.changed().forEach(changed::add);
    if (replay.pointer() != null) {
      ObjectNode difference = node.putObject("difference");
      difference.put("pointer", replay.pointer());
      difference.set("kept", replay.kept());
      difference.set("now", replay.now());
    }
    return node;
  }

  /** Returns the signed-in person. */
  public static ObjectNode of(Person person) {
    return object()
        .put("name", person.name())
        .put("role", person.role().id())
        .put("applicant", person.applicant());
  }
}
