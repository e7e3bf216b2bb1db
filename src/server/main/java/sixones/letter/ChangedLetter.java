package sixones.letter;

/** Thrown when the kept bytes of a letter are not those that were issued. */
public final class ChangedLetter extends RuntimeException {
  private static final long serialVersionUID = 1;

  ChangedLetter(String detail, Throwable cause) {
    super(detail, cause);
  }
}
