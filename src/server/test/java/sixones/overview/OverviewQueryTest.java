package sixones.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.casework.CaseworkInTests.FIRST;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sixones.MovableClock;
import sixones.casework.CaseworkInTests;
import sixones.evaluation.Verdict;
import sixones.report.Language;
import sixones.round.Round;
import sixones.store.TestDatabase;
import sixones.store.Transactions;
import sixones.submission.CurrentBid;

/** A page of an overview by the database holds what the whole overview has there. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OverviewQueryTest {
  private static final int MOST = 2;

  @Inject RoundEvaluations evaluations;
  @Inject Transactions transactions;

  @AfterEach
  void resets_the_clock() {
    MovableClock.reset();
  }

  @Test
  void each_filter_and_order_gives_the_rows_of_the_whole_overview() {
    CaseworkInTests office = new CaseworkInTests();
    Round round = office.open(null);
    office.handIn(round, CaseworkInTests.bid("510600"));
    ObjectNode blank = CaseworkInTests.bid("510100");
    CaseworkInTests.blank(blank);
    office.handIn(round, blank);
    office.handIn(round, CaseworkInTests.bid("510300", "/parks/0/level", "municipal"));
    ObjectNode nothing = CaseworkInTests.bid("510400");
    nothing.remove("parks");
    office.handIn(round, nothing);
    office.handIn(round, CaseworkInTests.bid("510500"));

    RoundOverview whole = RoundOverview.of(evaluations.currentBids(FIRST, round.id()), Language.EN);
    assertThat(whole.rows()).hasSize(5);
    int distinct = 0;
    for (RoundOverview.Filter filter : filters(whole)) {
      RoundOverview some = whole.only(filter);
      OverviewQuery query =
          new OverviewQuery(round.id(), evaluations.currentBids(FIRST, round.id()).rules(), filter);
      List<CurrentBid> pages = new ArrayList<>();
      OverviewQuery.Counts counts =
          transactions.as(
              FIRST.reader(),
              () -> {
                for (int first = 0; first < whole.all(); first += MOST) {
                  pages.addAll(query.page(first, MOST));
                }
                return query.counts();
              });
      assertThat(pages.stream().map(CurrentBid::applicant))
          .as(filter.toString())
          .containsExactlyElementsOf(
              some.rows().stream().map(row -> row.applicant().code()).toList());
      assertThat(counts.all()).isEqualTo(whole.all());
      assertThat(counts.shown()).as(filter.toString()).isEqualTo(some.shown());
      for (Verdict verdict : Verdict.values()) {
        assertThat(counts.verdicts().getOrDefault(verdict, 0L))
            .as(filter.toString())
            .isEqualTo(some.count(verdict));
        some.requirements()
            .forEach(
                requirement ->
                    assertThat(
                            counts.requirements().get(requirement.id()).getOrDefault(verdict, 0L))
                        .as(filter + " " + requirement.id())
                        .isEqualTo(requirement.count(verdict)));
      }
      distinct += some.rows().isEmpty() || some.rows().size() == whole.all() ? 0 : 1;
    }
    assertThat(distinct).as("filters that leave some").isGreaterThan(5);
  }

  private static List<RoundOverview.Filter> filters(RoundOverview whole) {
    List<RoundOverview.Filter> filters = new ArrayList<>();
    String first = whole.requirements().get(0).id();
    List<String> orders = new ArrayList<>(List.of("applicant", "verdict", "time", first, "none"));
    Arrays.stream(Turn.values()).map(Turn::id).forEach(orders::add);
    for (String by : orders) {
      for (boolean backwards : List.of(false, true)) {
        filters.add(new RoundOverview.Filter(null, null, null, null, null, by, backwards));
      }
    }
    for (String text : List.of("5106", "Chengdu", "成都", "nowhere", "5")) {
      filters.add(new RoundOverview.Filter(text, null, null, null, null, null, false));
    }
    for (Verdict verdict : Verdict.values()) {
      filters.add(new RoundOverview.Filter(null, verdict, null, null, null, "time", false));
      filters.add(new RoundOverview.Filter(null, null, first, verdict, null, "verdict", true));
      filters.add(new RoundOverview.Filter(null, null, "unknown", verdict, null, null, false));
      filters.add(new RoundOverview.Filter(null, null, null, verdict, null, null, false));
    }
    for (Turn turn : Turn.values()) {
      filters.add(new RoundOverview.Filter("51", null, null, null, turn, null, true));
    }
    return filters;
  }
}
