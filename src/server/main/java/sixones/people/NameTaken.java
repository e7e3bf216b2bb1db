package sixones.people;

/** Thrown when an account of the same name exists. */
public final class NameTaken extends Exception {
  private static final long serialVersionUID = 1;

  public NameTaken(String name) {
    super(name);
  }
}
