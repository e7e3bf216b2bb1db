package sixones.packer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.internal.builder.conf.ParallelRulesBuildThresholdOption;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;

/** Compiles validated rules to the executable model of Drools. */
final class RuleCompiler {
  private static final String VERSION = "Drools-Model-Version:";

  static {
    // Parallel compilation writes rules in varying order, which would make builds irreproducible.
    System.setProperty(ParallelRulesBuildThresholdOption.PROPERTY_NAME, "-1");
  }

  private final KieFileSystem files = KieServices.get().newKieFileSystem();
  private final SortedMap<String, byte[]> facts;
  private final List<String> models = new ArrayList<>();
  private String engineVersion;

  void add(String path, String drl) {
    // The compiler expects a rule under the path of its package.
    files.write("src/main/resources/" + path.replace('-', '_'), drl);
  }

  /**
   * Creates a compiler.
   *
   * @param facts the class files of the facts that the rules match, by the name of the class
   */
  RuleCompiler(SortedMap<String, byte[]> facts) {
    this.facts = facts;
  }

  /** Finds the classes of facts beside those of the packer, as classes and as files. */
  private static final class WithFacts extends ClassLoader {
    private final SortedMap<String, byte[]> facts;

    WithFacts(SortedMap<String, byte[]> facts) {
      super(RuleCompiler.class.getClassLoader());
      this.facts = facts;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = facts.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected URL findResource(String path) {
      byte[] bytes = facts.get(path.replace('/', '.').replaceFirst("[.]class$", ""));
      try {
        return bytes == null ? null : new URL(null, "fact:" + path, new InMemory(bytes));
      } catch (MalformedURLException e) {
        throw new IllegalStateException("a URL with a handler of its own is well formed", e);
      }
    }
  }

  /** Opens the bytes of one class file. */
  private static final class InMemory extends URLStreamHandler {
    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          // There is nothing to connect to.
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }

  /**
   * Compiles the rules added so far.
   *
   * @return the class files by their path in a bundle
   * @throws BrokenRuleSet if compilation fails; the message has the compiler's errors
   */
  SortedMap<String, byte[]> compile() {
    KieBuilderImpl builder =
        (KieBuilderImpl) KieServices.get().newKieBuilder(files, new WithFacts(facts));
    builder.buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      StringBuilder says = new StringBuilder();
      for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
        says.append(message.getPath()).append(": ").append(message.getText()).append('\n');
      }
      throw new BrokenRuleSet(says.toString().strip());
    }
    InternalKieModule module = (InternalKieModule) builder.getKieModuleIgnoringErrors();
    SortedMap<String, byte[]> classes = new TreeMap<>();
    for (String file : module.getFileNames()) {
      if (file.startsWith("rules/") && file.endsWith(".class")) {
        classes.put(Bundle.CLASSES + file, module.getBytes(file));
      } else if (file.endsWith("/drools-model")) {
        new String(module.getBytes(file), StandardCharsets.UTF_8)
            .lines()
            .sorted()
            .forEach(this::note);
      }
    }
    facts.forEach(
        (name, bytes) -> classes.put(Bundle.CLASSES + name.replace('.', '/') + ".class", bytes));
    return classes;
  }

  private void note(String line) {
    if (line.startsWith(VERSION)) {
      engineVersion = line.substring(VERSION.length());
    } else if (line.startsWith("rules.")) {
      models.add(line);
    }
  }

  /** Returns the version of Drools that compiled the rules. */
  String engineVersion() {
    return engineVersion;
  }

  /** Returns the names of the model classes, one for each package. */
  List<String> models() {
    return models;
  }
}
