package sixones.pages.authorities;

import java.util.List;
import java.util.Map;
import sixones.pages.frame.Option;

/**
 * The form to give an authority, or to let another act for oneself.
 *
 * @param act which of the two
 * @param sent what was typed, by field
 * @param faults what is wrong with it, by field
 */
record AuthorityForm(
    String act,
    String key,
    List<Option> people,
    List<Option> powers,
    List<Option> rounds,
    Map<String, String> sent,
    Map<String, String> faults) {

  /** Returns what was typed into a field. */
  public String typed(String field) {
    return sent.getOrDefault(field, "");
  }

  /** Returns what is wrong with a field; null if nothing is. */
  public String fault(String field) {
    return faults.get(field);
  }
}
