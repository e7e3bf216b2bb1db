package sixones.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import sixones.text.Words;

/**
 * What letters are made of, as plain records: nothing of them is looked up or decided here. A text
 * needs at least one language; the letter in the other language marks it as the original.
 */
public final class LetterFacts {
  private LetterFacts() {}

  /**
   * The bid a letter is about.
   *
   * @param round the title of the round
   * @param applicant the name of the addressee
   * @param id the id of the applicant
   * @param number the submission number
   * @param digest SHA-256 of the bid, in hexadecimal
   */
  public record Subject(
      Words round,
      Words applicant,
      String id,
      String number,
      int version,
      Instant receivedAt,
      String digest) {}

  /**
   * Whom to ask.
   *
   * @param office null if it is not known
   * @param person null for none
   * @param telephone null for none
   * @param address null for none
   */
  public record Contact(Words office, Words person, String telephone, Words address) {}

  /**
   * A place of the bid.
   *
   * @param pointer a JSON Pointer, or a pattern of them
   * @param label what the form calls it
   */
  public record Place(String pointer, Words label) {}

  /**
   * A cited passage.
   *
   * @param address where it can be read; null if nowhere on the web
   */
  public record Cited(Words gist, Words source, String address) {}

  /** What is wrong with a place. */
  public enum Lack {
    MISSING,
    WRONG,
    UNCLEAR,
    UNPROVEN
  }

  /**
   * One item of a correction notice.
   *
   * @param n its number in the notice, from 1
   * @param requirement the id of the requirement; null for none
   * @param rule the id of the rule; null if an officer added the item
   * @param found null if an officer asks without a finding
   * @param cited null if the office asks on its own account
   * @param mend null if nothing is said about it
   */
  public record Item(
      int n,
      Lack lack,
      Words title,
      String requirement,
      String rule,
      List<Place> places,
      Words found,
      Words asked,
      Cited cited,
      Words mend,
      List<Place> mayChange) {}

  /** What a term is counted in. */
  public enum Unit {
    DAY,
    WORKING_DAY
  }

  /** Whether the day a term starts on is its first day. */
  public enum FirstDay {
    SAME,
    NEXT
  }

  /**
   * A day of a term.
   *
   * @param count which day of the term it is; null if it does not count
   * @param note why it does not count, or counts though it is a weekend; null for nothing
   */
  public record Day(LocalDate date, Integer count, Words note) {}

  /**
   * A term with its counting.
   *
   * @param due the first instant after the term
   */
  public record Term(
      LocalDate start, int amount, Unit unit, FirstDay firstDay, Instant due, List<Day> days) {}

  /** What follows if nothing is corrected in time. */
  public enum Silence {
    /** The bid is decided as it is. */
    DECIDE,
    /** The bid counts as given up. */
    GIVE_UP
  }

  /** What a requirement is concluded as. */
  public enum State {
    MET,
    NOT_MET,
    OPEN
  }

  /**
   * The conclusion on a requirement.
   *
   * @param determinations how many determinations of officers count in it
   */
  public record Requirement(Words title, State state, int determinations) {}

  /**
   * What was examined.
   *
   * @param lookedAt parts of the bid and documents
   */
  public record Review(List<Words> lookedAt, List<Requirement> requirements) {}

  /** Whether a ground was told before. */
  public enum Notified {
    /** In a notice. */
    NOTICE,
    /** Not, since no correction can resolve it. */
    NOT_MENDABLE,
    /** Not, though it could have been. */
    LATE
  }

  /**
   * How a ground was told.
   *
   * @param day the day of the notice; null without a notice
   * @param number the number the office gave to the notice; null for none
   * @param item the number of the item; null without a notice
   * @param reasons why it was not told; null with a notice
   */
  public record Told(Notified how, LocalDate day, String number, Integer item, Words reasons) {}

  /**
   * A ground of refusal.
   *
   * @param rule the id of the rule; null if it rests on none
   * @param answer what the applicant answered; null if nothing, or if nothing was asked
   */
  public record Ground(
      int n,
      Words title,
      String requirement,
      String rule,
      List<Place> places,
      Words found,
      Cited cited,
      Told told,
      Words answer) {}

  /** What a rule or an officer can establish. */
  public enum Established {
    PASS,
    FAIL,
    INCOMPLETE,
    REVIEW
  }

  /**
   * A determination that counts in the conclusion.
   *
   * @param reason the code of the reason, such as {@code judged-on-merits}; words have a sentence
   *     for each
   * @param cited the passages it rests on
   * @param examined the documents it rests on
   */
  public record Determination(
      Words title,
      String rule,
      List<Place> places,
      Established from,
      Established to,
      String reason,
      Words reasons,
      List<Cited> cited,
      List<Words> examined) {}

  /**
   * What officers made of a judged rule.
   *
   * @param to PASS or FAIL; null if nobody judged it
   * @param reasons null if nobody judged it
   */
  public record Judgement(Words title, String rule, Established to, Words reasons) {}

  /** An issue that is open though the bid is accepted. */
  public record Despite(Words title, String rule, Words reasons) {}

  /**
   * The decision of the leaders, as the minutes have it.
   *
   * @param reasons null if none are given
   */
  public record Leaders(Words body, LocalDate day, String minutes, Words reasons) {}

  /**
   * A correction notice that was sent.
   *
   * @param number the number the office gave to it; null for none
   * @param due the first instant after its term
   * @param items how many items it had
   */
  public record Notice(LocalDate day, String number, Instant due, int items) {}
}
