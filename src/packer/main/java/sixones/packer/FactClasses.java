package sixones.packer;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kie.memorycompiler.JavaCompilerSettings;
import org.kie.memorycompiler.JavaConfiguration.CompilerType;
import org.kie.memorycompiler.KieMemoryCompiler;
import sixones.fact.DraftNode;
import sixones.fact.Fact;
import sixones.fact.FactMaker;
import sixones.fact.FactMembers;
import sixones.fact.derived.FactMember;
import sixones.fact.kind.FactKind;
import sixones.fact.kind.FactKinds;
import sixones.rule.drools.CompiledRules;

/** Writes the Java classes of the facts that a rule set's contract describes. */
final class FactClasses {
  private static final String PACKAGE =
      CompiledRules.FACTS.substring(0, CompiledRules.FACTS.length() - 1);
  private static final String RELEASE = "17";
  private static final String MADE_OF =
      FactMembers.class.getName()
          + " kind, "
          + DraftNode.class.getName()
          + " stated, java.lang.Object[] values";

  private FactClasses() {}

  /**
   * Writes and compiles the classes.
   *
   * @return the class files by the name of the class
   */
  static SortedMap<String, byte[]> of(FactKinds kinds) {
    Map<String, String> sources = new TreeMap<>();
    for (FactKind kind : kinds.all().values()) {
      sources.put(CompiledRules.FACTS + kind.name(), source(kind));
    }
    sources.put(CompiledRules.MAKER, maker(kinds));
    JavaCompilerSettings settings = new JavaCompilerSettings();
    settings.setSourceVersion(RELEASE);
    settings.setTargetVersion(RELEASE);
    // The compiler of Eclipse writes the same bytes on every Java.
    return new TreeMap<>(
        KieMemoryCompiler.compileNoLoad(
            sources, FactClasses.class.getClassLoader(), settings, CompilerType.ECLIPSE));
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String source(FactKind kind) {
    StringBuilder source = new StringBuilder("package " + PACKAGE + ";\n");
    source.append(
        "public final class " + kind.name() + " extends " + Fact.class.getName() + " {\n");
    source.append("  public " + kind.name() + "(" + MADE_OF + ") {\n");
    source.append("    super(kind, stated, values);\n  }\n");
    for (FactMember member : kind.members().values()) {
      String type = member.type().getName();
      source.append("  public " + type + " " + getter(member.name()) + "() {\n");
      source.append("    return (" + type + ") value(" + member.slot() + ");\n  }\n");
    }
    return source.append("}\n").toString();
  }

  static String getter(String member) {
    return "get" + Character.toUpperCase(member.charAt(0)) + member.substring(1);
  }

  private static String maker(FactKinds kinds) {
    StringBuilder source = new StringBuilder("package " + PACKAGE + ";\n");
    String name = simpleName(CompiledRules.MAKER);
    source.append(
        "public final class " + name + " implements " + FactMaker.class.getName() + " {\n");
    source.append("  public " + Fact.class.getName() + " make(int index, " + MADE_OF + ") {\n");
    source.append("    switch (index) {\n");
    int index = 0;
    for (Map.Entry<String, FactKind> kind : kinds.all().entrySet()) {
      source.append(
          "      case " + index++ + ": return new " + kind.getKey() + "(kind, stated, values);\n");
    }
    source.append(
        "      default: throw new java.lang.IllegalArgumentException(\"kind \" + index);\n");
    return source.append("    }\n  }\n}\n").toString();
  }
}
