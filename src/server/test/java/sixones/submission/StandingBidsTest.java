package sixones.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static sixones.submission.RoundsInTests.CHENGDU;
import static sixones.submission.RoundsInTests.DEYANG;
import static sixones.submission.RoundsInTests.OFFICER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Length;
import sixones.overview.RoundEvaluations;
import sixones.people.Person;
import sixones.round.Round;
import sixones.round.Rounds;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

/** The table of bids that stand says what follows from submissions and withdrawals. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StandingBidsTest {
  private static final int SEQUENCES = Length.of(3, 200);
  private static final int STEPS = 6;
  private static final String APPLICANT = Fixtures.CONTRACT.applicant().toString();

  /** By the words of the definition: the last version that was not withdrawn. */
  private static final String BY_DEFINITION =
      """
      select s.round::text, s.applicant, s.version, s.id::text, e.id::text, s.submitted_at::text,
        e.verdict, e.verdicts, e.to_judge, e.to_supply, e.to_review
      from submission s join evaluation e on e.submission = s.id
        and e.stage = 'BID' and e.purpose = 'OFFICIAL'
      where s.round = ? and s.version = (
        select max(t.version) from submission t
        where t.round = s.round and t.applicant = s.applicant
          and not exists (select from withdrawal w where w.submission = t.id))
      order by s.applicant
      """;

  private static final String AS_KEPT =
      """
      select round::text, applicant, version, submission::text, evaluation::text,
        submitted_at::text, verdict, verdicts, to_judge, to_supply, to_review
      from standing_bid where round = ? order by applicant
      """;

  @Inject Rounds rounds;
  @Inject Submissions submissions;
  @Inject RoundEvaluations evaluations;
  @Inject Transactions transactions;

  @BeforeEach
  void people_are_there() {
    RoundsInTests.there(transactions);
  }

  @Test
  void what_stands_follows_from_what_was_handed_in_and_withdrawn() throws Exception {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Random dice = new Random(seed);
      Round round = RoundsInTests.open(rounds, STEPS);
      Map<Person, List<UUID>> standing =
          Map.of(CHENGDU, new ArrayList<>(), DEYANG, new ArrayList<>());
      for (int step = 0; step < STEPS; step++) {
        Person person = dice.nextBoolean() ? CHENGDU : DEYANG;
        List<UUID> versions = standing.get(person);
        if (versions.isEmpty() || dice.nextInt(5) < 3) {
          versions.add(submissions.accept(person, handed(round, person)).id());
        } else {
          submissions.withdraw(person, versions.remove(dice.nextInt(versions.size())));
        }
        assertThat(rows(AS_KEPT, round)).as("seed " + seed).isEqualTo(rows(BY_DEFINITION, round));
      }
      long count = standing.values().stream().filter(list -> !list.isEmpty()).count();
      assertThat(evaluations.countCurrentBids(OFFICER, List.of(round.id())))
          .isEqualTo(count == 0 ? Map.of() : Map.of(round.id(), count));
    }
  }

  @Test
  void the_last_version_that_is_left_stands() throws Exception {
    Round round = RoundsInTests.open(rounds, STEPS);
    List<UUID> versions = new ArrayList<>();
    for (int version = 1; version <= 4; version++) {
      versions.add(submissions.accept(CHENGDU, handed(round, CHENGDU)).id());
    }
    for (int withdrawn : List.of(3, 0, 2, 1)) {
      submissions.withdraw(CHENGDU, versions.get(withdrawn));

      assertThat(rows(AS_KEPT, round))
          .as("without version " + (withdrawn + 1))
          .isEqualTo(rows(BY_DEFINITION, round))
          .hasSize(withdrawn == 1 ? 0 : 1);
    }
  }

  private static Submissions.Handed handed(Round round, Person person) {
    ObjectNode bid = Fixtures.readable();
    Fixtures.change(bid, APPLICANT, bid.textNode(person.applicant()));
    return RoundsInTests.handed(
        round, UUID.randomUUID().toString(), bid.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<List<Object>> rows(String sql, Round round) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Connection administrator = TestDatabase.administrator();
        PreparedStatement query = administrator.prepareStatement(sql)) {
      query.setObject(1, round.id());
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            row.add(found.getObject(i));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
