package sixones.paper;

/** Thrown when a document is not printed now or at all; nothing was done. */
public final class PaperRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why a document is not printed. */
  public enum Why {
    /** Others are being printed; it can be asked for again. */
    BUSY,
    /** It has more text than is printed. */
    TOO_LARGE
  }

  private final Why why;

  PaperRefused(Why why) {
    super("not printed: " + why, null, false, false);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
