package sixones.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One person of the demonstration at the door of the service.
 *
 * @param person null for nobody in particular
 */
record Caller(URI root, String person) {
  /** Longer than any answer may take; who hears nothing until then reports a hang. */
  static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  HttpResponse<byte[]> get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  HttpResponse<byte[]> post(String path, String json) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  HttpResponse<byte[]> handIn(Act act) throws IOException {
    return send(handingIn(act));
  }

  /** Hands in without waiting for the answer. */
  CompletableFuture<HttpResponse<byte[]>> handInBeside(Act act) {
    return sendBeside(handingIn(act));
  }

  HttpRequest handingIn(Act act) {
    return request("/api/rounds/" + act.round() + "/submissions")
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", act.key())
        .POST(HttpRequest.BodyPublishers.ofByteArray(act.bytes()))
        .build();
  }

  /**
   * A request for an act under a key.
   *
   * @param revision what the act is to be done over; null if that is not told
   */
  HttpRequest acting(String path, Long revision, String key, byte[] body) {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/json").header("Idempotency-Key", key);
    if (revision != null) {
      request.header("If-Match", "\"" + revision + "\"");
    }
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
  }

  HttpResponse<byte[]> patch(String path, String json) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /** Opens a round for many submissions. */
  UUID openRound() throws IOException {
    HttpResponse<byte[]> answer =
        post(
            "/api/rounds",
            """
            {"name": {"en": "Faults", "zh": "故障"}, "ruleSet": "sichuan-2022-cities",
             "opensAt": "2022-06-13T00:00:00Z", "deadline": "2199-01-01T00:00:00Z",
             "evaluationDay": "2022-06-13", "submissionsPerApplicant": 1000, "state": "open", "reason": "as called"}
            """);
    if (answer.statusCode() != 201) {
      throw new IOException("no round: " + answer.statusCode() + " " + text(answer));
    }
    return UUID.fromString(Receipt.json(answer.body()).path("id").asText());
  }

  /** Whether there is an answer, and a good one. */
  boolean answers(String path) {
    try {
      return get(path).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(path)).timeout(LONGEST_ANSWER);
    if (person != null) {
      byte[] login = (person + ":demo-of-six-ones").getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
    return request;
  }

  static CompletableFuture<HttpResponse<byte[]>> sendBeside(HttpRequest request) {
    return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  static HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
