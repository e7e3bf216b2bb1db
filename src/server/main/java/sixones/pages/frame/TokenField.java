package sixones.pages.frame;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import sixones.http.signin.FormTokens;

/** Provides the CSRF token to templates as {@code inject:csrf}. */
@ApplicationScoped
@Named("csrf")
public class TokenField {
  @Inject FormTokens tokens;
  @Inject RoutingContext request;

  /** Returns the name of the form field. */
  public String getParameterName() {
    return FormTokens.FIELD;
  }

  /** Returns the token for the page being rendered. */
  public String getToken() {
    return tokens.of(request);
  }
}
