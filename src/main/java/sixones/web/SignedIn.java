package sixones.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import sixones.people.NoPerson;
import sixones.people.Person;
import sixones.people.Session;

/** Who the present request is from. */
@RequestScoped
public class SignedIn {
  static final String PERSON = "person";
  static final String NO_PERSON = "no-person";

  /** What logs name a person by: the number or, with a provider, what stands for the subject. */
  static final String NUMBER = "number";

  @Inject SecurityIdentity identity;

  /**
   * The person who asks.
   *
   * @throws NotSignedIn if nobody is signed in: 401 for a program, the sign-in page for a browser
   * @throws NoPlaceHere if an identity provider knows them, but not as a person of this programme
   */
  public Person person() {
    if (identity.getAttribute(NO_PERSON) instanceof NoPerson reason) {
      throw new NoPlaceHere(reason.kind());
    }
    return personIfAny().orElseThrow(NotSignedIn::new);
  }

  /** The person who asks, if signed in; for pages that are open to everybody. */
  public Optional<Person> personIfAny() {
    return of(identity);
  }

  /** The person an identity stands for, if any. */
  public static Optional<Person> of(SecurityIdentity identity) {
    return Optional.ofNullable(identity.getAttribute(PERSON));
  }

  /** What stands for a person until the end of the request. */
  static SecurityIdentity identity(Session session) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(session.ticket()))
        .addRole(session.person().role().id())
        .addAttribute(PERSON, session.person())
        .addAttribute(NUMBER, Long.toString(session.number()))
        .build();
  }

  /** Nobody is signed in, and somebody has to be. */
  static final class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Somebody is signed in who is no person of this programme. */
  static final class NoPlaceHere extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String kind;

    NoPlaceHere(String kind) {
      super(kind);
      this.kind = kind;
    }

    String kind() {
      return kind;
    }
  }
}
