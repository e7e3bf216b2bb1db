package sixones.library;

import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/**
 * Stores the bundles of rule sets that rounds pin. Evaluations can then be replayed after this
 * application has moved on to newer versions. All methods run in the caller's transaction.
 */
public final class PinnedRuleSets {
  private final RuleSets bundled;
  private final BundleSigner seal;
  private final Map<String, RuleSet> opened = new ConcurrentHashMap<>();

  public PinnedRuleSets(RuleSets bundled, BundleSigner seal) {
    this.bundled = bundled;
    this.seal = seal;
  }

  /**
   * Stores the signed bundle of a bundled rule set, unless it is stored already.
   *
   * @throws BrokenRuleSet if the stored bundle has the signature of another service, which this one
   *     could not verify later, or if bundles are stored and their signing key is missing
   */
  public RuleSetVersion pin(RuleSet set, Instant now) {
    if (BundleRow.count() > 0) {
      seal.known();
    }
    if (BundleRow.count("sha256", set.bundle()) == 0) {
      insert(set, now);
    }
    kept(set.bundle());
    return RuleSetVersion.of(set);
  }

  /** Another transaction may do the same meanwhile. */
  private void insert(RuleSet set, Instant now) {
    byte[] bytes = bundled.packed(set);
    Panache.getEntityManager()
        .createNativeQuery(
            "insert into bundle (sha256, rule_set, version, digest, bytes, signature, kept_at)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing")
        .setParameter(1, set.bundle())
        .setParameter(2, set.id())
        .setParameter(3, set.version())
        .setParameter(4, set.digest())
        .setParameter(5, bytes)
        .setParameter(6, seal.sign(bytes))
        .setParameter(7, now)
        .executeUpdate();
  }

  /**
   * Returns exactly the given version: the bundled rule set if its bundle has the same digest,
   * otherwise the stored one.
   *
   * @throws BrokenRuleSet if the bundle is not stored, or its digest or signature is invalid
   */
  public RuleSet find(RuleSetVersion version) {
    for (RuleSet set : bundled.all()) {
      if (set.bundle().equals(version.bundle())) {
        return set;
      }
    }
    return opened.computeIfAbsent(version.bundle(), this::open);
  }

  /**
   * Returns the newest version of a rule set of this application; that of the first if there is no
   * such rule set.
   */
  RuleSet newest(String id) {
    return bundled.find(id).orElse(bundled.newest().get(0));
  }

  /**
   * Returns the bytes of exactly the given version.
   *
   * @throws BrokenRuleSet if the bundle is not stored, or its signature is invalid
   */
  byte[] bytes(RuleSetVersion version) {
    for (RuleSet set : bundled.all()) {
      if (set.bundle().equals(version.bundle())) {
        return bundled.packed(set);
      }
    }
    return kept(version.bundle()).bytes();
  }

  /**
   * Verifies the signatures of all stored bundles.
   *
   * @throws BrokenRuleSet if a bundle could not be opened; the message gives the reason and the
   *     remedy
   */
  public void check() {
    List<String> all =
        Panache.getEntityManager()
            .createQuery("select sha256 from BundleRow order by sha256", String.class)
            .getResultList();
    if (all.isEmpty() && seal.exists()) {
      seal.known();
    }
    all.forEach(this::kept);
  }

  RuleSet open(String sha256) {
    return RuleSets.open(kept(sha256).bytes(), sha256);
  }

  private BundleRow kept(String sha256) {
    BundleRow kept = BundleRow.findById(sha256);
    if (kept == null) {
      throw new BrokenRuleSet("the bundle " + sha256 + " is not kept");
    }
    if (!seal.holds(kept.bytes(), kept.signature())) {
      throw new BrokenRuleSet(
          "the signature of the bundle "
              + sha256
              + " does not hold: it was changed, or signed with another key; put the database, or"
              + " the key, back from your backup");
    }
    return kept;
  }
}
