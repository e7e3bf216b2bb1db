package sixones.pages.choice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import sixones.packer.PackedInTests;
import sixones.packer.PackedProgramme;
import sixones.rule.Bundle;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.ruleset.RuleSetsInTests;

/**
 * An older version of a rule set beside the newest, a second programme that asks for the same under
 * another name, and the made-up one of a folder in two versions.
 */
public final class SeveralRuleSets {
  public static final RuleSet FIRST = RuleSetsInTests.SICHUAN;
  public static final String FROZEN = "2022.1";
  public static final String OTHER = "sichuan-2022-other";
  public static final String OTHER_EN = "Another programme";
  public static final String OTHER_ZH = "另一项试点";

  /** The made-up programme that is a folder and nothing else. */
  public static final String WORKSHOPS = PackedProgramme.ID;

  public static final String WORKSHOPS_VERSION = PackedProgramme.NEWEST;

  /** A version of it with another form, other words and a lower figure. */
  public static final String WORKSHOPS_OLDER = PackedProgramme.OLDER;

  private SeveralRuleSets() {}

  /** Puts them in the place of those that are packed. */
  @Alternative
  @ApplicationScoped
  public static class Bean {
    @Produces
    @Singleton
    RuleSets ruleSets() throws IOException {
      Map<String, byte[]> packed = new HashMap<>();
      StringBuilder index = new StringBuilder();
      put(packed, index, RuleSetsInTests.ALL.packed(FIRST));
      put(packed, index, frozen());
      put(packed, index, other());
      put(packed, index, PackedProgramme.bundle(WORKSHOPS_VERSION));
      put(packed, index, PackedProgramme.bundle(WORKSHOPS_OLDER));
      packed.put("/rulesets/index", index.toString().getBytes(StandardCharsets.UTF_8));
      return RuleSets.read(packed::get).loaded();
    }

    private static void put(Map<String, byte[]> packed, StringBuilder index, byte[] zip) {
      try {
        ObjectNode manifest = new PackedInTests(zip).manifest();
        String name =
            manifest.path("id").asText() + "-" + manifest.path("version").asText() + ".zip";
        packed.put("/rulesets/" + name, zip);
        index.append(Bundle.sha256(zip)).append("  ").append(name).append('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static byte[] frozen() throws IOException {
      PackedInTests frozen = new PackedInTests(RuleSetsInTests.ALL.packed(FIRST));
      frozen.manifest().put("version", FROZEN);
      frozen.edit(
          "messages/en.properties",
          text -> text.replaceFirst("(?m)^park-level\\.title = .*$", "park-level.title = Older"));
      return frozen.restated().zip();
    }

    private static byte[] other() throws IOException {
      PackedInTests other = new PackedInTests(RuleSetsInTests.ALL.packed(FIRST));
      other.manifest().put("id", OTHER);
      other.manifest().putObject("title").put("en", OTHER_EN).put("zh", OTHER_ZH);
      return other.restated().zip();
    }
  }
}
