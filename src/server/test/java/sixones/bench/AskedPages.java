package sixones.bench;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import sixones.pages.Visitor;
import sixones.people.Person;
import sixones.people.account.PeopleInTests;

/** Pages and resources of the service, asked one after the other, with the time each took. */
final class AskedPages {
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 11;

  /** What takes longer than this is asked a few times only. */
  private static final double LONG_MILLIS = 1_500;

  private static final int ROUNDS_OF_LONG = 3;

  private static final int SHOWN = 300;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final PeopleInTests people;
  private final Map<Person, Visitor> signedIn = new HashMap<>();

  /** Milliseconds by the clock, by what was asked. */
  private final Map<String, Double> took = new LinkedHashMap<>();

  AskedPages(PeopleInTests people) {
    this.people = people;
  }

  /** Returns the request of a page by somebody who is signed in. */
  HttpRequest page(Person person, String path) {
    Visitor visitor = signedIn.computeIfAbsent(person, one -> Visitor.signedIn(people, one, "en"));
    return request(path).header("Accept", "text/html").header("Cookie", visitor.cookies()).build();
  }

  /** Returns the request of a program. */
  HttpRequest program(Person person, String path) {
    return program(request(path), person).build();
  }

  /** Returns the request of a program that lets something be done. */
  HttpRequest doing(Person person, String path) {
    return program(request(path), person).POST(HttpRequest.BodyPublishers.noBody()).build();
  }

  private HttpRequest.Builder program(HttpRequest.Builder request, Person person) {
    String login = people.there(person).name() + ":" + PeopleInTests.PASSWORD;
    return request
        .header("Accept", "application/json")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
        .header("Accept-Language", "en");
  }

  /** A request that is not answered with 200. */
  static final class NotAnswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAnswered(String message) {
      super(message);
    }
  }

  /** Asks once. */
  static byte[] once(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      throw new NotAnswered(
          request.uri()
              + " is answered with "
              + answer.statusCode()
              + ": "
              + body.substring(0, Math.min(SHOWN, body.length())));
    }
    return answer.body();
  }

  /**
   * Asks several times, and keeps the median under a name; infinite if it is not answered.
   *
   * @return milliseconds
   */
  double measure(String name, HttpRequest request) throws IOException, InterruptedException {
    double median = Double.POSITIVE_INFINITY;
    try {
      boolean isLong = Math.min(millis(request), millis(request)) > LONG_MILLIS;
      for (int i = 2; i < WARM_UP && !isLong; i++) {
        millis(request);
      }
      double[] rounds = new double[isLong ? ROUNDS_OF_LONG : ROUNDS];
      for (int i = 0; i < rounds.length; i++) {
        rounds[i] = millis(request);
      }
      Arrays.sort(rounds);
      median = rounds[rounds.length / 2];
    } catch (NotAnswered e) {
      System.out.println("load:   " + name + ": " + e.getMessage());
    }
    took.put(name, median);
    System.out.printf(Locale.ROOT, "load:   %-50s %8.1f ms%n", name, median);
    return median;
  }

  private static double millis(HttpRequest request) throws IOException, InterruptedException {
    long before = System.nanoTime();
    once(request);
    return (System.nanoTime() - before) / 1_000_000.0;
  }

  Map<String, Double> took() {
    return took;
  }
}
