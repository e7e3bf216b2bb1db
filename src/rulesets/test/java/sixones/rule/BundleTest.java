package sixones.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sixones.InTurns;
import sixones.packer.PackedInTests;
import sixones.packer.SmallRuleSet;
import sixones.ruleset.RuleSet;

/** A bundle opens only if every digest holds, and defines no classes but those of rules. */
@InTurns(3)
class BundleTest {
  private static final String LEVEL = Bundle.SOURCES + SmallRuleSet.PARK_LEVEL;
  private static byte[] packedOnce;
  private PackedInTests packed;

  @BeforeAll
  static void pack() throws IOException {
    packedOnce = new SmallRuleSet().build().pack();
  }

  @BeforeEach
  void unpack() throws IOException {
    packed = new PackedInTests(packedOnce);
  }

  @Test
  void a_bundle_as_packed_opens_and_is_a_rule_set() {
    Bundle bundle = Bundle.open("small", packedOnce, Bundle.sha256(packedOnce));

    RuleSet set = new RuleSet(bundle);

    assertThat(set.id()).isEqualTo("small-set");
    assertThat(set.source(set.rules().get("park-level"))).isEqualTo(SmallRuleSet.HARMLESS);
  }

  @Test
  void another_digest_than_expected_is_refused() {
    String digest = Bundle.sha256(packedOnce);
    String other = Bundle.sha256(new byte[0]);

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> Bundle.open("small", packedOnce, other))
        .withMessage("small: the bundle's digest is " + digest + ", expected " + other);
  }

  @Test
  void a_changed_class_is_refused_though_the_bundles_digest_is_new() {
    String name = firstClass();
    packed.files().get(name)[100] ^= 1;

    isRefused("changed: " + name + " does not have its stated digest");
  }

  @Test
  void a_changed_source_is_refused() {
    packed.files().get(LEVEL)[3] ^= 1;

    isRefused("changed: " + LEVEL + " does not have its stated digest");
  }

  @Test
  void a_changed_source_is_refused_though_its_own_digest_is_new() {
    packed.files().get(LEVEL)[3] ^= 1;
    packed.manifest().withObject("/files").put(LEVEL, Bundle.sha256(packed.files().get(LEVEL)));

    isRefused("changed: the sources do not have the rule set's digest");
  }

  @Test
  void an_added_file_is_refused() {
    packed.files().put("classes/rules/Evil.class", new byte[] {1});

    isRefused("changed: classes/rules/Evil.class does not have its stated digest");
  }

  @Test
  void a_missing_file_is_refused() {
    String name = firstClass();
    packed.files().remove(name);

    isRefused("changed: " + name + " is missing");
  }

  @Test
  void an_entry_that_stands_twice_is_refused() throws IOException {
    packed.files().put(Bundle.SOURCES + "ruleset.yamm", new byte[0]);
    String zip = new String(packed.restated().zip(), StandardCharsets.ISO_8859_1);
    byte[] doubled =
        zip.replace("ruleset.yamm", "ruleset.yaml").getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> Bundle.open("changed", doubled, Bundle.sha256(doubled)))
        .withMessage("changed: holds sources/ruleset.yaml twice");
  }

  @Test
  void a_bundle_that_unpacks_to_more_than_16_mib_is_refused() {
    packed.files().put("sources/zeros", new byte[(16 << 20) + 1]);
    packed.restated();

    isRefused("changed: holds more than 16777216 bytes");
  }

  @Test
  void a_bundle_whose_files_are_too_much_only_together_is_refused() {
    packed.files().put("sources/zeros", new byte[8 << 20]);
    packed.files().put("sources/zeros-again", new byte[8 << 20]);
    packed.restated();

    isRefused("changed: holds more than 16777216 bytes");
  }

  @Test
  void what_is_no_bundle_is_refused() {
    byte[] noZip = "no zip".getBytes(StandardCharsets.UTF_8);

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> Bundle.open("small", noZip, Bundle.sha256(noZip)))
        .withMessage("small: holds no manifest.json");
  }

  @Test
  void a_class_outside_rules_is_never_defined(@TempDir Path folder) throws IOException {
    packed.files().put(Bundle.CLASSES + "evil/Evil.class", evil(folder));
    packed.manifest().putArray("models").add("evil.Evil");
    Bundle bundle = packed.restated().open();

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> new RuleSet(bundle).loaded())
        .withMessage("the compiled rules of evil.Evil cannot be loaded")
        .withCauseInstanceOf(ClassNotFoundException.class);

    assertThat(System.getProperty("sixones.evil")).isNull();
  }

  @Test
  void a_class_that_is_no_model_is_never_made() throws IOException {
    packed.manifest().putArray("models").add("java.util.ArrayList");

    isRefusedAsRuleSet("the compiled rules of java.util.ArrayList cannot be loaded");
  }

  /** A class that leaves a trace once it is defined and made. */
  private static byte[] evil(Path folder) throws IOException {
    Path source = folder.resolve("Evil.java");
    Files.writeString(
        source,
        "package evil; public class Evil { static { System.setProperty(\"sixones.evil\", \"\"); }}");
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-d", folder.toString(), source.toString());
    return Files.readAllBytes(folder.resolve("evil/Evil.class"));
  }

  @Test
  void a_check_the_manifest_leaves_out_is_refused() throws IOException {
    ((ArrayNode) packed.manifest().at("/rules/0/checks")).remove(1);

    isRefusedAsRuleSet("small-set: the compiled checks are not those of the manifest");
  }

  @Test
  void a_check_the_manifest_makes_up_is_refused() throws IOException {
    ((ArrayNode) packed.manifest().at("/rules/0/checks"))
        .addObject()
        .put("name", "park-level: review")
        .put("says", "review");

    isRefusedAsRuleSet("small-set: the compiled checks are not those of the manifest");
  }

  @Test
  void a_rule_about_no_kind_of_fact_is_refused() throws IOException {
    ((ObjectNode) packed.manifest().at("/rules/0")).put("kind", "Object");

    isRefusedAsRuleSet("park-level: there is no kind of fact Object");
  }

  private String firstClass() {
    return packed.files().keySet().stream()
        .filter(name -> name.endsWith(".class"))
        .findFirst()
        .orElseThrow();
  }

  private void isRefused(String reason) {
    assertThatExceptionOfType(BrokenRuleSet.class).isThrownBy(packed::open).withMessage(reason);
  }

  private void isRefusedAsRuleSet(String reason) throws IOException {
    Bundle bundle = packed.open();

    assertThatExceptionOfType(BrokenRuleSet.class)
        .isThrownBy(() -> new RuleSet(bundle).loaded())
        .withMessage(reason);
  }
}
