package sixones.library;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.RuleSet;

/**
 * Evaluators by what rounds pin. The engine of this application and those of earlier releases are
 * reached through the same door. All methods run in the caller's transaction; what was opened
 * before needs none.
 */
public final class PinnedEvaluators {
  private final PinnedRuleSets ruleSets;
  private final PinnedEngines engines;
  private final Map<Pin, PinnedEvaluator> opened = new ConcurrentHashMap<>();

  public PinnedEvaluators(PinnedRuleSets ruleSets, PinnedEngines engines) {
    this.ruleSets = ruleSets;
    this.engines = engines;
  }

  /**
   * Stores the bundle of a rule set of this application, and its engine, unless they are stored
   * already.
   *
   * @throws BrokenRuleSet if this service could not verify later what is stored
   */
  public Pin pin(RuleSet set, Instant now) {
    return new Pin(ruleSets.pin(set, now), engines.pin(now));
  }

  /**
   * Returns the evaluator of a pin: exactly its bundle, in exactly its engine. What was opened
   * before engines were pinned has the engine of this application.
   *
   * @throws BrokenRuleSet if bundle or engine is not stored, or a digest or signature does not hold
   */
  public PinnedEvaluator find(Pin pin) {
    return opened.computeIfAbsent(pin, this::open);
  }

  /**
   * Reads what a pin names, and returns what opens it. An engine of an earlier release takes a
   * while to open and needs no transaction for it, so that none times out.
   *
   * @throws BrokenRuleSet if bundle or engine is not stored, or a digest or signature does not hold
   */
  public Runnable opening(Pin pin) {
    if (isPresent(pin) || opened.containsKey(pin)) {
      find(pin);
      return () -> {};
    }
    ClassLoader classes = engines.classes(pin.engine());
    byte[] bundle = ruleSets.bytes(pin.rules());
    return () -> opened.computeIfAbsent(pin, of -> PinnedEvaluator.in(classes, bundle));
  }

  private PinnedEvaluator open(Pin pin) {
    return isPresent(pin)
        ? PinnedEvaluator.present(ruleSets.find(pin.rules()))
        : PinnedEvaluator.in(engines.classes(pin.engine()), ruleSets.bytes(pin.rules()));
  }

  private boolean isPresent(Pin pin) {
    return pin.engine() == null || engines.isPresent(pin.engine());
  }

  /**
   * Returns the words and sources of exactly a rule set version. They are read without the engine
   * it was written for.
   *
   * @throws BrokenRuleSet if the bundle is not stored, or its digest or signature does not hold
   */
  public RuleSet rules(RuleSetVersion version) {
    return ruleSets.find(version);
  }

  /**
   * Returns the newest version of a rule set of this application, by which bids are read while
   * nothing is pinned; that of the first if there is no such rule set.
   */
  public RuleSet newest(String id) {
    return ruleSets.newest(id);
  }

  /**
   * Returns the packed bytes of exactly the given rule set version.
   *
   * @throws sixones.rule.BrokenRuleSet if its bundle is missing, or its signature is invalid
   */
  public byte[] bundle(RuleSetVersion version) {
    return ruleSets.bytes(version);
  }

  /** Returns the digest of the engine that runs a pin. */
  public String engineOf(Pin pin, Instant now) {
    return pin.engine() == null ? engines.pin(now) : pin.engine();
  }
}
