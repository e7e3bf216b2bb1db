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

/** Who the present request is from. */
@RequestScoped
public class SignedIn {
  public static final String PERSON = "person";
  public static final String NO_PERSON = "no-person";
  public static final String SESSION = "session";
  public static final String DUTY = "duty";
  public static final String ADMISSION = "admission";
  static final String WRONG_BEFORE = "wrong-before";
  static final String BEYOND = "beyond-its-token";

  /** What logs name a person by: the number or, with a provider, what stands for the subject. */
  public static final String NUMBER = "number";

  @Inject SecurityIdentity identity;

  /**
   * The person who asks.
   *
   * @throws NotSignedIn if nobody is signed in: 401 for a program, the sign-in page for a browser
   * @throws NoPlaceHere if an identity provider knows them, but not as a person of this programme
   * @throws DutyFirst if they have to do something else before anything
   * @throws BeyondItsToken if a program brings a token for reading and does more
   */
  public Person person() {
    return personWith(Duty.NONE);
  }

  /** As {@link #person}, also for who comes to do one of these duties. */
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

  /** Whether somebody has shown the password, and has a second factor to show yet. */
  public static boolean awaitsCode(SecurityIdentity identity) {
    return of(identity, DUTY, Duty.NONE) == Duty.CODE;
  }

  /** What the person who asks has to do first. */
  public Duty duty() {
    return of(identity, DUTY, Duty.NONE);
  }

  private Person anybody() {
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

  /** What the session of the person who asks is called by; empty for a program. */
  public Optional<UUID> session() {
    return Optional.ofNullable(identity.getAttribute(SESSION));
  }

  /** What tells a session from every other; a call by a program has its person's name. */
  public static String sessionOf(SecurityIdentity identity) {
    UUID session = identity.getAttribute(SESSION);
    return session == null ? identity.getPrincipal().getName() : session.toString();
  }

  /** How many wrong passwords there were before somebody signed in, unless they have read it. */
  public static int wrongBefore(SecurityIdentity identity) {
    return of(identity, WRONG_BEFORE, 0);
  }

  private static <K> K of(SecurityIdentity identity, String attribute, K otherwise) {
    K value = identity.getAttribute(attribute);
    return value == null ? otherwise : value;
  }

  /** What stands for a person with a session until the end of the request. */
  public static SecurityIdentity identity(Session session) {
    // The mechanism of forms seals the name of the principal into the cookie.
    return builder(session.proven(), session.ticket())
        .addAttribute(SESSION, session.id())
        .addAttribute(WRONG_BEFORE, session.wrongBefore())
        .build();
  }

  /** What stands for a person who asks by a program. */
  public static SecurityIdentity identity(Proven proven) {
    return builder(proven, proven.person().name()).build();
  }

  /** What stands for a person whose program does more than its token is for. */
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

  /** By what a request comes. */
  public static Caller caller(RoutingContext request) {
    String agent = request.request().getHeader(HttpHeaders.USER_AGENT);
    return new Caller(
        agent == null ? "" : agent.replace("\0", ""),
        RequestAddress.of(request),
        Limits.address(request));
  }

  /** Nobody is signed in, and somebody has to be. */
  public static final class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A program brings a token for reading, and does more. */
  public static final class BeyondItsToken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Somebody is signed in who has to do something else first. */
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

  /** Somebody is signed in who is no person of this programme. */
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
