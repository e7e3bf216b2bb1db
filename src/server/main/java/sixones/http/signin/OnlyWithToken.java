package sixones.http.signin;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Verifies the password of the sign-in form only if the form's CSRF token is valid. */
public record OnlyWithToken(
    FormTokens tokens, RoutingContext request, IdentityProviderManager providers)
    implements IdentityProviderManager {
  /** Thrown when the token has expired or was not issued by this service. */
  public static final class Expired extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The form has been parsed at this point. */
  @Override
  public Uni<SecurityIdentity> authenticate(AuthenticationRequest asked) {
    return fits() ? providers.authenticate(asked) : Uni.createFrom().failure(new Expired());
  }

  @Override
  public SecurityIdentity authenticateBlocking(AuthenticationRequest asked) {
    if (!fits()) {
      throw new Expired();
    }
    return providers.authenticateBlocking(asked);
  }

  private boolean fits() {
    return tokens.fits(request, request.request().getFormAttribute(FormTokens.FIELD));
  }
}
