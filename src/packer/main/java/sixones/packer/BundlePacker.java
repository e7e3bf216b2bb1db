package sixones.packer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sixones.bid.BidContract;
import sixones.bid.BrokenContract;
import sixones.fact.Divisions;
import sixones.fact.Roll;
import sixones.fact.kind.FactKinds;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;

/**
 * Packs each folder of {@code rules/} as one bundle: validates its files, compiles its rules and
 * records the digests. The build is reproducible: the same files give the same bytes.
 */
public final class BundlePacker {

  /** The one file that a rule set need not have. */
  private static final String RELAXATIONS = "relaxations.yaml";

  private final String set;
  private final SortedMap<String, byte[]> sources;
  private final Places places;
  private final List<String> reasons = new ArrayList<>();

  BundlePacker(String set, SortedMap<String, byte[]> sources) {
    this.set = set;
    this.sources = sources;
    this.places = new Places("rules/" + set + "/", sources);
  }

  /**
   * Packs all rule sets and writes the application digest. *
   *
   * @param arguments the folder of rule sets; the output folder of bundles, directly below a folder
   *     of classes; the folder of the engine's classes
   */
  public static void main(String[] arguments) throws IOException {
    Path rules = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    Files.createDirectories(out);
    try {
      pack(rules, out);
    } catch (BrokenRuleSet e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    ApplicationDigest.write(out.toAbsolutePath().getParent(), Path.of(arguments[2]));
  }

  /**
   * Packs all rule sets. The index has them in the order of {@link RuleFolders#read}.
   *
   * @throws BrokenRuleSet if a rule set is invalid, or its folder is not one of its version
   */
  static void pack(Path rules, Path out) throws IOException {
    StringBuilder index = new StringBuilder();
    for (RuleFolders.Folder folder : RuleFolders.read(rules)) {
      byte[] bundle = folder.pack();
      String name = folder.set() + "-" + folder.version() + ".zip";
      Files.write(out.resolve(name), bundle);
      index.append(Bundle.sha256(bundle)).append("  ").append(name).append('\n');
    }
    Files.writeString(out.resolve("index"), index);
  }

  static SortedMap<String, byte[]> read(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }

  /**
   * Validates and compiles the rule set.
   *
   * @return the bytes of the bundle
   * @throws BrokenRuleSet if the rule set is invalid; the message has one line for each reason
   */
  public byte[] pack() throws IOException {
    List<Rule> rules = readRules();
    if (!reasons.isEmpty()) {
      throw new BrokenRuleSet(String.join("\n", reasons));
    }
    RuleCompiler compiler = new RuleCompiler(FactClasses.of(readFacts()));
    sources.forEach(
        (path, bytes) -> {
          if (path.endsWith(".drl")) {
            compiler.add("rules/" + set + "/" + path, text(bytes));
          }
        });
    SortedMap<String, byte[]> files = compiler.compile();
    sources.forEach((path, bytes) -> files.put(Bundle.SOURCES + path, bytes));
    ObjectNode manifest = manifest(rules, compiler, files);
    return zip(files, manifest.toPrettyString().getBytes(StandardCharsets.UTF_8));
  }

  /** Reads and validates the rules, ordered by requirement, then by severity, then by id. */
  List<Rule> readRules() {
    FactKinds facts;
    try {
      facts = readFacts();
    } catch (BrokenContract e) {
      reasons.add(places.of("bid.yaml", steps(e.place())) + e.getMessage());
      return List.of();
    }
    Set<String> citations = names(described().path("citations"));
    Set<String> parameters = names(described().path("parameters"));
    List<String> folders = folders();
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Map<String, Set<String>> read = new TreeMap<>();
    Divisions divisions = new Divisions(sources.getOrDefault("divisions.tsv", new byte[0]));
    ParameterFile parameterFile =
        new ParameterFile(places, described().path("parameters"), divisions, citations);
    Set<String> known =
        Set.of(
            "ruleset.yaml",
            "bid.yaml",
            "citations.yaml",
            "parameters.yaml",
            "applicants.yaml",
            "divisions.tsv",
            "messages/en.properties",
            "messages/zh-CN.properties");
    for (Map.Entry<String, byte[]> source : sources.entrySet()) {
      String path = source.getKey();
      String[] parts = path.split("/");
      if (path.endsWith(".drl") && parts.length == 2 && folders.contains(parts[0])) {
        String full = "rules/" + set + "/" + path;
        RuleFile file = new RuleFile(full, text(source.getValue()), citations, parameters, facts);
        Rule rule = file.read();
        reasons.addAll(file.reasons());
        if (rule != null) {
          rules.add(rule);
          parameterFile.hold(file, rule);
          read.computeIfAbsent(rule.kind(), k -> new TreeSet<>()).addAll(file.members());
          if (!ids.add(rule.id())) {
            reasons.add(full + ":1: another folder has a rule " + rule.id() + ", too");
          }
        }
      } else if (!known.contains(path) && !path.equals(RELAXATIONS)) {
        reasons.add(
            "rules/" + set + "/" + path + ":1: no place in a rule set; folders are " + folders);
      }
    }
    checkCitations();
    checkKeys();
    checkContract(facts, parameters);
    checkDescribed(rules, known);
    reasons.addAll(parameterFile.reasons());
    ApplicantsFile roll = new ApplicantsFile(places, described().path("applicants"), citations);
    roll.hold(sources.getOrDefault("divisions.tsv", new byte[0]));
    reasons.addAll(roll.reasons());
    reasons.addAll(
        new RelaxationFile(places, described().path("relaxations"), rules, divisions, citations)
            .reasons());
    if (reasons.isEmpty()) {
      checkUse(rules, facts, read, divisions);
    }
    rules.sort(
        Comparator.comparing((Rule rule) -> folders.indexOf(rule.requirement()))
            .thenComparing(Rule::severity)
            .thenComparing(Rule::id));
    return rules;
  }

  /** Checks that everything that stands in the rule set serves something. */
  private void checkUse(
      List<Rule> rules, FactKinds facts, Map<String, Set<String>> read, Divisions divisions) {
    JsonNode described = described();
    reasons.addAll(new Unused(described, facts, rules, read, places).reasons());
    Roll roll = RuleSet.roll(described.path("applicants"), divisions);
    boolean hasCalls = facts.contract().call().isPresent();
    reasons.addAll(new NeverApplies(described, rules, roll, hasCalls, places).reasons());
    MessageKeys keys = new MessageKeys(described, facts, rules, places);
    for (String file : List.of("messages/en.properties", "messages/zh-CN.properties")) {
      reasons.addAll(keys.unread(file, text(sources.get(file))));
      reasons.addAll(keys.missing(file, text(sources.get(file))));
    }
  }

  /** Returns the steps to what a contract says of a place, or of a fact. */
  private static List<String> steps(String place) {
    List<String> steps = new ArrayList<>();
    boolean isOfBid = place.startsWith("/");
    for (String step : (isOfBid ? place.substring(1) : place).split("/")) {
      if (isOfBid && !step.equals("*")) {
        steps.add("members");
      } else if (steps.size() == 2 && steps.get(0).equals("facts")) {
        steps.add("derived");
      }
      steps.add(step.equals("*") ? "of" : step);
    }
    return steps;
  }

  private FactKinds readFacts() {
    return FactKinds.of(BidContract.of(yaml("bid.yaml")));
  }

  private void checkContract(FactKinds facts, Set<String> parameters) {
    String contract = "rules/" + set + "/bid.yaml:1: ";
    List<String> requirements = Rule.texts(described().path("requirements"));
    facts
        .contract()
        .sections()
        .forEach(
            (member, requirement) -> {
              if (!requirements.contains(requirement)) {
                reasons.add(
                    contract
                        + "/"
                        + member
                        + ": the rule set has no requirement "
                        + requirement
                        + "; there are "
                        + requirements);
              }
            });
    facts
        .all()
        .values()
        .forEach(
            kind ->
                kind.needs().parameters().stream()
                    .filter(id -> !parameters.contains(id))
                    .forEach(
                        id ->
                            reasons.add(
                                contract
                                    + "facts/"
                                    + kind.name()
                                    + " reads the parameter "
                                    + id
                                    + ", which parameters.yaml does not have")));
    facts.all().values().stream()
        .flatMap(kind -> kind.needs().days().stream())
        .filter(parameters::contains)
        .distinct()
        .forEach(this::checkDays);
    facts
        .contract()
        .members()
        .forEach(
            (member, says) -> {
              if (says.accepts() != null && !parameters.contains(says.accepts())) {
                reasons.add(
                    places.of("bid.yaml", steps(member))
                        + member
                        + " accepts the words of "
                        + says.accepts()
                        + ", which parameters.yaml does not have");
              }
            });
  }

  /** Checks that each value of a parameter that is read as a day is one. */
  private void checkDays(String parameter) {
    for (JsonNode value : described().path("parameters").path(parameter).path("values")) {
      try {
        LocalDate.parse(value.path("value").asText());
      } catch (DateTimeException e) {
        reasons.add(
            places.of("parameters.yaml", List.of(parameter))
                + parameter
                + " is read as a day, and "
                + value.path("value")
                + " is none: value: \"2022-10-31\"");
      }
    }
  }

  List<String> reasons() {
    return reasons;
  }

  private void checkCitations() {
    Set<String> citations = names(described().path("citations"));
    described()
        .path("parameters")
        .fields()
        .forEachRemaining(
            p ->
                cited(
                    "parameters.yaml",
                    List.of(p.getKey()),
                    p.getValue().path("citation"),
                    citations));
    for (String requirement : Rule.texts(described().path("requirements"))) {
      cited(
          "ruleset.yaml",
          List.of("demands", requirement),
          described().path("demands").path(requirement),
          citations);
    }
    for (Map.Entry<String, JsonNode> asked : described().path("other-bids").properties()) {
      List<String> what = List.of("other-bids", asked.getKey());
      cited("ruleset.yaml", what, asked.getValue().path("citation"), citations);
      JsonNode title = asked.getValue().path("title");
      if (!title.path("en").isTextual() || !title.path("zh").isTextual()) {
        reasons.add(
            places.of("ruleset.yaml", what) + asked.getKey() + " needs a title: { en: …, zh: … }");
      }
    }
  }

  private void checkKeys() {
    for (String file : KnownKeys.FILES) {
      if (file.equals(RELAXATIONS) && !sources.containsKey(file)) {
        continue;
      }
      for (List<String> key : KnownKeys.unknown(file, yaml(file))) {
        reasons.add(places.of(file, key) + "nothing reads the key " + String.join(".", key));
      }
    }
  }

  private void checkDescribed(List<Rule> rules, Set<String> known) {
    String description = "rules/" + set + "/ruleset.yaml:1: ";
    if (!described().path("id").asText().equals(set)) {
      reasons.add(description + "the id is the folder's: " + set);
    }
    if (!described().path("version").asText().matches("[0-9A-Za-z][0-9A-Za-z.]*")) {
      reasons.add(description + "the version has letters, digits and points, e.g. \"2022.1\"");
    }
    for (String path : known) {
      if (!sources.containsKey(path)) {
        reasons.add("rules/" + set + "/" + path + ":1: is missing");
      }
    }
    if (rules.isEmpty() && reasons.isEmpty()) {
      reasons.add(description + "the rule set has no rule");
    }
  }

  private void cited(String file, List<String> what, JsonNode citation, Set<String> citations) {
    if (!citations.contains(citation.asText())) {
      String name = what.get(what.size() - 1);
      reasons.add(
          places.of(file, what)
              + name
              + (citation.isMissingNode()
                  ? " cites nothing; name a passage of citations.yaml"
                  : " cites nothing citations.yaml has: " + citation.asText()));
    }
  }

  private List<String> folders() {
    List<String> folders = new ArrayList<>(Rule.texts(described().path("requirements")));
    folders.addAll(Rule.texts(described().path("groups")));
    return folders;
  }

  /** Merges the YAML files: the rule set, its citations, parameters, applicants, relaxations. */
  private ObjectNode described() {
    ObjectNode described = yaml("ruleset.yaml");
    described.set("citations", yaml("citations.yaml"));
    described.set("parameters", yaml("parameters.yaml"));
    described.set("applicants", yaml("applicants.yaml"));
    described.set("bid", yaml("bid.yaml"));
    if (sources.containsKey(RELAXATIONS)) {
      described.set("relaxations", yaml(RELAXATIONS));
    }
    return described;
  }

  private ObjectNode yaml(String path) {
    byte[] bytes = sources.get(path);
    if (bytes == null) {
      throw new BrokenRuleSet("rules/" + set + "/" + path + ":1: is missing");
    }
    try {
      JsonNode read =
          new YAMLMapper()
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .readTree(bytes);
      if (read instanceof ObjectNode names) {
        return names;
      }
      throw new BrokenRuleSet("rules/" + set + "/" + path + ":1: holds no names with values");
    } catch (IOException e) {
      int line =
          e instanceof JacksonException read && read.getLocation() != null
              ? Math.max(1, read.getLocation().getLineNr())
              : 1;
      String reason =
          e instanceof JacksonException read ? read.getOriginalMessage() : e.getMessage();
      throw new BrokenRuleSet(
          places.of(path, line) + "cannot be read: " + reason.strip().replaceAll("\\s+", " "), e);
    }
  }

  private ObjectNode manifest(
      List<Rule> rules, RuleCompiler compiler, SortedMap<String, byte[]> files) {
    ObjectNode manifest = described();
    manifest.put("digest", Bundle.digestOf(sources));
    manifest.put("engine", "drools " + compiler.engineVersion());
    ArrayNode described = manifest.putArray("rules");
    rules.forEach(rule -> described.add(describe(rule)));
    compiler.models().forEach(manifest.putArray("models")::add);
    ObjectNode digests = manifest.putObject("files");
    files.forEach((path, bytes) -> digests.put(path, Bundle.sha256(bytes)));
    return manifest;
  }

  private static ObjectNode describe(Rule rule) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", rule.id());
    node.put("requirement", rule.requirement());
    node.put("severity", rule.severity().word());
    if (rule.blank() != null) {
      node.put("blank", rule.blank().word());
    }
    node.put("citation", rule.citation());
    node.put("from", rule.from().toString());
    if (rule.until() != null) {
      node.put("until", rule.until().toString());
    }
    node.put("kind", rule.kind());
    rule.examines().forEach(node.putArray("examines")::add);
    node.put("conditional", rule.conditional());
    ArrayNode checks = node.putArray("checks");
    rule.checks()
        .forEach(
            check -> {
              ObjectNode described = checks.addObject();
              described.put("name", check.name()).put("says", check.says());
              check.reasons().forEach(described.putArray("reasons")::add);
              if (!check.divisions().isEmpty()) {
                check.divisions().forEach(described.putArray("divisions")::add);
              }
              check.counterparts().forEach(described.putArray("counterparts")::add);
              check.concludes().forEach(described.putArray("concludes")::add);
              described.set("when", check.when().toJson());
            });
    rule.parameters().forEach(node.putArray("parameters")::add);
    return node;
  }

  private static byte[] zip(SortedMap<String, byte[]> files, byte[] manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, Bundle.MANIFEST, manifest);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2022, 6, 13, 0, 0));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return new HashSet<>(names);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
