package sixones.people;

/** Thrown when the identity provider authenticated somebody who has no access to this service. */
public final class NoPerson extends Exception {
  private static final long serialVersionUID = 1;

  private final String kind;

  public NoPerson(String kind) {
    super(kind);
    this.kind = kind;
  }

  /** Returns the reason: {@code no-role}, {@code two-roles} or {@code no-applicant}. */
  public String kind() {
    return kind;
  }
}
