package sixones.pages.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import sixones.http.SignedIn;
import sixones.http.signin.SignInMode;
import sixones.people.Person;
import sixones.people.Role;

/** Who changes the people of the embedded user table. */
@ApplicationScoped
class Administrator {
  @Inject SignedIn signedIn;
  @Inject SignInMode mode;

  /**
   * Returns the administrator who asks.
   *
   * @throws NotFoundException if an identity provider has the people
   */
  Person asking() {
    Person admin = signedIn.person();
    admin.mustBe(Role.ADMIN);
    if (mode.isByProvider()) {
      throw new NotFoundException();
    }
    return admin;
  }
}
