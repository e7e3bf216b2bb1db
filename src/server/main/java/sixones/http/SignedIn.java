package sixones.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import sixones.people.Caller;
import sixones.people.Duty;
import sixones.people.NoPerson;
import sixones.people.Person;
import sixones.people.Proven;
import sixones.people.session.Session;

/** The person who sent the current request. */
@RequestScoped
public class SignedIn {
  public static final String PERSON = "person";
  public static final String NO_PERSON = "no-person";
  public static final String SESSION = "session";
  public static final String DUTY = "duty";
  public static final String ADMISSION = "admission";
  static final String WRONG_BEFORE = "wrong-before";
  static final String BEYOND = "beyond-its-token";

  /**
   * The attribute that logs identify a person by: the number or, with an identity provider, the key
   * of the subject.
   */
  public static final String NUMBER = "number";

  @Inject SecurityIdentity identity;

  /**
   * Returns the person who sent the request.
   *
   * @throws NotSignedIn if the request is anonymous: 401 for a program, the sign-in page for a
   *     browser
   * @throws NoPlaceHere if the identity provider's user has no access to this service
   * @throws DutyFirst if the person must do something else first
   * @throws BeyondItsToken if a program with a read-only token attempts to write
   */
  public Person person() {
    return personWith(Duty.NONE);
  }

  /** Like {@link #person}, for pages where one of these duties is done. */
  public Person personWith(Duty... done) {
    Person person = anybody();
    if (of(identity, BEYOND, false)) {
      throw new BeyondItsToken();
    }
    Duty duty = duty();
    if (duty != Duty.NONE && !Arrays.asList(done).contains(duty)) {
      throw new DutyFirst(duty);
    }
    return person;
  }

  /** Returns whether the password was verified and the second factor is still awaited. */
  public static boolean awaitsCode(SecurityIdentity identity) {
    return of(identity, DUTY, Duty.NONE) == Duty.CODE;
  }

  /** Returns what the person must do first. */
  public Duty duty() {
    return of(identity, DUTY, Duty.NONE);
  }

  private Person anybody() {
    if (identity.getAttribute(NO_PERSON) instanceof NoPerson reason) {
      throw new NoPlaceHere(reason.kind());
    }
    return personIfAny().orElseThrow(NotSignedIn::new);
  }

  /** Returns the person, if signed in; for pages open to everybody. */
  public Optional<Person> personIfAny() {
    return of(identity);
  }

  /** Returns the person of an identity, if any. */
  public static Optional<Person> of(SecurityIdentity identity) {
    return Optional.ofNullable(identity.getAttribute(PERSON));
  }

  /** Returns the id of the session; empty for a program. */
  public Optional<UUID> session() {
    return Optional.ofNullable(identity.getAttribute(SESSION));
  }

  /** Returns what distinguishes a session from every other; for a program, its person's name. */
  public static String sessionOf(SecurityIdentity identity) {
    UUID session = identity.getAttribute(SESSION);
    return session == null ? identity.getPrincipal().getName() : session.toString();
  }

  /**
   * Returns the number of failed password attempts before the sign-in, unless the person has
   * acknowledged it.
   */
  public static int wrongBefore(SecurityIdentity identity) {
    return of(identity, WRONG_BEFORE, 0);
  }

  private static <K> K of(SecurityIdentity identity, String attribute, K otherwise) {
    K value = identity.getAttribute(attribute);
    return value == null ? otherwise : value;
  }

  /** Returns the security identity of a session until the end of the request. */
  public static SecurityIdentity identity(Session session) {
    // The form mechanism encrypts the principal's name into the cookie, so the name is the ticket.
    return builder(session.proven(), session.ticket())
        .addAttribute(SESSION, session.id())
        .addAttribute(WRONG_BEFORE, session.wrongBefore())
        .build();
  }

  /** Returns the security identity of a person authenticated through a program. */
  public static SecurityIdentity identity(Proven proven) {
    return builder(proven, proven.person().name()).build();
  }

  /** Returns the security identity of a program whose token does not permit the request. */
  public static SecurityIdentity beyondItsToken(Proven proven) {
    return builder(proven, proven.person().name()).addAttribute(BEYOND, true).build();
  }

  private static QuarkusSecurityIdentity.Builder builder(Proven proven, String principal) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(principal))
        .addRole(proven.person().role().id())
        .addAttribute(PERSON, proven.person())
        .addAttribute(DUTY, proven.duty())
        .addAttribute(ADMISSION, proven.admission())
        .addAttribute(NUMBER, proven.number());
  }

  /** Returns the client of a request. */
  public static Caller caller(RoutingContext request) {
    String agent = request.request().getHeader(HttpHeaders.USER_AGENT);
    return new Caller(
        agent == null ? "" : agent.replace("\0", ""),
        RequestAddress.of(request),
        Limits.address(request));
  }

  /** Thrown when the request requires a signed-in person. */
  public static final class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Thrown when a read-only token is used for writing. */
  public static final class BeyondItsToken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Thrown when the person must do something else first. */
  public static final class DutyFirst extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Duty duty;

    DutyFirst(Duty duty) {
      this.duty = duty;
    }

    public Duty duty() {
      return duty;
    }
  }

  /** Thrown when the signed-in user has no access to this service. */
  public static final class NoPlaceHere extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String kind;

    NoPlaceHere(String kind) {
      super(kind);
      this.kind = kind;
    }

    public String kind() {
      return kind;
    }
  }
}
