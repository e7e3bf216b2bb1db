package sixones.pages.evaluations;

import static sixones.pages.RecordsInTests.frame;

import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sixones.official.OfficialEvaluation;
import sixones.official.Replay;
import sixones.overview.FoundBid;
import sixones.overview.RoundOverview;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.RecordsInTests.Bid;
import sixones.pages.frame.PageFrame;
import sixones.pages.report.ConcludedBidView;
import sixones.pages.report.ReportView;
import sixones.people.Particulars;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.representation.RefusedProblem;
import sixones.round.Refused;
import sixones.round.Round;
import sixones.round.RoundState;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.submission.WithdrawnBid;

/** The list of official evaluations, and one of them before and after a replay. */
@Singleton
class EvaluationExamples implements PageExamples {
  private static final String KEPT = "sha256:" + "1".repeat(64);
  private static final String NOW = "sha256:" + "2".repeat(64);
  private static final TextNode LONG = TextNode.valueOf("MET ".repeat(200));

  @Inject RecordsInTests records;
  @Inject RuleSets ruleSets;

  @Override
  public List<Example> all() {
    return List.of(
        list("audit-list", Map.of(), true),
        list("audit-second-page", Map.of("cursor", "x", "applicant", "510100"), true),
        list("audit-nothing", Map.of("verdict", "NOT_MET"), false),
        new Example("audit-one", language -> one(language, null)),
        new Example("audit-elsewhere", this::elsewhere),
        replay("audit-identical", List.of(), NOW, null),
        replay("audit-other-program", List.of(), NOW, "/verdicts/0/verdict"),
        replay("audit-changed", List.of("evaluation.answer", "finding.outcome"), NOW, ""),
        explained("explained"),
        explained("differs"),
        explained("older"),
        explained("broken"),
        find("find", "", 0),
        erased("find-erased"),
        find("find-nothing", "<b>" + "f".repeat(190), 0),
        find("find-some", "0123456789ab", 51),
        new Example("audit-broken", language -> one(language, ReplayView.BROKEN)),
        new Example("audit-withheld", this::withheld));
  }

  private Example list(String name, Map<String, String> wishes, boolean any) {
    List<OfficialEvaluation> found =
        any
            ? List.of(
                records.official(records.bid("sample-met")),
                records.official(records.bid("sample-not-met")),
                records.official(records.bid("chengdu-2022")))
            : List.of();
    return new Example(
        name,
        language ->
            EvaluationPages.Templates.evaluations(
                frame(language, Role.AUDITOR, "/evaluations"),
                EvaluationList.of(
                    new Slice<>(found, any ? Cursor.START : null),
                    wishes,
                    found.stream()
                        .limit(1)
                        .collect(
                            Collectors.toMap(
                                OfficialEvaluation::submission,
                                kept ->
                                    new WithdrawnBid(
                                        kept.applicant(),
                                        1,
                                        kept.submission(),
                                        RecordsInTests.NOW,
                                        "li.wei"))),
                    List.of(records.round(RoundState.OPEN), records.round(RoundState.DRAFT)),
                    RoundOverview.applicants(ruleSets.newest()),
                    this::applicant,
                    language)));
  }

  private String applicant(String id, Language language) {
    return Messages.of(records.rules(), language).applicant(id);
  }

  private Example erased(String name) {
    Map<String, String> values =
        Map.of(
            "what", "submission",
            "known", "yes",
            "digest", "sha256:" + "0123456789abcdef".repeat(4),
            "at", "2036-06-13 09:00:00",
            "round", "6");
    Refused refused = new Refused(Refused.Why.GONE, "erased", values);
    return new Example(
        name,
        language -> {
          PageFrame frame = frame(language, Role.AUDITOR, "/evaluations/find");
          return EvaluationPages.Templates.find(
              frame,
              FindView.of("6-510100-2", List.of(), Map.of(), this::applicant, frame)
                  .erased(RefusedProblem.of(refused, language).detail()));
        });
  }

  private Example find(String name, String text, int found) {
    Round round = records.round(RoundState.OPEN);
    List<FoundBid> bids = new ArrayList<>();
    for (int i = 0; i < found; i++) {
      bids.add(
          new FoundBid(
              RecordsInTests.ID,
              RecordsInTests.ID,
              round.id(),
              "510100",
              i + 1,
              RecordsInTests.DEADLINE,
              "li.wei",
              i % 2 == 0 ? RecordsInTests.DEADLINE : null,
              i % 2 == 0 ? "answer" : "withdrawing"));
    }
    return new Example(
        name,
        language -> {
          PageFrame frame = frame(language, Role.AUDITOR, "/evaluations/find");
          return EvaluationPages.Templates.find(
              frame, FindView.of(text, bids, Map.of(round.id(), round), this::applicant, frame));
        });
  }

  private Example replay(String name, List<String> changed, String now, String pointer) {
    Replay replay = new Replay(changed, KEPT, now, pointer, LONG, null);
    return new Example(name, language -> one(language, ReplayView.of(replay)));
  }

  private TemplateInstance one(Language language, ReplayView replay) {
    Bid bid = records.bid("sample-not-met");
    return page(
        language, bid, records.rules(), records.shortReport(bid, language), replay, null, false);
  }

  private Example explained(String state) {
    Bid bid = records.bid("sample-not-met");
    return new Example(
        "audit-why-" + state,
        language ->
            page(
                language,
                bid,
                records.rules(),
                List.of("explained", "differs").contains(state)
                    ? records.shortExplainedReport(bid, language)
                    : records.shortReport(bid, language),
                null,
                state,
                false));
  }

  private ConcludedBidView concluded(Language language) {
    Messages messages = Messages.of(records.rules(), language);
    ConcludedBidView.Badge open =
        new ConcludedBidView.Badge("warn", "?", messages.text("verdict.OPEN"));
    ConcludedBidView.Badge met =
        new ConcludedBidView.Badge("good", "✔", messages.text("verdict.MET"));
    return new ConcludedBidView(
        new ConcludedBidView.Both(null, open, met, true),
        List.of(new ConcludedBidView.Both(LONG.asText(), open, met, true)),
        List.of(
            new ConcludedBidView.Determined(
                LONG.asText(),
                "/parks/0",
                "REVIEW",
                "PASS",
                "judged",
                "见 <会议纪要>，" + LONG.asText())),
        "/cases/" + RecordsInTests.ID);
  }

  /** Made by rules this service has not, of an answer that was changed. */
  private TemplateInstance elsewhere(Language language) {
    return page(language, records.bid("sample-met"), null, null, null, null, false);
  }

  /** Of a bid whose bytes are not for auditors. */
  private TemplateInstance withheld(Language language) {
    Bid bid = records.bid("sample-not-met");
    return page(
        language, bid, records.rules(), records.shortReport(bid, language), null, null, true);
  }

  private TemplateInstance page(
      Language language,
      Bid bid,
      RuleSet carried,
      ReportView report,
      ReplayView replay,
      String explained,
      boolean withheld) {
    return EvaluationPages.Templates.evaluation(
        frame(language, Role.AUDITOR, "/evaluations"),
        EvaluationView.of(
            records.official(bid),
            records.withBytes(bid),
            withheld,
            records.round(RoundState.CLOSED),
            carried,
            "Deyang 德阳市",
            language),
        report,
        replay,
        explained,
        new Particulars("李 <伟>", "An office ".repeat(9).strip(), "000-0000"),
        explained == null ? null : concluded(language));
  }
}
