package sixones.http.signin;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Keycloak with the realm of src/test/resources, from the distribution Maven unpacked. */
public final class KeycloakInTests implements QuarkusTestResourceLifecycleManager {
  private static final Path UNPACKED = Path.of("target", "keycloak");
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private static String realm;
  private Process keycloak;

  @Override
  public Map<String, String> start() {
    try (ServerSocket free = new ServerSocket(0)) {
      int port = free.getLocalPort();
      free.close();
      Path home = home();
      Path folder = Files.createDirectories(home.resolve("data/import"));
      try (InputStream in =
          KeycloakInTests.class.getResourceAsStream("/sixones/keycloak-realm.json")) {
        Files.write(folder.resolve("sixones-realm.json"), in.readAllBytes());
      }
      List<String> command =
          List.of(
              "sh",
              home.resolve("bin/kc.sh").toString(),
              "start-dev",
              "--import-realm",
              "--http-port=" + port);
      keycloak =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(UNPACKED.resolve("keycloak.log").toFile())
              .start();
      realm = "http://localhost:" + port + "/realms/sixones";
      awaitAnswer(realm + "/.well-known/openid-configuration");
      return Map.of("quarkus.oidc.auth-server-url", realm);
    } catch (IOException e) {
      throw new IllegalStateException("Keycloak does not start", e);
    }
  }

  private static Path home() throws IOException {
    try (Stream<Path> below = Files.list(UNPACKED)) {
      return below
          .filter(path -> Files.exists(path.resolve("bin/kc.sh")))
          .findFirst()
          .orElseThrow(() -> new IOException("no Keycloak in " + UNPACKED + "; use -Pkeycloak"));
    }
  }

  private void awaitAnswer(String address) throws IOException {
    Instant end = Instant.now().plus(LONGEST_START);
    while (!answers(address)) {
      try {
        if (keycloak.waitFor(500, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
          throw new IOException("no answer: " + Files.readString(UNPACKED.resolve("keycloak.log")));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  private static boolean answers(String address) {
    try {
      HttpURLConnection call = (HttpURLConnection) URI.create(address).toURL().openConnection();
      call.setConnectTimeout(2_000);
      call.setReadTimeout(10_000);
      return call.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** An access token, as Keycloak gives it for a name and password. */
  static String token(String name, String password) {
    return RestAssured.given()
        .formParam("grant_type", "password")
        .formParam("client_id", "six-ones")
        .formParam("username", name)
        .formParam("password", password)
        .post(realm + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  @Override
  public void stop() {
    keycloak.descendants().forEach(ProcessHandle::destroyForcibly);
    keycloak.destroyForcibly();
  }
}
