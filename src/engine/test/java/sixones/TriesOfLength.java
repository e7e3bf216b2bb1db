package sixones;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * In the short form of the tests a property is tried an eighth as often as it says: each build
 * tries other values, and many builds are run.
 */
public final class TriesOfLength implements AroundPropertyHook {
  private static final int SHARE = 8;
  private static final int UNLESS_SAID = 1_000;

  /** With so few, all are tried. */
  private static final int FEW = 50;

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    PropertyAttributes attributes = context.attributes();
    attributes.setTries(inLength(attributes.tries().orElse(UNLESS_SAID)));
    return property.execute();
  }

  private static int inLength(int tries) {
    return Length.of(Math.max(tries / SHARE, Math.min(tries, FEW)), tries);
  }

  /** Before all others, which may have looked at them. */
  @Override
  public int aroundPropertyProximity() {
    return -100;
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }
}
