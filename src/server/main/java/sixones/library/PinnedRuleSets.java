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
 * Rule sets pinned by a round: their bundles are kept, so that what was evaluated by them can be
 * evaluated again when this application has moved on. All within the caller's transaction.
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
   * Keeps the bundle of a rule set this application carries, unless it is kept already.
   *
   * @throws BrokenRuleSet if it is kept under another service's signature, so that this one could
   *     not open it again, or something else is kept and the key that signed it is gone
   */
  public RuleSetVersion pin(RuleSet set, Instant now) {
    if (BundleRow.count() > 0) {
      seal.known();
    }
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
    kept(set.bundle());
    return RuleSetVersion.of(set);
  }

  /**
   * The very version: the one this application carries if it is the same to the byte, else the kept
   * one.
   *
   * @throws BrokenRuleSet if its bundle is not kept, or digest or signature do not hold
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
   * Whether everything kept can be opened again.
   *
   * @throws BrokenRuleSet if not: says what is wrong, and what to do
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
              + " does not hold: it was changed, or signed with another key; put the database, or the"
              + " key, back from your backup");
    }
    return kept;
  }
}
