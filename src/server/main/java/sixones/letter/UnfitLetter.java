package sixones.letter;

import java.util.List;
import sixones.round.Fault;

/** Thrown when a letter cannot be issued because of what its texts hold; nothing was done. */
public final class UnfitLetter extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Fault> faults;

  UnfitLetter(List<Fault> faults) {
    super("a letter with " + faults.size() + " faults", null, false, false);
    this.faults = faults;
  }

  /**
   * Returns what is wrong, with pointers into the letter's JSON; {@link LetterWords#fault} says it
   * in words.
   */
  public List<Fault> faults() {
    return faults;
  }
}
