package sixones.people;

/** There is a person of that name already. */
public final class NameTaken extends Exception {
  private static final long serialVersionUID = 1;

  public NameTaken(String name) {
    super(name);
  }
}
