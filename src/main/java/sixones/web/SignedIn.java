package sixones.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import sixones.people.Person;

@RequestScoped
class SignedIn {
  @Inject SecurityIdentity identity;

  Person person() {
    return identity.getAttribute("person");
  }
}
