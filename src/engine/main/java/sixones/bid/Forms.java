package sixones.bid;

import java.util.List;
import java.util.stream.IntStream;
import sixones.bid.Shape.Form;
import sixones.bid.Shape.Whole;
import sixones.text.WhiteSpace;

/** The forms of text and number that every contract can use. */
final class Forms {
  private static final String SPACE = WhiteSpace.ANY;
  private static final String DIGIT = "[0-9\uFF10-\uFF19]";
  private static final String POINT = "[.\uFF0E]";
  private static final String SIGN = "[-\uFF0D+\uFF0B]?";

  /** The most digits after the point of a number. */
  static final int MOST_PLACES = 6;

  static final Form TEXT = text(Shape.MOST_CHARACTERS);
  static final Form AMOUNT =
      new Form(
          "amount",
          SPACE + decimal(2),
          "An amount in 100 million yuan (亿元).",
          Shape.MOST_CHARACTERS);
  static final Form PERCENTAGE =
      new Form("percentage", SPACE + SIGN + decimal(2), "A percentage.", Shape.MOST_CHARACTERS);
  static final Form DAY =
      new Form(
          "day",
          SPACE + DayPattern.DAY + SPACE,
          "A day from 1900 to 2100, ISO 8601.",
          Shape.MOST_CHARACTERS);
  static final Form DIVISION =
      new Form(
          "division",
          SPACE + "[1-9\uFF11-\uFF19]" + DIGIT + "{5}" + SPACE,
          "An administrative division by GB/T 2260, six digits.",
          Shape.MOST_CHARACTERS);

  /** A division's code, or an id such as {@code unit:liangjiang}. */
  static final Form APPLICANT =
      new Form(
          "applicant",
          SPACE
              + "([1-9\uFF11-\uFF19]"
              + DIGIT
              + "{5}|[a-z]{2,16}:[a-z0-9][a-z0-9-]{0,39})"
              + SPACE,
          "An administrative division by GB/T 2260, six digits, or an id of another applicant.",
          Shape.MOST_CHARACTERS);

  static final Form SHA_256 =
      new Form(
          "sha256",
          "[0-9a-fA-F]{64}",
          "The SHA-256 of the document, 64 hex digits.",
          Shape.MOST_CHARACTERS);
  private static final List<Form> DECIMALS =
      IntStream.rangeClosed(0, MOST_PLACES).mapToObj(Forms::decimals).toList();
  static final Whole YEAR = new Whole("year", 1900, 2100);

  private Forms() {}

  /** Returns free text of a maximum length, in code points. */
  static Form text(int most) {
    return new Form("text", null, null, most);
  }

  /** Returns the form of a contract's name, which stands in the member of kind {@code schema}. */
  static Form schema(String name) {
    return new Form("schema", name, "The edition of this contract.", Shape.MOST_CHARACTERS);
  }

  /**
   * Returns the form of a number without unit.
   *
   * @param places the most digits after the point, 0 to 6
   */
  static Form number(int places) {
    return DECIMALS.get(places);
  }

  /** Returns how many digits after the point a form of {@link #number} takes. */
  static int places(Form number) {
    return DECIMALS.indexOf(number);
  }

  private static Form decimals(int places) {
    return new Form(
        "decimal",
        SPACE + SIGN + decimal(places),
        "A number with at most " + places + " decimals.",
        Shape.MOST_CHARACTERS);
  }

  private static String decimal(int places) {
    String fraction = places == 0 ? "" : "(" + POINT + DIGIT + "{1," + places + "})?";
    return DIGIT + "{1,12}" + fraction + SPACE;
  }
}
