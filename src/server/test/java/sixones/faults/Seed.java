package sixones.faults;

import java.util.Random;

/** The one source of chance of a run, printed so that the run can be made again. */
final class Seed {
  private Seed() {}

  static Random random() {
    long seed = Long.getLong("faults.seed", new Random().nextLong());
    System.out.println("faults: seed " + seed + ", the same again by -Dfaults.seed=" + seed);
    return new Random(seed);
  }
}
