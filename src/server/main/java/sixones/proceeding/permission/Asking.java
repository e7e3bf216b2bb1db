package sixones.proceeding.permission;

import sixones.people.Role;
import sixones.proceeding.Authorities;

/**
 * Who wants to act.
 *
 * @param person her number
 * @param applicant whose bids she hands in; null unless she is an applicant
 * @param onBehalfOf the number of the person she acts for; null if in her own right
 * @param authorities all authorities, at the instant of acting
 */
public record Asking(
    long person, Role role, String applicant, Long onBehalfOf, Authorities authorities) {

  /** Returns whether two who ask are, or act for, one person. */
  boolean sharesPersonWith(long other, Long otherPrincipal) {
    return isOrActsFor(other) || otherPrincipal != null && isOrActsFor(otherPrincipal);
  }

  private boolean isOrActsFor(long other) {
    return person == other || onBehalfOf != null && onBehalfOf == other;
  }
}
