package sixones.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;

/** The rule sets of this application, each in one or more versions. */
public final class RuleSets {
  /** A resource with one line for each bundle: its SHA-256, two spaces and its file name. */
  static final String INDEX = "/rulesets/index";

  /** The bundles of an application never change while it runs. */
  private static RuleSets bundled;

  private final List<RuleSet> all;
  private final Function<String, byte[]> resources;

  private RuleSets(List<RuleSet> all, Function<String, byte[]> resources) {
    this.all = List.copyOf(all);
    this.resources = resources;
  }

  /**
   * Opens the bundles packed with the application, or returns them if they are open. The rules of a
   * version are loaded when they first run.
   *
   * @throws BrokenRuleSet if a bundle is inconsistent
   */
  public static synchronized RuleSets bundled() {
    if (bundled == null) {
      bundled = read(RuleSets::resource);
    }
    return bundled;
  }

  /**
   * Opens packed bundles from their resources.
   *
   * @param resources the bytes at a path such as {@link #INDEX}
   * @throws BrokenRuleSet if a bundle is inconsistent
   */
  public static RuleSets read(Function<String, byte[]> resources) {
    List<RuleSet> all = new ArrayList<>();
    String index = new String(resources.apply(INDEX), StandardCharsets.UTF_8);
    for (String line : index.split("\n")) {
      String name = line.substring(line.indexOf("  ") + 2);
      byte[] zip = resources.apply("/rulesets/" + name);
      Bundle bundle = Bundle.open(name, zip, line.substring(0, line.indexOf("  ")));
      all.add(new RuleSet(bundle));
    }
    return new RuleSets(all, resources);
  }

  /**
   * Opens a bundle from another origin. A bundle contains code, so open only trusted ones. Its
   * rules are loaded when they first run.
   *
   * @param sha256 the expected SHA-256 of the bundle, in hexadecimal
   * @throws BrokenRuleSet if the bundle is inconsistent or its digest differs
   */
  public static RuleSet open(byte[] bundle, String sha256) {
    return new RuleSet(Bundle.open("bundle " + sha256, bundle, sha256));
  }

  /**
   * Loads the rules of every version.
   *
   * @throws BrokenRuleSet if this engine cannot run the rules of one
   */
  public RuleSets loaded() {
    all.forEach(RuleSet::loaded);
    return this;
  }

  /** Returns the packed bundle of a rule set of this application. */
  public byte[] packed(RuleSet set) {
    return resources.apply("/rulesets/" + set.id() + "-" + set.version() + ".zip");
  }

  static byte[] resource(String path) {
    try (InputStream in = RuleSets.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new BrokenRuleSet(
            path + " is not in the application: was it built without its rules?");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new BrokenRuleSet(path + " cannot be read", e);
    }
  }

  /** Returns every version of every rule set, the newest version of each first. */
  public List<RuleSet> all() {
    return all;
  }

  /** Returns the newest version of every rule set. */
  public List<RuleSet> newest() {
    return all.stream().filter(this::isNewest).toList();
  }

  /** Returns whether no newer version of the rule set is in this application. */
  public boolean isNewest(RuleSet set) {
    return find(set.id()).filter(set::equals).isPresent();
  }

  /**
   * Returns the name of the folder of {@code rules/} and {@code fixtures/} a version came from: the
   * id for the newest one, {@code <id>@<version>} for a frozen one.
   */
  public String folder(RuleSet set) {
    return isNewest(set) ? set.id() : set.id() + "@" + set.version();
  }

  /** Finds the newest version of a rule set. */
  public Optional<RuleSet> find(String id) {
    return all.stream().filter(set -> set.id().equals(id)).findFirst();
  }

  /** Returns whether a code is on the roll of any rule set and has not left it by a day. */
  public boolean mayBid(String code, LocalDate day) {
    return all.stream()
        .flatMap(set -> set.applicant(code).stream())
        .anyMatch(applicant -> !applicant.hasLeft(day));
  }

  /**
   * Finds a rule set whose roll has an applicant, whatever the day: the first that lists it, or
   * else the first whose roll has it as one of all divisions.
   */
  public Optional<RuleSet> ofApplicant(String id) {
    List<RuleSet> sets = all.stream().filter(set -> set.applicant(id).isPresent()).toList();
    return sets.stream()
        .filter(set -> set.applicant(id).orElseThrow().en() != null)
        .findFirst()
        .or(() -> sets.stream().findFirst());
  }

  /** Finds one version of a rule set. */
  public Optional<RuleSet> find(String id, String version) {
    return all.stream().filter(s -> s.id().equals(id) && s.version().equals(version)).findFirst();
  }

  /** Finds one version of a rule set whose digest matches. */
  public Optional<RuleSet> find(String id, String version, String digest) {
    return find(id, version).filter(set -> set.digest().equals(digest));
  }
}
