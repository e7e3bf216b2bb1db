package sixones.representation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.lang.UCharacter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import sixones.draft.Source;
import sixones.draft.WorkingDraft;
import sixones.evaluation.Remaining;
import sixones.library.RuleSetVersion;
import sixones.official.OfficialEvaluation;
import sixones.official.Replay;
import sixones.people.Person;
import sixones.report.Column;
import sixones.report.Language;
import sixones.round.Round;
import sixones.submission.Submission;

/** Rounds and what is kept about them, as JSON; instants are shown as they are in Sichuan. */
public final class StoredJson {
  /** The time in Sichuan. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private StoredJson() {}

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An instant with Sichuan's offset: {@code 2022-06-30T18:00:00.000+08:00}; null stays null. */
  public static String instant(Instant instant) {
    return instant == null ? null : INSTANT.format(OffsetDateTime.ofInstant(instant, ZONE));
  }

  /** An instant as a sentence has it: {@code 2022-06-30 18:00:00}, the time in Sichuan. */
  public static String moment(Instant instant) {
    return MOMENT.format(OffsetDateTime.ofInstant(instant, ZONE));
  }

  /** A round's name in a language, or in the other if it has none in that; harmless to show. */
  public static String name(Round round, Language language) {
    boolean english = language == Language.EN && round.nameEn() != null || round.nameZh() == null;
    return Column.harmless(english ? round.nameEn() : round.nameZh());
  }

  /** A list. */
  public static <K> ObjectNode list(List<K> items, Function<K, ObjectNode> told) {
    ObjectNode list = object();
    list.putArray("items").addAll(items.stream().map(told).toList());
    return list;
  }

  public static ObjectNode of(Round round) {
    ObjectNode node = object().put("id", round.id().toString());
    node.putObject("name").put("en", round.nameEn()).put("zh", round.nameZh());
    node.put("state", round.state().id()).put("ruleSet", round.ruleSet());
    if (round.ruleSetVersion() == null) {
      node.putNull("pinned");
    } else {
      node.set("pinned", of(round.rules()));
    }
    return node.put("opensAt", instant(round.opensAt()))
        .put("deadline", instant(round.deadline()))
        .put("evaluationDay", round.evaluationDay().toString())
        .put("submissionsPerCity", round.submissionsPerCity())
        .put("revision", round.revision());
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
            .put("city", draft.city())
            .put("name", draft.name())
            .put("form", form(draft.form().name()))
            .put("digest", draft.digest())
            .put("bytes", draft.bytes());
    tell(draft.source(), node);
    return node.put("revision", draft.revision())
        .put("savedAt", instant(draft.savedAt()))
        .put("savedBy", draft.savedBy());
  }

  /** The file a bid was converted from, where it was. */
  private static void tell(Source source, ObjectNode bid) {
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

  /** What the city holds in hand: the receipt, and whether it was withdrawn since. */
  public static ObjectNode of(Submission submission) {
    ObjectNode node = receipt(submission);
    node.put("withdrawnAt", instant(submission.withdrawnAt()));
    return node;
  }

  /** What was accepted, of which bytes, with which answer, and when; never changes. */
  public static ObjectNode receipt(Submission submission) {
    ObjectNode node =
        object()
            .put("submission", submission.id().toString())
            .put("round", submission.round().toString())
            .put("city", submission.city())
            .put("version", submission.version());
    ObjectNode bid =
        node.putObject("draft")
            .put("form", form(submission.form().name()))
            .put("bytes", submission.bytes())
            .put("digest", submission.digest());
    tell(submission.source(), bid);
    node.put("declaredUntruthful", submission.declaredUntruthful());
    ObjectNode evaluation = node.putObject("evaluation");
    evaluation
        .put("id", submission.evaluation().toString())
        .put("verdict", submission.verdict().name());
    put(evaluation, submission.remaining()).put("digest", submission.findingsDigest());
    return node.put("submittedAt", instant(submission.submittedAt()))
        .put("submittedBy", submission.submittedBy());
  }

  private static ObjectNode put(ObjectNode node, Remaining left) {
    return node.put("toJudge", left.toJudge())
        .put("toSupply", left.toSupply())
        .put("toReview", left.toReview());
  }

  /** An evaluation in a list: everything but its answer. */
  public static ObjectNode of(OfficialEvaluation evaluation) {
    ObjectNode node =
        object()
            .put("id", evaluation.id().toString())
            .put("submission", evaluation.submission().toString())
            .put("round", evaluation.round().toString())
            .put("city", evaluation.city());
    node.set("ruleSet", of(evaluation.by()));
    node.put("asOf", evaluation.asOf().toString()).put("verdict", evaluation.verdict().name());
    return put(node, evaluation.remaining())
        .put("draftDigest", evaluation.draftDigest())
        .put("digest", evaluation.findingsDigest())
        .put("engine", evaluation.engine())
        .put("java", evaluation.platform().java())
        .put("unicode", evaluation.platform().unicode())
        .put("application", evaluation.platform().application())
        .put("evaluatedAt", instant(evaluation.evaluatedAt()));
  }

  /** What came of running an evaluation again. */
  public static ObjectNode of(OfficialEvaluation evaluation, Replay replay) {
    ObjectNode node =
        object()
            .put("evaluation", evaluation.id().toString())
            .put("identical", replay.identical())
            .put("keptDigest", replay.keptDigest())
            .put("nowDigest", replay.nowDigest());
    if (!replay.identical()) {
      ObjectNode difference = node.putObject("difference");
      difference.put("pointer", replay.pointer());
      difference.set("kept", replay.kept());
      difference.set("now", replay.now());
    }
    return node;
  }

  /** Who is signed in. */
  public static ObjectNode of(Person person) {
    return object()
        .put("name", person.name())
        .put("role", person.role().id())
        .put("city", person.city());
  }
}
