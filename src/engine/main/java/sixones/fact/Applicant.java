package sixones.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who may bid under a programme: of a kind, with an id. The id of a division is its code, six
 * digits (GB/T 2260); any other id begins with its kind, as {@code unit:liangjiang} does.
 *
 * @param id at most 57 characters
 * @param en its English name; null for a division that is not listed
 * @param from the first day on which it may bid
 * @param until the first day on which it may no longer bid; null if open-ended
 * @param withdrawn former codes of the division that are no longer in force
 * @param within the code of the division that an applicant lies in that is none; else null
 */
public record Applicant(
    String id,
    String en,
    String zh,
    LocalDate from,
    LocalDate until,
    List<String> withdrawn,
    String within) {
  /** The kind of applicant that is a division. */
  public static final String DIVISION = "division";

  /**
   * How an id is written. No kind is called round: so begins the subject of an evaluation that is
   * about a whole round.
   */
  public static final Pattern ID =
      Pattern.compile("[0-9]{6}|(?!round:)[a-z]{2,16}:[a-z0-9][a-z0-9-]{0,39}");

  /** Creates an applicant that is a division, or lies in none that is known. */
  public Applicant(
      String id, String en, String zh, LocalDate from, LocalDate until, List<String> withdrawn) {
    this(id, en, zh, from, until, withdrawn, null);
  }

  /** Returns whether a text is written as an applicant's id. */
  public static boolean isId(String text) {
    return text != null && ID.matcher(text).matches();
  }

  /** Returns the kind of applicant that an id names. */
  public static String kind(String id) {
    int colon = id.indexOf(':');
    return colon < 0 ? DIVISION : id.substring(0, colon);
  }

  /** Returns the code of the division that it is or lies in; null if none is known. */
  public String division() {
    return kind(id).equals(DIVISION) ? id : within;
  }

  /** Returns whether the applicant is on the roll on a day. */
  public boolean isOn(LocalDate day) {
    return !day.isBefore(from) && !hasLeft(day);
  }

  /** Returns whether the applicant has left the roll on or before a day. */
  public boolean hasLeft(LocalDate day) {
    return until != null && !day.isBefore(until);
  }
}
