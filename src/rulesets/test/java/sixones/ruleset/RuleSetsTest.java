package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.rule.BrokenRuleSet;

/** Bundles are opened when they are asked for, and refused then if they are not what is said. */
class RuleSetsTest {
  private static final String INDEX =
      new String(RuleSets.resource(RuleSets.INDEX), StandardCharsets.UTF_8);

  @Test
  void only_the_bundle_that_is_asked_for_is_read() {
    List<String> read = new ArrayList<>();
    RuleSets sets =
        RuleSets.read(
            path -> {
              read.add(path);
              return RuleSets.resource(path);
            });
    RuleSet any = RuleSetsInTests.ALL.all().get(0);

    assertThat(sets.find(any.id(), any.version())).get().returns(any.bundle(), RuleSet::bundle);
    assertThat(sets.find(any.id(), any.version())).isPresent();
    assertThat(sets.find("no-such-set")).isEmpty();

    assertThat(read)
        .containsExactly(RuleSets.INDEX, "/rulesets/" + any.id() + "-" + any.version() + ".zip");
  }

  @Test
  void a_bundle_of_another_version_than_the_index_says_is_refused() {
    String renamed = INDEX.lines().findFirst().orElseThrow().replaceFirst("[.]zip$", "9.zip");
    RuleSets sets =
        RuleSets.read(
            path ->
                path.equals(RuleSets.INDEX)
                    ? renamed.getBytes(StandardCharsets.UTF_8)
                    : RuleSets.resource(path.replaceFirst("9[.]zip$", ".zip")));

    assertThatThrownBy(sets::all).isInstanceOf(BrokenRuleSet.class).hasMessageContaining("holds");
  }

  @Test
  void a_bundle_without_the_digest_of_the_index_is_refused_when_it_is_opened() {
    String line = INDEX.lines().findFirst().orElseThrow();
    String other = (line.startsWith("0") ? "1" : "0") + line.substring(1);
    RuleSets sets =
        RuleSets.read(
            path ->
                path.equals(RuleSets.INDEX)
                    ? other.getBytes(StandardCharsets.UTF_8)
                    : RuleSets.resource(path));

    assertThatThrownBy(sets::loaded)
        .isInstanceOf(BrokenRuleSet.class)
        .hasMessageContaining("digest");
  }
}
