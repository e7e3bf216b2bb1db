package sixones.people;

import java.util.Arrays;
import java.util.List;

/** Thrown when an operation is not permitted to the person's role. */
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

  /** Returns the roles that may perform the operation. */
  public List<Role> allowed() {
    return allowed;
  }
}
