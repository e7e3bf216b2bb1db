package sixones.proceeding.permission;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.Power;

/**
 * Decides who may give, confirm and end authorities. The first need no authority to be confirmed:
 * two officers confirm each other.
 */
public final class AuthorityPolicy {
  private AuthorityPolicy() {}

  /**
   * Returns why somebody may not act in the ledger of authorities; empty if she may.
   *
   * @param beneficiary the role of the person an authority is for; null if there is none such
   */
  public static Optional<Refusal> mayAct(Asking asking, ActBody body, Role beneficiary) {
    boolean isOffice = asking.role() == Role.OFFICER || asking.role() == Role.ADMIN;
    if (!isOffice || asking.onBehalfOf() != null) {
      return Optional.of(Refusal.forbidden("no-authority"));
    }
    if (body instanceof ActBody.GiveAuthority given) {
      return giving(asking, given, beneficiary);
    }
    if (body instanceof ActBody.Confirm confirm) {
      return confirming(asking, confirm);
    }
    if (body instanceof ActBody.EndAuthority end) {
      Optional<Authorities.Given> of = asking.authorities().find(end.of());
      if (of.isEmpty()) {
        return Optional.of(Refusal.notThere());
      }
      return of.get().endedAt() == null
          ? Optional.empty()
          : Optional.of(Refusal.conflict("ended", Map.of()));
    }
    return Optional.of(Refusal.forbidden("no-authority"));
  }

  private static Optional<Refusal> giving(
      Asking asking, ActBody.GiveAuthority given, Role beneficiary) {
    if (beneficiary != Role.OFFICER) {
      return Optional.of(Refusal.conflict("no-officer", Map.of()));
    }
    if (given.principal() == null) {
      return Optional.empty();
    }
    if (given.principal() != asking.person()) {
      return Optional.of(Refusal.forbidden("not-yours"));
    }
    if (given.principal() == given.person()) {
      return Optional.of(Refusal.forbidden("same-person"));
    }
    return delegable(asking.authorities(), given);
  }

  /** Only what a person may do in her own right can be done for her. */
  private static Optional<Refusal> delegable(Authorities authorities, ActBody.GiveAuthority given) {
    for (Power power : given.powers()) {
      if (!isOwn(authorities, given.principal(), power, given.round())) {
        return Optional.of(Refusal.forbidden("delegate"));
      }
    }
    return Optional.empty();
  }

  private static boolean isOwn(Authorities authorities, long person, Power power, UUID round) {
    return authorities.own(person, power, round).isPresent();
  }

  private static Optional<Refusal> confirming(Asking asking, ActBody.Confirm confirm) {
    if (asking.role() != Role.OFFICER) {
      return Optional.of(Refusal.forbidden("no-authority"));
    }
    Optional<Authorities.Given> of = asking.authorities().find(confirm.of());
    if (of.isEmpty()) {
      return Optional.of(Refusal.notThere());
    }
    Authorities.Given given = of.get();
    if (given.answer() != null || given.endedAt() != null) {
      return Optional.of(Refusal.conflict("not-pending", Map.of()));
    }
    long beneficiary = given.authority().person();
    return asking.sharesPersonWith(given.given().by(), given.authority().principal())
            || asking.person() == beneficiary
        ? Optional.of(Refusal.forbidden("same-person"))
        : Optional.empty();
  }
}
