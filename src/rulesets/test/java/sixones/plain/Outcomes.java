package sixones.plain;

/** The outcomes by name, and which of two is the worse. */
final class Outcomes {
  static final String FAIL = "FAIL";
  static final String INCOMPLETE = "INCOMPLETE";
  static final String REVIEW = "REVIEW";
  static final String PASS = "PASS";
  static final String INAPPLICABLE = "INAPPLICABLE";

  private Outcomes() {}

  static String worse(String one, String other) {
    return badness(one) >= badness(other) ? one : other;
  }

  private static int badness(String outcome) {
    return switch (outcome) {
      case FAIL -> 4;
      case INCOMPLETE -> 3;
      case REVIEW -> 2;
      case PASS -> 1;
      default -> 0;
    };
  }
}
