package sixones.rule.drools;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.DirectFiringOption;
import sixones.fact.Fact;
import sixones.fact.FactMaker;
import sixones.finding.Findings;
import sixones.rule.BrokenRuleSet;
import sixones.rule.Bundle;
import sixones.rule.Rule;

/** The executable rules of one bundle. The application contains no rule compiler. */
public final class CompiledRules {

  /** A class loader that defines only the classes of one bundle. */
  private static final class Classes extends ClassLoader {
    private final Bundle bundle;

    Classes(Bundle bundle) {
      super(CompiledRules.class.getClassLoader());
      this.bundle = bundle;
    }

    /**
     * Looks for classes of bundles in the bundle alone: none of the application has such a name.
     */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("rules.") && !name.startsWith(FACTS)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      byte[] bytes = bundle.compiled(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** The package of the classes of facts in every bundle. */
  public static final String FACTS = "facts.";

  /** The class of a bundle that creates its facts. */
  public static final String MAKER = FACTS + "Maker";

  private final FactMaker maker;
  private final KieBase rules;
  private final KieSessionConfiguration configuration;
  private volatile KieSessionsPool sessions;

  public CompiledRules(Bundle bundle) {
    Classes classes = new Classes(bundle);
    List<Model> models = new ArrayList<>();
    for (String name : Rule.texts(bundle.manifest().path("models"))) {
      try {
        Class<? extends Model> model = classes.loadClass(name).asSubclass(Model.class);
        models.add(model.getDeclaredConstructor().newInstance());
      } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
        throw new BrokenRuleSet("the compiled rules of " + name + " cannot be loaded", e);
      }
    }
    maker = maker(classes);
    rules = KieBaseBuilder.createKieBaseFromModel(models);
    configuration = KieServices.get().newKieSessionConfiguration();
    // No check waits for the conclusion of another. Sessions stay thread-safe: those that are not
    // share what a firing knows of itself, so that checks of two drafts mix.
    configuration.setOption(DirectFiringOption.YES);
    sessions = rules.newKieSessionsPool(1);
  }

  private static FactMaker maker(Classes classes) {
    try {
      return classes
          .loadClass(MAKER)
          .asSubclass(FactMaker.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw new BrokenRuleSet("the classes of the facts cannot be loaded", e);
    }
  }

  /** Returns what creates the facts that the rules match. */
  public FactMaker maker() {
    return maker;
  }

  /** Returns the names of all compiled checks. */
  public List<String> checks() {
    List<String> names = new ArrayList<>();
    rules.getKiePackages().forEach(p -> p.getRules().forEach(rule -> names.add(rule.getName())));
    return names;
  }

  /**
   * Runs every check on the facts.
   *
   * @param findings receives the conclusions
   */
  public void run(List<Fact> facts, Findings findings) {
    KieSession session = sessions.newKieSession(configuration);
    try {
      session.setGlobal("findings", findings);
      facts.forEach(session::insert);
      session.fireAllRules();
    } catch (RuntimeException | Error e) {
      // What a broken session remembers is nothing to go on with.
      sessions = rules.newKieSessionsPool(1);
      throw e;
    }
    // Emptied, and kept for the next draft: a session is expensive to create.
    session.dispose();
  }
}
