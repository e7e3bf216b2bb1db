package sixones.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sixones.answer.DefectsDocument;
import sixones.answer.DraftDescription;
import sixones.answer.NoRuleDocument;
import sixones.bid.Draft;
import sixones.bid.UnreadableDraft;
import sixones.door.Evaluator;
import sixones.finding.Focus;
import sixones.rule.BrokenRuleSet;
import sixones.ruleset.NoRuleInForce;
import sixones.ruleset.RuleSet;

/**
 * An engine with one bundle, behind its door. Only types of the JDK pass the door, whose class may
 * be one of another release.
 */
public final class PinnedEvaluator {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Draft.Format, String> FORMATS =
      Map.of(Draft.Format.JSON, "json", Draft.Format.YAML, "yaml");

  private final Object door;
  private final Method describe;
  private final Method evaluate;
  private final Method explain;
  private final Method explainAsked;

  private PinnedEvaluator(Object door) throws NoSuchMethodException {
    this.door = door;
    describe = door.getClass().getMethod("describe", byte[].class, String.class, String.class);
    evaluate =
        door.getClass()
            .getMethod("evaluate", byte[].class, String.class, String.class, String.class);
    explain = explainOf(door.getClass(), byte[].class, String.class, String.class, String.class);
    explainAsked =
        explainOf(
            door.getClass(),
            byte[].class,
            String.class,
            String.class,
            String.class,
            String.class,
            String.class,
            int.class);
  }

  /** An engine that was made before it could explain, or be asked for less, has no such method. */
  private static Method explainOf(Class<?> door, Class<?>... parameters) {
    try {
      return door.getMethod("explain", parameters);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** Opens the door of the application's own engine. */
  static PinnedEvaluator present(RuleSet rules) {
    try {
      return new PinnedEvaluator(new Evaluator(rules));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("the door has what it is called by", e);
    }
  }

  /**
   * Opens the door of an engine with classes of its own.
   *
   * @throws BrokenRuleSet if it has none, or cannot open the bundle
   */
  static PinnedEvaluator in(ClassLoader classes, byte[] bundle) {
    try {
      Class<?> door = classes.loadClass(Evaluator.class.getName());
      Object opened =
          within(classes, () -> door.getConstructor(byte[].class).newInstance((Object) bundle));
      return new PinnedEvaluator(opened);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new BrokenRuleSet("the door of a pinned engine does not open", e);
    }
  }

  /**
   * Reads a draft that must fit the contract of this engine in full.
   *
   * @throws UnreadableDraft if it does not; lists every defect
   */
  public DraftDescription describe(byte[] draft, Draft.Format format) throws UnreadableDraft {
    return describe(draft, format, Evaluator.STRICT);
  }

  /**
   * Reads the places of a draft that can be read.
   *
   * @throws UnreadableDraft if it cannot be read even in part; lists every defect
   */
  public DraftDescription describePartly(byte[] draft, Draft.Format format) throws UnreadableDraft {
    return describe(draft, format, Evaluator.PARTIAL);
  }

  private DraftDescription describe(byte[] draft, Draft.Format format, String reading)
      throws UnreadableDraft {
    JsonNode root = parse(call(describe, draft, FORMATS.get(format), reading));
    throwIfUnreadable(root);
    return DraftDescription.read(root);
  }

  /**
   * Evaluates a draft that must fit the contract of this engine in full.
   *
   * @return the answer
   * @throws UnreadableDraft if it does not fit; lists every defect
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public byte[] evaluate(byte[] draft, Draft.Format format, LocalDate day)
      throws UnreadableDraft, NoRuleInForce {
    return answer(evaluate, draft, format, Evaluator.STRICT, day);
  }

  /**
   * Evaluates a draft that must fit the contract of this engine in full, and explains the answer.
   *
   * @return the explanation, of everything if the engine was made before it could be asked for
   *     less; empty if it was made before it could explain
   * @throws UnreadableDraft if it does not fit; lists every defect
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public Optional<byte[]> explain(byte[] draft, Draft.Format format, LocalDate day, Focus focus)
      throws UnreadableDraft, NoRuleInForce {
    return explanation(draft, format, Evaluator.STRICT, day, focus);
  }

  /**
   * Evaluates the places of a draft that can be read, and explains the answer.
   *
   * @return the explanation as {@link #explain} returns it
   * @throws UnreadableDraft if it cannot be read even in part; lists every defect
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public Optional<byte[]> explainPartly(
      byte[] draft, Draft.Format format, LocalDate day, Focus focus)
      throws UnreadableDraft, NoRuleInForce {
    return explanation(draft, format, Evaluator.PARTIAL, day, focus);
  }

  private Optional<byte[]> explanation(
      byte[] draft, Draft.Format format, String reading, LocalDate day, Focus focus)
      throws UnreadableDraft, NoRuleInForce {
    if (explain == null) {
      return Optional.empty();
    }
    return Optional.of(
        explainAsked == null
            ? answer(explain, draft, format, reading, day)
            : answer(
                explainAsked,
                draft,
                format,
                reading,
                day,
                focus.rule(),
                focus.pointer(),
                focus.others()));
  }

  /**
   * Evaluates the places of a draft that can be read.
   *
   * @return the answer, which lists the defects of the others
   * @throws UnreadableDraft if it cannot be read even in part; lists every defect
   * @throws NoRuleInForce if no rule is in force on the day
   */
  public byte[] evaluatePartly(byte[] draft, Draft.Format format, LocalDate day)
      throws UnreadableDraft, NoRuleInForce {
    return answer(evaluate, draft, format, Evaluator.PARTIAL, day);
  }

  private byte[] answer(
      Method method,
      byte[] draft,
      Draft.Format format,
      String reading,
      LocalDate day,
      Object... asked)
      throws UnreadableDraft, NoRuleInForce {
    List<Object> arguments =
        new ArrayList<>(List.of(draft, FORMATS.get(format), reading, day.toString()));
    arguments.addAll(Arrays.asList(asked));
    byte[] document = call(method, arguments.toArray());
    JsonNode root = parse(document);
    throwIfUnreadable(root);
    if (root.path("format").asText().equals(NoRuleDocument.FORMAT)) {
      throw NoRuleDocument.read(root);
    }
    return document;
  }

  private static void throwIfUnreadable(JsonNode root) throws UnreadableDraft {
    if (root.path("format").asText().equals(DefectsDocument.FORMAT)) {
      throw new UnreadableDraft(DefectsDocument.defects(root));
    }
  }

  private byte[] call(Method method, Object... arguments) {
    try {
      return (byte[])
          within(door.getClass().getClassLoader(), () -> method.invoke(door, arguments));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof BrokenRuleSet broken) {
        throw broken;
      }
      throw new IllegalStateException("the engine failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the door has what it is called by", e);
    }
  }

  private interface Work {
    Object run() throws ReflectiveOperationException;
  }

  /** Libraries of an engine look for their parts by the loader of the thread. */
  private static Object within(ClassLoader classes, Work work) throws ReflectiveOperationException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classes);
    try {
      return work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static JsonNode parse(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new IllegalStateException("an engine answers in JSON", e);
    }
  }
}
