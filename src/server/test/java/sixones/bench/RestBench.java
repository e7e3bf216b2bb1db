package sixones.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.Fixtures;

/** Throughput of POST /api/checks beside two echo resources, in turn, in one application. */
@QuarkusTest
@TestProfile(RestBench.WithEcho.class)
class RestBench {
  private static final int ROUNDS = 7;
  private static final int WARM_UP = 8;
  private static final int CONNECTIONS = 8;
  private static final long ROUND_MILLIS = 3_000;
  private static final String CHECK = "/api/checks?asOf=2022-06-13&ruleSet=";

  /** The application with the echo resources. */
  public static class WithEcho implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "sixones.bench", "true",
          "quarkus.http.test-port", "0",
          // Counted as in service, but never refused.
          "sixones.limits.address", "2000000000",
          "sixones.limits.person", "2000000000");
    }
  }

  @TestHTTPResource URI root;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  /** The second rule set is the one by which the ratio is asked for; the first has more checks. */
  @ParameterizedTest
  @CsvSource({
    "sichuan-2022-cities, sichuan-2022-cities",
    "sichuan-2022-cities/2022.2, sichuan-2022-cities@2022.2"
  })
  void prints_the_ratio_of_a_check_to_an_echo(String ruleSet, String fixtures) throws Exception {
    Vertx vertx = Vertx.vertx();
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    Buffer body = Buffer.buffer(Fixtures.of(fixtures).compliant().toString());
    String check = CHECK + ruleSet;
    byte[] answer = once(client, check, body).getBytes();
    EchoResource.answer = new ObjectMapper().readTree(answer);
    EchoResource.bytes = answer;
    List<String> paths =
        List.of(
            check, "/api/bench/echo/framework", "/api/bench/echo/at-once", "/api/bench/echo/draft");
    Map<String, List<Double>> rates = new TreeMap<>();
    paths.forEach(path -> rates.put(path, new ArrayList<>()));
    for (String path : paths) {
      assertThat(once(client, path, body).length())
          .as(path)
          .isBetween(answer.length - 1, answer.length);
    }
    // The compiler of Java needs long to settle on two cores; a figure before that is of no use.
    for (int round = 0; round < WARM_UP; round++) {
      for (String path : paths) {
        rate(client, path, body);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (String path : paths) {
        rates.get(path).add(rate(client, path, body));
      }
    }
    System.out.printf(
        "answer: %d bytes, draft: %d bytes, rules: %s%n", answer.length, body.length(), ruleSet);
    for (String path : paths) {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        ratios.add(rates.get(check).get(i) / rates.get(path).get(i));
      }
      System.out.printf(
          "%-28s median %7.0f requests/s, check/this median %.3f (min %.3f, max %.3f)%n",
          path, median(rates.get(path)), median(ratios), min(ratios), max(ratios));
      System.out.println("  by round: " + ratios.stream().map(r -> "%.2f".formatted(r)).toList());
    }
    client.close();
    vertx.close();
  }

  private RequestOptions request(String path) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(root.getHost())
        .setPort(root.getPort())
        .setURI(path)
        .setTimeout(20_000)
        .putHeader("Content-Type", "application/json");
  }

  private Buffer once(HttpClient client, String path, Buffer body) throws Exception {
    return answer(client, path, body)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  /**
   * What is answered. The body is asked for before anything is sent: an answer that is over before
   * that, on another thread, would never be heard of.
   */
  private Future<Buffer> answer(HttpClient client, String path, Buffer body) {
    return client
        .request(request(path))
        .compose(
            request -> {
              Future<Buffer> answer =
                  request
                      .response()
                      .compose(
                          r ->
                              r.statusCode() == 200
                                  ? r.body()
                                  : r.body()
                                      .compose(
                                          said ->
                                              Future.failedFuture(
                                                  path + ": " + r.statusCode() + " " + said)));
              return request.send(body).compose(sent -> answer);
            });
  }

  /** Requests a second over one round, with every connection always busy. */
  private double rate(HttpClient client, String path, Buffer body) throws Exception {
    AtomicLong answered = new AtomicLong();
    CountDownLatch done = new CountDownLatch(CONNECTIONS);
    long start = System.nanoTime();
    long end = start + TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS);
    for (int i = 0; i < CONNECTIONS; i++) {
      next(client, path, body, end, answered, done);
    }
    assertThat(done.await(60, TimeUnit.SECONDS)).as(path).isTrue();
    assertThat(failures).isEmpty();
    return answered.get() * 1e9 / (System.nanoTime() - start);
  }

  private void next(
      HttpClient client,
      String path,
      Buffer body,
      long end,
      AtomicLong answered,
      CountDownLatch done) {
    if (System.nanoTime() >= end) {
      done.countDown();
      return;
    }
    answer(client, path, body)
        .onSuccess(
            b -> {
              answered.incrementAndGet();
              next(client, path, body, end, answered, done);
            })
        .onFailure(
            e -> {
              failures.add(path + ": " + e);
              done.countDown();
            });
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static double min(List<Double> values) {
    return values.stream().min(Double::compare).orElseThrow();
  }

  private static double max(List<Double> values) {
    return values.stream().max(Double::compare).orElseThrow();
  }
}
