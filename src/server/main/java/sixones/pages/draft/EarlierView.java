package sixones.pages.draft;

import java.util.List;
import sixones.pages.change.FieldChange;

/**
 * The earlier savings of a draft as their templates render them.
 *
 * @param savings the last kept first
 */
record EarlierView(List<Saving> savings) {
  /**
   * One earlier saving.
   *
   * @param at when its text was saved, in words
   * @param why why it was kept, in words
   * @param changed what it changed of the saving before it; empty if it is the oldest, or cannot be
   *     compared
   * @param more how many more places it changed
   * @param isPresent whether the draft holds this very text now
   */
  record Saving(
      int number,
      String at,
      String by,
      String why,
      List<String> changed,
      int more,
      boolean isPresent) {}

  /**
   * One earlier saving with its content.
   *
   * @param text its text, if it cannot be read as a form; otherwise null
   * @param values what it states, if it can be
   * @param changes what taking it back would change; empty if that cannot be compared
   */
  record Look(Saving saving, String text, List<FieldChange> values, List<FieldChange> changes) {}
}
