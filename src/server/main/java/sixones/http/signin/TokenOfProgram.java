package sixones.http.signin;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import sixones.http.SignedIn;
import sixones.people.token.Scope;
import sixones.people.token.Token;
import sixones.people.token.Tokens;

/** Authenticates a program by its access token. */
@ApplicationScoped
class TokenOfProgram {
  private static final String SCHEME = "bearer ";
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Inject Tokens tokens;

  /** Returns whether credentials have the form of an access token, valid or not. */
  static boolean is(String credentials) {
    String start = SCHEME + Tokens.PREFIX;
    return credentials.regionMatches(true, 0, start, 0, start.length());
  }

  /** Authenticates the token of the credentials. */
  Uni<SecurityIdentity> authenticate(String credentials, RoutingContext request) {
    String secret = credentials.substring(SCHEME.length()).strip();
    boolean reads = READING.contains(request.request().method());
    return Uni.createFrom()
        .completionStage(
            () ->
                request
                    .vertx()
                    .executeBlocking(() -> tokens.use(secret), false)
                    .toCompletionStage())
        .map(
            found ->
                found
                    .map(bearer -> identity(bearer, reads))
                    .orElseThrow(AuthenticationFailedException::new));
  }

  private static SecurityIdentity identity(Token.Bearer bearer, boolean reads) {
    return bearer.scope() == Scope.READING && !reads
        ? SignedIn.beyondItsToken(bearer.proven())
        : SignedIn.identity(bearer.proven());
  }
}
