package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.fact.Applicant;
import sixones.fact.ApplicantDivisions;
import sixones.fact.Divisions;
import sixones.fact.Fact;
import sixones.fact.InForce;
import sixones.fact.MemberSources;
import sixones.fact.Roll;
import sixones.fact.kind.FactKind;
import sixones.fact.kind.FactKinds;
import sixones.fact.kind.Facts;
import sixones.finding.Explainer;
import sixones.finding.Finding;
import sixones.finding.Findings;
import sixones.finding.Focus;
import sixones.finding.Why;
import sixones.rule.Bundle;
import sixones.rule.Citation;
import sixones.rule.OtherBids;
import sixones.rule.Parameter;
import sixones.rule.Relaxation;
import sixones.rule.Rule;
import sixones.text.Words;

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
  private final Roll roll;
  private final Divisions divisions;
  private final BidContract contract;
  private final FactKinds factKinds;
  private final RunnableRules runnable;
  private final ParametersInForce inForce;
  private final List<Relaxation> relaxations = new ArrayList<>();
  private volatile Dependents dependents;

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
    this.divisions = new Divisions(bundle.sources().getOrDefault("divisions.tsv", new byte[0]));
    List<String> divisionsBefore = EarlierContracts.divisions(bundle);
    this.roll = roll(manifest.path("applicants"), divisions);
    for (JsonNode node : manifest.path("rules")) {
      Rule rule = Rule.of(node, divisionsBefore);
      rules.put(rule.id(), rule);
    }
    this.contract = EarlierContracts.contract(bundle);
    this.factKinds = FactKinds.of(contract);
    manifest
        .path("relaxations")
        .fields()
        .forEachRemaining(e -> relaxations.add(Relaxation.of(e.getKey(), e.getValue())));
    relaxations.sort(Comparator.comparing(Relaxation::from).thenComparing(Relaxation::id));
    runnable = new RunnableRules(bundle, List.copyOf(rules.values()), factKinds);
    inForce = new ParametersInForce(parameters.values());
  }

  private RuleSet(RuleSet other, Map<String, Parameter> changed) {
    this.bundle = other.bundle;
    this.id = other.id;
    this.version = other.version;
    this.digest = other.digest;
    this.requirements = other.requirements;
    this.citations.putAll(other.citations);
    this.rules.putAll(other.rules);
    this.roll = other.roll;
    this.divisions = other.divisions;
    this.contract = other.contract;
    this.factKinds = other.factKinds;
    this.runnable = other.runnable;
    this.relaxations.addAll(other.relaxations);
    this.parameters.putAll(other.parameters);
    this.parameters.putAll(changed);
    this.inForce = new ParametersInForce(parameters.values());
  }

  /**
   * Returns who may bid.
   *
   * @param applicants the content of {@code applicants.yaml}
   * @param divisions the table that has their codes
   */
  public static Roll roll(JsonNode applicants, Divisions divisions) {
    List<Applicant> listed = new ArrayList<>();
    applicants
        .path("members")
        .fields()
        .forEachRemaining(e -> listed.add(applicant(e.getKey(), e.getValue())));
    return new Roll(
        listed,
        applicants.has("divisions") ? ApplicantDivisions.of(applicants.path("divisions")) : null,
        divisions);
  }

  private static Applicant applicant(String id, JsonNode node) {
    Words name = Words.of(node.path("name"));
    return new Applicant(
        id,
        name.en(),
        name.zh(),
        LocalDate.parse(node.path("from").asText()),
        node.has("until") ? LocalDate.parse(node.path("until").asText()) : null,
        Rule.texts(node.path("withdrawn")),
        node.path("within").textValue());
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

  /** Returns what a bid of this rule set states. */
  public BidContract contract() {
    return contract;
  }

  /** Returns the kinds of fact that a bid becomes. */
  public FactKinds factKinds() {
    return factKinds;
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

  /** Returns the relaxations of its rules, by first day; of two that hold the later one counts. */
  public List<Relaxation> relaxations() {
    return Collections.unmodifiableList(relaxations);
  }

  /** Returns what the programme asks that needs other bids, in the order of the rule set. */
  public List<OtherBids> otherBids() {
    return described("other-bids").properties().stream()
        .map(one -> OtherBids.of(one.getKey(), one.getValue()))
        .toList();
  }

  /** Returns all applicants, whatever the day. */
  public List<Applicant> applicants() {
    return roll.all();
  }

  /** Returns the applicant with this id, whatever the day. */
  public Optional<Applicant> applicant(String id) {
    return roll.find(id);
  }

  /** Returns who may bid on which day. */
  public Roll roll() {
    return roll;
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

  /** Returns the text of a file of the rule set; empty if it has no such file. */
  Optional<String> file(String path) {
    return Optional.ofNullable(bundle.sources().get(path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Returns what the manifest has under a name, as the packer read it from YAML. */
  JsonNode described(String name) {
    return bundle.manifest().path(name);
  }

  private String text(String path) {
    return new String(bundle.sources().get(path), StandardCharsets.UTF_8);
  }

  /**
   * Returns a copy in which some parameters have one other value, in force from the first day of
   * the parameter. Ids without a parameter are ignored.
   */
  public RuleSet with(Map<String, JsonNode> values) {
    Map<String, Parameter> changed = new HashMap<>();
    values.forEach(
        (id, value) -> {
          if (parameters.containsKey(id)) {
            changed.put(id, parameters.get(id).withOne(value));
          }
        });
    return new RuleSet(this, changed);
  }

  /** Returns a copy with another version of one parameter. */
  RuleSet withParameter(Parameter changed) {
    return new RuleSet(this, Map.of(changed.id(), changed));
  }

  /**
   * Runs every rule on a draft.
   *
   * @return the findings of the rules in force on the day, in the order of {@link #rules()}
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public List<Finding> examine(Draft draft, LocalDate day) throws NoRuleInForce {
    Facts facts = facts(draft, day);
    List<Finding> findings = conclude(runChecks(facts.all()), facts, day);
    return relaxed(findings, day, draft.call(), draft.applicant());
  }

  /** Returns the findings with what failed left to a person where a relaxation holds. */
  private List<Finding> relaxed(
      List<Finding> findings, LocalDate day, Integer callYear, String applicantId) {
    if (relaxations.isEmpty()) {
      return findings;
    }
    List<String> around = around(applicantId, day);
    Map<String, String> held = new HashMap<>();
    for (Relaxation relaxation : relaxations) {
      if (relaxation.holds(day, callYear, around)) {
        relaxation.rules().forEach(rule -> held.put(rule, relaxation.id()));
      }
    }
    return findings.stream()
        .map(
            finding ->
                held.containsKey(finding.rule().id())
                    ? finding.relaxed(held.get(finding.rule().id()))
                    : finding)
        .toList();
  }

  /**
   * Returns the facts of a draft on a day.
   *
   * @throws NoRuleInForce if no rule is in force on the day
   */
  Facts facts(Draft draft, LocalDate day) throws NoRuleInForce {
    return runnable.facts(draft, inForce(day, draft.call(), draft.applicant()));
  }

  /**
   * Explains the findings on a draft by the conditions of their checks.
   *
   * @param findings what {@link #examine} returned for the draft and the day
   * @return one explanation for each finding that the focus does not leave out and whose rule was
   *     packed with its conditions
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public List<Why> explain(Draft draft, LocalDate day, List<Finding> findings, Focus focus)
      throws NoRuleInForce {
    InForce inForce = inForce(day, draft.call(), draft.applicant());
    Explainer explainer =
        new Explainer(
            runnable.facts(draft, inForce),
            draft.tree(),
            sources(),
            id -> explained(id, draft, inForce));
    return runnable.explain(findings, explainer, focus);
  }

  private Why.ParameterValue explained(String parameter, Draft draft, InForce inForce) {
    Parameter.Value value = inForce(parameter, inForce.day(), draft.call(), draft.applicant());
    return value == null
        ? new Why.ParameterValue(null, parameters.get(parameter).citation(), null, null)
        : new Why.ParameterValue(
            inForce.asWritten(parameter), value.citation(), value.call(), value.place());
  }

  /** Returns the places of a bid that the members of facts rest on. */
  public MemberSources sources() {
    return factKinds;
  }

  /**
   * Returns the rules that depend on a member of the bid, in the order of {@link #rules()}.
   *
   * @param pointer a JSON Pointer into a bid; {@code *} may stand for an index
   */
  public List<Dependents.Dependent> dependents(String pointer) {
    Dependents known = dependents;
    if (known == null) {
      known = new Dependents(rules.values(), sources(), this::scopes, contract.members().keySet());
      dependents = known;
    }
    return known.of(pointer);
  }

  /**
   * Returns the places of the bid that decide which facts of a rule there are, and which values and
   * relaxations are in force for it.
   */
  public Set<String> scopes(Rule rule) {
    FactKind kind = factKinds.kind(rule.kind());
    Set<String> places = new HashSet<>(kind.yearsFrom());
    Set<String> members = new HashSet<>();
    for (Rule.Check check : rule.checks()) {
      if (check.when() != null) {
        check.when().eachLeaf(leaf -> members.addAll(leaf.members()));
      }
    }
    Set<String> read = new HashSet<>(kind.needs().parameters(members));
    read.addAll(rule.parameters());
    for (String id : read) {
      Parameter parameter = parameters.get(id);
      for (Parameter.Value value :
          parameter == null ? List.<Parameter.Value>of() : parameter.values()) {
        addScopes(places, value.call() != null, value.place() != null);
      }
    }
    for (Relaxation relaxation : relaxations) {
      if (relaxation.rules().contains(rule.id())) {
        addScopes(places, !relaxation.calls().isEmpty(), !relaxation.places().isEmpty());
      }
    }
    return places;
  }

  private void addScopes(Set<String> places, boolean ofCall, boolean ofPlace) {
    if (ofCall) {
      contract.call().ifPresent(places::add);
    }
    if (ofPlace) {
      places.add(contract.applicant());
    }
  }

  /**
   * Returns the places that follow from others: who mends a place may have to change those, too.
   * Both are JSON Pointers; {@code *} stands for an index. Empty unless the rule set declares some.
   */
  public Map<String, List<String>> followers() {
    Map<String, List<String>> followers = new LinkedHashMap<>();
    for (JsonNode one : described("followers")) {
      followers.put(one.path("of").asText(), Rule.texts(one.path("places")));
    }
    return followers;
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

  /** Returns what is in force on a day for no call year and no applicant. */
  InForce inForceOn(LocalDate day) throws NoRuleInForce {
    return inForce(day, null, null);
  }

  /**
   * Returns what is in force for a bid. Results are cached.
   *
   * @param callYear the year of the call; null if none is known
   * @param applicantId an applicant's id, on the roll or not; null if none is known
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public InForce inForce(LocalDate day, Integer callYear, String applicantId) throws NoRuleInForce {
    if (!anyRuleInForceOn(day)) {
      throw NoRuleInForce.of(this, day);
    }
    return inForce.on(
        day,
        callYear,
        inForce.namesPlaces() ? around(applicantId, day) : List.of(),
        values -> new InForce(day, values, divisions, roll));
  }

  /**
   * Returns the value of a parameter in force for a bid, with what it is for and what it rests on.
   *
   * @param callYear the year of the call; null if none is known
   * @param applicantId an applicant's id, on the roll or not; null if none is known
   * @return null if no value is in force
   */
  public Parameter.Value inForce(
      String parameter, LocalDate day, Integer callYear, String applicantId) {
    return parameters.get(parameter).inForce(day, callYear, around(applicantId, day));
  }

  private boolean anyRuleInForceOn(LocalDate day) {
    for (Rule rule : rules.values()) {
      if (rule.inForceOn(day)) {
        return true;
      }
    }
    return false;
  }

  private List<String> around(String applicantId, LocalDate day) {
    String division = roll.find(applicantId).map(Applicant::division).orElse(applicantId);
    return divisions.around(division, day);
  }
}
