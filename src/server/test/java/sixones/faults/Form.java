package sixones.faults;

/** How much is done to the service: a little in every build, much by {@code dev/faults}. */
enum Form {
  SHORT,
  LONG;

  /** As {@code -Dfaults=short} or {@code -Dfaults=long} says. */
  static Form asked() {
    return System.getProperty("faults", "short").equals("long") ? LONG : SHORT;
  }

  /** The one number or the other. */
  int of(int few, int many) {
    return this == LONG ? many : few;
  }
}
