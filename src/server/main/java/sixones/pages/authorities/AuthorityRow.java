package sixones.pages.authorities;

import java.util.List;

/**
 * An authority as the page lists it.
 *
 * @param tone how its state is coloured
 * @param principal for whom the person acts; null if in her own right
 * @param steps who gave, answered and ended it, and when
 * @param answer the form to answer it, or why the reader has none; null if there is nothing to
 *     answer
 * @param end the form to end it; null if it has ended or the reader may not
 */
record AuthorityRow(
    String id,
    String state,
    String tone,
    String person,
    String principal,
    String acts,
    String round,
    String days,
    String document,
    List<String> steps,
    AuthorityRow.Form answer,
    AuthorityRow.Form end) {

  /**
   * A form in a row.
   *
   * @param key the idempotency key of what is sent
   * @param reasons what was typed
   * @param open whether it is shown unfolded
   * @param why why there is no form; null if there is one
   */
  record Form(String key, String reasons, boolean open, String why) {}
}
