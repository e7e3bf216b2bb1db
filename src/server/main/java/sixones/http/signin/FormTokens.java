package sixones.http.signin;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sixones.http.SignedIn;

/**
 * The CSRF tokens of forms. A token is signed and bound to the session or, without one, to the
 * browser's cookie. Each page gets a different one, so that compression does not leak it by length.
 */
@ApplicationScoped
@Startup
public class FormTokens {
  /** The name of the form field. */
  public static final String FIELD = "csrf-token";

  /** The cookie with a random value that identifies a browser, and changes with each sign-in. */
  static final String COOKIE = "sixones-form";

  /** The paths of sign-in, of the return from an identity provider, and of sign-out. */
  private static final Set<String> TURNS = Set.of(SignInMechanism.PAGE, "/signed-in", "/sign-out");

  private static final int EARLY = 9_000;
  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 16;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  @Inject
  FormTokens(SessionKey session) {
    this(session.read());
  }

  FormTokens(String secret) {
    byte[] whole = secret.getBytes(StandardCharsets.UTF_8);
    key = new SecretKeySpec(signed(new SecretKeySpec(whole, HMAC), "forms"), HMAC);
  }

  void watch(@Observes Filters filters) {
    filters.register(this::turn, EARLY);
  }

  /** Signing in or out invalidates the tokens of forms opened before. */
  private void turn(RoutingContext request) {
    if (TURNS.contains(request.normalizedPath())) {
      request.addHeadersEndHandler(
          ended -> {
            if (request.response().getStatusCode() / 100 == 3) {
              renew(request);
            }
          });
    }
    request.next();
  }

  /** Returns the token for all forms of the page that is the response. */
  public String of(RoutingContext request) {
    String made = request.get(FIELD);
    if (made == null) {
      made = token(browser(request), session(request));
      request.put(FIELD, made);
    }
    return made;
  }

  /** Returns whether the token of a submitted form is valid for the request. */
  public boolean fits(RoutingContext request, String token) {
    Cookie cookie = request.request().getCookie(COOKIE);
    return cookie != null && fits(token, cookie.getValue(), session(request));
  }

  String token(String browser, String session) {
    byte[] once = new byte[BYTES];
    random.nextBytes(once);
    byte[] whole =
        ByteBuffer.allocate(3 * BYTES)
            .put(once)
            .put(ofBrowser(once, browser))
            .put(ofSession(once, browser, session))
            .array();
    return ENCODER.encodeToString(whole);
  }

  /**
   * Returns whether a token is valid.
   *
   * @param session empty without a session; such a token permits only what is open to everybody
   */
  boolean fits(String token, String browser, String session) {
    byte[] whole = decoded(token);
    if (whole.length != 3 * BYTES) {
      return false;
    }
    byte[] once = Arrays.copyOf(whole, BYTES);
    return session.isEmpty()
        ? MessageDigest.isEqual(part(whole, 1), ofBrowser(once, browser))
        : MessageDigest.isEqual(part(whole, 2), ofSession(once, browser, session));
  }

  private static byte[] decoded(String token) {
    try {
      return token == null ? new byte[0] : Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] part(byte[] whole, int number) {
    return Arrays.copyOfRange(whole, number * BYTES, (number + 1) * BYTES);
  }

  private byte[] ofBrowser(byte[] once, String browser) {
    return sign("browser", once, browser, "");
  }

  private byte[] ofSession(byte[] once, String browser, String session) {
    return sign("session", once, browser, session);
  }

  /** Only the last part can contain the separator, so the concatenation is unambiguous. */
  private byte[] sign(String what, byte[] once, String browser, String session) {
    String all = String.join("\n", what, ENCODER.encodeToString(once), browser, session);
    return Arrays.copyOf(signed(key, all), BYTES);
  }

  private static byte[] signed(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  /** Returns the session; empty if anonymous. */
  private static String session(RoutingContext request) {
    return request.user() instanceof QuarkusHttpUser user
            && !user.getSecurityIdentity().isAnonymous()
        ? SignedIn.sessionOf(user.getSecurityIdentity())
        : "";
  }

  private String browser(RoutingContext request) {
    Cookie cookie = request.request().getCookie(COOKIE);
    return cookie != null && decoded(cookie.getValue()).length == BYTES
        ? cookie.getValue()
        : renew(request);
  }

  private String renew(RoutingContext request) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String value = ENCODER.encodeToString(bytes);
    Cookie cookie =
        Cookie.cookie(COOKIE, value).setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.LAX);
    if (!request.response().headWritten()) {
      request.response().addCookie(cookie);
    }
    return value;
  }
}
