package sixones.plain;

/**
 * How carefully a generated bid is filled in: how many of a hundred members are left blank, and how
 * many of a hundred choices are simply the expected one.
 */
public enum Care {
  CAREFUL(1, 85),
  ORDINARY(12, 40),
  CARELESS(40, 0);

  public final int blanks;
  public final int expected;

  Care(int blanks, int expected) {
    this.blanks = blanks;
    this.expected = expected;
  }
}
