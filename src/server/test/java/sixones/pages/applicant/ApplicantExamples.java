package sixones.pages.applicant;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import sixones.casework.ApplicantCase;
import sixones.draft.Quota;
import sixones.draft.Usage;
import sixones.library.RuleLibrary;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.RecordsInTests.Bid;
import sixones.pages.applicant.ApplicantView.DraftRow;
import sixones.pages.applicant.ApplicantView.RoundRow;
import sixones.pages.applicant.ApplicantView.SubmissionRow;
import sixones.pages.bid.EvaluationsBeside;
import sixones.pages.change.FieldChange;
import sixones.pages.frame.CaseRules;
import sixones.pages.frame.MoveView;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.TimeLeft;
import sixones.pages.frame.VerdictBadge;
import sixones.pages.report.RuleLinks;
import sixones.people.Role;
import sixones.proceeding.act.CaseSettings;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.round.Round;
import sixones.round.RoundMove;
import sixones.round.RoundMoveKind;
import sixones.round.RoundState;

/** An applicant's start page, and what it handed in in one round. */
@Singleton
class ApplicantExamples implements PageExamples {
  private static final String SAVED = "2022-06-15 10:30:00 (Beijing time, UTC+8)";

  @Inject RecordsInTests records;
  @Inject RuleLibrary library;

  @Override
  public List<Example> all() {
    return List.of(
        new Example("applicant", this::busy),
        new Example("applicant-empty", this::idle),
        new Example("history", language -> history(language, 2)),
        new Example("history-one", language -> history(language, 1)),
        new Example("history-none", language -> history(language, 0)));
  }

  private static PageFrame applicant(Language language) {
    return frame(language, Role.APPLICANT, "/applicant");
  }

  private static String usage(Language language) {
    return ApplicantView.used(new Usage(new Quota(100, 50 << 20), 3, 9000, 2, 70_000), language);
  }

  private TemplateInstance idle(Language language) {
    return ApplicantPage.Templates.applicant(
        applicant(language),
        new ApplicantView(
            List.of(), List.of(), List.of(), List.of(), null, usage(language), List.of()));
  }

  private TemplateInstance busy(Language language) {
    Round open = records.round(RoundState.OPEN);
    SubmissionRow standing = row(2, open, language);
    SubmissionRow withdrawn =
        SubmissionRow.of(records.withdrawn(records.bid("sample-met"), 1), open, language);
    return ApplicantPage.Templates.applicant(
        applicant(language),
        new ApplicantView(
            List.of(round(open, standing, language), round(open, null, language)),
            List.of(round(records.round(RoundState.DECIDED), standing, language)),
            List.of(
                new ApplicantView.CaseRow(
                    RecordsInTests.ID,
                    "试点城市第二批 second call",
                    "open",
                    "Returned for correction 待补正",
                    "14 July 2022 at 24:00 (Beijing time)"),
                new ApplicantView.CaseRow(
                    RecordsInTests.ID, "第一批 first call", "calm", "Under review 审查中", null)),
            List.of(
                draft("first try", marks(language), false),
                draft("长".repeat(200), List.of(), false),
                draft("a large one", List.of(), true)),
            "older",
            usage(language),
            List.of(standing, withdrawn)));
  }

  private SubmissionRow row(int version, Round round, Language language) {
    return SubmissionRow.of(
        records.submission(records.bid("chengdu-2022"), version), round, language);
  }

  private List<VerdictBadge> marks(Language language) {
    return VerdictBadge.of(
        records.bid("chengdu-2022").evaluation(), Messages.of(records.rules(), language));
  }

  private static DraftRow draft(String name, List<VerdictBadge> marks, boolean large) {
    return new DraftRow(
        RecordsInTests.ID,
        name,
        large ? null : "sichuan-2022-cities",
        SAVED,
        "li.wei",
        large ? "试点城市第二批" : null,
        marks,
        large);
  }

  private static RoundRow round(Round round, SubmissionRow standing, Language language) {
    return new RoundRow(
        round.id(),
        ApplicantView.nameOf(round, language),
        round.ruleSet(),
        TimeLeft.of(round, RecordsInTests.NOW, language),
        true,
        "2 / 3",
        standing == null ? "2022-06-17" : null,
        standing);
  }

  private TemplateInstance history(Language language, int versions) {
    Round round = records.round(RoundState.OPEN);
    List<HistoryView.Version> made =
        List.of(2, 1).subList(2 - versions, 2).stream()
            .map(each -> new HistoryView.Version(row(each, round, language), marks(language)))
            .toList();
    RoundMove opened =
        new RoundMove(
            round.id(),
            1,
            RoundMoveKind.OPEN,
            round.deadline(),
            round.deadline(),
            round.opensAt(),
            null,
            "as called");
    return HistoryPage.Templates.history(
        applicant(language),
        new HistoryView(
            round.id(),
            ApplicantView.nameOf(round, language),
            TimeLeft.of(round, RecordsInTests.NOW, language),
            true,
            List.of(MoveView.of(opened, language)),
            made,
            versions < 2 ? null : difference(language),
            versions < 2
                ? null
                : new ApplicantView.CaseRow(
                    RecordsInTests.ID,
                    "试点城市第二批",
                    "open",
                    "Returned for correction 待补正",
                    "14 July 2022 at 24:00 (Beijing time)"),
            CaseRules.of(
                ApplicantCase.Proceeds.of(
                    new CaseSettings(
                        2,
                        new CaseSettings.TermSetting(15, "working-day", false),
                        true,
                        false,
                        false,
                        false,
                        false,
                        null,
                        Map.of(),
                        Map.of())),
                language)));
  }

  private HistoryView.Difference difference(Language language) {
    Bid was = records.bid("chengdu-2022");
    Bid is = records.bid("sample-not-met");
    Messages messages = Messages.of(records.rules(), language);
    RuleLinks links = new RuleLinks(is.evaluation(), library);
    return new HistoryView.Difference(
        1,
        2,
        EvaluationsBeside.of(was.evaluation(), is.evaluation(), messages, links::of),
        List.of(
            new FieldChange("Park 1, name", "成都高新区".repeat(40), null),
            new FieldChange("GDP", null, "19916.98")));
  }
}
