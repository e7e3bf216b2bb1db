package sixones.bid;

import sixones.text.Words;

/**
 * What a contract says about one place of a bid.
 *
 * @param kind the kind of value, a word of {@link ContractReader#KINDS}
 * @param shape the shape that the reader accepts
 * @param label what a form calls it; null if it has no label
 * @param hint what helps to fill it in; null for none
 * @param list what a form says about the entries of a list; null for what is no list
 * @param requirement the requirement that the section answers; null for none
 * @param isHidden whether only the applicant and the office may see the value
 * @param reference what the text refers to; null if it refers to nothing
 * @param accepts the parameter with the words that rules accept in place of a free text; null for
 *     none
 */
public record ContractMember(
    String kind,
    Shape shape,
    Words label,
    Words hint,
    ListWords list,
    String requirement,
    boolean isHidden,
    EntryReference reference,
    String accepts) {

  /**
   * What a form says about the entries of a list. Each may be null.
   *
   * @param entry the label of an entry, with the placeholder {@code {number}}
   * @param add the label of the button that adds one
   * @param fresh what is asked for where the entry refers to something that is not there yet
   */
  public record ListWords(Words entry, Words add, Words fresh) {}
}
