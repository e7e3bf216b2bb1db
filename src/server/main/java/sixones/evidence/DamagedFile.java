package sixones.evidence;

/** Thrown when a file that is on record is not on disk as it was kept; it is never served. */
public final class DamagedFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String digest;
  private final String place;
  private final boolean missing;

  DamagedFile(String digest, String place, boolean missing) {
    super(place + (missing ? " is missing" : " was changed"));
    this.digest = digest;
    this.place = place;
    this.missing = missing;
  }

  public String digest() {
    return digest;
  }

  /** Returns the path below the data folder. */
  public String place() {
    return place;
  }

  /** Returns whether the file is missing; otherwise its bytes are not those of its digest. */
  public boolean isMissing() {
    return missing;
  }
}
