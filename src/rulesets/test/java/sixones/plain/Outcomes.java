package sixones.plain;

/** The outcomes by name, and which of two is the worse. */
public final class Outcomes {
  public static final String FAIL = "FAIL";
  public static final String INCOMPLETE = "INCOMPLETE";
  public static final String REVIEW = "REVIEW";
  public static final String PASS = "PASS";
  public static final String INAPPLICABLE = "INAPPLICABLE";

  private Outcomes() {}

  public static String worse(String one, String other) {
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
