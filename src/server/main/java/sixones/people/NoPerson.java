package sixones.people;

/** Somebody an identity provider vouches for, who has no place in this programme. */
public final class NoPerson extends Exception {
  private static final long serialVersionUID = 1;

  private final String kind;

  public NoPerson(String kind) {
    super(kind);
    this.kind = kind;
  }

  /** Why: {@code no-role}, {@code two-roles} or {@code no-applicant}. */
  public String kind() {
    return kind;
  }
}
