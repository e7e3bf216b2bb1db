package sixones.pages.rounds;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.Length;
import sixones.evidence.FilesInTests;
import sixones.overview.RoundOverview;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.pages.RecordsInTests;
import sixones.pages.RecordsInTests.Bid;
import sixones.pages.bid.KeptFiles;
import sixones.pages.frame.MoveView;
import sixones.people.Particulars;
import sixones.people.Role;
import sixones.report.Language;
import sixones.round.RoundMove;
import sixones.round.RoundMoveKind;
import sixones.round.RoundState;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.submission.CurrentBids;
import sixones.submission.Submission;
import sixones.submission.WithdrawnBid;

/** A round at a glance, and the bid of one applicant in it. */
@Singleton
class OverviewExamples implements PageExamples {
  /** What was done a moment ago; the pages differ by a sentence. */
  private static final List<String> DONE =
      Length.of(List.of("open"), List.of("called", "changed", "open", "closed", "decided"));

  private static final Map<String, String> ALL = Map.of();

  @Inject RecordsInTests records;

  @Override
  public List<Example> all() {
    List<Example> all = new ArrayList<>();
    for (String done : DONE) {
      all.add(overview("matrix-done-" + done, RoundState.OPEN, ALL, "round.done." + done));
    }
    all.add(overview("matrix-draft", RoundState.DRAFT, ALL, null));
    all.add(overview("matrix-sorted", RoundState.CLOSED, Map.of("by", "verdict"), null));
    all.add(overview("matrix-page", RoundState.OPEN, Map.of("page", "2", "by", "verdict"), null));
    Map<String, String> nobody = Map.of("applicant", "nowhere", "verdict", "MET");
    all.add(overview("matrix-nothing-fits", RoundState.OPEN, nobody, null));
    all.add(
        new Example(
            "matrix-counties", language -> ofCounties(language, Map.of("applicant", "市中区"))));
    all.add(new Example("matrix-empty", language -> overview(language, RoundState.OPEN)));
    all.add(new Example("bid", language -> bid(language, true, true)));
    all.add(new Example("bid-differs", language -> bid(language, true, false)));
    all.add(new Example("bid-none", language -> bid(language, false, false)));
    return all;
  }

  private Example overview(String name, RoundState state, Map<String, String> wishes, String done) {
    return new Example(
        name,
        language ->
            overview(
                language,
                wishes,
                done,
                records.currentBids(
                    state,
                    records.bid("sample-met"),
                    records.bid("sample-not-met"),
                    records.bid("chengdu-2022"))));
  }

  /** Thousands may bid, and two that stand there did. */
  private TemplateInstance ofCounties(Language language, Map<String, String> wishes) {
    CurrentBids bids =
        records.currentBids(
            RoundState.OPEN, records.bid("sample-met"), records.bid("sample-not-met"));
    return overview(
        language,
        wishes,
        null,
        new CurrentBids(bids.round(), RuleSetsInTests.sichuanForCounties(), bids.applicants()));
  }

  private TemplateInstance overview(Language language, RoundState state) {
    return overview(language, ALL, null, records.currentBids(state));
  }

  private TemplateInstance overview(
      Language language, Map<String, String> wishes, String done, CurrentBids standings) {
    RoundView round = RoundView.of(standings.round(), 3, Set.of(RoundMoveKind.OPEN), language);
    RoundOverview.Filter filter = OverviewView.filter(wishes);
    OverviewView matrix =
        standings.rules() == null
            ? null
            : OverviewView.of(
                round.address(),
                RoundOverview.of(standings, language).only(filter),
                OverviewView.page(wishes) == 1
                    ? new OverviewView.Place(standings, 1, 1)
                    : new OverviewView.Place(standings, 2, 3),
                List.of(withdrawn("510100", 2), withdrawn("510600", 3)),
                filter);
    boolean moved = standings.round().state() != RoundState.DRAFT;
    return OverviewPages.Templates.overview(
        frame(language, Role.OFFICER, round.address()),
        round,
        matrix,
        moved ? moves(language) : List.of(),
        true,
        done);
  }

  private static WithdrawnBid withdrawn(String applicant, int version) {
    return new WithdrawnBid(
        applicant, version, RecordsInTests.ID, RecordsInTests.NOW, "test-<b>applicant</b>");
  }

  private static List<MoveView> moves(Language language) {
    return List.of(
        move(RoundMoveKind.OPEN, "as called", language),
        move(RoundMoveKind.EXTEND, "因暴雨延长 ".repeat(40), language));
  }

  private static MoveView move(RoundMoveKind kind, String reason, Language language) {
    return MoveView.of(
        new RoundMove(
            RecordsInTests.ID,
            2,
            kind,
            RecordsInTests.NOW,
            RecordsInTests.DEADLINE,
            RecordsInTests.OPENS,
            "test-officer",
            reason),
        language);
  }

  private TemplateInstance bid(Language language, boolean stands, boolean readable) {
    Bid bid = records.bid("chengdu-2022");
    CurrentBids standings =
        stands ? records.currentBids(RoundState.OPEN, bid) : records.currentBids(RoundState.OPEN);
    Submission last = records.submission(bid, 2);
    Slice<Submission> versions =
        stands
            ? new Slice<>(List.of(last, records.withdrawn(bid, 1)), Cursor.START)
            : new Slice<>(List.of(), null);
    return OverviewPages.Templates.overviewBid(
        frame(language, Role.OFFICER, "/rounds"),
        OverviewBidView.of(standings, "510100", stands ? last : null, versions, false, language)
            .with(stands ? files(bid, readable, language) : KeptFiles.NONE, null),
        readable ? records.shortReport(bid, language) : null,
        new Particulars("李 <伟>", null, "000-0000"));
  }

  private static KeptFiles files(Bid bid, boolean shown, Language language) {
    return shown
        ? KeptFiles.of(
            FilesInTests.handedIn(bid.bytes(), bid.evaluation().ruleSet().contract()), language)
        : new KeptFiles(List.of(), true);
  }
}
