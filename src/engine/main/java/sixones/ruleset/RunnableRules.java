package sixones.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import sixones.bid.Draft;
import sixones.fact.Fact;
import sixones.fact.InForce;
import sixones.fact.kind.FactKind;
import sixones.fact.kind.FactKinds;
import sixones.fact.kind.Facts;
import sixones.finding.Explainer;
import sixones.finding.Finding;
import sixones.finding.Findings;
import sixones.finding.Focus;
import sixones.finding.Shadow;
import sixones.finding.Why;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;
import sixones.rule.Outcome;
import sixones.rule.Rule;
import sixones.rule.drools.CompiledRules;

/** The rules of one version as this engine runs them; loaded on first use. */
final class RunnableRules {

  /**
   * What is loaded.
   *
   * @param shadows the shadow of each rule, in the order of the rules
   */
  private record Loaded(
      List<Shadow> shadows, Map<String, Findings.Known> checks, CompiledRules compiled) {}

  private final Bundle bundle;
  private final List<Rule> rules;
  private final FactKinds factKinds;
  private volatile Loaded loaded;

  RunnableRules(Bundle bundle, List<Rule> rules, FactKinds factKinds) {
    this.bundle = bundle;
    this.rules = rules;
    this.factKinds = factKinds;
  }

  /**
   * Loads the compiled rules, unless they are loaded already.
   *
   * @throws BrokenRuleSet if they cannot be loaded, or are not those of the manifest
   */
  void load() {
    loaded();
  }

  private Loaded loaded() {
    Loaded now = loaded;
    if (now == null) {
      synchronized (this) {
        now = loaded;
        if (now == null) {
          now = read();
          loaded = now;
        }
      }
    }
    return now;
  }

  private Loaded read() {
    List<Shadow> shadows = new ArrayList<>();
    Map<String, Findings.Known> checks = new HashMap<>();
    for (Rule rule : rules) {
      know(rule, shadows, checks);
    }
    CompiledRules compiled = new CompiledRules(bundle);
    if (!new TreeSet<>(compiled.checks()).equals(new TreeSet<>(checks.keySet()))) {
      String id = bundle.manifest().path("id").asText();
      throw new BrokenRuleSet(id + ": the compiled checks are not those of the manifest");
    }
    return new Loaded(shadows, checks, compiled);
  }

  private void know(Rule rule, List<Shadow> shadows, Map<String, Findings.Known> checks) {
    FactKind kind = factKinds.kind(rule.kind());
    if (kind == null) {
      throw new BrokenRuleSet(rule.id() + ": there is no kind of fact " + rule.kind());
    }
    int index = shadows.size();
    shadows.add(Shadow.of(rule, kind));
    for (int i = 0; i < rule.checks().size(); i++) {
      Rule.Check check = rule.checks().get(i);
      // Drools reports check names as interned constants, so that the lookup succeeds by identity.
      checks.put(
          check.name().intern(), new Findings.Known(index, i, check, Outcome.of(check.says())));
    }
  }

  /** Returns the facts of a draft. */
  Facts facts(Draft draft, InForce inForce) {
    return Facts.of(draft, factKinds, loaded().compiled().maker(), inForce);
  }

  /** Runs every check on the facts. */
  Findings run(List<Fact> facts) {
    Loaded now = loaded();
    Findings findings = new Findings(now.checks(), rules.size());
    now.compiled().run(facts, findings);
    return findings;
  }

  /** Returns the finding of each rule in force on the day, in the order of the rules. */
  List<Finding> conclude(Findings findings, Facts facts, LocalDate day) {
    List<Shadow> shadows = loaded().shadows();
    List<Finding> all = new ArrayList<>(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.inForceOn(day)) {
        all.add(findings.of(i, rule, shadows.get(i), facts));
      }
    }
    return all;
  }

  /** Explains findings of this rule set; those of rules without conditions are left out. */
  List<Why> explain(List<Finding> findings, Explainer explainer, Focus focus) {
    List<Shadow> shadows = loaded().shadows();
    List<Why> all = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      int index = rules.indexOf(finding.rule());
      if (finding.rule().checks().stream().allMatch(check -> check.when() != null)) {
        Why why = explainer.of(finding, shadows.get(index), focus);
        if (why != null) {
          all.add(why);
        }
      }
    }
    return all;
  }
}
