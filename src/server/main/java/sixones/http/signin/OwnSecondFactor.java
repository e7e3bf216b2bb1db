package sixones.http.signin;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import sixones.http.Limits;
import sixones.http.SignedIn;
import sixones.people.Caller;
import sixones.people.Person;
import sixones.people.UnfitPerson;
import sixones.people.account.People;
import sixones.people.factor.FactorSecret;
import sixones.people.factor.SecondFactors;

/** Manages a person's own second factor, with the same limits on passwords and codes as sign-in. */
@ApplicationScoped
public class OwnSecondFactor {
  @Inject SecondFactors factors;
  @Inject People people;
  @Inject FailedSignIns failed;

  /** An operation that counts as a failed attempt if it is refused. */
  private interface Attempt<K> {
    K make() throws UnfitPerson;
  }

  /** Like {@link SecondFactors#show}. */
  public SecondFactors.Shown show(
      Person person, UUID session, String code, RoutingContext request) {
    Caller by = SignedIn.caller(request);
    count(person, by.network(), people.isKnown(person.name(), by.network()));
    SecondFactors.Shown shown = factors.show(person, session, code, by);
    if (shown == SecondFactors.Shown.RIGHT) {
      failed.wasRight(by.network(), person.name());
    }
    return shown;
  }

  /** Like {@link SecondFactors#begin}. */
  public FactorSecret begin(Person person, String present, RoutingContext request)
      throws UnfitPerson {
    return tried(person, request, () -> factors.begin(person, present));
  }

  /** Like {@link SecondFactors#confirm}. */
  public List<String> confirm(Person person, UUID session, String code, RoutingContext request)
      throws UnfitPerson {
    return tried(person, request, () -> factors.confirm(person, session, code));
  }

  /** Like {@link SecondFactors#renew}. */
  public List<String> renew(Person person, String present, String code, RoutingContext request)
      throws UnfitPerson {
    return tried(person, request, () -> factors.renew(person, present, code));
  }

  /** Like {@link SecondFactors#remove}. */
  public void remove(
      Person person, UUID session, String present, String code, RoutingContext request)
      throws UnfitPerson {
    tried(
        person,
        request,
        () -> {
          factors.remove(person, session, present, code);
          return null;
        });
  }

  private <K> K tried(Person person, RoutingContext request, Attempt<K> attempt)
      throws UnfitPerson {
    String address = Limits.address(request);
    count(person, address, true);
    K done = attempt.make();
    failed.wasRight(address, person.name());
    return done;
  }

  private void count(Person person, String address, boolean known) {
    Optional<Duration> wait = failed.count(address, person.name(), known);
    if (wait.isPresent()) {
      throw new PasswordProvider.TooManyWrong(wait.get());
    }
  }
}
