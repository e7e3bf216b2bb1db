package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sixones.bid.Draft;
import sixones.fact.Applicant;
import sixones.fact.Divisions;
import sixones.fact.Fact;
import sixones.fact.InForce;
import sixones.fact.MemberSources;
import sixones.fact.pilotcity.Facts;
import sixones.finding.Explainer;
import sixones.finding.Finding;
import sixones.finding.Findings;
import sixones.finding.Why;
import sixones.rule.Bundle;
import sixones.rule.Citation;
import sixones.rule.Parameter;
import sixones.rule.Rule;
import sixones.rule.Words;

/**
 * One version of a rule set: its demands, their sources, and the rules that check them. Evaluation
 * is pure: the same draft, day and version give the same findings. The compiled rules are loaded
 * when they first run, so that the words and sources of a version written for another engine can be
 * read.
 */
public final class RuleSet {
  private final Bundle bundle;
  private final String id;
  private final String version;
  private final String digest;
  private final List<String> requirements;
  private final Map<String, Citation> citations = new LinkedHashMap<>();
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final List<Applicant> applicants = new ArrayList<>();
  private final Divisions divisions;
  private final RunnableRules runnable;
  private volatile InForce lastInForce;

  public RuleSet(Bundle bundle) {
    this.bundle = bundle;
    JsonNode manifest = bundle.manifest();
    this.id = manifest.path("id").asText();
    this.version = manifest.path("version").asText();
    this.digest = manifest.path("digest").asText();
    this.requirements = Rule.texts(manifest.path("requirements"));
    manifest
        .path("citations")
        .fields()
        .forEachRemaining(e -> citations.put(e.getKey(), Citation.of(e.getKey(), e.getValue())));
    manifest
        .path("parameters")
        .fields()
        .forEachRemaining(e -> parameters.put(e.getKey(), Parameter.of(e.getKey(), e.getValue())));
    manifest
        .path("applicants")
        .path("members")
        .fields()
        .forEachRemaining(e -> applicants.add(applicant(e.getKey(), e.getValue())));
    this.divisions = new Divisions(bundle.sources().getOrDefault("divisions.tsv", new byte[0]));
    for (JsonNode node : manifest.path("rules")) {
      Rule rule = Rule.of(node);
      rules.put(rule.id(), rule);
    }
    runnable = new RunnableRules(bundle, List.copyOf(rules.values()));
  }

  private RuleSet(RuleSet other, Map<String, JsonNode> values) {
    this.bundle = other.bundle;
    this.id = other.id;
    this.version = other.version;
    this.digest = other.digest;
    this.requirements = other.requirements;
    this.citations.putAll(other.citations);
    this.rules.putAll(other.rules);
    this.applicants.addAll(other.applicants);
    this.divisions = other.divisions;
    this.runnable = other.runnable;
    this.parameters.putAll(other.parameters);
    values.forEach(
        (id, value) ->
            parameters.computeIfPresent(
                id,
                (k, was) ->
                    new Parameter(
                        id,
                        was.title(),
                        was.citation(),
                        new TreeMap<>(Map.of(was.values().firstKey(), value)))));
  }

  private static Applicant applicant(String code, JsonNode node) {
    Words name = Words.of(node.path("name"));
    return new Applicant(
        code,
        name.en(),
        name.zh(),
        LocalDate.parse(node.path("from").asText()),
        node.has("until") ? LocalDate.parse(node.path("until").asText()) : null,
        Rule.texts(node.path("withdrawn")));
  }

  /**
   * Loads the compiled rules, unless they are loaded already.
   *
   * @throws sixones.rule.BrokenRuleSet if this engine cannot run them
   */
  public RuleSet loaded() {
    runnable.load();
    return this;
  }

  public String id() {
    return id;
  }

  public String version() {
    return version;
  }

  /** Returns the SHA-256 of all files of the rule set, in hexadecimal. */
  public String digest() {
    return digest;
  }

  /** Returns the SHA-256 of the bundle, including its compiled rules, in hexadecimal. */
  public String bundle() {
    return bundle.sha256();
  }

  public Words title() {
    return Words.of(bundle.manifest().path("title"));
  }

  /** Returns the name and version of the rule engine. */
  public String engine() {
    return bundle.manifest().path("engine").asText();
  }

  /** Returns the ids of the requirements, in the order of the programme. */
  public List<String> requirements() {
    return requirements;
  }

  /** Returns the passage that states a requirement. */
  public Citation demand(String requirement) {
    return citations.get(bundle.manifest().path("demands").path(requirement).asText());
  }

  /**
   * Returns the rules by id, ordered by requirement, then by severity with required rules first,
   * then by id.
   */
  public Map<String, Rule> rules() {
    return Collections.unmodifiableMap(rules);
  }

  public Map<String, Citation> citations() {
    return Collections.unmodifiableMap(citations);
  }

  public Map<String, Parameter> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  /** Returns all applicants, whatever the day. */
  public List<Applicant> applicants() {
    return Collections.unmodifiableList(applicants);
  }

  /** Returns the applicant with this division code, whatever the day. */
  public Optional<Applicant> applicant(String code) {
    return applicants.stream().filter(applicant -> applicant.id().equals(code)).findFirst();
  }

  /** Returns the table of divisions. */
  public Divisions divisions() {
    return divisions;
  }

  /** Returns the DRL source of a rule. */
  public String source(Rule rule) {
    return text(rule.requirement() + "/" + rule.id() + ".drl");
  }

  /** Returns the content of the messages file of a language, {@code en} or {@code zh-CN}. */
  public String messages(String language) {
    return text("messages/" + language + ".properties");
  }

  private String text(String path) {
    return new String(bundle.sources().get(path), StandardCharsets.UTF_8);
  }

  /**
   * Returns a copy in which some parameters have one other value, in force from the first day of
   * the parameter. Ids without a parameter are ignored.
   */
  public RuleSet with(Map<String, JsonNode> values) {
    return new RuleSet(this, values);
  }

  /**
   * Runs every rule on a draft.
   *
   * @return the findings of the rules in force on the day, in the order of {@link #rules()}
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public List<Finding> examine(Draft draft, LocalDate day) throws NoRuleInForce {
    Facts facts = Facts.of(draft, inForceOn(day));
    return conclude(runChecks(facts.all()), facts, day);
  }

  /**
   * Explains the findings on a draft by the conditions of their checks.
   *
   * @param findings what {@link #examine} returned for the draft and the day
   * @return one explanation for each finding whose rule was packed with its conditions
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public List<Why> explain(Draft draft, LocalDate day, List<Finding> findings)
      throws NoRuleInForce {
    Facts facts = Facts.of(draft, inForceOn(day));
    Explainer explainer =
        new Explainer(facts, draft.tree(), sources(), id -> parameters.get(id).citation());
    return runnable.explain(findings, explainer);
  }

  /** Returns the places of a bid that the members of facts rest on. */
  public MemberSources sources() {
    return Facts.sources();
  }

  /**
   * Returns the rules that depend on a member of the bid, in the order of {@link #rules()}.
   *
   * @param pointer a JSON Pointer into a bid; {@code *} may stand for an index
   */
  public List<Dependents.Dependent> dependents(String pointer) {
    return new Dependents(rules.values(), sources()).of(pointer);
  }

  /**
   * Returns the ids of the requirements whose verdict can depend on a member of the bid, in the
   * order of the programme.
   */
  public List<String> verdicts(String pointer) {
    Set<String> decided =
        dependents(pointer).stream()
            .filter(Dependents.Dependent::decides)
            .map(dependent -> dependent.rule().requirement())
            .collect(Collectors.toSet());
    return requirements.stream().filter(decided::contains).toList();
  }

  /** Returns whether its checks were packed with their conditions. */
  public boolean hasConditions() {
    return rules.values().stream()
        .flatMap(rule -> rule.checks().stream())
        .allMatch(check -> check.when() != null);
  }

  /** Runs every check on the facts. */
  Findings runChecks(List<Fact> facts) {
    return runnable.run(facts);
  }

  /** Returns the finding of each rule in force on the day, in the order of {@link #rules()}. */
  List<Finding> conclude(Findings findings, Facts facts, LocalDate day) {
    return runnable.conclude(findings, facts, day);
  }

  /**
   * Returns the parameters in force on a day. The last result is cached.
   *
   * @throws NoRuleInForce if no rule is in force on the day
   */
  InForce inForceOn(LocalDate day) throws NoRuleInForce {
    InForce last = lastInForce;
    if (last != null && last.day().equals(day)) {
      return last;
    }
    if (rules.values().stream().noneMatch(rule -> rule.inForceOn(day))) {
      throw NoRuleInForce.of(this, day);
    }
    Map<String, JsonNode> values = new HashMap<>();
    for (Parameter parameter : parameters.values()) {
      JsonNode value = parameter.inForceOn(day);
      if (value != null) {
        values.put(parameter.id(), value);
      }
    }
    InForce inForce = new InForce(day, values, divisions, applicants);
    lastInForce = inForce;
    return inForce;
  }
}
