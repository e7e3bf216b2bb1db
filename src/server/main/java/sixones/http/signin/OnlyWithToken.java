package sixones.http.signin;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Looks at a password sent by the sign-in form only if the form brought its token. */
public record OnlyWithToken(
    FormTokens tokens, RoutingContext request, IdentityProviderManager providers)
    implements IdentityProviderManager {
  /** The form was open for too long, or is none of ours. */
  public static final class Expired extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The form has been read when it comes to this. */
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
