package sixones.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

  private static final String FOLDER = "/rulesets/";

  private static final String ENDING = ".zip";

  /** One version, as a line of the index names it; its bundle is opened when it is asked for. */
  private static final class Version {
    private final String digest;
    private final String file;
    private final String id;
    private final String version;
    private RuleSet opened;

    Version(String line) {
      int gap = line.indexOf("  ");
      digest = line.substring(0, gap);
      file = line.substring(gap + 2);
      int dash = file.lastIndexOf('-');
      id = file.substring(0, dash);
      version = file.substring(dash + 1, file.length() - ENDING.length());
    }

    synchronized RuleSet open(Function<String, byte[]> resources) {
      if (opened == null) {
        opened = new RuleSet(Bundle.open(file, resources.apply(FOLDER + file), digest));
        if (!opened.id().equals(id) || !opened.version().equals(version)) {
          throw new BrokenRuleSet(
              file + ": holds version " + opened.version() + " of " + opened.id());
        }
      }
      return opened;
    }
  }

  private final List<Version> versions;
  private final Function<String, byte[]> resources;

  private RuleSets(List<Version> versions, Function<String, byte[]> resources) {
    this.versions = versions;
    this.resources = resources;
  }

  /**
   * Finds the bundles packed with the application. Each is opened when it is first asked for, and
   * its rules are loaded when they first run; a bundle that is inconsistent is refused then.
   */
  public static synchronized RuleSets bundled() {
    if (bundled == null) {
      bundled = read(RuleSets::resource);
    }
    return bundled;
  }

  /**
   * Finds packed bundles in their resources.
   *
   * @param resources the bytes at a path such as {@link #INDEX}
   */
  public static RuleSets read(Function<String, byte[]> resources) {
    String index = new String(resources.apply(INDEX), StandardCharsets.UTF_8);
    return new RuleSets(index.lines().map(Version::new).toList(), resources);
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
   * Opens every version and loads its rules.
   *
   * @throws BrokenRuleSet if a bundle is inconsistent, or this engine cannot run the rules of one
   */
  public RuleSets loaded() {
    all().forEach(RuleSet::loaded);
    return this;
  }

  /** Returns the packed bundle of a rule set of this application. */
  public byte[] packed(RuleSet set) {
    return resources.apply(FOLDER + set.id() + "-" + set.version() + ENDING);
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
    return versions.stream().map(one -> one.open(resources)).toList();
  }

  /** Returns the newest version of every rule set. */
  public List<RuleSet> newest() {
    return all().stream().filter(this::isNewest).toList();
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
    return versions.stream()
        .filter(one -> one.id.equals(id))
        .findFirst()
        .map(one -> one.open(resources));
  }

  /** Returns whether a code is on the roll of any rule set and has not left it by a day. */
  public boolean mayBid(String code, LocalDate day) {
    return all().stream()
        .flatMap(set -> set.applicant(code).stream())
        .anyMatch(applicant -> !applicant.hasLeft(day));
  }

  /**
   * Finds a rule set whose roll has an applicant, whatever the day: the first that lists it, or
   * else the first whose roll has it as one of all divisions.
   */
  public Optional<RuleSet> ofApplicant(String id) {
    List<RuleSet> sets = all().stream().filter(set -> set.applicant(id).isPresent()).toList();
    return sets.stream()
        .filter(set -> set.applicant(id).orElseThrow().en() != null)
        .findFirst()
        .or(() -> sets.stream().findFirst());
  }

  /** Finds one version of a rule set. */
  public Optional<RuleSet> find(String id, String version) {
    return versions.stream()
        .filter(one -> one.id.equals(id) && one.version.equals(version))
        .findFirst()
        .map(one -> one.open(resources));
  }

  /** Finds one version of a rule set whose digest matches. */
  public Optional<RuleSet> find(String id, String version, String digest) {
    return find(id, version).filter(set -> set.digest().equals(digest));
  }
}
