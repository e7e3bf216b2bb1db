package sixones.packer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sixones.packer.SmallRuleSet.FOLDER;
import static sixones.packer.SmallRuleSet.HARMLESS;
import static sixones.packer.SmallRuleSet.PARK_LEVEL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.InTurns;
import sixones.Share;
import sixones.fact.kind.FactKinds;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/** A rule that says more than a rule may is refused by its text, before anything compiles it. */
@InTurns(3)
class HostileRulesTest {
  private static final Set<String> CITATIONS = Set.of("law#level");
  private static final FactKinds FACTS = FactKinds.of(SmallRuleSet.CONTRACT);
  private static final Set<String> PARAMETERS = Set.of("levels", "most");

  /** One thing changed in the harmless rule; {@code line} is 0 if the reason may be anywhere. */
  record Hostile(String title, String text, int line, String says) {
    @Override
    public String toString() {
      return title;
    }
  }

  static List<Hostile> hostile() throws IOException {
    List<Hostile> all = new ArrayList<>();
    try (InputStream in = HostileRulesTest.class.getResourceAsStream("hostile-rules.yaml")) {
      for (JsonNode one : new YAMLMapper().readTree(in)) {
        String was = one.path("was").asText();
        int at = HARMLESS.indexOf(was);
        if (at < 0) {
          throw new AssertionError("the harmless rule holds no " + was);
        }
        String text =
            HARMLESS.substring(0, at)
                + one.path("becomes").asText()
                + HARMLESS.substring(at + was.length());
        String says = one.path("says").asText();
        all.add(new Hostile(one.path("title").asText(), text, one.path("line").asInt(), says));
      }
    }
    return all;
  }

  @Test
  void the_harmless_rule_is_read() {
    RuleFile file = new RuleFile(FOLDER + PARK_LEVEL, HARMLESS, CITATIONS, PARAMETERS, FACTS);

    Rule rule = file.read();

    assertThat(file.reasons()).isEmpty();
    assertThat(rule.id()).isEqualTo("park-level");
    assertThat(rule.parameters()).containsExactly("levels");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_rule_is_refused_with_its_place_and_the_reason(Hostile hostile) {
    RuleFile file = new RuleFile(FOLDER + PARK_LEVEL, hostile.text(), CITATIONS, PARAMETERS, FACTS);

    Rule rule = file.read();

    assertThat(rule).isNull();
    assertThat(file.reasons()).allMatch(r -> r.matches("(?s)rules/small-set/.*\\.drl:\\d+: .+"));
    assertThat(file.reasons())
        .anySatisfy(
            reason -> {
              assertThat(reason).contains(hostile.says());
              if (hostile.line() > 0) {
                assertThat(reason).startsWith(FOLDER + PARK_LEVEL + ":" + hostile.line() + ": ");
              }
            });
  }

  static List<Hostile> shareOfHostile() throws IOException {
    return Share.ofEvery(8, hostile());
  }

  @ParameterizedTest
  @MethodSource("shareOfHostile")
  void nothing_is_packed_of_a_rule_set_with_a_hostile_rule(Hostile hostile) {
    BundlePacker build = new SmallRuleSet().with(PARK_LEVEL, hostile.text()).build();

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(build::pack)
        .withMessageContaining(hostile.says())
        .withMessageStartingWith(FOLDER + PARK_LEVEL)
        .satisfies(HostileRulesTest::isThrownBeforeCompiling);
    assertThat(build.readRules()).extracting(Rule::id).doesNotContain("park-level");
  }

  @Test
  void a_hostile_consequence_is_never_compiled_nor_run(@TempDir Path folder) {
    Path marker = folder.resolve("marker");
    BundlePacker build = new SmallRuleSet().with(PARK_LEVEL, marking(marker)).build();

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(build::pack)
        .withMessageContaining(FOLDER + PARK_LEVEL + ":11: not what a check may do")
        .satisfies(HostileRulesTest::isThrownBeforeCompiling);

    assertThat(marker).doesNotExist();
  }

  @Test
  void the_same_consequence_would_run_if_it_were_let_through(@TempDir Path folder)
      throws Exception {
    Path marker = folder.resolve("marker");
    RuleCompiler compiler = new RuleCompiler(FactClasses.of(FACTS));
    compiler.add(FOLDER + PARK_LEVEL, marking(marker));
    compiler.add(FOLDER + SmallRuleSet.BID_REST, SmallRuleSet.OF_BID);
    compiler.add(FOLDER + SmallRuleSet.PARKS_REST, SmallRuleSet.OF_PARKS);
    PackedInTests packed = new PackedInTests(new SmallRuleSet().build().pack());
    packed.files().keySet().removeIf(path -> path.startsWith(Bundle.CLASSES));
    packed.files().putAll(compiler.compile());
    compiler.models().forEach(packed.manifest().putArray("models")::add);

    new RuleSet(packed.restated().open())
        .examine(SmallRuleSet.bidOf("{\"level\": \"national\"}"), LocalDate.of(2022, 6, 13));

    assertThat(marker).exists();
  }

  private static void isThrownBeforeCompiling(BrokenRuleSet refusal) {
    assertThat(refusal.getStackTrace()[0].getClassName()).isEqualTo(BundlePacker.class.getName());
  }

  private static String marking(Path marker) {
    return HARMLESS.replace(
        "findings.pass(", "new java.io.File(\"" + marker + "\").mkdirs(); findings.pass(");
  }

  @Test
  void a_file_that_has_no_place_is_refused() {
    for (String path : List.of("park/park-level.dslr", "META-INF/kmodule.xml", "park/a/b.drl")) {
      BundlePacker build = new SmallRuleSet().with(path, HARMLESS).build();

      assertThatExceptionOfType(BrokenRuleSet.class)
          .isThrownBy(build::pack)
          .withMessageContaining(FOLDER + path + ":1: no place in a rule set");
    }
  }

  @Test
  void the_same_rule_in_another_folder_is_refused() {
    BundlePacker build = new SmallRuleSet().with("bid/park-level.drl", HARMLESS).build();

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(build::pack)
        .withMessageContaining(
            FOLDER + "bid/park-level.drl:1: the rule's name begins with its folder's: bid-…");
  }

  @Test
  void a_rule_named_otherwise_than_its_file_is_refused() {
    BundlePacker build = new SmallRuleSet().with("park/park-other.drl", HARMLESS).build();

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(build::pack)
        .withMessageContaining("park/park-other.drl:7: a check is named park-other: pass");
  }

  @Test
  void a_check_of_the_same_name_is_refused() {
    String again = HARMLESS.substring(HARMLESS.indexOf("rule \"park-level: fail\""));
    BundlePacker build = new SmallRuleSet().with(PARK_LEVEL, HARMLESS + again).build();

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(build::pack)
        .withMessageContaining("park-level: fail");
  }

  @Test
  void a_parameter_without_a_value_on_the_rules_first_day_is_refused() {
    BundlePacker build =
        new SmallRuleSet()
            .with(PARK_LEVEL, "@from(\"2022-06-13\")", "@from(\"2022-06-12\")")
            .build();

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(build::pack)
        .withMessageContaining("parameters.yaml:1: levels has no default value on 2022-06-12");
  }
}
