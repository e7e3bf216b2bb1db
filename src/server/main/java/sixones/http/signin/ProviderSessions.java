package sixones.http.signin;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import sixones.http.SignedIn;
import sixones.people.Caller;
import sixones.people.Person;
import sixones.people.session.Session;
import sixones.people.session.Sessions;

/**
 * The sessions of an identity provider's users: one for each token, in the same table as all
 * others, so that they can be ended before the token expires.
 */
@ApplicationScoped
class ProviderSessions {
  @Inject Sessions sessions;

  /** Returns the identity with its session; anonymous if the session has ended. */
  Uni<SecurityIdentity> resume(SecurityIdentity identity, RoutingContext request) {
    Optional<Person> person = Optional.ofNullable(identity).flatMap(SignedIn::of);
    if (person.isEmpty()) {
      return Uni.createFrom().item(identity);
    }
    IdTokenCredential token = identity.getCredential(IdTokenCredential.class);
    if (token == null || !(identity.getPrincipal() instanceof JsonWebToken vouched)) {
      return Uni.createFrom().nullItem();
    }
    Instant issued = Instant.ofEpochSecond(vouched.getIssuedAtTime());
    Caller by = SignedIn.caller(request);
    return Uni.createFrom()
        .completionStage(
            () ->
                request
                    .vertx()
                    .executeBlocking(
                        () -> sessions.vouchedFor(person.get(), token.getToken(), issued, by),
                        false)
                    .toCompletionStage())
        .map(found -> found.map(session -> with(session, identity)).orElseGet(() -> out(request)));
  }

  private static SecurityIdentity with(Session session, SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder(identity)
        .addAttribute(SignedIn.SESSION, session.id())
        .addAttribute(SignedIn.ADMISSION, session.proven().admission())
        .build();
  }

  /** Clears the cookies, so that the browser authenticates with the provider again. */
  private static SecurityIdentity out(RoutingContext request) {
    request.request().cookies().stream()
        .map(cookie -> cookie.getName())
        .filter(OidcUtils::isSessionCookie)
        .forEach(name -> SignInMechanism.forget(request, name));
    return null;
  }
}
