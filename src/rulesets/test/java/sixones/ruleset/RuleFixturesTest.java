package sixones.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.Fixtures.Fixture;
import sixones.finding.Finding;
import sixones.rule.Outcome;

/** Every fixture gives the outcome in its name and the values in its body, and nothing beside. */
class RuleFixturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Map<String, Finding>> COMPLIANT = new HashMap<>();
  private static final Map<Path, List<Finding>> EXAMINED = new HashMap<>();

  static Stream<Fixture> fixtures() {
    return Fixtures.folders().stream().flatMap(folder -> folder.all().stream());
  }

  static List<Fixtures.Folder> folders() {
    return Fixtures.folders();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_fixture_gives_its_outcome_and_its_values(Fixture fixture) throws Exception {
    Finding finding = byRule(examined(fixture)).get(fixture.rule());
    assertThat(finding.outcome().name()).isEqualTo(fixture.outcome());
    assertThat(places(finding)).isEqualTo(fixture.body().path("findings"));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_fixture_changes_no_other_rule_unless_it_says_so(Fixture fixture) throws Exception {
    Map<String, Finding> before = ofCompliant(fixture);

    Map<String, Finding> after = byRule(examined(fixture));

    Map<String, String> changed = changed(before, after, fixture.rule());
    assertThat(changed)
        .as(
            "%s: \"also\" has each other rule whose outcome its change moves; right would be"
                + " \"also\": %s",
            fixture.path(), JSON.valueToTree(changed))
        .isEqualTo(also(fixture));
  }

  /** Examined once for all that is asked of it. */
  private static List<Finding> examined(Fixture fixture) throws Exception {
    List<Finding> known = EXAMINED.get(fixture.path());
    if (known == null) {
      known = rules(fixture).examine(fixture.draft(), fixture.asOf());
      EXAMINED.put(fixture.path(), known);
    }
    return known;
  }

  /** What the bid a fixture changes is told by the same parameters; of those of the call, once. */
  private static Map<String, Finding> ofCompliant(Fixture fixture) throws Exception {
    boolean asCalled = fixture.body().path("parameters").isEmpty();
    Map<String, Finding> known = asCalled ? COMPLIANT.get(fixture.folder().name()) : null;
    if (known != null) {
      return known;
    }
    Map<String, Finding> found =
        byRule(
            rules(fixture)
                .examine(Fixtures.draft(fixture.folder().compliant()), fixture.folder().day()));
    if (asCalled) {
      COMPLIANT.put(fixture.folder().name(), found);
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_fixture_has_a_reason_and_nothing_a_reader_must_guess(Fixture fixture) {
    assertThat(fixture.body().path("because").asText()).isNotBlank();
    assertThat(fixture.body().fieldNames())
        .toIterable()
        .isSubsetOf("because", "change", "findings", "also", "parameters", "asOf");
    assertThat(fixture.path().getParent().getParent().getFileName().toString())
        .isEqualTo(of(fixture).rules().get(fixture.rule()).requirement());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void every_applicable_rule_passes_on_the_compliant_bid(Fixtures.Folder folder) throws Exception {
    List<Finding> findings =
        RuleSetsInTests.of(folder.name()).examine(Fixtures.draft(folder.compliant()), folder.day());

    for (Finding finding : findings) {
      Outcome expected =
          switch (finding.rule().severity()) {
            case JUDGED -> Outcome.REVIEW;
            default -> finding.places().isEmpty() ? Outcome.INAPPLICABLE : Outcome.PASS;
          };
      assertThat(finding.outcome()).as(finding.rule().id()).isEqualTo(expected);
      assertThat(!finding.places().isEmpty() || finding.rule().conditional()).isTrue();
    }
  }

  static RuleSet rules(Fixture fixture) {
    Map<String, JsonNode> parameters = new HashMap<>();
    fixture
        .body()
        .path("parameters")
        .fields()
        .forEachRemaining(e -> parameters.put(e.getKey(), e.getValue()));
    return parameters.isEmpty() ? of(fixture) : of(fixture).with(parameters);
  }

  private static RuleSet of(Fixture fixture) {
    return RuleSetsInTests.of(fixture.folder().name());
  }

  private static ObjectNode places(Finding finding) {
    ObjectNode places = JSON.createObjectNode();
    for (Finding.At place : finding.places()) {
      if (place.outcome() == finding.outcome()) {
        places.set(place.pointer(), JSON.valueToTree(place.values()));
      }
    }
    return places;
  }

  /** A rule that is not in force on the day of the complete bid has nothing to be compared with. */
  private static Map<String, String> changed(
      Map<String, Finding> before, Map<String, Finding> after, String but) {
    Map<String, String> changed = new TreeMap<>();
    after.forEach(
        (rule, finding) -> {
          Finding was = before.get(rule);
          if (!rule.equals(but) && was != null && finding.outcome() != was.outcome()) {
            changed.put(rule, finding.outcome().name());
          }
        });
    return changed;
  }

  private static Map<String, String> also(Fixture fixture) {
    Map<String, String> also = new TreeMap<>();
    fixture
        .body()
        .path("also")
        .fields()
        .forEachRemaining(e -> also.put(e.getKey(), e.getValue().asText()));
    return also;
  }

  private static Map<String, Finding> byRule(List<Finding> findings) {
    Map<String, Finding> byRule = new TreeMap<>();
    findings.forEach(finding -> byRule.put(finding.rule().id(), finding));
    return byRule;
  }
}
