package sixones.http.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** A small identity provider: its description, its keys, and tokens for whoever brings a code. */
public final class ProviderInTests implements QuarkusTestResourceLifecycleManager {
  private static final RsaJsonWebKey KEY = key("of-the-provider");
  private static final RsaJsonWebKey FORGED = key("of-the-provider");

  private static volatile String issuer;
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/.well-known/openid-configuration",
        asked ->
            answer(
                asked,
                """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize",\
                "token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",\
                "response_types_supported":["code"],"subject_types_supported":["public"],\
                "id_token_signing_alg_values_supported":["RS256"]}"""
                    .formatted(issuer)));
    server.createContext(
        "/keys",
        asked ->
            answer(
                asked,
                "{\"keys\":[" + KEY.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}"));
    server.createContext("/token", ProviderInTests::giveTokens);
    server.start();
    return Map.of(
        "quarkus.oidc.auth-server-url", issuer,
        "quarkus.oidc.credentials.secret", "a-secret-of-the-tests-that-is-long-enough",
        "quarkus.oidc.roles.role-claim-path", "roles");
  }

  /** For a code, of which the tests make whatever the identity token is to say as its nonce. */
  private static void giveTokens(HttpExchange asked) throws IOException {
    String sent = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher code = Pattern.compile("(?:^|&)code=([^&]*)").matcher(sent);
    if (!code.find() || !sent.contains("code_verifier=")) {
      asked.sendResponseHeaders(400, -1);
      return;
    }
    // As Keycloak does, it tells roles to those who ask with the other one.
    JwtClaims identity = claims("zhang", List.of(), null);
    identity.setClaim("nonce", code.group(1));
    answer(
        asked,
        """
        {"access_token":"%s","id_token":"%s","token_type":"Bearer","expires_in":300}"""
            .formatted(token("zhang", List.of("officer"), null), signed(identity)));
  }

  private static void answer(HttpExchange asked, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    asked.getResponseHeaders().add("Content-Type", "application/json");
    asked.sendResponseHeaders(200, body.length);
    asked.getResponseBody().write(body);
    asked.close();
  }

  private static RsaJsonWebKey key(String id) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(id);
      key.setUse("sig");
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static String issuer() {
    return issuer;
  }

  /** A token as it should be. */
  static String token(String name, List<String> roles, String applicant) {
    return signed(claims(name, roles, applicant));
  }

  static JwtClaims claims(String name, List<String> roles, String applicant) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer);
    claims.setAudience("six-ones");
    claims.setSubject("subject-of-" + name);
    claims.setClaim("preferred_username", name);
    claims.setStringListClaim("roles", roles);
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(5);
    if (applicant != null) {
      claims.setClaim("sixones_applicant", applicant);
    }
    return claims;
  }

  static NumericDate secondsAgo(long seconds) {
    return NumericDate.fromSeconds(NumericDate.now().getValue() - seconds);
  }

  static String signed(JwtClaims claims) {
    return signed(claims, KEY);
  }

  /** Signed with a key the provider does not have, under the name of one it has. */
  static String forged(JwtClaims claims) {
    return signed(claims, FORGED);
  }

  private static String signed(JwtClaims claims, RsaJsonWebKey key) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
