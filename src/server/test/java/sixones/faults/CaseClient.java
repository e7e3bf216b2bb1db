package sixones.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import sixones.calendar.Term;
import sixones.calendar.WorkingDays;
import sixones.finding.Finding;
import sixones.proceeding.EvaluatedInTests;

/**
 * Two officers and an applicant who work one case after the other, from taking it to its decision.
 * Nobody else does anything in it. An answer that is none ends the client.
 */
final class CaseClient implements Runnable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REASONS = "{'en': 'compared with the documents that were filed'}";
  private static final String RULE = "park-for-manufacturing";

  /** A term of one day ends within so many, holidays included. */
  private static final int LONGEST_TERM = 10;

  private final URI root;
  private final ClosedRounds rounds;
  private final CaseBook book;
  private final Random random;
  private final Persistence persistence;
  private volatile boolean ends;
  private UUID bidCase;
  private long done;

  CaseClient(URI root, ClosedRounds rounds, CaseBook book, long seed) {
    this.root = root;
    this.rounds = rounds;
    this.book = book;
    this.random = new Random(seed);
    this.persistence = new Persistence(book, random);
  }

  /** It takes no other case; the one it has is brought to its end. */
  void end() {
    ends = true;
  }

  /** An act that was refused, which none of these may be. */
  private static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public void run() {
    try {
      while (!ends) {
        work(rounds.next());
      }
    } catch (InterruptedException e) {
      // The harness gave up, and says so.
    } catch (Lost e) {
      // The book has it.
    } catch (RuntimeException | AssertionError e) {
      book.fault("the client itself: " + e);
    }
  }

  private void work(ClosedRounds.Found found) throws InterruptedException {
    bidCase = found.id();
    done = 0;
    boolean swapped = random.nextBoolean();
    String first = ClosedRounds.OFFICERS.get(swapped ? 1 : 0);
    String second = ClosedRounds.OFFICERS.get(swapped ? 0 : 1);
    act(first, "take", here("take"), "");
    judge(first, 1);
    seen(first, second);
    if (found.isRefused()) {
      refuse(first, second);
      return;
    }
    if (isCovered()) {
      notice(first, second);
      reply(found);
    }
    judge(first, Integer.MAX_VALUE);
    String despite = despite(isCovered() ? found.mended() : found.spoilt());
    decide(first, second, "{'kind': 'accept', 'despite': [" + despite + "]}");
    boolean isListed = random.nextBoolean();
    decide(
        first,
        second,
        "{'kind': 'propose', 'listed': " + isListed + ", 'reasons': " + REASONS + "}");
    decide(
        first,
        second,
        ("{'kind': 'decide', 'listed': %s, 'leaders': {'body': 'the office meeting',"
                + " 'day': '%s', 'minutes': '7'}, 'reasons': %s}")
            .formatted(isListed, today(), REASONS));
  }

  /** What stands against accepting a bid, each with a reason. */
  private static String despite(ObjectNode bid) {
    return EvaluatedInTests.of(bid).evaluation().findings().stream()
        .filter(Finding::holdsUp)
        .map(finding -> "{'rule': '" + finding.rule().id() + "', 'reasons': " + REASONS + "}")
        .collect(Collectors.joining(","));
  }

  /** Judges so many of the findings that the rules leave to people. */
  private void judge(String officer, int most) throws InterruptedException {
    int left = most;
    for (JsonNode one : told(officer).path("judgements")) {
      boolean isOpen = one.path("machineOutcome").asText().equals("REVIEW") && !one.has("to");
      if (isOpen && left-- > 0) {
        String body =
            "{'rule': '%s', 'to': 'PASS', 'reasonCode': 'judged-on-merits', 'reasons': %s}"
                .formatted(one.path("rule").asText(), REASONS);
        act(officer, "determine", here("determinations"), body);
      }
    }
  }

  /** What takes two: evidence was seen, the other confirms, and then it is withdrawn. */
  private void seen(String first, String second) throws InterruptedException {
    String body =
        ("{'rule': '%s', 'pointer': '/parks/0/manufacturing', 'to': 'PASS', 'reasonCode':"
                + " 'evidence-seen', 'evidence': [{'title': 'Decision 12', 'address':"
                + " 'https://example.org/12'}], 'reasons': %s}")
            .formatted(RULE, REASONS);
    String made = confirmed(first, second, "determine", "determinations", body);
    act(
        first,
        "withdraw",
        "/api/determinations/" + made + "/withdrawal",
        "{'reasons': " + REASONS + "}");
  }

  private void notice(String first, String second) throws InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    Caller officer = new Caller(root, first);
    String candidates = "/api/cases/" + bidCase + "/candidates";
    for (JsonNode one : ClosedRounds.json(() -> officer.get(candidates)).path("items")) {
      ObjectNode item = body.withArray("items").addObject();
      for (String member : new String[] {"kind", "rule", "pointers"}) {
        item.set(member, one.get(member));
      }
    }
    body.putObject("term")
        // Not today, which may be over before the other confirms.
        .put("start", today().plusDays(1).toString())
        .put("amount", 1)
        .put("unit", "day")
        .put("firstDayCounts", false);
    confirmed(first, second, "notice", "notices", body.toString());
  }

  /** Whether the calendar knows when a term of these days ends. */
  static boolean isCovered() {
    WorkingDays calendar = WorkingDays.bundled();
    return calendar.covers(today().plusDays(LONGEST_TERM));
  }

  private static LocalDate today() {
    return LocalDate.now(Term.ZONE);
  }

  private void reply(ClosedRounds.Found found) throws InterruptedException {
    String answer = act(found.person(), "reply", here("replies"), found.mended().toString());
    rounds.read(new Caller(root, found.person()), answer);
  }

  private void refuse(String first, String second) throws InterruptedException {
    decide(
        first,
        second,
        "{'kind': 'refuse', 'grounds': [{'rule': '%s', 'notMendable': {'en': 'the park is what it is'}}]}"
            .formatted(RULE));
    confirmed(
        first,
        second,
        "reopen",
        "reopenings",
        "{'ground': 'own-error', 'reasons': " + REASONS + "}");
  }

  private void decide(String first, String second, String body) throws InterruptedException {
    String kind = body.replaceFirst(".*?'kind': '([a-z]+)'.*", "$1");
    confirmed(first, second, kind, "decisions", body);
  }

  /** Does what takes two; now and then the other declines it at first. */
  private String confirmed(String first, String second, String kind, String path, String body)
      throws InterruptedException {
    if (random.nextInt(4) == 0) {
      String declined = act(first, kind, here(path), body);
      act(
          second,
          "confirm",
          "/api/" + path + "/" + declined + "/confirmation",
          "{'answer': 'no', 'reasons': " + REASONS + "}");
    }
    String made = act(first, kind, here(path), body);
    act(second, "confirm", "/api/" + path + "/" + made + "/confirmation", "{'answer': 'yes'}");
    return made;
  }

  /** Bodies written here have single quotes. */
  private static String quoted(String body) {
    return body.startsWith("{'") ? body.replace('\'', '"') : body;
  }

  private String here(String path) {
    return "/api/cases/" + bidCase + "/" + path;
  }

  private JsonNode told(String person) {
    Caller caller = new Caller(root, person);
    return ClosedRounds.json(() -> caller.get("/api/cases/" + bidCase));
  }

  /** Does the next act of the case; returns its id, that of its evaluation if it is a reply. */
  private String act(String person, String kind, String path, String body)
      throws InterruptedException {
    byte[] bytes = quoted(body).getBytes(StandardCharsets.UTF_8);
    String key = UUID.randomUUID().toString();
    boolean isOfOffice = ClosedRounds.OFFICERS.contains(person);
    long over = isOfOffice ? done : told(person).path("revision").asLong();
    CaseBook.Sent act = new CaseBook.Sent(bidCase, kind, done + 1, over, person, key, path, bytes);
    CaseBook.Told[] told = new CaseBook.Told[1];
    book.begin(act);
    persistence.send(
        act.request(new Caller(root, person)),
        answer -> {
          if (answer.statusCode() == 201) {
            told[0] = book.accept(act, answer);
          } else {
            book.fault(
                person + " at " + path + ": " + answer.statusCode() + " " + Caller.text(answer));
          }
          return true;
        });
    if (told[0] == null) {
      throw new Lost();
    }
    done++;
    return kind.equals("reply")
        ? Receipt.json(told[0].body()).path("evaluation").asText()
        : told[0].id();
  }
}
