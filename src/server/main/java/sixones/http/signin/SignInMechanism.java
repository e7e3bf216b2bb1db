package sixones.http.signin;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.runtime.Startup;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.FormAuthConfig;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.security.Basic;
import io.quarkus.vertx.http.security.Form;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sixones.http.Addresses;
import sixones.http.EarlyResponses;
import sixones.people.session.SessionLengths;
import sixones.report.Problem;

/**
 * The only authentication mechanism. The REST interface accepts an Authorization header and no
 * cookie, which rules out cross-site request forgery; pages accept the session cookie only.
 * application.properties routes every path here, so that no other mechanism runs.
 */
@ApplicationScoped
@Startup
public class SignInMechanism implements HttpAuthenticationMechanism {
  /** The name of the session cookie. */
  public static final String COOKIE = "sixones-session";

  private static final String NAME = "six-ones";
  public static final String PAGE = "/sign-in";

  private final SignInMode mode;
  private final HttpAuthenticationMechanism basic = Basic.realm("Six Ones");
  private final HttpAuthenticationMechanism form;
  private final FormTokens formTokens;
  private final Instance<OidcAuthenticationMechanism> provider;
  private final ProviderSessions vouchedFor;
  private final TokenOfProgram tokens;

  @Inject
  SignInMechanism(
      SignInMode mode,
      SessionKey key,
      FormTokens formTokens,
      SessionLengths lengths,
      Instance<OidcAuthenticationMechanism> provider,
      ProviderSessions vouchedFor,
      TokenOfProgram tokens) {
    this.mode = mode;
    this.formTokens = formTokens;
    this.provider = provider;
    this.vouchedFor = vouchedFor;
    this.tokens = tokens;
    this.form = mode.isByProvider() ? null : form(key.read(), lengths.idle());
  }

  private static HttpAuthenticationMechanism form(String key, Duration idle) {
    return Form.builder()
        .loginPage(PAGE)
        .errorPage(PAGE + "?failed=true")
        .landingPage("/start")
        .postLocation(PAGE)
        .usernameParameter("name")
        .passwordParameter("password")
        .cookieName(COOKIE)
        .locationCookie(WayBack.COOKIE)
        .cookiePath("/")
        .httpOnlyCookie(true)
        // With Strict, following a link in a mail would show the sign-in page to a signed-in
        // person.
        .cookieSameSite(FormAuthConfig.CookieSameSite.LAX)
        .timeout(idle)
        .newCookieInterval(Duration.ofMinutes(1))
        .encryptionKey(key)
        .build();
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    Uni<SecurityIdentity> identity =
        Addresses.isApi(request) ? ofApi(request, providers) : ofPage(request, providers);
    return identity
        // The delegate registers itself as the mechanism to challenge; its response must not be
        // used.
        .onTermination()
        .invoke(() -> request.put(HttpAuthenticationMechanism.class.getName(), this));
  }

  private Uni<SecurityIdentity> ofApi(RoutingContext request, IdentityProviderManager providers) {
    String credentials = request.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (credentials == null) {
      return nobody();
    }
    if (!mode.isByProvider() && TokenOfProgram.is(credentials)) {
      return tokens.authenticate(credentials, request);
    }
    String scheme = mode.isByProvider() ? "bearer " : "basic ";
    if (!credentials.toLowerCase(Locale.ROOT).startsWith(scheme)) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return mode.isByProvider()
        ? byProvider(request, providers)
        : basic.authenticate(request, providers);
  }

  private Uni<SecurityIdentity> ofPage(RoutingContext request, IdentityProviderManager providers) {
    request.request().headers().remove(HttpHeaders.AUTHORIZATION);
    if (mode.isByProvider()) {
      return byProvider(request, providers)
          .flatMap(identity -> vouchedFor.resume(identity, request));
    }
    boolean sends = request.request().method() == HttpMethod.POST;
    if (sends && request.normalizedPath().equals(PAGE)) {
      WayBack.keepOurs(request);
      return form.authenticate(request, new OnlyWithToken(formTokens, request, providers));
    }
    if (sends && request.normalizedPath().endsWith(PAGE)) {
      // The delegate would accept the form at every path that ends so; no such page exists.
      return nobody();
    }
    return form.authenticate(request, providers)
        // A revoked session is anonymous: the sign-in page itself must open.
        .onFailure(AuthenticationFailedException.class)
        .recoverWithUni(
            () -> {
              forget(request);
              return nobody();
            });
  }

  /** Deletes the session cookie. */
  public static void forget(RoutingContext request) {
    forget(request, COOKIE);
  }

  static void forget(RoutingContext request, String cookie) {
    request
        .response()
        .addCookie(
            Cookie.cookie(cookie, "")
                .setPath("/")
                .setMaxAge(0)
                .setHttpOnly(true)
                .setSecure(request.request().isSSL())
                .setSameSite(CookieSameSite.LAX));
  }

  private Uni<SecurityIdentity> byProvider(
      RoutingContext request, IdentityProviderManager providers) {
    return provider
        .get()
        .authenticate(request, providers)
        .map(identity -> identity == null ? null : mode.vouchedFor(identity));
  }

  private static Uni<SecurityIdentity> nobody() {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext request) {
    if (request.response().ended()) {
      return Uni.createFrom().item(true);
    }
    if (!Addresses.isApi(request)) {
      // If the challenge is left unset, other mechanisms add theirs.
      return ofPages()
          .sendChallenge(request)
          .invoke(
              sent -> {
                if (sent && !request.response().ended()) {
                  request.response().end();
                }
              });
    }
    Problem problem = Problem.of("not-signed-in", 401, EarlyResponses.language(request), Map.of());
    request.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, mode.challenge());
    EarlyResponses.end(request, problem);
    return Uni.createFrom().item(true);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Addresses.isApi(request)
        ? Uni.createFrom()
            .item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, mode.challenge()))
        : ofPages().getChallenge(request);
  }

  private HttpAuthenticationMechanism ofPages() {
    return mode.isByProvider() ? provider.get() : form;
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(UsernamePasswordAuthenticationRequest.class, TrustedAuthenticationRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, NAME, NAME));
  }

  @Override
  public int getPriority() {
    return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1000;
  }
}
