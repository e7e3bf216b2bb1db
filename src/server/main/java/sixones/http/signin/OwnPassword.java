package sixones.http.signin;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import sixones.http.Limits;
import sixones.people.Person;
import sixones.people.UnfitPerson;
import sixones.people.account.People;

/** Changes a person's own password, with the same limits on attempts as sign-in. */
@ApplicationScoped
public class OwnPassword {
  @Inject People people;
  @Inject FailedSignIns failed;

  /**
   * Replaces the present password.
   *
   * @param session the current session, which stays valid
   */
  public void choose(
      Person person, UUID session, String present, String chosen, RoutingContext request)
      throws UnfitPerson {
    String address = Limits.address(request);
    Optional<Duration> wait = failed.count(address, person.name(), true);
    if (wait.isPresent()) {
      throw new PasswordProvider.TooManyWrong(wait.get());
    }
    if (people.prove(person.name(), present).isPresent()) {
      failed.wasRight(address, person.name());
    }
    people.choose(person, session, present, chosen);
  }
}
