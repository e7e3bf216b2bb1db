package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.InTurns;
import sixones.Share;
import sixones.fact.Fact;
import sixones.fact.kind.Facts;
import sixones.finding.Finding;
import sixones.packer.PackedInTests;
import sixones.rule.Rule;

/** Neither the order of facts nor that of rules and their files changes a finding. */
@InTurns(3)
class OrderTest {
  private static final RuleSet RULES = RuleSetsInTests.SICHUAN;

  @Test
  void the_order_of_facts_never_matters() throws Exception {
    Random random = new Random(61);
    for (Fixtures.Fixture fixture : Share.ofEvery(6, Fixtures.all())) {
      Facts facts = RULES.facts(fixture.draft(), fixture.asOf());
      List<Fact> shuffled = new ArrayList<>(facts.all());
      Collections.shuffle(shuffled, random);

      List<Finding> findings = RULES.conclude(RULES.runChecks(shuffled), facts, fixture.asOf());

      assertThat(findings)
          .as(fixture.toString())
          .isEqualTo(RULES.examine(fixture.draft(), fixture.asOf()));
    }
  }

  @Test
  void the_order_of_rules_and_files_never_matters() throws Exception {
    PackedInTests packed =
        new PackedInTests(
            RuleSets.resource("/rulesets/" + RULES.id() + "-" + RULES.version() + ".zip"));
    List<String> models = Rule.texts(packed.manifest().path("models"));
    ArrayNode turned = packed.manifest().putArray("models");
    for (int i = models.size() - 1; i >= 0; i--) {
      turned.add(models.get(i));
    }
    RuleSet other = new RuleSet(packed.restated().open());

    for (Fixtures.Fixture fixture : Share.ofEvery(6, Fixtures.all())) {
      assertThat(other.examine(fixture.draft(), fixture.asOf()))
          .as(fixture.toString())
          .isEqualTo(RULES.examine(fixture.draft(), fixture.asOf()));
    }
  }
}
