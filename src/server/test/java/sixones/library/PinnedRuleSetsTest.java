package sixones.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.Fixtures;
import sixones.answer.AnswerWriter;
import sixones.bid.Draft;
import sixones.evaluation.Evaluations;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.ruleset.RuleSetsInTests;
import sixones.store.DatabaseIdentity;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PinnedRuleSetsTest {
  private static final DatabaseIdentity OFFICER = new DatabaseIdentity("officer", "");

  @Inject Transactions transactions;
  @Inject PinnedRuleSets keptRuleSets;
  @TempDir Path folder;

  @Test
  void a_kept_bundle_gives_the_same_findings_when_the_application_carries_it_no_more()
      throws Exception {
    RuleSet sichuan = RuleSetsInTests.SICHUAN;
    RuleSetVersion pinned =
        transactions.as(OFFICER, () -> keptRuleSets.pin(sichuan, Instant.now()));

    RuleSet opened = transactions.as(OFFICER, () -> keptRuleSets.open(pinned.bundle()));

    assertThat(opened).isNotSameAs(sichuan);
    assertThat(opened.digest()).isEqualTo(sichuan.digest());
    assertThat(answer(opened)).isEqualTo(answer(sichuan));
  }

  @Test
  void a_bundle_signed_by_somebody_else_is_not_opened() {
    RuleSet sichuan = RuleSetsInTests.SICHUAN;
    transactions.as(OFFICER, () -> keptRuleSets.pin(sichuan, Instant.now()));
    BundleSigner strange = new BundleSigner(folder.resolve("strange.key"));
    strange.sign(new byte[0]);
    PinnedRuleSets stranger = new PinnedRuleSets(RuleSets.bundled(), strange);

    assertThatThrownBy(() -> transactions.as(OFFICER, () -> stranger.open(sichuan.bundle())))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("signature");
    assertThatThrownBy(() -> transactions.as(OFFICER, () -> stranger.pin(sichuan, Instant.now())))
        .as("what could not be opened again is not pinned")
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("signature");
  }

  @Test
  void no_key_is_made_while_something_signed_by_another_is_kept() {
    RuleSet sichuan = RuleSetsInTests.SICHUAN;
    transactions.as(OFFICER, () -> keptRuleSets.pin(sichuan, Instant.now()));
    Path lost = folder.resolve("seal.key");
    PinnedRuleSets without = new PinnedRuleSets(RuleSets.bundled(), new BundleSigner(lost));

    assertThatThrownBy(() -> transactions.as(OFFICER, () -> without.pin(sichuan, Instant.now())))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("seal.key")
        .hasMessageContaining("put it back from your backup");
    assertThatThrownBy(() -> transactions.as(OFFICER, () -> checked(without)))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("is not there");
    assertThat(lost).doesNotExist();
  }

  @Test
  void a_bundle_signed_with_another_key_is_told_when_all_are_checked() {
    RuleSet sichuan = RuleSetsInTests.SICHUAN;
    transactions.as(OFFICER, () -> keptRuleSets.pin(sichuan, Instant.now()));
    BundleSigner strange = new BundleSigner(folder.resolve("strange.key"));
    strange.sign(new byte[0]);
    PinnedRuleSets stranger = new PinnedRuleSets(RuleSets.bundled(), strange);

    assertThatThrownBy(() -> transactions.as(OFFICER, () -> checked(stranger)))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("does not hold");
  }

  private static Void checked(PinnedRuleSets kept) {
    kept.check();
    return null;
  }

  @Test
  void a_bundle_nobody_kept_is_told() {
    assertThatThrownBy(() -> transactions.as(OFFICER, () -> keptRuleSets.open("0".repeat(64))))
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("not kept");
  }

  private static byte[] answer(RuleSet rules) throws Exception {
    Draft draft = Fixtures.draft(Fixtures.compliant());
    Evaluations evaluations = new Evaluations(RuleSetsInTests.ALL, Clock.systemUTC());
    return AnswerWriter.write(evaluations.run(draft, Fixtures.BID_DAY, rules));
  }
}
