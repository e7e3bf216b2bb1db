package sixones.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sixones.Fixtures;
import sixones.Project;
import sixones.answer.Answer;
import sixones.answer.AnswerFormats;
import sixones.bid.Draft;
import sixones.evaluation.Evaluation;
import sixones.finding.Focus;
import sixones.report.Language;
import sixones.report.json.JsonReport;
import sixones.rule.Bundle;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.ruleset.RuleSetsInTests;

/**
 * Engines as they were released, each with a bundle, a draft and its answer: they load, replay, and
 * are told by this release. Of an engine its own classes are frozen here; its libraries are read
 * from the local repository by their coordinates, and have the digests that were frozen. {@code
 * -Dfreeze=VERSION} freezes the present engine as a release.
 */
class FrozenEnginesTest {
  private static final Path FROZEN = Project.file("src/server/test/frozen");
  private static final LocalDate DAY = Fixtures.BID_DAY;
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> releases() throws Exception {
    String version = System.getProperty("freeze");
    if (version != null) {
      freeze(FROZEN.resolve(version));
    }
    try (Stream<Path> folders = Files.list(FROZEN)) {
      return folders.filter(folder -> !folder.endsWith("backups")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void a_released_engine_replays_its_answer_and_this_release_tells_it(Path release)
      throws Exception {
    byte[] engine = FrozenEngine.of(release);
    byte[] bundle = Files.readAllBytes(release.resolve("bundle.zip"));
    byte[] draft = Files.readAllBytes(release.resolve("draft.json"));
    byte[] kept = Files.readAllBytes(release.resolve("answer.json"));
    ClassLoader classes = EngineClasses.of(Bundle.sha256(engine), engine);

    byte[] now = PinnedEvaluator.in(classes, bundle).evaluate(draft, Draft.Format.JSON, DAY);

    assertThat(now).isEqualTo(kept);
    boolean explains =
        Stream.of(classes.loadClass("sixones.door.Evaluator").getMethods())
            .anyMatch(method -> method.getName().equals("explain"));
    assertThat(
            PinnedEvaluator.in(classes, bundle)
                .explain(draft, Draft.Format.JSON, DAY, Focus.WHOLE)
                .isPresent())
        .isEqualTo(explains);
    RuleSet rules = RuleSets.open(bundle, Bundle.sha256(bundle));
    Answer answer = AnswerFormats.ALL.read(kept);
    Evaluation told = answer.explainedBy(rules, false);
    for (Language language : Language.values()) {
      assertThat(JSON.readTree(JsonReport.render(told, language)).path("verdict").asText())
          .isEqualTo(answer.verdicts().bid().name());
    }
  }

  private static void freeze(Path release) throws Exception {
    Map<String, byte[]> files = EngineCopy.files(PackedEngine.bundled().jar().get());
    RuleSet rules = RuleSetsInTests.SICHUAN;
    ObjectNode bid = Fixtures.compliant();
    bid.withObject("/baseline").putNull("gdp");
    byte[] draft = JSON.writeValueAsBytes(bid);
    Files.createDirectories(release);
    Files.write(release.resolve("engine.json"), files.get("engine.json"));
    Files.write(release.resolve("engine-classes.jar"), files.get("lib/sixones-engine.jar"));
    Files.write(release.resolve("bundle.zip"), RuleSetsInTests.ALL.packed(rules));
    Files.write(release.resolve("draft.json"), draft);
    Files.write(
        release.resolve("answer.json"),
        PinnedEvaluator.present(rules).evaluate(draft, Draft.Format.JSON, DAY));
  }
}
