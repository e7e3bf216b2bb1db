package sixones.pages.frame;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import sixones.http.signin.FormTokens;

/** The token as templates write it into their forms: {@code inject:csrf}. */
@ApplicationScoped
@Named("csrf")
public class TokenField {
  @Inject FormTokens tokens;
  @Inject RoutingContext request;

  /** The name of the field. */
  public String getParameterName() {
    return FormTokens.FIELD;
  }

  /** A token for the page that is being written. */
  public String getToken() {
    return tokens.of(request);
  }
}
