package sixones.start;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import sixones.pages.form.Examples;
import sixones.ruleset.RuleSets;

/**
 * Asks the service that has started for a few answers and ends it. The classes loaded on the way
 * are those that the launcher puts into its archive.
 */
@Singleton
@Unremovable
class Rehearsal implements QuarkusApplication {
  private static final List<String> ADDRESSES =
      List.of("/", "/sign-in", "/rules", "/api/rule-sets", "/api/openapi", "/health/ready");

  @Inject HttpServer server;
  @Inject Examples examples;
  @Inject RuleSets ruleSets;

  @Override
  public int run(String... none) throws IOException {
    for (String address : ADDRESSES) {
      open(address).getInputStream().readAllBytes();
    }
    List<Examples.Bid> bids =
        ruleSets.newest().stream().flatMap(set -> examples.bids(set).stream()).toList();
    for (Examples.Bid bid : bids) {
      HttpURLConnection check = open("/api/checks?asOf=" + bid.asOf());
      check.setRequestProperty("Content-Type", "application/json");
      check.setDoOutput(true);
      try (OutputStream body = check.getOutputStream()) {
        body.write(bid.tree().toString().getBytes(StandardCharsets.UTF_8));
      }
      check.getInputStream().readAllBytes();
    }
    return 0;
  }

  private HttpURLConnection open(String address) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + server.getPort() + address);
    return (HttpURLConnection) uri.toURL().openConnection();
  }
}
