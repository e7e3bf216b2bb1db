package sixones.packer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import sixones.fact.kind.FactKind;
import sixones.fact.kind.FactKinds;
import sixones.finding.Findings;
import sixones.rule.Blank;
import sixones.rule.Condition;
import sixones.rule.Rule;
import sixones.rule.Severity;
import sixones.rule.drools.CompiledRules;

/**
 * Reads the DRL of one rule with the parser of Drools and validates it. Only the forms listed here
 * are accepted, because DRL can otherwise run any Java code.
 */
final class RuleFile {
  private static final Pattern CHECK =
      Pattern.compile("([a-z][a-z0-9-]*): (pass|fail|review|incomplete|applies)(, [a-z ]+)?");
  private static final Set<String> METADATA =
      Set.of("citation", "severity", "blank", "from", "until", "examines", "reads");
  private static final List<String> BLANKS = List.of(Blank.OPEN.word(), Blank.NOTE.word());

  private final String path;
  private final String requirement;
  private final String id;
  private final String text;
  private final Set<String> citations;
  private final Set<String> parameterIds;
  private final FactKinds facts;
  private final List<String> reasons = new ArrayList<>();
  private final Set<String> parametersRead = new TreeSet<>();
  private final List<Rule.Check> checks = new ArrayList<>();
  private final Set<String> numbers = new TreeSet<>();
  private final Set<String> texts = new TreeSet<>();
  private final Set<String> members = new TreeSet<>();
  private Map<String, List<String>> metadata = Map.of();
  private int metadataLine;
  private final Set<String> imported = new HashSet<>();
  private String kind;

  /**
   * @param path the path for messages: {@code rules/<set>/<requirement>/<rule>.drl}
   * @param citations the ids of the citations of the rule set
   * @param parameterIds the ids of the parameters of the rule set
   * @param facts the kinds of fact of the rule set
   */
  RuleFile(
      String path, String text, Set<String> citations, Set<String> parameterIds, FactKinds facts) {
    this.facts = facts;
    String[] parts = path.split("/");
    this.path = path;
    this.requirement = parts[parts.length - 2];
    this.id = parts[parts.length - 1].replaceFirst("\\.drl$", "");
    this.text = text;
    this.citations = citations;
    this.parameterIds = parameterIds;
  }

  /**
   * Reads and validates the rule.
   *
   * @return the rule; null if it is refused, for the reasons in {@link #reasons}
   */
  Rule read() {
    readText();
    if (reasons.isEmpty()) {
      PackageDescr parsed = parse();
      if (parsed != null) {
        readPackage(parsed);
        parsed.getRules().forEach(this::readCheck);
        readMetadata();
      }
    }
    return reasons.isEmpty() ? rule() : null;
  }

  /** Returns the reasons for refusal as {@code path:line: reason}. */
  List<String> reasons() {
    return reasons;
  }

  private void readText() {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].indexOf('\\') >= 0) {
        refuse(i + 1, "a backslash: the compiler would read it otherwise than this check");
      }
      if (lines[i].contains("/*")) {
        refuse(i + 1, "a block comment; say it in lines that begin with //");
      }
    }
    if (!lines[0].startsWith("// ")) {
      refuse(1, "the first line says in words what the code cannot: // …");
    }
    if (!id.startsWith(requirement + "-")) {
      refuse(1, "the rule's name begins with its folder's: " + requirement + "-…");
    }
  }

  private PackageDescr parse() {
    try {
      DrlParser parser = new DrlParser(DrlParser.DEFAULT_LANGUAGE_LEVEL);
      PackageDescr parsed = parser.parse(false, text);
      for (DroolsError error : parser.getErrors()) {
        int line = error.getLines().length > 0 ? error.getLines()[0] : 1;
        refuse(line, "not DRL: " + error.getMessage().replaceAll("\\s+", " "));
      }
      return parsed;
    } catch (DroolsParserException e) {
      refuse(1, "not DRL: " + e.getMessage());
      return null;
    }
  }

  private void readPackage(PackageDescr parsed) {
    String folder = path.substring(0, path.lastIndexOf('/')).replace('-', '_').replace('/', '.');
    if (!folder.equals(parsed.getName())) {
      refuse(parsed.getLine(), "the package is the folder's: package " + folder);
    }
    if (parsed.getUnit() != null) {
      refuse(parsed.getLine(), "a rule unit");
    }
    none(parsed.getFunctionImports(), "an imported function");
    none(parsed.getAccumulateImports(), "an imported accumulate function");
    none(parsed.getFunctions(), "a function");
    none(parsed.getTypeDeclarations(), "a declared type");
    none(parsed.getEnumDeclarations(), "a declared enumeration");
    none(parsed.getEntryPointDeclarations(), "an entry point");
    none(parsed.getWindowDeclarations(), "a window");
    none(parsed.getAttributes(), "an attribute of the package");
    for (ImportDescr imported : parsed.getImports()) {
      boolean known =
          facts.all().keySet().stream()
              .anyMatch(kind -> imported.getTarget().equals(CompiledRules.FACTS + kind));
      this.imported.add(imported.getTarget());
      if (!known) {
        refuse(
            imported.getLine(),
            "import of "
                + imported.getTarget()
                + "; a rule imports facts alone: "
                + new TreeSet<>(facts.all().keySet()));
      }
    }
    boolean oneGlobal =
        parsed.getGlobals().size() == 1
            && parsed.getGlobals().get(0).getType().equals(Findings.class.getName())
            && parsed.getGlobals().get(0).getIdentifier().equals("findings");
    if (!oneGlobal) {
      int last = parsed.getGlobals().size() - 1;
      int line = last < 0 ? parsed.getLine() : parsed.getGlobals().get(last).getLine();
      refuse(line, "the one global is: global sixones.finding.Findings findings");
    }
    if (parsed.getRules().isEmpty()) {
      refuse(1, "no check: write rule \"" + id + ": pass\" …");
    }
  }

  private void readCheck(RuleDescr check) {
    if (metadataLine == 0) {
      metadataLine = check.getLine();
      metadata = annotations(check);
    } else if (!check.getAnnotationNames().isEmpty()) {
      refuse(check.getLine(), "metadata stand on the first check alone");
    }
    Matcher name = CHECK.matcher(check.getName());
    if (!name.matches() || !name.group(1).equals(id)) {
      refuse(
          check.getLine(),
          "a check is named "
              + id
              + ": pass, fail, review, incomplete or applies, not "
              + check.getName());
      return;
    }
    boolean first = checks.isEmpty();
    if (checks.stream().anyMatch(other -> other.name().equals(check.getName()))) {
      refuse(check.getLine(), "a second check named " + check.getName() + "; add words: …, again");
    }
    if (!check.getAttributes().isEmpty()) {
      refuse(
          check.getLine(),
          "the attribute " + check.getAttributes().keySet() + "; rules stand alone");
    }
    if (check.getParentName() != null) {
      refuse(check.getLine(), "extends; rules stand alone");
    }
    if (!check.getNamedConsequences().isEmpty()) {
      refuse(check.getLine(), "a named consequence");
    }
    if (name.group(2).equals("applies") && !first) {
      refuse(check.getLine(), "the check that applies is the first");
    }
    Body body = readBody(check, name.group(2), first);
    String named = name.group(3);
    if (named != null && !body.reasons().isEmpty()) {
      refuse(check.getLine(), "a reason in the name and another by because(…)");
    }
    checks.add(
        new Rule.Check(
            check.getName(),
            name.group(2),
            named == null ? body.reasons() : List.of(named.substring(2).replace(' ', '-')),
            body.divisions(),
            body.counterparts(),
            body.concludes(),
            body.when()));
  }

  /**
   * What the condition and the consequence of a check say.
   *
   * @param reasons the possible reasons passed to {@code because(…)}; empty if none
   * @param when null if it was refused
   */
  private record Body(
      List<String> reasons,
      List<String> divisions,
      List<String> counterparts,
      List<String> concludes,
      Condition when) {
    static final Body REFUSED = new Body(List.of(), List.of(), List.of(), List.of(), null);
  }

  /** Parses the condition and consequence of a check. */
  private Body readBody(RuleDescr check, String says, boolean first) {
    ConditionParser condition = new ConditionParser(this, check);
    if (!condition.read()) {
      return Body.REFUSED;
    }
    if (first) {
      kind = condition.kind();
      // The compiler takes the imports of all files of a folder together; a file stands alone.
      if (facts.kind(kind) != null && !imported.contains(CompiledRules.FACTS + kind)) {
        refuse(
            check.getLine(), "matches " + kind + " without import " + CompiledRules.FACTS + kind);
      }
    } else if (!condition.kind().equals(kind)) {
      refuse(check.getLine(), "the checks of a rule look at one kind of fact, here " + kind);
      return Body.REFUSED;
    }
    List<String> examined = metadata.getOrDefault("examines", List.of());
    if (!says.equals("applies") && !condition.looksAtTheDraft()) {
      refuse(check.getLine(), "a check concludes from what the draft says; this one looks at none");
    }
    ConsequenceParser consequence = new ConsequenceParser(this, check, condition, says, examined);
    List<String> reasons = consequence.read();
    return new Body(
        reasons,
        consequence.divisions(),
        consequence.counterparts(),
        consequence.concluded(),
        condition.tree());
  }

  private Map<String, List<String>> annotations(RuleDescr check) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (AnnotationDescr annotation : check.getAnnotations()) {
      String name = annotation.getName();
      if (annotation.isDuplicated()) {
        refuse(check.getLine(), "@" + name + " stands twice");
      }
      if (!METADATA.contains(name) || annotation.getValueMap().size() != 1) {
        refuse(check.getLine(), "@" + name + "; the metadata are " + new TreeSet<>(METADATA));
        continue;
      }
      List<String> values = new ArrayList<>();
      Object value = annotation.getValue();
      for (Object part : value instanceof Object[] list ? List.of(list) : List.of(value)) {
        Matcher quoted = Pattern.compile("\"([^\"]*)\"").matcher(part.toString().strip());
        if (quoted.matches()) {
          values.add(quoted.group(1));
        } else {
          refuse(check.getLine(), "@" + name + " has quoted texts, not " + part);
        }
      }
      found.put(name, values);
    }
    return found;
  }

  private void readMetadata() {
    if (checks.isEmpty() || kind == null) {
      return;
    }
    if (!citations.contains(single("citation"))) {
      refuse(metadataLine, "@citation: citations.yaml has no \"" + single("citation") + "\"");
    }
    try {
      readBlank(Severity.of(single("severity")) == Severity.JUDGED);
    } catch (IllegalArgumentException e) {
      refuse(metadataLine, "@severity: " + e.getMessage());
    }
    try {
      LocalDate from = LocalDate.parse(single("from"));
      if (metadata.containsKey("until") && !LocalDate.parse(single("until")).isAfter(from)) {
        refuse(metadataLine, "@until is after @from: the rule would never be in force");
      }
    } catch (DateTimeException e) {
      refuse(metadataLine, "@from and @until have a day, e.g. \"2022-06-13\"");
    }
    List<String> examines = metadata.getOrDefault("examines", List.of());
    if (examines.isEmpty() || new LinkedHashSet<>(examines).size() != examines.size()) {
      refuse(metadataLine, "@examines names each place the rule judges, once");
    }
    for (String member : examines) {
      FactKind fact = facts.kind(kind);
      if (fact != null && !fact.hasPlace(member)) {
        refuse(metadataLine, "@examines: a bid has no place \"" + member + "\" in " + kind);
      }
    }
    metadata.getOrDefault("reads", List.of()).forEach(id -> reads(id, metadataLine));
    if (checks.stream().allMatch(check -> check.says().equals("applies"))) {
      refuse(metadataLine, "no check concludes anything");
    }
  }

  private void readBlank(boolean judged) {
    if (judged && !BLANKS.contains(single("blank"))) {
      refuse(metadataLine, "@blank: a judged rule says what its blank does: " + BLANKS);
    } else if (!judged && metadata.containsKey("blank")) {
      refuse(metadataLine, "@blank: only a judged rule says what its blank does");
    }
  }

  private String single(String name) {
    List<String> values = metadata.getOrDefault(name, List.of());
    return values.size() == 1 ? values.get(0) : "";
  }

  private Rule rule() {
    return new Rule(
        id,
        requirement,
        Severity.of(single("severity")),
        metadata.containsKey("blank") ? Blank.of(single("blank")) : null,
        single("citation"),
        LocalDate.parse(single("from")),
        metadata.containsKey("until") ? LocalDate.parse(single("until")) : null,
        kind,
        metadata.get("examines"),
        checks.get(0).says().equals("applies"),
        checks,
        List.copyOf(parametersRead));
  }

  /** Returns the kinds of fact that the rule can match. */
  FactKinds facts() {
    return facts;
  }

  /** Returns the ids of the parameters the rule reads as numbers. */
  Set<String> numbers() {
    return numbers;
  }

  /** Returns the ids of the parameters the rule reads as texts. */
  Set<String> texts() {
    return texts;
  }

  /** Returns the members of its kind of fact that the rule reads. */
  Set<String> members() {
    return members;
  }

  /** Records that the rule reads a member of its kind of fact. */
  void member(String name) {
    members.add(name);
  }

  /** Records that the rule reads a parameter. */
  void reads(String parameter, int line) {
    if (parameterIds.contains(parameter)) {
      parametersRead.add(parameter);
    } else {
      refuse(line, "parameters.yaml has no \"" + parameter + "\"");
    }
  }

  private void none(Collection<? extends BaseDescr> list, String what) {
    list.forEach(one -> refuse(one.getLine(), what + "; rules stand alone"));
  }

  void refuse(int line, String reason) {
    reasons.add(path + ":" + Math.max(1, line) + ": " + reason);
  }
}
