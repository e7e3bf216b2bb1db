package sixones.http.signin;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import sixones.evaluation.Evaluations;
import sixones.http.SignedIn;
import sixones.people.NoPerson;
import sixones.people.Person;
import sixones.people.account.Claims;
import sixones.ruleset.RuleSets;

/** Where people are authenticated: in the embedded user table or by an identity provider. */
@ApplicationScoped
public class SignInMode {
  private final boolean byProvider;
  private final String applicantClaim;
  private final Predicate<String> roll;

  @Inject
  SignInMode(
      RuleSets ruleSets,
      Evaluations evaluations,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "false")
          boolean byProvider,
      @ConfigProperty(name = "sixones.oidc.applicant-claim", defaultValue = "sixones_applicant")
          String applicantClaim) {
    this.byProvider = byProvider;
    this.applicantClaim = applicantClaim;
    this.roll = code -> ruleSets.mayBid(code, evaluations.today());
  }

  /** Returns whether an identity provider is configured; passwords are then refused. */
  public boolean isByProvider() {
    return byProvider;
  }

  /** Returns the value of WWW-Authenticate for programs. */
  public String challenge() {
    return byProvider ? "Bearer" : "Basic realm=\"Six Ones\", charset=\"UTF-8\"";
  }

  /**
   * Returns the identity with the person its claims describe, or with the reason why there is none.
   */
  SecurityIdentity vouchedFor(SecurityIdentity identity) {
    QuarkusSecurityIdentity.Builder known = QuarkusSecurityIdentity.builder(identity);
    String applicant =
        identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(applicantClaim) instanceof String text
            ? text
            : null;
    try {
      String name = identity.getPrincipal().getName();
      String subject =
          identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
              ? token.getIssuer() + " " + token.getSubject()
              : name;
      Claims claims = new Claims(name, identity.getRoles(), applicant, subject);
      Person person = claims.person(roll);
      known.addAttribute(SignedIn.PERSON, person);
      known.addAttribute(SignedIn.NUMBER, person.subject());
    } catch (NoPerson e) {
      known.addAttribute(SignedIn.NO_PERSON, e);
    }
    return known.build();
  }
}
