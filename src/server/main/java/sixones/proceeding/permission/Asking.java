package sixones.proceeding.permission;

import java.util.stream.Stream;
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

  /** Returns the ways she may ask: in her own right, and for each who let her act for them. */
  public Stream<Asking> whose() {
    return Stream.concat(
        Stream.of(this),
        authorities.all().stream()
            .map(Authorities.Given::authority)
            .filter(given -> given.person() == person && given.principal() != null)
            .map(given -> new Asking(person, role, null, given.principal(), authorities)));
  }

  /** Returns whether two who ask are, or act for, one person. */
  boolean sharesPersonWith(long other, Long otherPrincipal) {
    return isOrActsFor(other) || otherPrincipal != null && isOrActsFor(otherPrincipal);
  }

  private boolean isOrActsFor(long other) {
    return person == other || onBehalfOf != null && onBehalfOf == other;
  }
}
