package sixones.pages.form;

/**
 * What is said beside one field.
 *
 * @param tone good, bad, open, calm, read for what a text was understood as, or defect
 * @param word the outcome in words; null for a value that cannot be read
 * @param text what was found; null where the title says enough
 * @param advice what to do; null where nothing is
 * @param address the page of the rule; null for a value that cannot be read
 */
public record Note(
    String tone, String sign, String word, String title, String text, String advice, String address)
    implements Comparable<Note> {

  private int rank() {
    return switch (tone) {
      case "defect" -> 0;
      case "read" -> 1;
      case "bad" -> 2;
      case "open" -> 3;
      case "calm" -> 4;
      default -> 5;
    };
  }

  /** The worst first. */
  @Override
  public int compareTo(Note other) {
    return Integer.compare(rank(), other.rank());
  }
}
