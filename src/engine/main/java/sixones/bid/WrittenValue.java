package sixones.bid;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sixones.bid.Shape.Choice;
import sixones.bid.Shape.Form;
import sixones.bid.Shape.Whole;
import sixones.bid.Shape.YesNo;
import sixones.text.WrittenText;

/**
 * Parses values in the forms people write, such as 2022年6月13日 for 2022-06-13. A value with two
 * readings is not understood. No character table of the JDK is used, so every Java release gives
 * the same result.
 */
public final class WrittenValue {
  /** The maximum length in chars; no value of a bid except free text is longer. */
  private static final int LONGEST = 100;

  private static final String NUMBER = "([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)((?:\\.[0-9]+)?)";
  private static final Pattern AMOUNT = Pattern.compile(NUMBER + " ?(.*)");
  private static final Pattern PERCENTAGE = Pattern.compile("([-+]?)" + NUMBER + "%?");
  private static final Pattern YEAR = Pattern.compile("([1-9][0-9]{0,3})(?:年度?)?");
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:第(?=[0-9]{1,4}届))?(0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,9})[年届家个]?");
  private static final Pattern DAY =
      Pattern.compile(
          "([0-9]{4})(?:年([0-9]{1,2})月([0-9]{1,2})[日号]?"
              + "|([-/.])([0-9]{1,2})\\4([0-9]{1,2})|([0-9]{2})([0-9]{2}))");

  private WrittenValue() {}

  /**
   * Parses a text as a value of a shape.
   *
   * @param labels returns the labels of a choice's word; a boolean has the words true and false
   * @return the value in the form of the contract, or {@link Understood#NOTHING}
   */
  public static Understood of(Shape shape, String text, Function<String, List<String>> labels) {
    if (text.length() > LONGEST) {
      return Understood.NOTHING;
    }
    Understood understood = understood(shape, text, labels);
    boolean isForm = shape instanceof Form form && TextForms.fits(form, text);
    return understood.text() == null && isForm ? Understood.as(text, text) : understood;
  }

  /**
   * Parses a text as a day.
   *
   * @return the day in ISO 8601 form, or {@link Understood#NOTHING}
   */
  public static Understood day(String text) {
    return of(Forms.DAY, text, word -> List.of());
  }

  private static Understood understood(
      Shape shape, String text, Function<String, List<String>> labels) {
    if (shape instanceof Choice choice) {
      return chosen(choice.words(), text, labels);
    }
    if (shape instanceof YesNo) {
      return chosen(List.of("true", "false"), text, labels);
    }
    String plain = WrittenText.plain(text);
    if (shape instanceof Whole whole) {
      return whole(whole, plain, text);
    }
    if (shape == Forms.AMOUNT) {
      return amount(plain, text);
    }
    if (shape == Forms.PERCENTAGE) {
      Matcher number = PERCENTAGE.matcher(plain);
      return number.matches()
          ? fitting(Forms.PERCENTAGE, number.group(1) + digits(number, 2), text)
          : Understood.NOTHING;
    }
    if (shape instanceof Form form && form.kind().equals("decimal")) {
      Matcher number = PERCENTAGE.matcher(plain);
      return number.matches()
          ? fitting(form, number.group(1) + digits(number, 2), text)
          : Understood.NOTHING;
    }
    return shape == Forms.DAY ? day(plain, text) : Understood.NOTHING;
  }

  private static Understood fitting(Form form, String right, String written) {
    return TextForms.fits(form, right) ? Understood.as(right, written) : Understood.NOTHING;
  }

  private static String digits(Matcher number, int group) {
    return number.group(group).replace(",", "") + number.group(group + 1);
  }

  private static Understood amount(String plain, String written) {
    Matcher amount = AMOUNT.matcher(plain);
    if (!amount.matches()) {
      return Understood.NOTHING;
    }
    String unit = amount.group(3);
    if (unit.isEmpty() || MoneyUnit.isOfContract(unit)) {
      return fitting(Forms.AMOUNT, digits(amount, 1), written);
    }
    return MoneyUnit.converted(amount.group(1) + amount.group(2), digits(amount, 1), unit);
  }

  private static Understood whole(Whole shape, String plain, String written) {
    Matcher whole = (shape == Forms.YEAR ? YEAR : WHOLE).matcher(plain);
    if (!whole.matches()) {
      return Understood.NOTHING;
    }
    String digits = whole.group(1).replace(",", "");
    int value = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    return value < shape.least() || value > shape.most()
        ? Understood.NOTHING
        : Understood.as(digits, written);
  }

  private static Understood day(String plain, String written) {
    Matcher day = DAY.matcher(plain);
    if (!day.matches()) {
      return Understood.NOTHING;
    }
    int first = day.group(2) != null ? 2 : day.group(5) != null ? 5 : 7;
    try {
      LocalDate there =
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(first)),
              Integer.parseInt(day.group(first + 1)));
      return fitting(Forms.DAY, there.toString(), written);
    } catch (DateTimeException e) {
      return Understood.NOTHING;
    }
  }

  /** Returns the one word that the text equals or labels; nothing if several words match. */
  private static Understood chosen(
      List<String> words, String text, Function<String, List<String>> labels) {
    if (words.contains(text)) {
      return Understood.as(text, text);
    }
    String sought = bare(text);
    Set<String> found = new LinkedHashSet<>();
    for (String word : words) {
      if (bare(word).equals(sought) || labels.apply(word).stream().anyMatch(is(sought))) {
        found.add(word);
      }
    }
    return found.size() == 1 ? Understood.as(found.iterator().next(), text) : Understood.NOTHING;
  }

  /** Matches a label by its full form, without its final 级, or without its part in brackets. */
  private static Predicate<String> is(String sought) {
    return label -> {
      String whole = bare(label);
      return sought.equals(whole)
          || whole.endsWith("级") && sought.equals(whole.substring(0, whole.length() - 1))
          || whole.indexOf('(') > 0 && sought.equals(whole.replaceAll("\\([^()]*\\)", ""));
    };
  }

  private static String bare(String text) {
    return WrittenText.plain(text).replaceAll("[-_ ']", "");
  }
}
