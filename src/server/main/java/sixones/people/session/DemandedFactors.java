package sixones.people.session;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import sixones.people.Duty;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Role;
import sixones.people.SecondFactorRow;

/** The roles that require a second factor, and the duties that follow. */
public record DemandedFactors(Set<Role> roles) {
  /** No role requires a second factor; each person may choose one. */
  public static final DemandedFactors NONE = new DemandedFactors(Set.of());

  /**
   * Parses the setting.
   *
   * @param ids role ids separated by commas; may be blank
   * @return empty if one of them is no role
   */
  public static Optional<DemandedFactors> read(String ids) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String id : ids.isBlank() ? new String[0] : ids.split(",", -1)) {
      Optional<Role> role = Role.of(id.strip());
      if (role.isEmpty()) {
        return Optional.empty();
      }
      roles.add(role.get());
    }
    return Optional.of(new DemandedFactors(roles));
  }

  public boolean isOf(Person person) {
    return roles.contains(person.role());
  }

  /** Returns the duty in a session; requires a transaction. */
  Duty duty(SessionRow session, PersonRow who) {
    if (session.awaitsCode) {
      return Duty.CODE;
    }
    if (who.duty() != Duty.NONE) {
      return who.duty();
    }
    return isOf(who.person()) && !SecondFactorRow.isConfirmed(who.name) ? Duty.FACTOR : Duty.NONE;
  }

  /** Returns the duty of a program that sends name and password; requires a transaction. */
  public Duty dutyOfCalls(PersonRow who) {
    return isOf(who.person()) || SecondFactorRow.isConfirmed(who.name) ? Duty.TOKEN : who.duty();
  }
}
