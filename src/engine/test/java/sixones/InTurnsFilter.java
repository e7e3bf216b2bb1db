package sixones;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Leaves out the tests whose turn it is not, as {@link InTurns} says. */
public final class InTurnsFilter implements PostDiscoveryFilter {
  @Override
  public FilterResult apply(TestDescriptor test) {
    if (!Share.isNumbered()) {
      return FilterResult.included("all run");
    }
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(source -> goes(source.getJavaClass(), source.getJavaMethod(), Share::turn))
        .filter(goes -> !goes)
        .map(goes -> FilterResult.excluded("another build's turn"))
        .orElse(FilterResult.included("its turn"));
  }

  /**
   * Tells whether a test goes in this build.
   *
   * @param turn whose turn it is, of so many
   */
  static boolean goes(Class<?> of, Method method, IntUnaryOperator turn) {
    Turns turns = Turns.of(method);
    for (Class<?> each = of; turns == null && each != null; each = each.getEnclosingClass()) {
      turns = Turns.of(each);
    }
    return turns == null || turns.goes(of.getName() + '.' + method.getName(), turn);
  }

  /**
   * What {@link InTurns} says, read by its name: Quarkus loads its tests, and the annotation, by a
   * class loader of its own.
   */
  private record Turns(int builds, int[] at) {
    static Turns of(AnnotatedElement element) {
      for (Annotation each : element.getAnnotations()) {
        if (each.annotationType().getName().equals(InTurns.class.getName())) {
          return new Turns((int) value(each, "value"), (int[]) value(each, "at"));
        }
      }
      return null;
    }

    private static Object value(Annotation of, String name) {
      try {
        Method method = of.annotationType().getMethod(name);
        method.setAccessible(true);
        return method.invoke(of);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read " + of, e);
      }
    }

    /** The name, of class and method, spreads tests evenly over the builds. */
    boolean goes(String name, IntUnaryOperator turn) {
      int now = turn.applyAsInt(builds);
      return at.length == 0
          ? Math.floorMod(name.hashCode(), builds) == now
          : Arrays.stream(at).anyMatch(each -> each == now);
    }
  }
}
