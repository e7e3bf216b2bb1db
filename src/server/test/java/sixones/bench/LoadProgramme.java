package sixones.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import sixones.Fixtures;
import sixones.Project;
import sixones.packer.PackedInTests;
import sixones.packer.PackedProgramme;
import sixones.rule.Bundle;
import sixones.ruleset.RuleSets;

/** The made-up programme with as many applicants on its roll as a country has. */
final class LoadProgramme {
  /** How many applicants there are; in the round that is measured each has a bid. */
  static final int APPLICANTS = Integer.getInteger("load.applicants", 10_000);

  /** How many rounds there are, one a year, the newest of which is measured. */
  static final int YEARS = Integer.getInteger("load.years", 10);

  /** How many versions of its bid each applicant hands in, in each round. */
  static final int VERSIONS = Integer.getInteger("load.versions", 1);

  /** How many bids there are of these rounds. */
  static final int BIDS = APPLICANTS * YEARS * VERSIONS;

  /** How many bids the first round has, which everything is measured beside. */
  static final int FEW = Integer.getInteger("load.few", 100);

  /** How many yards a bid names, each of which is a finding. */
  private static final int YARDS = Integer.getInteger("load.yards", 8);

  /** An applicant whose first version leaves something to people. */
  static final int UNCLEAR = 7;

  private static final String BUNDLE = PackedProgramme.ID + "-" + PackedProgramme.NEWEST + ".zip";

  private LoadProgramme() {}

  /** Returns the id of an applicant, from 1. */
  static String applicant(int number) {
    return "unit:u%06d".formatted(number);
  }

  /** Returns the name an applicant signs in by. */
  static String person(int number) {
    return "u%06d".formatted(number);
  }

  /** Returns a bid of which all figures depend on the applicant and the version. */
  static byte[] bid(int number, int version) {
    ObjectNode bid =
        (ObjectNode)
            Fixtures.json(
                Project.file("src/rulesets/test/programme/fixtures")
                    .resolve(PackedProgramme.ID)
                    .resolve("compliant.json"));
    bid.withObject("/applicant").put("id", applicant(number));
    int dice = (number * 7 + version * 3) % 10;
    // Of ten bids two fail, three are unclear and five meet everything.
    bid.withObject("/outputs/0").put("amount", (dice < 2 ? 20 : 41 + dice) + ".00");
    if (dice >= 2 && dice < 5) {
      bid.withObject("/outputs/2").put("bound", "about");
    }
    bid.put("smallWorks", (number * 31 + version) % 1_000);
    ArrayNode yards = (ArrayNode) bid.at("/sites/0/yards");
    for (int i = 1; i < YARDS; i++) {
      ObjectNode yard = yards.addObject();
      yard.putObject("name").put("en", "Yard %d of unit %d (made up)".formatted(i, number));
      yard.put("areaHectares", "%d.250".formatted(number % 50 + i));
    }
    return bid.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Puts the programme in the place of those that are packed. */
  @Alternative
  @ApplicationScoped
  public static class Bean {
    @Produces
    @Singleton
    RuleSets ruleSets() throws IOException {
      PackedInTests programme = new PackedInTests(PackedProgramme.bundle(PackedProgramme.NEWEST));
      ObjectNode members = programme.manifest().withObject("/applicants/members");
      for (int i = 1; i <= Math.max(APPLICANTS, FEW); i++) {
        ObjectNode member = members.putObject(applicant(i));
        member
            .putObject("name")
            .put("en", "Unit %d (made up)".formatted(i))
            .put("zh", "单位%d（虚构）".formatted(i));
        member.put("from", "2022-01-01").put("within", "500000").putArray("withdrawn");
      }
      byte[] zip = programme.restated().zip();
      Map<String, byte[]> packed =
          Map.of(
              "/rulesets/" + BUNDLE,
              zip,
              "/rulesets/index",
              (Bundle.sha256(zip) + "  " + BUNDLE + "\n").getBytes(StandardCharsets.UTF_8));
      return RuleSets.read(packed::get).loaded();
    }
  }

  /** The application with this programme alone. */
  public static final class Alone implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(Bean.class);
    }
  }
}
