package sixones.pages.form;

/**
 * A note shown beside a field.
 *
 * @param tone {@code good}, {@code bad}, {@code open}, {@code calm}, {@code read} for how a text
 *     was understood, or {@code defect}
 * @param word the outcome in words; null for an unreadable value
 * @param text the rule's message; null if the title is sufficient
 * @param advice what to do; null if nothing
 * @param address the page of the rule; null for an unreadable value
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

  /** Orders notes by severity, worst first. */
  @Override
  public int compareTo(Note other) {
    return Integer.compare(rank(), other.rank());
  }
}
