package sixones.people.session;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import sixones.people.Duty;
import sixones.people.Person;
import sixones.people.PersonRow;
import sixones.people.Role;
import sixones.people.SecondFactorRow;

/** The roles whose people need a second factor, and what everybody has to do first for it. */
public record DemandedFactors(Set<Role> roles) {
  /** Each person's own choice. */
  public static final DemandedFactors NONE = new DemandedFactors(Set.of());

  /**
   * Those of a setting.
   *
   * @param ids the ids of roles, with commas between them; perhaps blank
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

  /** What has to be done first in a session, within a transaction. */
  Duty duty(SessionRow session, PersonRow who) {
    if (session.awaitsCode) {
      return Duty.CODE;
    }
    if (who.duty() != Duty.NONE) {
      return who.duty();
    }
    return isOf(who.person()) && !SecondFactorRow.isConfirmed(who.name) ? Duty.FACTOR : Duty.NONE;
  }

  /** What has to be done before a program is heard by name and password, within a transaction. */
  public Duty dutyOfCalls(PersonRow who) {
    return isOf(who.person()) || SecondFactorRow.isConfirmed(who.name) ? Duty.TOKEN : who.duty();
  }
}
