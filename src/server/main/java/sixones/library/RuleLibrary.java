package sixones.library;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;
import sixones.ruleset.VersionOrder;
import sixones.store.DatabaseIdentity;
import sixones.store.DatabaseUnavailable;
import sixones.store.Transactions;

/**
 * Every rule set version whose words and sources can be shown: those of this application, and those
 * that rounds pinned under an earlier one. Rule sets are public, so nobody need be signed in.
 */
public final class RuleLibrary {
  private static final DatabaseIdentity NOBODY = new DatabaseIdentity("", "");

  private final RuleSets bundled;
  private final PinnedRuleSets pinned;
  private final Transactions transactions;

  public RuleLibrary(RuleSets bundled, PinnedRuleSets pinned, Transactions transactions) {
    this.bundled = bundled;
    this.pinned = pinned;
    this.transactions = transactions;
  }

  /**
   * Returns the versions of this application, the newest of each rule set first, then the pinned
   * ones it no longer carries. Pinned ones that cannot be opened are left out: the health check
   * tells of them. While the database does not answer, only those of this application are known.
   */
  public List<RuleSet> all() {
    List<RuleSet> all = new ArrayList<>(bundled.all());
    try {
      transactions.as(NOBODY, () -> addPinned(all));
    } catch (DatabaseUnavailable e) {
      return bundled.all();
    }
    return all;
  }

  private boolean addPinned(List<RuleSet> all) {
    for (RuleSetVersion version : versions("", "")) {
      boolean known =
          all.stream()
              .anyMatch(
                  set -> set.id().equals(version.id()) && set.version().equals(version.version()));
      if (!known) {
        openIfGenuine(version).ifPresent(all::add);
      }
    }
    return true;
  }

  private Optional<RuleSet> openIfGenuine(RuleSetVersion version) {
    try {
      return Optional.of(pinned.find(version));
    } catch (BrokenRuleSet e) {
      return Optional.empty();
    }
  }

  /**
   * Finds one version of a rule set.
   *
   * @throws BrokenRuleSet if it is pinned, and its digest or signature does not hold
   */
  public Optional<RuleSet> find(String id, String version) {
    Optional<RuleSet> carried = bundled.find(id, version);
    return carried.isPresent()
        ? carried
        : transactions.as(
            NOBODY, () -> versions(id, version).stream().findFirst().map(pinned::find));
  }

  /** Returns the versions of a rule set among others, the newest first. */
  public static List<RuleSet> versions(List<RuleSet> all, String id) {
    return all.stream()
        .filter(set -> set.id().equals(id))
        .sorted(Comparator.comparing(RuleSet::version, VersionOrder.OLDEST_FIRST.reversed()))
        .toList();
  }

  /**
   * Finds the version before another.
   *
   * @param versions the versions of the rule set, the newest first
   */
  public static Optional<RuleSet> before(List<RuleSet> versions, RuleSet later) {
    return versions.stream()
        .filter(set -> VersionOrder.OLDEST_FIRST.compare(set.version(), later.version()) < 0)
        .findFirst();
  }

  /** Finds one version of a rule set whose digest matches. */
  public Optional<RuleSet> find(String id, String version, String digest) {
    return find(id, version).filter(set -> set.digest().equals(digest));
  }

  /** Returns whether this application carries a version, and so its examples. */
  public boolean isCarried(RuleSet set) {
    return bundled.all().contains(set);
  }

  private static List<RuleSetVersion> versions(String id, String version) {
    return Panache.getEntityManager()
        .createQuery(
            """
            select b.ruleSet, b.version, b.digest, b.sha256 from BundleRow b
            where :id = '' or b.ruleSet = :id and b.version = :version
            order by b.keptAt desc, b.sha256
            """,
            RuleSetVersion.class)
        .setParameter("id", id)
        .setParameter("version", version)
        .getResultList();
  }
}
