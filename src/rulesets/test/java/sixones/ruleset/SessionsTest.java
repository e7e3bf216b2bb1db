package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.Share;
import sixones.fact.DraftNode;
import sixones.fact.Fact;
import sixones.fact.FactMembers;
import sixones.finding.Finding;

/** A session of the rule engine serves many drafts; none of them leaves anything to the next. */
class SessionsTest {
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;

  @Test
  void a_draft_comes_out_the_same_whatever_was_examined_before_and_beside_it() throws Exception {
    List<Fixtures.Fixture> fixtures = Share.ofEvery(8, Fixtures.all());
    Map<String, List<Finding>> first = new ConcurrentHashMap<>();
    for (Fixtures.Fixture fixture : fixtures) {
      first.put(fixture.toString(), RULES.examine(fixture.draft(), fixture.asOf()));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int seed = 0; seed < 4; seed++) {
        List<Fixtures.Fixture> shuffled = new ArrayList<>(fixtures);
        Collections.shuffle(shuffled, new Random(seed));
        runs.add(
            threads.submit(
                () -> {
                  for (Fixtures.Fixture fixture : shuffled) {
                    assertThat(RULES.examine(fixture.draft(), fixture.asOf()))
                        .as(fixture.toString())
                        .isEqualTo(first.get(fixture.toString()));
                  }
                  return null;
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_broken_session_leaves_nothing_to_the_next_draft() throws Exception {
    Fixtures.Fixture fixture = Fixtures.all().get(0);
    List<Finding> before = RULES.examine(fixture.draft(), fixture.asOf());
    List<Fact> broken = new ArrayList<>(RULES.facts(fixture.draft(), fixture.asOf()).all());
    broken.add(unreadable(broken.get(0)));

    assertThatThrownBy(() -> RULES.runChecks(broken)).isInstanceOf(RuntimeException.class);

    assertThat(RULES.examine(fixture.draft(), fixture.asOf())).isEqualTo(before);
  }

  /** Returns a fact of the same kind that has no member, so that every check of it breaks. */
  private static Fact unreadable(Fact fact) throws ReflectiveOperationException {
    return fact.getClass()
        .getConstructor(FactMembers.class, DraftNode.class, Object[].class)
        .newInstance(fact.factMembers(), null, new Object[0]);
  }
}
