package sixones;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sixones.bid.Shape;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/**
 * No class of {@code engine} or {@code server} names a rule set, a requirement, a member of a bid
 * or the number of applicants. The names come from the packed rule sets and the contract of a bid;
 * the sources are parsed, not compiled.
 *
 * <p>A name is found as an identifier or a run of words in one ({@code isCityCode}), as a whole
 * string, and as a step of a JSON Pointer, path or key. Not found: prose, names put together at run
 * time, the choices of a member, ids and names of applicants, {@link #ORDINARY} names, comments,
 * templates, message files and SQL.
 */
@InTurns(3)
class ProgrammeNamesTest {
  /** Members whose names any document or operator may use; an entry is needed, or it goes. */
  private static final Set<String> ORDINARY =
      Set.of(
          """
          address amount asOf basis batch body bound byCode call capital category cluster code
          counts county creditCode declarations description edition en enterprise evidence figures
          follows form heads hosts id issuedOn issuer kind level links main measure months name on
          outputs partners period policy position post priority product rank role ruleSet scale
          schema scope sha256 stage standing state statement subject targets title total unit year
          zh"""
              .split("\\s+"));

  private static final Map<String, Set<String>> FOUND = new TreeMap<>();

  @BeforeAll
  static void reads_the_sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("engine", "server")) {
      try (Stream<Path> files = Files.walk(Project.file("src/" + module + "/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      var parser = (JavacTask) compiler.getTask(null, files, null, null, null, units);
      for (CompilationUnitTree unit : parser.parse()) {
        Names names = new Names();
        names.scan(unit, null);
        FOUND.put(type(unit), names.found);
      }
    }
  }

  @Test
  void no_class_names_what_a_programme_demands() {
    Map<String, Set<String>> named = new TreeMap<>();
    FOUND.forEach(
        (type, names) -> {
          Set<String> telling = new TreeSet<>(names);
          telling.removeAll(ORDINARY);
          if (!telling.isEmpty()) {
            named.put(type, telling);
          }
        });

    assertThat(named).as("the next programme has other names").isEmpty();
  }

  @Test
  void every_ordinary_name_is_used() {
    Set<String> used = new TreeSet<>();
    FOUND.values().forEach(used::addAll);

    assertThat(used).as("a name is ordinary if classes use it").containsAll(ORDINARY);
  }

  private static String type(CompilationUnitTree unit) {
    String room = unit.getPackageName().toString().substring("sixones.".length());
    String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
    return room + "." + file.replace(".java", "");
  }

  /** Collects the names of a programme that one source uses. */
  private static final class Names extends TreeScanner<Void, Void> {
    private static final List<RuleSet> SETS = RuleSets.bundled().all();
    private static final Set<String> MEMBERS =
        SETS.stream().flatMap(set -> members(set.contract().whole()).stream()).collect(toSet());
    private static final Set<String> IDS =
        SETS.stream()
            .flatMap(set -> Stream.concat(Stream.of(set.id()), set.requirements().stream()))
            .collect(toSet());
    private static final Set<String> COUNTS =
        SETS.stream().flatMap(set -> written(set.applicants().size())).collect(toSet());
    private static final Map<String, String> BY_WORDS =
        Stream.of(MEMBERS, IDS, COUNTS)
            .flatMap(Set::stream)
            .collect(toMap(Names::words, name -> name, (one, other) -> one));

    final Set<String> found = new TreeSet<>();

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
      String text = String.valueOf(literal.getValue());
      if (MEMBERS.contains(text)) {
        found.add(text);
      } else if (text.startsWith("/")) {
        String first = text.split("/", 3)[1];
        if (SETS.stream().anyMatch(set -> set.contract().whole().members().containsKey(first))) {
          found.add(first);
        }
      }
      for (String step : text.split("[^\\w-]+")) {
        IDS.stream().filter(id -> step.equals(id) || step.startsWith(id + "-")).forEach(found::add);
      }
      for (String count : COUNTS) {
        if (text.matches("(?is)(.*[^0-9.,a-z-])?" + count + "([^0-9.,a-z-].*)?")) {
          found.add(count);
        }
      }
      return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      identifier(type.getSimpleName().toString());
      return super.visitClass(type, none);
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      identifier(method.getName().toString());
      return super.visitMethod(method, none);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      identifier(variable.getName().toString());
      return super.visitVariable(variable, none);
    }

    @Override
    public Void visitIdentifier(IdentifierTree identifier, Void none) {
      identifier(identifier.getName().toString());
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree member, Void none) {
      identifier(member.getIdentifier().toString());
      return super.visitMemberSelect(member, none);
    }

    private void identifier(String identifier) {
      String words = words(identifier);
      BY_WORDS.forEach(
          (wordsOfName, name) -> {
            if (words.contains(wordsOfName)) {
              found.add(name);
            }
          });
    }

    /** The words of a name in lower case and in the singular, with a hyphen around each. */
    private static String words(String name) {
      String[] words = name.split("[-_]|(?<=[a-z0-9])(?=[A-Z])");
      return Arrays.stream(words)
          .map(word -> word.toLowerCase(Locale.ROOT).replaceAll("s$", "") + "-")
          .reduce("-", String::concat);
    }

    private static Stream<String> written(int count) {
      return Stream.concat(
          Stream.of(Integer.toString(count)),
          Stream.of(Locale.ENGLISH, Locale.CHINESE)
              .map(language -> new RuleBasedNumberFormat(language, RuleBasedNumberFormat.SPELLOUT))
              .map(spelt -> spelt.format(count)));
    }

    private static Set<String> members(Shape shape) {
      if (shape instanceof Shape.Entries entries) {
        return members(entries.of());
      }
      Set<String> members = new TreeSet<>();
      if (shape instanceof Shape.Members object) {
        members.addAll(object.members().keySet());
        object.members().values().forEach(member -> members.addAll(members(member)));
      }
      return members;
    }
  }
}
