package sixones.faults;

import java.net.http.HttpResponse;
import java.util.Set;

/** Problems as the service tells them. */
final class Problems {
  private static final Set<String> UNAVAILABLE =
      Set.of("database-unavailable", "took-too-long", "not-read");

  private Problems() {}

  /** The last part of a problem's type; empty if the answer is no problem. */
  static String type(HttpResponse<byte[]> answer) {
    boolean isProblem =
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json");
    return isProblem
        ? Receipt.json(answer.body()).path("type").asText().replace("/problems/", "")
        : "";
  }

  /** Whether it is a clear 503: a problem that says what is the matter and when to try again. */
  static boolean isToBeTriedAgain(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 503
        && UNAVAILABLE.contains(type(answer))
        && answer.headers().firstValue("Retry-After").isPresent();
  }
}
