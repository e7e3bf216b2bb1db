package sixones.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import sixones.Fixtures;
import sixones.official.OfficialEvaluations;

/**
 * Rounds that are opened, handed in to and closed, so that there are cases to work on; another one
 * when all of them are taken.
 */
final class ClosedRounds {
  static final List<String> OFFICERS = List.of("officer", "officer2");
  private static final Map<String, String> APPLICANTS = new LinkedHashMap<>();

  static {
    APPLICANTS.put("chengdu", "510100");
    APPLICANTS.put("deyang", "510600");
    APPLICANTS.put("mianyang", "510700");
    APPLICANTS.put("yibin", "511500");
  }

  /** How long a round is open at first. */
  private static final long OPEN_SECONDS = 5;

  private final URI root;
  private final CaseBook book;
  private final Queue<Found> waiting = new ArrayDeque<>();
  private int made;

  ClosedRounds(URI root, CaseBook book) {
    this.root = root;
    this.book = book;
  }

  /**
   * A case nobody has taken.
   *
   * @param person who acts for the applicant
   * @param spoilt its bid as it was handed in
   * @param mended its bid without the defect
   * @param isRefused whether the defect is one it fails by, so that it can be refused
   */
  record Found(UUID id, String person, ObjectNode spoilt, ObjectNode mended, boolean isRefused) {}

  synchronized Found next() {
    if (waiting.isEmpty()) {
      if (made == 0) {
        awake();
      }
      long seconds = OPEN_SECONDS;
      while (!opened(seconds)) {
        // Somebody was killed meanwhile.
        seconds *= 2;
      }
    }
    return waiting.remove();
  }

  /** Has a bid taken in where there is time: the first one has to wait for the rules. */
  private void awake() {
    Caller officer = new Caller(root, OFFICERS.get(0));
    Caller applicant = new Caller(root, "chengdu");
    UUID[] round = new UUID[1];
    Waiting.until(
        "a round",
        Service.LONGEST_START,
        () -> {
          try {
            round[0] = officer.openRound();
            return true;
          } catch (IOException e) {
            return false;
          }
        });
    Act act = Act.of(round[0], "chengdu", "510100");
    good(() -> applicant.handIn(act));
  }

  /** Whether the round and all bids were there before the deadline. */
  private boolean opened(long seconds) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant deadline = now.plusSeconds(seconds);
    Caller officer = new Caller(root, OFFICERS.get(0));
    String call =
        """
        {"name": {"en": "Kills", "zh": "终止"}, "ruleSet": "sichuan-2022-cities",
         "opensAt": "%s", "deadline": "%s", "evaluationDay": "2022-06-13",
         "submissionsPerApplicant": 3, "state": "open", "reason": "as called"}
        """
            .formatted(now.minusSeconds(60), deadline);
    HttpResponse<byte[]> asked = answer(() -> officer.post("/api/rounds", call));
    if (Caller.text(asked).contains("\"deadline-passed\"")) {
      return false;
    }
    UUID round = UUID.fromString(json(() -> asked).path("id").asText());
    Map<String, Found> bids = new LinkedHashMap<>();
    for (Map.Entry<String, String> applicant : APPLICANTS.entrySet()) {
      made++;
      Found bid = bid(applicant.getKey(), applicant.getValue());
      if (!isIn(handIn(round, applicant, bid))) {
        return false;
      }
      bids.put(applicant.getValue(), bid);
    }
    Waiting.until(
        "the deadline",
        Duration.ofSeconds(seconds + 1),
        () -> Instant.now().isAfter(deadline.plusMillis(100)));
    json(
        () ->
            officer.patch(
                "/api/rounds/" + round, "{\"state\": \"closed\", \"reason\": \"as called\"}"));
    for (String each : OFFICERS) {
      Caller caller = new Caller(root, each);
      byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
      String path = "/api/rounds/" + round + "/declaration";
      json(() -> Caller.send(caller.acting(path, null, "declared-" + round, nothing)));
    }
    for (JsonNode item : json(() -> officer.get("/api/cases?round=" + round)).path("items")) {
      Found bid = bids.get(item.path("applicant").asText());
      UUID id = UUID.fromString(item.path("id").asText());
      waiting.add(new Found(id, bid.person, bid.spoilt, bid.mended, bid.isRefused));
    }
    book.of(round);
    return true;
  }

  /** A bid without an answer that a rule demands; one in four with an answer it fails by. */
  private Found bid(String person, String applicant) {
    ObjectNode mended = Fixtures.compliant();
    Fixtures.change(mended, Fixtures.CONTRACT.applicant().toString(), TextNode.valueOf(applicant));
    ObjectNode spoilt = mended.deepCopy();
    ObjectNode park = (ObjectNode) spoilt.at("/parks/0");
    boolean isRefused = made % APPLICANTS.size() == 2;
    if (isRefused) {
      park.set("manufacturing", BooleanNode.FALSE);
    } else {
      park.remove("manufacturing");
    }
    return new Found(null, person, spoilt, mended, isRefused);
  }

  private HttpResponse<byte[]> handIn(UUID round, Map.Entry<String, String> applicant, Found bid) {
    byte[] bytes = bid.spoilt.toString().getBytes(StandardCharsets.UTF_8);
    String key = UUID.randomUUID().toString();
    Act act = new Act(round, applicant.getKey(), applicant.getValue(), key, bytes);
    Caller caller = new Caller(root, applicant.getKey());
    HttpResponse<byte[]> answer = answer(() -> caller.handIn(act));
    if (isIn(answer)) {
      read(caller, Receipt.json(answer.body()).at("/evaluation/id").asText());
    }
    return answer;
  }

  private static boolean isIn(HttpResponse<byte[]> answer) {
    if (answer.statusCode() == 201) {
      return true;
    }
    if (Problems.type(answer).equals("too-late")) {
      return false;
    }
    throw new AssertionError(answer.statusCode() + " " + Caller.text(answer));
  }

  /** Notes an evaluation as it is when it was just made. */
  void read(Caller caller, String evaluation) {
    HttpResponse<byte[]> answer = good(() -> caller.get("/api/evaluations/" + evaluation));
    book.evaluated(evaluation, OfficialEvaluations.digest(answer.body()));
  }

  /** Asks until there is a good answer. */
  static JsonNode json(Callable<HttpResponse<byte[]>> question) {
    return Receipt.json(good(question).body());
  }

  private static HttpResponse<byte[]> good(Callable<HttpResponse<byte[]>> question) {
    HttpResponse<byte[]> answer = answer(question);
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + Caller.text(answer));
    }
    return answer;
  }

  /** Asks until there is an answer. */
  private static HttpResponse<byte[]> answer(Callable<HttpResponse<byte[]>> question) {
    List<HttpResponse<byte[]>> answers = new java.util.ArrayList<>();
    Waiting.until(
        "an answer",
        Service.LONGEST_START,
        () -> {
          try {
            HttpResponse<byte[]> answer = question.call();
            return !Problems.isToBeTriedAgain(answer) && answers.add(answer);
          } catch (IOException e) {
            return false;
          }
        });
    return answers.get(0);
  }
}
