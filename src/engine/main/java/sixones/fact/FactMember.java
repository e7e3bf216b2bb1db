package sixones.fact;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A member of one kind of fact, found once and read from many facts. */
public final class FactMember {
  private static final MethodType READS = MethodType.methodType(Object.class, Fact.class);
  private final String name;
  private final MethodHandle getter;

  private FactMember(String name, MethodHandle getter) {
    this.name = name;
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
      MethodHandle found = MethodHandles.publicLookup().unreflect(kind.getMethod(getter));
      return new FactMember(name, found.asType(READS));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(kind.getSimpleName() + " has no member " + name, e);
    }
  }

  public String name() {
    return name;
  }

  /** Returns the value of the member; null if it is blank or cannot be told. */
  public Object of(Fact fact) {
    try {
      return getter.invokeExact(fact);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a member of a fact throws no checked exception", e);
    }
  }
}
