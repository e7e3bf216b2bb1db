package sixones.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import sixones.answer.Explanation;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.draft.Source;
import sixones.draft.WorkingDraft;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Evaluations;
import sixones.evaluation.UnknownRuleSet;
import sixones.library.Pin;
import sixones.library.RuleSetVersion;
import sixones.official.OfficialEvaluation;
import sixones.official.OfficialEvaluationInTests;
import sixones.official.OfficialEvaluations;
import sixones.overview.RoundEvaluations;
import sixones.pages.form.Examples;
import sixones.pages.frame.PageFrame;
import sixones.pages.report.ReportPage;
import sixones.pages.report.ReportView;
import sixones.pages.report.WhyInFull;
import sixones.people.Role;
import sixones.report.Language;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.submission.CurrentBid;
import sixones.submission.CurrentBids;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/** What views are made of, for examples of pages: as it would be kept, without a database. */
@Singleton
public class RecordsInTests {
  public static final UUID ID = UUID.fromString("0f6c2f0e-6d5b-4f0e-9d0c-3b1f2a4c5d6e");
  public static final int NUMBER = 3;
  public static final Instant OPENS = Instant.parse("2022-06-13T01:00:00Z");
  public static final Instant DEADLINE = Instant.parse("2022-06-30T10:00:00Z");
  public static final Instant NOW = Instant.parse("2022-06-15T02:30:00Z");
  private static final LocalDate DAY = LocalDate.parse("2022-06-17");

  @Inject RuleSets ruleSets;
  @Inject Evaluations evaluations;
  @Inject Examples examples;
  @Inject ReportPage reports;

  /** A bid with its evaluation. */
  public record Bid(byte[] bytes, Evaluation evaluation) {}

  /** The frame of a page for somebody of a role; null for somebody who has not signed in. */
  public static PageFrame frame(Language language, Role role, String path) {
    Language other = language == Language.EN ? Language.ZH_CN : Language.EN;
    return new PageFrame(
        language,
        path,
        path + "?lang=" + other.tag(),
        role == null ? null : "li.wei",
        role == null ? null : role.id(),
        role != Role.APPLICANT ? null : language == Language.EN ? "Chengdu" : "成都市",
        "token",
        0,
        false);
  }

  public RuleSet rules() {
    return ruleSets.all().get(0);
  }

  /** A whole bid packed with the application, evaluated. */
  public Bid bid(String name) {
    return bid(examples.bid(rules(), name).orElseThrow().tree());
  }

  /** A bid that declares itself untrue, evaluated. */
  public Bid untruthful() {
    ObjectNode tree = examples.bid(rules(), "sample-met").orElseThrow().tree().deepCopy();
    tree.withObject("/declarations").put("truthful", false);
    return bid(tree);
  }

  /**
   * The bid that the fixtures change, with what the six requirements ask alone: it has no fault,
   * and some of it is left to people.
   */
  public Bid faultless() {
    ObjectNode tree = (ObjectNode) examples.compliant(rules()).deepCopy();
    tree.remove(List.of("cooperation", "coreTechnologies", "perMuEvaluations"));
    return bid(tree);
  }

  private Bid bid(JsonNode tree) {
    try {
      byte[] bytes = tree.toPrettyString().getBytes(StandardCharsets.UTF_8);
      Draft draft = Draft.read(bytes, Draft.Format.JSON, rules().contract());
      return new Bid(bytes, evaluations.run(draft, DAY));
    } catch (UnreadableDraft | UnknownRuleSet | NoRuleInForce e) {
      throw new AssertionError(e);
    }
  }

  public ReportView report(Bid bid, Language language) {
    return reports.of(withBid(bid), language);
  }

  /** A bid and its evaluation as they are kept. */
  public static RoundEvaluations.WithBid withBid(Bid bid) {
    return new RoundEvaluations.WithBid(bid.evaluation(), bid.bytes(), Draft.Format.JSON);
  }

  /** A report with the conditions behind its findings. */
  public ReportView explainedReport(Bid bid, Language language) {
    return explainedReport(bid, null, language);
  }

  /** As {@link #explainedReport}, with what was asked to be explained in full. */
  public ReportView explainedReport(Bid bid, String asked, Language language) {
    RoundEvaluations.WithBid found = withBid(bid);
    try {
      Draft draft =
          Draft.readPartly(found.bytes(), found.format(), found.evaluation().ruleSet().contract());
      WhyInFull inFull = WhyInFull.of("bid", "/report", asked);
      Explanation why = Explanation.of(found.evaluation(), draft, inFull.focus());
      return reports.of(found, why, inFull, language);
    } catch (UnreadableDraft | NoRuleInForce e) {
      throw new AssertionError(e);
    }
  }

  /** The first requirement of a report, for pages beside those that show a whole one. */
  public ReportView shortReport(Bid bid, Language language) {
    return cut(report(bid, language));
  }

  /** As {@link #shortReport}, with the conditions. */
  public ReportView shortExplainedReport(Bid bid, Language language) {
    return cut(explainedReport(bid, language));
  }

  private static ReportView cut(ReportView whole) {
    return new ReportView(
        whole.headline(),
        List.of(),
        whole.groups().subList(0, 1),
        whole.whole(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        whole.beside(),
        whole.basis(),
        whole.bid(),
        whole.inFull());
  }

  /** A round called in June 2022, which pins the newest rules once it is open. */
  public Round round(RoundState state) {
    boolean pins = !state.isPlanned();
    return new Round(
        ID,
        NUMBER,
        "Pilot cities, second call",
        "试点城市第二批",
        new Pin(
            new RuleSetVersion(
                rules().id(),
                pins ? rules().version() : null,
                pins ? rules().digest() : null,
                pins ? "b".repeat(64) : null),
            pins ? "e".repeat(64) : null),
        OPENS,
        DEADLINE,
        DAY,
        3,
        state,
        4,
        OPENS);
  }

  /** A version of a bid as it was handed in. */
  public Submission submission(Bid bid, int version) {
    return submission(bid, version, null, null);
  }

  /** A version of a bid that was withdrawn two hours later. */
  public Submission withdrawn(Bid bid, int version) {
    return submission(bid, version, null, NOW.plusSeconds(7200));
  }

  /** A version of a bid that was converted from a file. */
  public Submission converted(Bid bid, int version, Source source) {
    return submission(bid, version, source, null);
  }

  private Submission submission(Bid bid, int version, Source source, Instant withdrawnAt) {
    Evaluation evaluation = bid.evaluation();
    return new Submission(
        UUID.nameUUIDFromBytes(new byte[] {(byte) version}),
        ID,
        NUMBER,
        evaluation.draft().applicant(),
        version,
        new Submission.Content(
            Draft.Format.JSON,
            bid.bytes().length,
            evaluation.draft().digest(),
            evaluation.draft().declaredUntruthful(),
            source),
        NOW.plusSeconds(60L * version),
        "li.wei",
        withdrawnAt,
        withdrawnAt == null ? null : "li.wei",
        new Submission.Result(
            ID, "sha256:" + "f".repeat(64), evaluation.verdict(), evaluation.remaining()));
  }

  /** The first version of a bid with its bytes. */
  public Submissions.WithBytes withBytes(Bid bid) {
    return new Submissions.WithBytes(submission(bid, 1), bid.bytes());
  }

  /** The official evaluation of the first version of a bid. */
  public OfficialEvaluation official(Bid bid) {
    return OfficialEvaluationInTests.of(
        bid.evaluation(), ID, ID, ID, bid.evaluation().draft().applicant());
  }

  /** How the applicants of a round stand. */
  public CurrentBids currentBids(RoundState state, Bid... bids) {
    List<CurrentBid> standing = List.of(bids).stream().map(RecordsInTests::current).toList();
    return new CurrentBids(round(state), state == RoundState.DRAFT ? null : rules(), standing);
  }

  private static CurrentBid current(Bid bid) {
    Evaluation evaluation = bid.evaluation();
    return new CurrentBid(
        evaluation.draft().applicant(),
        1,
        ID,
        NOW,
        ID,
        evaluation.verdict(),
        OfficialEvaluationInTests.verdicts(evaluation),
        evaluation.remaining());
  }

  /** A working draft of these bytes. */
  public WorkingDraft workingDraft(byte[] bytes, Draft.Format form) {
    return new WorkingDraft(
        ID,
        "510100",
        "示例 – first try",
        form,
        OfficialEvaluations.digest(bytes),
        bytes.length,
        null,
        null,
        3,
        NOW,
        "li.wei");
  }
}
