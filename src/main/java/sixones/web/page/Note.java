package sixones.web.page;

/**
 * What is said beside one field.
 *
 * @param tone good, bad, open, calm, or defect
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
      case "bad" -> 1;
      case "open" -> 2;
      case "calm" -> 3;
      default -> 4;
    };
  }

  /** The worst first. */
  @Override
  public int compareTo(Note other) {
    return Integer.compare(rank(), other.rank());
  }
}
