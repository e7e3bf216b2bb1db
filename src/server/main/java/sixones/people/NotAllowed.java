package sixones.people;

import java.util.Arrays;
import java.util.List;

/** An act that is not for people of this role, whatever it is about. */
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Role role;
  private final List<Role> allowed;

  NotAllowed(Role role, Role... allowed) {
    super("not for the role " + role.id());
    this.role = role;
    this.allowed = Arrays.asList(allowed);
  }

  public Role role() {
    return role;
  }

  /** The roles it is for. */
  public List<Role> allowed() {
    return allowed;
  }
}
