package sixones.fact;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Function;

/** A member of one kind of fact, found once and read from many facts. */
public final class FactMember {
  private final Function<Fact, Object> getter;

  private FactMember(Function<Fact, Object> getter) {
    this.getter = getter;
  }

  /**
   * Finds a member.
   *
   * @throws IllegalArgumentException if the kind has no such member
   */
  public static FactMember of(Class<? extends Fact> kind, String name) {
    String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    try {
      return new FactMember(getter(kind, kind.getMethod(getter)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(kind.getSimpleName() + " has no member " + name, e);
    }
  }

  /** Makes a getter a function, which costs no more than a call once it is made. */
  @SuppressWarnings("unchecked")
  private static Function<Fact, Object> getter(Class<? extends Fact> kind, Method method)
      throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle getter = lookup.unreflect(method);
    try {
      return (Function<Fact, Object>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  getter,
                  MethodType.methodType(
                      MethodType.methodType(method.getReturnType()).wrap().returnType(), kind))
              .getTarget()
              .invoke();
    } catch (Error | RuntimeException | ReflectiveOperationException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalArgumentException(method + " cannot be called", e);
    }
  }

  /** Returns the value of the member; null if it is blank or cannot be told. */
  public Object of(Fact fact) {
    return getter.apply(fact);
  }
}
